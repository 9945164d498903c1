import { expect } from 'vitest';
import { rowsOf } from '../support/milepost.js';
import { compare, report } from './fixture.js';
import { figureOf, type Page, pageOf } from './page.js';

export type Row = Readonly<Record<string, string>>;

/** A page, and the rows that `compare` gives for the same options. */
export async function both(
  options: string,
  table: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly page: Page; readonly rows: readonly Row[] }> {
  const own = options.replace(/--unit \S+/, '').trim();
  const [told, compared] = [
    await report(`-o r.html ${options}`, files),
    await compare(`${table} --format csv ${own}`, files),
  ];
  expect([told.exit, compared.exit]).toEqual([0, 0]);
  return { page: pageOf(told.file('r.html')), rows: rowsOf(compared.out) };
}

export const long = '--layout long --columns cells';
export const numberOf = (text: string | undefined) =>
  text === undefined || text === '' ? undefined : Number(text);
/** What a page calls the figures of the questionnaire. */
export const titles: Readonly<Record<string, string>> = {
  data: 'Data',
  culture: 'Culture',
  service: 'Service',
  overall: 'Overall',
};

/** The figures of rows of a page, and the same of rows of a table, under one name for each. */
export function figures(
  rows: readonly Row[],
  name: (row: Row) => string,
  keys: readonly string[],
  read = figureOf,
) {
  return Object.fromEntries(rows.map((row) => [name(row), keys.map((key) => read(row[key]))]));
}

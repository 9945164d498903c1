import type { Account } from './account.js';
import type { Table } from './naive-csv.js';
import type { Codes, Seed } from './seeds.js';
import { saysAnything } from './vocabulary.js';
import { answeredColumns, type meanings, type Row, unwitnessed, witness } from './witness.js';

/** How many rows stand above the responses, by what a table was taken for. */
const heads: Readonly<Record<string, readonly number[]>> = {
  surveymonkey: [1, 2],
  qualtrics: [1, 2, 3],
  kobo: [1, 2],
};

/** What was lost, or made up, if the file is this table; nothing where every row is accounted for and every answer in it. */
export function misread(
  account: Account,
  table: Table,
  seed: Seed,
  known: ReturnType<typeof meanings>,
): string | undefined {
  const records = witness(table, seed, known);
  const lost = unborne(account, records, seed.codes);
  if (lost !== undefined) return lost;
  if (account.ran.exit !== 0 && isToldWhole(account)) return undefined;
  if (seed.isTurned && account.flavour !== 'hand-filled') {
    return account.ran.exit === 0 ? `columns of answers were read as rows of ${account.flavour}` : undefined;
  }
  if (seed.isTurned) {
    const least = answeredColumns(table, seed.codes);
    return account.read < least ? `${account.read} columns read, and ${least} have answers` : undefined;
  }
  const { read, above, flavour = '' } = account;
  const possible = (heads[flavour] ?? [1])
    .filter((rows) => !records.slice(above + 1, above + rows).some(isAnswered))
    .map((rows) => records.length - rows - above);
  return possible.includes(read) || (records.length <= 1 && read === 0)
    ? undefined
    : `${read} rows read, and the file has ${possible.join(' or ')}`;
}

/** The first response that no record bears out; each must be borne out by one of its own, in their order. */
export function unborne(account: Account, records: readonly Row[], codes: Codes): string | undefined {
  let next = 0;
  for (const response of account.responses) {
    let problem: string | undefined;
    let found = -1;
    for (let at = next; at < records.length && found < 0; at += 1) {
      const row = records[at];
      const because = row === undefined ? 'profile' : unwitnessed(response, row, codes);
      if (because === undefined) found = at;
      // What its own record has against it says the most, and else what the first has that is no heading.
      else if (row?.cells.some((cell) => cell.trim() === response.id) === true) problem = because;
      else if (!because.startsWith('profile')) problem ??= because;
    }
    if (found < 0) return `${response.id}: ${problem ?? 'no record has its profile'}`;
    next = found + 1;
  }
  return undefined;
}

/** Whether the row is somebody's, and no heading: below a question that is none of several answers, there is an answer. */
function isAnswered({ known }: Row): boolean {
  return known.some(({ question, cell }) => question !== 'tools' && saysAnything(question, cell, {}));
}

/** What says of a file, with an error, that it was not read, or not to its end. */
const whole = [
  'csv-syntax',
  'no-question-columns',
  'workbook-without-table',
  'duplicate-column',
  'duplicate-question',
  'input-empty',
];

function isToldWhole({ rules, read }: Account): boolean {
  return whole.some((rule) => rules.has(rule)) || (read === 0 && rules.size > 0);
}

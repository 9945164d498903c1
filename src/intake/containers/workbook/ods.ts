import { Buffer } from 'node:buffer';
import { mostColumns } from './book.js';
import type { Parts } from './unzip.js';

/**
 * The parts of an OpenDocument spreadsheet with what the library would pass over written so that it does not: cells with
 * a value or a formula and no text in them. Conditions on formats are taken out, as the library would complain of them
 * on the terminal.
 */
export function repairedOds(parts: Parts): Parts {
  // The library wants formats, be there any or not.
  const repaired = new Map([['styles.xml', Buffer.from('<styles/>')], ...parts]);
  for (const path of ['content.xml', 'styles.xml']) {
    const part = parts.get(path);
    if (part === undefined) continue;
    const xml = part.toString('latin1');
    const bare = xml.replace(/<(?:style:map|number:(?:week-of-year|quarter))\b[^<>]*\/>/g, '');
    const mended =
      path === 'content.xml'
        ? bare.replace(
            /<table:table-cell((?=[^<>]*\s(?:office:value-type|table:formula)=)[^<>]*)\/>/g,
            opened,
          )
        : bare;
    if (mended !== xml) repaired.set(path, Buffer.from(mended, 'latin1'));
  }
  return repaired;
}

/** A cell with a value gets an empty text; one with a formula and no value stays without, and is known by that. */
function opened(_: string, attributes: string): string {
  const text = /\soffice:value-type=/.test(attributes) ? '<text:p></text:p>' : '';
  return `<table:table-cell${attributes}>${text}</table:table-cell>`;
}

/** The names of hidden sheets, which the library does not tell. */
export function hiddenOdsSheets(parts: Parts): ReadonlySet<string> {
  const xml = parts.get('content.xml')?.toString('utf8') ?? '';
  const styles = new Set<string>();
  for (const [, attributes = '', inner = ''] of xml.matchAll(
    /<style:style\b([^<>]*style:family="table"[^<>]*)>(.*?)<\/style:style>/gs,
  )) {
    if (/table:display="false"/.test(inner)) styles.add(attribute(attributes, 'style:name'));
  }
  const hidden = new Set<string>();
  for (const [, attributes = ''] of xml.matchAll(/<table:table\s([^<>]*)>/g)) {
    if (styles.has(attribute(attributes, 'table:style-name')))
      hidden.add(attribute(attributes, 'table:name'));
  }
  return hidden;
}

function attribute(attributes: string, name: string): string {
  const [, value = ''] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes) ?? [];
  return plainName(value);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The name of a sheet or a cell, which the library leaves as XML writes it. */
export function plainName(written: string): string {
  return written.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hexadecimal, name) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10))
      : (entities[name] ?? all),
  );
}

/**
 * How many cells the library would make of the sheets. A row or a cell says how often it is repeated, so that a short
 * file can stand for more cells than fit anywhere.
 */
export function odsCells(parts: Parts): number {
  const xml = parts.get('content.xml')?.toString('latin1') ?? '';
  const tags =
    /<table:table-row\b[^<>]*>|<table:(?:covered-)?table-cell\b(?:[^<>]*[^<>/])?>|<table:covered-table-cell\b[^<>]*\/>/g;
  let cells = 0;
  let times = 1;
  for (const [tag] of xml.matchAll(tags)) {
    if (tag.startsWith('<table:table-row')) times = repeats(tag, 'rows');
    else cells += times * Math.min(repeats(tag, 'columns'), mostColumns * 2);
  }
  return cells;
}

function repeats(tag: string, of: 'rows' | 'columns'): number {
  const at = tag.indexOf(`number-${of}-repeated="`);
  return at < 0 ? 1 : Math.max(1, Number.parseInt(tag.slice(at + of.length + 18), 10) || 1);
}

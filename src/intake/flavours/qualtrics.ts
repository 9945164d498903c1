import type {
  CellConventions,
  Heading,
  HeadingUse,
  Layout,
  LeftOutReason,
  SourceCell,
  SourceRow,
  TableHead,
} from '../columns/layout.js';
import { shownCell } from '../rows/special-cells.js';
import type { Flavour } from './flavour.js';
import {
  headingText,
  headingTexts,
  mostCuts,
  partOf,
  personalNames,
  rejectColumn,
  widthOf,
} from './heading-texts.js';

/** Qualtrics' export: a row of codes, a row of texts, a row of what it calls them itself, and then the responses. */
export const qualtrics: Flavour = {
  name: 'qualtrics',
  recognise: (head) => (hasItsHeadings(head) ? layOut(head) : undefined),
  layOut,
};

const tool: HeadingUse = { kind: 'tool' };

/** Its own columns: the id of import, which is the same in every language, the code, and what it is to us. */
const ownColumns: readonly (readonly [id: string, code: string, use: HeadingUse])[] = [
  ['startDate', 'StartDate', tool],
  ['endDate', 'EndDate', { kind: 'meta', meta: 'completed' }],
  ['status', 'Status', tool],
  ['ipAddress', 'IPAddress', { kind: 'personal', names: personalNames.ipAddress }],
  ['progress', 'Progress', tool],
  ['duration', 'Duration (in seconds)', tool],
  ['finished', 'Finished', tool],
  ['recordedDate', 'RecordedDate', { kind: 'meta', meta: 'completed' }],
  ['_recordId', 'ResponseId', { kind: 'meta', meta: 'response_id' }],
  ['recipientLastName', 'RecipientLastName', { kind: 'personal', names: personalNames.lastName }],
  ['recipientFirstName', 'RecipientFirstName', { kind: 'personal', names: personalNames.firstName }],
  ['recipientEmail', 'RecipientEmail', { kind: 'personal', names: personalNames.email }],
  ['externalDataReference', 'ExternalReference', tool],
  ['locationLatitude', 'LocationLatitude', tool],
  ['locationLongitude', 'LocationLongitude', tool],
  ['distributionChannel', 'DistributionChannel', tool],
  ['userLanguage', 'UserLanguage', tool],
];

/** The place of the row of ids among the first rows; -1 without one. */
function importRow({ rows }: TableHead): number {
  return rows.slice(0, 4).findIndex(({ cells }) => cells.some((cell) => importId(cell) !== undefined));
}

/**
 * Whether nothing but headings stands above the row of ids: one or two rows, and none with a time or an id below which
 * the row of ids says so. Sorting may have brought a response there, which would be lost as a heading.
 */
function hasItsHeadings(head: TableHead): boolean {
  const ids = importRow(head);
  const { rows } = head;
  const isResponse = ({ cells }: SourceRow) =>
    cells.some((cell, at) => isValue(importId(rows[ids]?.cells[at]), shownCell(cell).trim()));
  return (ids === 1 || ids === 2) && !rows.slice(0, ids).some(isResponse);
}

function isValue(id: string | undefined, text: string): boolean {
  if (id === '_recordId') return /^R_\w+$/.test(text);
  return ['startDate', 'endDate', 'recordedDate'].includes(id ?? '') && /^\d/.test(text);
}

function importId(cell: SourceCell | undefined): string | undefined {
  return /^\{\s*"ImportId"\s*:\s*"([^"]*)"/.exec(cell === undefined ? '' : shownCell(cell).trim())?.[1];
}

/** The id of import of a column of its own, for a table that has lost its row of ids. */
function idOf(code: string): string | undefined {
  return ownColumns.find(([, own]) => own === code)?.[0];
}

function layOut(head: TableHead): Layout {
  const { rows } = head;
  const ids = importRow(head);
  const [codeRow] = rows;
  const textRow = ids > 1 ? rows[1] : undefined;
  const width = widthOf(rows.slice(0, Math.max(1, ids + 1)));
  const codes = headingTexts(codeRow, width);
  const texts = headingTexts(textRow, width);
  const own = codes.map((code, at) => importId(rows[ids]?.cells[at]) ?? idOf(code));
  const firstRow = Math.max(1, ids + 1);
  return {
    headings: codes.map((code, at): Heading => {
      const reject = rejectColumn([code, headingText(rows[ids]?.cells[at])]);
      const text = texts[at] ?? '';
      return { at, text: reject ?? (code === '' ? text : code), use: useOf(code, text, own[at] ?? '', own) };
    }),
    firstRow,
    headingLine: codeRow?.line ?? 1,
    cells: conventions(own, rows.slice(firstRow)),
    leavesOut: leavesOut(own),
  };
}

/** Orders of display, times on a page and sums of scores stand beside the questions that they are about. */
const apart = /_DO(?:_.*)?$|_(?:First Click|Last Click|Page Submit|Click Count)$|^SC\d+$/;

function useOf(code: string, text: string, id: string, all: readonly (string | undefined)[]): HeadingUse {
  // Two columns say when it was done: the one that is recorded later gives way.
  if (id === 'recordedDate' && all.includes('endDate')) return tool;
  const own = ownColumns.find(([one]) => one === id);
  return own?.[2] ?? questionUse(code, text, id);
}

function questionUse(code: string, text: string, id: string): HeadingUse {
  if (apart.test(code) || apart.test(id)) return tool;
  const uses: HeadingUse[] = [];
  const bare = text.replace(/ - (?:Selected Choice|Text)$/, '');
  const base = code.replace(/_[^_]*$/, '');
  if (/_TEXT$/.test(code)) {
    const stem = code.replace(/(?:_\d+)?_TEXT$/, '');
    for (const [whole, part] of cuts(bare))
      uses.push({ kind: 'other', names: [stem, whole], beside: [part] });
    return { kind: 'any', of: [...uses, { kind: 'other', names: [stem] }] };
  }
  uses.push({ kind: 'named', names: [code, text, bare] });
  for (const [whole, part] of cuts(text)) uses.push(...partOf([whole, base], [part]));
  uses.push(...partOf([base], [code.slice(base.length + 1)]));
  return { kind: 'any', of: uses };
}

/** `Question - Part` where it can be cut: either may have such a dash in it. */
function cuts(text: string): readonly (readonly [whole: string, part: string])[] {
  const dashes = [...text.matchAll(/ - /g)].map(({ index }) => index).slice(-mostCuts);
  return dashes.map((at) => [text.slice(0, at), text.slice(at + 3)]);
}

/** Whoever exports it says whether answers are texts or numbers; its own columns then are the same. */
function conventions(own: readonly (string | undefined)[], rows: readonly SourceRow[]): CellConventions {
  const flags = ['status', 'finished'].map((id) => own.indexOf(id)).filter((at) => at >= 0);
  const showsTexts = rows.some(({ cells }) => flags.some((at) => /\p{L}/u.test(shownCell(cells[at] ?? ''))));
  const seen = new Map([['-99', '']]);
  const words = {
    level: seen,
    yes_no: seen,
    choice: seen,
    choices: seen,
    number: seen,
    text: seen,
    date: seen,
  };
  const cells: CellConventions = { joins: [','], words: { ...words, option: seen } };
  return showsTexts ? cells : { ...cells, codes: 'places' };
}

/** What the status says of a response that nobody gave: in words, or in numbers, to which spam adds 8 and an offline app 16. */
const previews = new Set([
  'survey preview',
  'survey test',
  'spam preview',
  'offline survey preview',
  '1',
  '2',
  '9',
  '17',
]);

function leavesOut(
  own: readonly (string | undefined)[],
): (cells: readonly SourceCell[]) => LeftOutReason | undefined {
  const reader = (id: string) => {
    const at = own.indexOf(id);
    return (cells: readonly SourceCell[]) =>
      shownCell(cells[at] ?? '')
        .trim()
        .toLowerCase();
  };
  const [status, channel, finished] = [reader('status'), reader('distributionChannel'), reader('finished')];
  return (cells) => {
    if (previews.has(status(cells)) || ['preview', 'test'].includes(channel(cells))) return 'preview';
    return ['false', '0'].includes(finished(cells)) ? 'not_submitted' : undefined;
  };
}

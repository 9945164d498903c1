import type { Heading, HeadingUse, Layout, SourceRow, TableHead } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import { shownCell } from '../rows/special-cells.js';
import type { Flavour } from './flavour.js';
import { headingText, headingTexts, mostCuts, partOf, rejectColumn, widthOf } from './heading-texts.js';

/** Exports of KoboToolbox and of ODK, headed by the names of fields with their groups before them, or by their labels. */
export const kobo: Flavour = {
  name: 'kobo',
  recognise: (head, names) => (isExport(head) ? layOut(head, names) : undefined),
  layOut,
};

const ownColumns: ReadonlySet<string> = new Set([
  ...['start', 'end', 'today', 'deviceid', 'subscriberid', 'simserial', 'phonenumber', 'username', 'audit'],
  ...['instanceid', 'SubmissionDate', 'KEY', 'PARENT_KEY', 'SubmitterID', 'SubmitterName', 'Status'],
  ...['AttachmentsPresent', 'AttachmentsExpected', 'ReviewState', 'DeviceID', 'Edits', 'FormVersion'],
]);

/** Where the tools keep what they know of a submission itself. */
const ownPaths = /^_|^__version__$|^(?:meta|formhub)[/-]|^SET-OF-/;

/** The first of these that is there tells the id, and the time. */
const ids = ['KEY', '_id', '_uuid'];
const times = ['end', '_submission_time', 'SubmissionDate'];

function isExport({ rows: [header] }: TableHead): boolean {
  const texts = (header?.cells ?? []).map((cell) => shownCell(cell).trim());
  const has = (...names: readonly string[]) => names.every((name) => texts.includes(name));
  return has('_id', '_uuid', '_submission_time') || has('SubmissionDate', 'KEY');
}

function layOut({ rows }: TableHead, names: NameIndex): Layout {
  const [header, below] = rows;
  const texts = headingTexts(header, widthOf(rows.slice(0, 1)));
  const [id, time] = [ids, times].map((list) => list.find((name) => texts.includes(name)));
  const separator = texts.includes('SubmissionDate') ? /[/-]/ : /\//;
  // Kobo can write a row of hashtags of the Humanitarian Exchange Language below the header.
  const tagged = below !== undefined && isTags(below);
  const headingOf = (text: string, at: number): Heading => {
    const reject = rejectColumn([text, tagged ? headingText(below.cells[at]) : undefined]);
    if (reject !== undefined) return { at, text: reject, use: { kind: 'tool' } };
    if (text === id) return { at, text, use: { kind: 'meta', meta: 'response_id' } };
    if (text === time) return { at, text, use: { kind: 'meta', meta: 'completed' } };
    const isOwn = (ownColumns.has(text) || ownPaths.test(text)) && names.byId(text) === undefined;
    return { at, text, use: isOwn ? { kind: 'tool' } : useOf(text, separator, texts) };
  };
  return {
    headings: texts.map(headingOf),
    firstRow: tagged ? 2 : 1,
    headingLine: header?.line ?? 1,
    cells: { joins: [' '], options: 'repeated' },
  };
}

function isTags({ cells }: SourceRow): boolean {
  const texts = cells.map(headingText).filter((text) => text !== '' && rejectColumn([text]) === undefined);
  return texts.length > 0 && texts.every((text) => text.startsWith('#'));
}

/**
 * `group/q`, `q/option`, `group/q/option` or `group-q`: where it can be cut, with what is before it or without. What
 * stands below a heading that is there by itself is an option of it, and not a field in a group.
 */
function useOf(text: string, separator: RegExp, all: readonly string[]): HeadingUse {
  const cuts = [...text.matchAll(new RegExp(separator, 'g'))].map(({ index }) => index).slice(-mostCuts);
  const tails = cuts.map((cut) => text.slice(cut + 1));
  const uses: HeadingUse[] = [{ kind: 'named', names: [text] }];
  for (const cut of cuts) {
    const before = text.slice(0, cut);
    const names = [before, ...cuts.filter((other) => other < cut).map((other) => before.slice(other + 1))];
    uses.push(...partOf(names, [text.slice(cut + 1)]));
  }
  if (!cuts.some((cut) => all.includes(text.slice(0, cut)))) uses.push({ kind: 'named', names: tails });
  const other = /^(.*)_other$/.exec(tails.at(-1) ?? text)?.[1];
  if (other !== undefined) uses.push({ kind: 'other', names: [other] });
  return { kind: 'any', of: uses };
}

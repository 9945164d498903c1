import type {
  CellConventions,
  Heading,
  HeadingUse,
  Layout,
  SourceCell,
  TableHead,
} from '../columns/layout.js';
import { shownCell } from '../rows/special-cells.js';
import type { Flavour } from './flavour.js';
import { headingTexts, longestHeading, partOf, personalNames, widthOf } from './heading-texts.js';

/** LimeSurvey's export of responses, headed by codes, by texts or by both. */
export const limesurvey: Flavour = {
  name: 'limesurvey',
  recognise: (head) => (isExport(head) ? layOut(head) : undefined),
  layOut,
};

/** Its own columns: code, text, and what it is to us. */
const ownColumns: readonly (readonly [code: string, text: string, use: HeadingUse])[] = [
  ['id', 'Response ID', { kind: 'meta', meta: 'response_id' }],
  ['submitdate', 'Date submitted', { kind: 'meta', meta: 'completed' }],
  ['lastpage', 'Last page', { kind: 'tool' }],
  ['startlanguage', 'Start language', { kind: 'tool' }],
  ['seed', 'Seed', { kind: 'tool' }],
  ['startdate', 'Date started', { kind: 'tool' }],
  ['datestamp', 'Date last action', { kind: 'tool' }],
  ['ipaddr', 'IP address', { kind: 'personal', names: personalNames.ipAddress }],
  ['refurl', 'Referrer URL', { kind: 'tool' }],
  ['token', 'Access code', { kind: 'tool' }],
  ['email', 'Email address', { kind: 'personal', names: personalNames.email }],
  ['firstname', 'First name', { kind: 'personal', names: personalNames.firstName }],
  ['lastname', 'Last name', { kind: 'personal', names: personalNames.lastName }],
  ['interviewtime', 'Total time', { kind: 'tool' }],
];

function ownIndex(heading: string): number {
  const written = heading.toLowerCase();
  return ownColumns.findIndex(([code, text]) => {
    const name = text.toLowerCase();
    return (
      written === code ||
      written === name ||
      (written.startsWith(code) &&
        written.endsWith(name) &&
        /^\W+$/.test(written.slice(code.length, -name.length)))
    );
  });
}

function isExport({ rows: [header] }: TableHead): boolean {
  const known = (header?.cells ?? []).map((cell) => ownIndex(shownCell(cell).trim()));
  return known[0] === 0 && known.includes(1) && known.includes(2);
}

function layOut({ rows }: TableHead): Layout {
  const [header] = rows;
  const texts = headingTexts(header, widthOf(rows.slice(0, 1)));
  const submitted = texts.findIndex((text) => ownIndex(text) === 1);
  return {
    headings: texts.map((text, at): Heading => {
      const own = ownColumns[ownIndex(text)];
      return { at, text, use: own === undefined ? useOf(text) : own[2] };
    }),
    firstRow: 1,
    headingLine: header?.line ?? 1,
    cells,
    leavesOut: (row) => (submitted >= 0 && isUnsubmitted(row[submitted]) ? 'not_submitted' : undefined),
  };
}

function isUnsubmitted(cell: SourceCell | undefined): boolean {
  return ['', 'n/a'].includes(cell === undefined ? '' : shownCell(cell).trim().toLowerCase());
}

const timings = /Time\d*$/;

interface Headed {
  readonly names: readonly string[];
  readonly parts: readonly string[];
}

function useOf(heading: string): HeadingUse {
  if (heading.length > longestHeading) return { kind: 'named', names: [heading] };
  const { code, text } = codeAndText(heading);
  const byCode = code === undefined ? { names: [], parts: [] } : inBrackets(code);
  const byText = inBrackets(text);
  const names = [...byCode.names, ...byText.names];
  const [part] = byCode.parts;
  if (part === 'other') return { kind: 'other', names, beside: ['Other'] };
  if (part === 'comment') return { kind: 'other', names, beside: [] };
  if (part?.endsWith('comment') === true) {
    return { kind: 'other', names, beside: [...byText.parts.slice(0, 1), part.slice(0, -'comment'.length)] };
  }
  const whole: HeadingUse = { kind: 'named', names: [...(code === undefined ? [] : [code]), text, heading] };
  const parts = [...byCode.parts, ...byText.parts];
  const uses = parts.length === 0 ? [] : partOf(names, parts);
  if (code !== undefined && timings.test(code) && text === '')
    return { kind: 'any', of: [whole, { kind: 'tool' }] };
  return { kind: 'any', of: [whole, ...uses] };
}

/** `Q1[SQ001]. Text [Row]` in its two halves: a code is followed by a sign, or by nothing. */
function codeAndText(heading: string): { readonly code: string | undefined; readonly text: string } {
  const match = /^([a-z]\w*(?:\[[^\]]*\])*)(?:\s*[.:;|)–—-]+\s*(.*))?$/is.exec(heading);
  return match === null ? { code: undefined, text: heading } : { code: match[1], text: match[2] ?? '' };
}

/** A name and what stands in brackets behind it. */
function inBrackets(text: string): Headed {
  const match = /^(.*?)\s*((?:\[[^[\]]*\]\s*)+)$/s.exec(text);
  if (match === null) return { names: text === '' ? [] : [text], parts: [] };
  const parts = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map(([, part = '']) => part.trim());
  return { names: [match[1] ?? ''], parts };
}

/**
 * `N/A` stands for no answer to a question of yes or no, and for an option that was not shown; a survey that keeps no
 * times says 1980 of whatever was submitted.
 */
const cells: CellConventions = {
  joins: [],
  words: {
    yes_no: new Map([['n/a', '']]),
    option: new Map([['n/a', '']]),
    choice: new Map([['-oth-', 'other']]),
    completed: new Map([['1980-01-01 00:00:00', '']]),
  },
};

import { fold } from '../../questionnaire/non-answer-words.js';
import type {
  CellConventions,
  Heading,
  HeadingUse,
  Layout,
  SourceRow,
  TableHead,
} from '../columns/layout.js';
import { isBlankCell, shownCell } from '../rows/special-cells.js';
import type { Flavour } from './flavour.js';
import { headingTexts, partOf, personalNames, rejectColumn, toolName, widthOf } from './heading-texts.js';

/**
 * SurveyMonkey's export of all responses: the first row has each question once, the second what stands below it, an option,
 * a row of a grid or `Response`. Condensed, a question has one column.
 */
export const surveymonkey: Flavour = {
  name: 'surveymonkey',
  recognise: (head) => (isExport(head) ? layOut(head) : undefined),
  layOut,
};

const ownColumns: ReadonlyMap<string, HeadingUse> = new Map<string, HeadingUse>([
  ['respondentid', { kind: 'meta', meta: 'response_id' }],
  ['collectorid', { kind: 'tool' }],
  ['startdate', { kind: 'tool' }],
  ['enddate', { kind: 'meta', meta: 'completed' }],
  ['ipaddress', { kind: 'personal', names: personalNames.ipAddress }],
  ['emailaddress', { kind: 'personal', names: personalNames.email }],
  ['firstname', { kind: 'personal', names: personalNames.firstName }],
  ['lastname', { kind: 'personal', names: personalNames.lastName }],
]);

function isExport({ rows: [header] }: TableHead): boolean {
  const [first, second] = (header?.cells ?? []).map((cell) => toolName(shownCell(cell)));
  return first === 'respondentid' && (second === 'collectorid' || second === 'startdate');
}

function layOut({ rows }: TableHead): Layout {
  const [header, below] = rows;
  const hasTwo = below !== undefined && isBlankCell(below.cells[0]);
  const firstRow = hasTwo ? 2 : 1;
  const width = widthOf(rows.slice(0, firstRow));
  const parts = hasTwo ? headingTexts(below, width) : Array.from({ length: width }, () => '');
  const headings = headingsOf(headingTexts(header, width), parts);
  return {
    headings,
    firstRow,
    headingLine: header?.line ?? 1,
    cells: conventions(parts, rows.slice(firstRow)),
  };
}

function headingsOf(titles: readonly string[], parts: readonly string[]): readonly Heading[] {
  let title = '';
  return titles.map((text, at) => {
    const part = parts[at] ?? '';
    const reject = rejectColumn([text, part]);
    if (reject !== undefined) return { at, text: reject, use: tool };
    const own = ownColumns.get(toolName(text)) ?? (/^custom ?data( ?\d+)?$/i.test(text) ? tool : undefined);
    if (own !== undefined && isAnswer(part)) {
      title = '';
      return { at, text, use: own };
    }
    const isAlone = text !== '' && (titles[at + 1] ?? '-') !== '' && titles[at + 1] !== text;
    if (text !== '') title = text;
    const shown = isAnswer(part) ? title : `${title} [${part}]`;
    return { at, text: shown, use: title === '' ? tool : useOf(title, part, isAlone) };
  });
}

const tool: HeadingUse = { kind: 'tool' };

/** What stands below a question that has one column for its answer. */
function isAnswer(part: string): boolean {
  return ['', 'response', 'openendedresponse', 'datetime', 'date', 'value'].includes(toolName(part));
}

function useOf(title: string, part: string, isAlone: boolean): HeadingUse {
  const named: HeadingUse = { kind: 'named', names: [title] };
  if (isAnswer(part)) return named;
  if (/^other\b.*[(,:]/i.test(part)) return { kind: 'other', names: [title], beside: [part, 'Other'] };
  return { kind: 'any', of: isAlone ? [...partOf([title], [part]), named] : partOf([title], [part]) };
}

/** Options chosen are written as texts or as numbers, as whoever exports them says: a text below its own heading shows it. */
function conventions(parts: readonly string[], rows: readonly SourceRow[]): CellConventions {
  const joins = [','];
  const showsTexts = rows.some(({ cells }) =>
    cells.some((cell, at) => !isBlankCell(cell) && fold(shownCell(cell)) === fold(parts[at] ?? '')),
  );
  return showsTexts ? { joins } : { joins, codes: 'places' };
}

import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { ProfileField } from '../../questionnaire/questionnaire.js';
import { lookUp } from '../../response/labels/labels.js';
import type { AnswerReader } from '../../response/reading/read-answer.js';
import { type Reading, readAnswer, type Spot } from '../../response/reading/read-answer.js';
import { type ProfileReader, readProfileValue } from '../../response/reading/read-profile.js';
import { type Answer, blankAnswer } from '../../response/response.js';
import type { SourceCell } from '../columns/layout.js';
import type { UnitNames } from '../keys/unit-names.js';
import { rangesMadeDate } from '../local/range-made-date.js';
import { type CellWays, freeChoice, noWays } from './free-choice.js';
import { madeDate } from './special-cells.js';

/** The column of one question, and what its cells came to so far: the same text is read once, and its answer shared. */
export interface QuestionColumn {
  readonly at: number;
  readonly id: string;
  readonly index: number;
  readonly reader: AnswerReader;
  /** Whether an answer is as the schema says; those that are known are. */
  readonly accepts: (answer: Answer) => boolean;
  readonly known: Map<string, Answer>;
  /** The same for texts of one ASCII character, by its code: most levels are one digit, and an array is quicker yet. */
  readonly short: (Answer | undefined)[];
}

/** The answer that the text came to before, if it is known. */
export function knownAnswer({ known, short }: QuestionColumn, text: string): Answer | undefined {
  return text.length === 1 ? short[text.charCodeAt(0)] : known.get(text);
}

/** The column of one profile field. */
export interface ProfileColumn {
  readonly at: number;
  readonly id: string;
  readonly reader: ProfileReader;
  readonly known: Map<string, string | number>;
}

/** Of how many texts, and of how long ones, a column keeps what they came to. */
const mostKnown = 2000;
const longestKnown = 100;

/** Answers of two fields that every cell with the same text shares, so nobody may change them. */
export function readAnswerCell(
  column: QuestionColumn,
  text: string,
  spot: Spot,
  ways: CellWays,
): Answer | Finding {
  const reading = readAnswer(column.reader, text, spot);
  if (reading.kind !== 'fault') return rememberReading(column, text, reading);
  const free =
    reading.finding.rule === 'answer-unknown' ? freeChoice(column.reader, text, ways, spot) : undefined;
  if (free === undefined) return asDate(column.reader, text, spot) ?? reading.finding;
  if ('rule' in free) return free;
  const chosen = free.chosen === '' ? blankAnswer : readAnswerCell(column, free.chosen, spot, noWays);
  if (isFinding(chosen) || free.note === undefined) return chosen;
  return rememberAnswer(column, text, Object.freeze({ ...chosen, note: free.note }));
}

/** That the cell holds a date, where labels were expected and a spreadsheet has made one of them. */
function asDate({ question, labels }: AnswerReader, text: string, spot: Spot): Finding | undefined {
  if (rangesMadeDate(text).length === 0 || (labels === undefined && question.type !== 'number'))
    return undefined;
  return madeDate(
    text.trim(),
    text,
    spot,
    (range) => labels !== undefined && lookUp(labels, range) !== undefined,
  );
}

function rememberReading(
  column: QuestionColumn,
  text: string,
  reading: Exclude<Reading, { readonly kind: 'fault' }>,
): Answer {
  switch (reading.kind) {
    case 'blank':
      return rememberAnswer(column, text, blankAnswer);
    case 'value':
      return rememberAnswer(column, text, Object.freeze({ value: reading.value }));
    case 'non_answer':
      return rememberAnswer(column, text, Object.freeze({ non_answer: reading.non_answer }));
  }
}

function rememberAnswer({ accepts, known, short }: QuestionColumn, text: string, answer: Answer): Answer {
  if (!accepts(answer)) return answer;
  if (text.length > 1) return remember(known, text, answer);
  const code = text.charCodeAt(0);
  if (code < short.length) short[code] = answer;
  return answer;
}

/** Nothing for a blank one; a unit that is nearly called as another is told of. */
export function readProfileCell(
  { reader, known }: ProfileColumn,
  text: string,
  spot: Spot,
  units: UnitNames,
  report: Finding[],
): string | number | Finding | undefined {
  const value = readProfileValue(reader, text, spot);
  if (value === undefined || typeof value === 'object') return value;
  if (reader.field.unit && typeof value === 'string') {
    const found = units.note(reader.field.id, value, spot.place);
    if (found !== undefined) report.push(found);
  }
  return remember(known, text, value);
}

/** The finding for a required profile field that was left blank. */
export function missingProfile({ id, title }: Pick<ProfileField, 'id' | 'title'>, place: Place): Finding {
  return finding('profile-missing', place, { name: id, title });
}

/** Whether it is a finding and not an answer: no answer has a rule. */
export function isFinding(found: Answer | Finding): found is Finding {
  return 'rule' in found;
}

/** The number of line ends in a cell. */
export function lineBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) === 10) count += 1;
  return count;
}

/** The same of all cells of a row. */
export function allBreaks(cells: readonly SourceCell[]): number {
  let breaks = 0;
  for (const cell of cells) breaks += cellBreaks(cell);
  return breaks;
}

/** The number of line ends in a cell of any kind: only texts of a text file have lines of the file in them. */
export function cellBreaks(cell: SourceCell | undefined): number {
  return typeof cell === 'string' ? lineBreaks(cell) : 0;
}

/** Only texts of one line are kept, so that a text that is known adds no line. */
function remember<T>(known: Map<string, T>, text: string, value: T): T {
  if (known.size < mostKnown && text.length <= longestKnown && lineBreaks(text) === 0) known.set(text, value);
  return value;
}

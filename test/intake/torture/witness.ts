import type { Response } from '../../../src/response/response.js';
import type { Table } from './naive-csv.js';
import type { Codes, Seed } from './seeds.js';
import { bare, says, saysAll, saysAnything, toolOptions } from './vocabulary.js';

/** What one respondent said: its cells, and which of them answer a question for certain. */
export interface Row {
  readonly cells: readonly string[];
  readonly known: readonly Known[];
  /** The rows above the table too, where what holds for all may stand. */
  readonly around: readonly string[];
  readonly orders: ReadonlySet<'dmy' | 'mdy'>;
}

interface Known {
  readonly question: string;
  readonly option: string | undefined;
  readonly cell: string;
}

interface Meaning {
  readonly question: string;
  readonly option: string | undefined;
}

const texts: Readonly<Record<string, readonly string[]>> = {
  data_owner: ['data_owner', 'Does every dataset have a named owner?', 'dataowner'],
  strategy: ['strategy', 'Is there a data strategy?'],
  lead: ['lead', 'Who leads on data?'],
  tools: ['tools', 'Which of these are in use?', 'Which of these are in use? (choose all that apply)'],
  channel_phone: ['channel_phone', 'Telephone', 'channel[phone]', 'channel-phone'],
  channel_web: ['channel_web', 'Website, forms included', 'channel[web]', 'channel-web'],
  channel_desk: ['channel_desk', 'Front desk', 'channel[desk]', 'channel-desk'],
  analysts: ['analysts', 'How many analysts are there (full-time equivalents)?'],
  reviewed: ['reviewed', 'When was the strategy last reviewed?'],
  obstacle: ['obstacle', 'What stands in the way?'],
};
const optionTexts: Readonly<Record<string, readonly string[]>> = {
  sheets: ['sheets', 'Spreadsheets'],
  own: ['own', 'Systems, own or shared'],
  reports: ['reports', 'Quality reports'],
  none: ['none', 'None of these'],
};

/** What the headings of the seed mean, to the letter: a heading that was changed means nothing. */
export function meanings(seed: Seed): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  const twice = new Set<string>();
  for (const heading of headings(seed.table, seed)) {
    const meaning = meaningOf(heading);
    if (found.has(heading)) twice.add(heading);
    if (meaning !== undefined) found.set(heading, meaning);
  }
  for (const heading of twice) found.delete(heading);
  return found;
}

function meaningOf(heading: string): Meaning | undefined {
  const text = bare(heading);
  if (/points|feedback|score|displayorder|other|text$|time\d*$/.test(text) && !/datetime$/.test(text))
    return undefined;
  const is = (word: string) => text.endsWith(bare(word)) || text.includes(bare(word));
  for (const [question, words] of Object.entries(texts)) {
    if (question === 'tools') continue;
    if (words.some((word) => text.endsWith(bare(word)) || (word.includes('?') && is(word)))) {
      return { question, option: undefined };
    }
  }
  if (!(texts.tools ?? []).some(is)) return undefined;
  const option = Object.entries(optionTexts).find(([, words]) =>
    words.some((word) => text.endsWith(bare(word))),
  );
  return { question: 'tools', option: option?.[0] };
}

/** The heading of each column, or of each line of a table that is turned. */
function headings(table: Table, { heads, isTurned }: Seed, from = 0): readonly string[] {
  if (isTurned) return table.map((row) => row.map(squeezed).join('\u0001'));
  let title = '';
  const width = Math.max(0, ...table.slice(from, from + heads).map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = table.slice(from, from + heads).map((row) => squeezed(row[column] ?? ''));
    if (heads === 2 && parts[0] !== '') title = parts[0] ?? '';
    return (heads === 2 ? [title, parts[1]] : parts).join('\u0001');
  });
}

function squeezed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/**
 * The records of a table, found out apart from the reader that is tested: every row that is not blank, or every column of
 * a table that is turned. It knows less than the reader, and need not tell a fault from an answer, so it can be simple.
 */
export function witness(table: Table, seed: Seed, known: ReadonlyMap<string, Meaning>): readonly Row[] {
  const filled = table.filter((row) => row.some((cell) => cell.trim() !== ''));
  const around = filled.flat();
  const orders = ordersIn(around);
  if (seed.isTurned) return turned(filled, around, orders);
  const heads = filled.map((_, at) => headings(filled, seed, at));
  const knownIn = (list: readonly string[]) => list.filter((heading) => known.has(heading)).length;
  const most = Math.max(0, ...heads.map(knownIn));
  const head = heads.find((list) => knownIn(list) === most) ?? [];
  const meaning = head.map((heading) =>
    head.indexOf(heading) === head.lastIndexOf(heading) ? known.get(heading) : undefined,
  );
  return filled.map(
    (cells): Row => ({
      cells,
      around: cells,
      orders,
      known: cells.flatMap((cell, at) => {
        const what = meaning[at];
        return what === undefined || cell.trim() === '' ? [] : [{ ...what, cell }];
      }),
    }),
  );
}

/** Each column is a record: what it says can be in any cell of it. */
function turned(table: Table, around: readonly string[], orders: Row['orders']): readonly Row[] {
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => ({
    cells: table.map((row) => row[column] ?? ''),
    around,
    orders,
    known: [],
  }));
}

/** Columns of a turned table that hold answers for certain: to two questions or more, each beside its text. */
export function answeredColumns(table: Table, codes: Codes): number {
  const width = Math.max(0, ...table.map((row) => row.length));
  const labelled = table.flatMap((row) => {
    const labels = row.flatMap((cell, at) => {
      const question = Object.keys(texts).find((id) =>
        (texts[id] ?? []).some((text) => text.endsWith('?') && text === cell),
      );
      return question === undefined ? [] : [{ at, question }];
    });
    const [label, second] = labels;
    return label === undefined || second !== undefined ? [] : [{ ...label, row }];
  });
  const at = labelled[0]?.at ?? -1;
  if (labelled.length < 5 || labelled.some((label) => label.at !== at)) return 0;
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > at &&
      table.every(
        (row) =>
          !/comment|note|remark|guidance|help|options|scale|type|section|area|theme|dimension|ref|^n[or]\W*$|number|^#$/i.test(
            (row[column] ?? '').trim(),
          ),
      ) &&
      labelled.filter(({ question, row }) => saysAnything(question, row[column] ?? '', codes)).length > 1,
  ).length;
}

/** What of the response the record does not bear out, or says and the response has lost; nothing where all is well. */
export function unwitnessed(response: Response, row: Row, codes: Codes): string | undefined {
  for (const value of Object.values(response.profile)) {
    const text = squeezed(String(value));
    if (!row.around.some((cell) => squeezed(cell).includes(text))) return `profile ${text}`;
  }
  for (const [question, answer] of Object.entries(response.answers)) {
    const problem = unwitnessedAnswer(question, answer, row, codes);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function unwitnessedAnswer(
  question: string,
  { value, non_answer: none, note }: Response['answers'][string],
  row: Row,
  codes: Codes,
): string | undefined {
  const cells = row.cells.flatMap((cell) => [cell, unmasked(cell)]);
  const own = row.known.filter((one) => one.question === question);
  if (note !== undefined && !isNoted(note, row.around)) return `${question} note ${note}`;
  if (none !== undefined) {
    return cells.some((cell) => says(question, none, cell, codes)) ? undefined : `${question} ${none}`;
  }
  if (value === undefined) {
    const lost = own.find(({ cell, option }) => (option === undefined ? !isNothing(cell) : isTick(cell)));
    return lost === undefined ? undefined : `${question} is blank, and the file says ${lost.cell}`;
  }
  switch (question) {
    case 'analysts':
      return cells.some((cell) => numbersIn(cell).includes(Number(value)))
        ? undefined
        : `${question} ${value}`;
    case 'reviewed':
      return cells.some((cell) => datesIn(cell, row.orders).includes(String(value)))
        ? undefined
        : `${question} ${value}`;
    case 'obstacle':
      return cells.some((cell) => squeezed(cell) === squeezed(String(value)))
        ? undefined
        : `${question} ${value}`;
    case 'tools':
      return unwitnessedOptions(typeof value === 'object' ? value.map(String) : [], cells, own, codes);
    default:
      return cells.some((cell) => says(question, String(value), cell, codes))
        ? undefined
        : `${question} ${value}`;
  }
}

/** All in one cell, or each in a column of its own; and none that is ticked may be missing. */
function unwitnessedOptions(
  chosen: readonly string[],
  cells: readonly string[],
  own: readonly Known[],
  codes: Codes,
): string | undefined {
  const columns = own.filter(({ option }) => option !== undefined);
  const lost = columns.find(({ option, cell }) => isTick(cell) && !chosen.includes(option ?? ''));
  if (lost !== undefined) return `tools lack ${lost.option}, which the file says`;
  if (cells.some((cell) => saysAll(chosen, cell, codes))) return undefined;
  const borne = (option: string) =>
    cells.some((cell) => saysAll([option], cell, codes)) ||
    (option === 'other' && cells.some((cell) => cell.trim() !== '')) ||
    cells.some((cell) => isTick(cell));
  const unborne = chosen.find((option) => !borne(option) || !toolOptions.includes(option));
  return unborne === undefined ? undefined : `tools ${unborne}`;
}

function isTick(cell: string): boolean {
  return ['1', 'y', 'yes', 'true', 'x'].includes(bare(cell));
}

/** What counts as blank: white space, and what form tools write where nothing was answered. */
function isNothing(cell: string): boolean {
  return ['', '−99', 'na', 'unanswered', 'notasked'].includes(bare(cell)) || cell.trim() === '';
}

function isNoted(note: string, cells: readonly string[]): boolean {
  const all = cells.map(squeezed).join('\n');
  return note
    .split('\n')
    .every((line) => all.includes(squeezed(line)) || all.includes(squeezed(line.replace(/^[^:]*:/, ''))));
}

/** Without the apostrophe that keeps a text from being a formula. */
function unmasked(cell: string): string {
  return cell.replace(/^'/, '');
}

function numbersIn(cell: string): readonly number[] {
  const text = cell.trim();
  if (!/^[+-]?[\d.,\s'’eE+-]+$/u.test(text)) return [];
  const plain = text.replace(/[\s'’]/gu, '');
  return [plain, plain.replaceAll(',', ''), plain.replaceAll('.', '').replace(',', '.')].map(Number);
}

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/;

/** In which order dates in these cells have their day and month, where one shows it. */
export function ordersIn(cells: readonly string[]): Row['orders'] {
  return new Set(cells.flatMap(orderShown));
}

function orderShown(cell: string): readonly ('dmy' | 'mdy')[] {
  const match = numeric.exec(cell.trim());
  if (match === null) return [];
  const [first, second] = [Number(match[1]), Number(match[2])];
  return first > 12 ? ['dmy'] : second > 12 ? ['mdy'] : [];
}

/** The dates that a cell may mean: with the day or the month first only if a cell of the file shows that order. */
function datesIn(cell: string, orders: Row['orders']): readonly string[] {
  const text = cell.trim();
  const two = (part = '') => part.padStart(2, '0');
  const iso = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})/.exec(text);
  if (iso !== null) return [`${iso[1]}-${two(iso[2])}-${two(iso[3])}`];
  const match = numeric.exec(text);
  if (match === null) return [];
  const [, first, second, year = ''] = match;
  const years = year.length === 4 ? [year] : [`20${year}`, `19${year}`];
  return years.flatMap((full) => [
    ...(orders.has('dmy') ? [`${full}-${two(second)}-${two(first)}`] : []),
    ...(orders.has('mdy') ? [`${full}-${two(first)}-${two(second)}`] : []),
  ]);
}

import type { Finding } from '../../finding/finding.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { ambiguous, lookUp } from '../../response/labels/labels.js';
import type { AnswerReader } from '../../response/reading/read-answer.js';
import { profileReader } from '../../response/reading/read-profile.js';
import { type Answer, blankAnswer, type RemarkKey } from '../../response/response.js';
import type { OpenedTable } from '../batch.js';
import type { Columns, OptionPart } from '../columns/columns.js';
import type { Layout } from '../columns/layout.js';
import { type Columns as AlikeColumns, alikeColumns } from '../keys/alike.js';
import type { Habit } from '../local/column-habit.js';
import type { Session, SourceFile } from '../session.js';
import type { Tally } from '../tally.js';
import { answersMaker, type MakeAnswers } from './answers-object.js';
import type { ProfileColumn, QuestionColumn } from './cells.js';
import {
  type ReadMeta,
  readCompleted,
  readMode,
  readOfficial,
  readParticipants,
  readWave,
} from './meta-cells.js';

/** One table while it is read: what its columns are, and what is known of its rows so far. */
export interface Table {
  readonly session: Session;
  readonly file: SourceFile;
  readonly opened: OpenedTable;
  readonly columns: Columns;
  readonly leavesOut: Layout['leavesOut'];
  readonly omits: Layout['omits'];
  readonly spots: Layout['spots'];
  readonly idAt: number;
  readonly versionAt: number;
  readonly meta: readonly MetaReader[];
  /** How columns of dates and numbers are written, by column. */
  readonly habits: ReadonlyMap<number, Habit>;
  readonly profile: readonly ProfileColumn[];
  readonly questions: readonly QuestionColumn[];
  readonly groups: readonly GroupColumn[];
  readonly others: readonly OtherColumn[];
  readonly remarks: readonly RemarkColumn[];
  /** Questions, by their index, of which only remarks have columns: their answers begin blank in each row. */
  readonly onlyRemarked: readonly number[];
  /** The columns of the questions by their index, for findings. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Only where rows have no ids of their own. */
  readonly alike: AlikeColumns | undefined;
  readonly tally: Tally;
  readonly unnamed: Set<number>;
  /** The answers of the row at hand by `Question.index`: one array for all rows, so each is set anew in every row. */
  readonly answers: Answer[];
  readonly makeAnswers: MakeAnswers;
  /** Whether the schema has accepted each answer of the row at hand by itself. */
  areAccepted: boolean;
  /** What is wrong with the row at hand, and the questions whose cell is. */
  faults: Finding[];
  readonly faulty: Set<number>;
  /** Why it is refused, where that is told once for the whole file: of this row alone. */
  refusal: Finding | undefined;
  /** Data rows so far, blank ones too. */
  rows: number;
  /** Blank rows since the last that was not. */
  blanks: number;
  /** Line ends within the cells of the row at hand. */
  breaks: number;
}

interface MetaReader {
  readonly at: number;
  readonly read: ReadMeta;
}

/** A question whose options have a column each, and the one that has them all, if there is one too. */
export interface GroupColumn extends QuestionColumn {
  readonly parts: readonly OptionPart[];
  readonly whole: QuestionColumn | undefined;
}

/** What was written beside the options of a question. */
export interface OtherColumn extends QuestionColumn {
  /** Before the note, where it stood beside one option; that option, where the question has it. */
  readonly label: string | undefined;
  readonly option: string | undefined;
}

interface RemarkColumn {
  readonly at: number;
  readonly index: number;
  readonly reader: AnswerReader;
  readonly remark: RemarkKey;
}

export function openTable(
  session: Session,
  file: SourceFile,
  opened: OpenedTable,
  columns: Columns,
  { leavesOut, omits, spots }: Pick<Layout, 'leavesOut' | 'omits' | 'spots'>,
): Table {
  const { reader, questionnaire } = session;
  const meta: MetaReader[] = [];
  const readMeta = (at: number | undefined, read: ReadMeta) => {
    if (at !== undefined) meta.push({ at, read });
  };
  readMeta(columns.meta.get('wave'), readWave);
  readMeta(columns.meta.get('mode'), readMode);
  readMeta(columns.meta.get('completed'), readCompleted);
  readMeta(columns.meta.get('participants'), readParticipants);
  readMeta(columns.meta.get('official'), readOfficial);
  const idAt = columns.meta.get('response_id') ?? -1;
  const questions = columns.questions.flatMap(({ at, question }) => questionColumn(session, at, question));
  const answered = new Set([...columns.questions, ...columns.groups].map(({ question }) => question.index));
  return {
    session,
    file,
    opened,
    columns,
    leavesOut,
    omits,
    spots,
    idAt,
    versionAt: columns.meta.get('questionnaire_version') ?? -1,
    meta,
    habits: habitsOf(session, columns),
    profile: columns.profile.map(({ at, field }) => ({
      at,
      id: field.id,
      reader: profileReader(field),
      known: new Map(),
    })),
    questions,
    groups: columns.groups.flatMap(({ question, parts }) =>
      questionColumn(session, parts[0]?.at ?? 0, question).map((column) => ({
        ...column,
        parts,
        whole: questions.find(({ index }) => index === question.index),
      })),
    ),
    others: columns.others.flatMap(({ at, question, beside }) =>
      questionColumn(session, at, question).map((column) => ({
        ...column,
        label: beside[0],
        option: optionOf(column, beside),
      })),
    ),
    onlyRemarked: [...columns.remarks, ...columns.others]
      .map(({ question }) => question.index)
      .filter((index) => !answered.has(index)),
    remarks: columns.remarks.flatMap(({ at, question, remark }) => {
      const found = reader.byId.get(question.id);
      return found === undefined ? [] : [{ at, index: question.index, reader: found, remark }];
    }),
    columnOf: new Map([
      ...columns.groups.map(({ question, parts }) => [question.id, parts[0]?.at ?? 0] as const),
      ...columns.names.map((name, at) => [name, at] as const),
    ]),
    alike: idAt < 0 ? alikeColumns(Array.from(columns.names, (name) => name ?? '')) : undefined,
    tally: new Map(),
    unnamed: new Set(columns.unnamed),
    answers: questionnaire.questions.map(() => blankAnswer),
    makeAnswers: answersMaker(questionnaire.questions.map(({ id }) => id)),
    areAccepted: true,
    faults: [],
    faulty: new Set(),
    refusal: undefined,
    rows: 0,
    blanks: 0,
    breaks: 0,
  };
}

function questionColumn(
  { reader, validator }: Session,
  at: number,
  { id, index }: Question,
): readonly QuestionColumn[] {
  const found = reader.byId.get(id);
  if (found === undefined) return [];
  const short = Array.from({ length: 128 }, () => undefined);
  const accepts = (answer: Answer) => validator.acceptsAnswer(id, answer);
  return [{ at, id, index, reader: found, accepts, known: new Map<string, Answer>(), short }];
}

/** The option that any of these texts names. */
function optionOf({ reader: { labels } }: QuestionColumn, texts: readonly string[]): string | undefined {
  if (labels === undefined) return undefined;
  const found = texts
    .map((text) => lookUp(labels, text))
    .find((key) => key !== undefined && key !== ambiguous);
  return found === undefined ? undefined : String(found);
}

/** All dates that people gave are written in one order, a form tool's own perhaps in another; numbers may be written otherwise in every column. */
function habitsOf(
  { options: { dates } }: Session,
  { questions, meta, toolTime }: Columns,
): ReadonlyMap<number, Habit> {
  const habits = new Map<number, Habit>();
  const date: Habit = { kind: 'date', order: dates };
  const completed = meta.get('completed');
  if (completed !== undefined) habits.set(completed, toolTime ? { kind: 'date', order: dates } : date);
  for (const { at, question } of questions) {
    if (question.type === 'date') habits.set(at, date);
    if (question.type === 'number') habits.set(at, { kind: 'number', mark: undefined });
  }
  return habits;
}

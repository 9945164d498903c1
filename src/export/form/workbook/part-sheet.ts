import type { ChoicesQuestion, Question, Questionnaire } from '../../../questionnaire/questionnaire.js';
import { formMap } from '../../../response/form/form-map.js';
import { reference } from '../../workbook/print-titles.js';
import { answerText, remarkText } from '../answer-text.js';
import { toConfirm } from '../carried-words.js';
import type { Asked, Entry, Form, FormPart } from '../form.js';
import { answerWords, freeAnswerHint, levelLines, permittedWords } from '../words.js';
import { answerCheck, remarkCheck, tickCheck } from './checks.js';
import {
  a1,
  blank,
  type Cell,
  type Content,
  contentOf,
  fixed,
  type Look,
  type Row,
  type Sheet,
  shown,
} from './layout.js';
import { type Columns, columnsOf, explanation, headerRow, takes, widthsOf } from './part-columns.js';
import { spilled } from './row-height.js';
import { type AnswerCells, countOf, countShown, signs, stateOf } from './state.js';

/** The sheet of a part, and where it stands with its answers. */
export interface PartSheet {
  readonly sheet: Sheet;
  readonly answered: Content;
  readonly open: Content;
}

const headRows = 3;

export function partSheet(
  { questionnaire, kind }: Pick<Form, 'questionnaire' | 'kind'>,
  part: FormPart,
  name: string,
): PartSheet {
  const columns = columnsOf(part);
  const rows: Row[] = [];
  const states: Content[] = [];
  for (const entry of part.entries) {
    const made = rowsOf(questionnaire, entry, columns, headRows + rows.length);
    rows.push(...made);
    const state = made[0]?.[columns.state]?.content;
    if (state?.kind === 'formula') states.push(state);
  }
  const last = headRows + rows.length - 1;
  const range = `${fixed({ row: headRows, column: columns.state })}:${fixed({ row: last, column: columns.state })}`;
  const is = signs[kind];
  const answered = countShown(is.answered, states);
  const open = countShown(is.open, states);
  const elsewhere = reference(name, range);
  return {
    sheet: {
      name,
      hidden: false,
      widths: widthsOf(columns),
      rows: [
        [shown('title', part.number), shown('title', part.dimension.title.trim())],
        [
          undefined,
          {
            look: 'label',
            content: {
              kind: 'formula',
              formula: `${countOf(is.answered, range)}&" of "&${countOf([...is.answered, ...is.open], range)}&" answered"`,
              shown: `${answered} of ${answered + open} answered`,
            },
          },
        ],
        headerRow(questionnaire, columns),
        ...rows,
      ],
      frozen: { rows: headRows, columns: 2 },
      highlights: [
        {
          from: { row: headRows, column: columns.answer },
          to: { row: last, column: columns.state },
          formula: openFormula(headRows, columns.state),
        },
      ],
    },
    answered: { kind: 'formula', formula: countOf(is.answered, elsewhere), shown: answered },
    open: { kind: 'formula', formula: countOf(is.open, elsewhere), shown: open },
  };
}

/** Whether a row's state is that something is still to be done. */
function openFormula(row: number, column: number): string {
  const state = `$${a1({ row, column })}`;
  return `OR(LEFT(${state},1)="○",LEFT(${state},1)="?",LEFT(${state},1)="!")`;
}

function rowsOf(
  questionnaire: Questionnaire,
  entry: Entry,
  columns: Columns,
  at: number,
): readonly [Row, ...Row[]] {
  const explained = (look: Look) => (columns.help === undefined ? [] : [shown(look, explanation(entry))]);
  const widths = widthsOf(columns);
  const across = (look: Look, cells: readonly Cell[]): readonly [Row, ...Row[]] =>
    spilled([...cells, ...widths.slice(cells.length).map(() => shown(look, undefined))], widths);
  switch (entry.kind) {
    case 'heading': {
      const cells = [shown('heading', entry.number), shown('heading', entry.title.trim())];
      return across('about', [...cells, ...explained('about')]);
    }
    case 'grid': {
      const cells = [shown('number', entry.number), shown('question', entry.text.trim())];
      return across('text', [...cells, ...explained('text')]);
    }
    case 'question':
      return questionRows(questionnaire, entry, columns, at, explained('text'));
  }
}

function questionRows(
  questionnaire: Questionnaire,
  asked: Asked,
  columns: Columns,
  at: number,
  help: readonly Cell[],
): readonly [Row, ...Row[]] {
  const { number, question, answer, carried } = asked;
  const cells = (state: Content): Row => [
    shown('number', number),
    shown(question.grid === undefined ? 'question' : 'item', question.text.trim()),
    ...help,
    answerCell(questionnaire, asked),
    { look: 'state', content: state },
    shown(
      'text',
      [...(carried === undefined ? [] : [`${toConfirm(carried)}.`]), meaningOf(questionnaire, question)].join(
        '\n',
      ),
    ),
    ...columns.remarks.map((remark): Cell => {
      if (!takes(question, remark)) return { look: 'closed', content: blank };
      const check = remarkCheck(questionnaire, question, remark);
      const content = contentOf(remarkText(questionnaire, question, remark, answer));
      return { look: 'input', content, reads: { target: `${question.id}__${remark}`, check } };
    }),
  ];
  const widths = widthsOf(columns);
  // Texts alone say how many rows they take, and the options stand below these.
  const below = at + spilled(cells(blank), widths).length;
  const place = (row: number) => a1({ row, column: columns.answer });
  const answered: AnswerCells = {
    answer: isTicksOnly(question) ? undefined : place(at),
    ...(question.type === 'choices' ? { ticks: ticksOf(question, (option) => place(below + option)) } : {}),
  };
  const options = question.type === 'choices' ? optionRows(question, asked, columns) : [];
  const [first, ...rest] = spilled(cells(stateOf(questionnaire, asked, answered)), widths);
  return [first, ...rest, ...options];
}

/** Where the options of a question are ticked: a cell each, one below the other. */
function ticksOf(
  { options }: ChoicesQuestion,
  place: (option: number) => string,
): NonNullable<AnswerCells['ticks']> {
  return {
    all: `${place(0)}:${place(options.length - 1)}`,
    alone: options.flatMap(({ exclusive }, at) => (exclusive ? [place(at)] : [])),
  };
}

/** Whether there is nothing to say but which options apply. */
function isTicksOnly({ type, nonAnswers }: Question): boolean {
  return type === 'choices' && nonAnswers.length === 0;
}

function answerCell(questionnaire: Questionnaire, { question, answer, carried }: Asked): Cell {
  if (isTicksOnly(question)) {
    return shown('closed', 'Choose below');
  }
  const reads = { target: question.id, check: answerCheck(questionnaire, question) };
  const given =
    question.type === 'choices' && answer.value !== undefined
      ? undefined
      : answerText(questionnaire, question, answer);
  const content: Content =
    question.type === 'date' && typeof answer.value === 'string'
      ? { kind: 'date', date: answer.value }
      : contentOf(given);
  return { look: carried === undefined ? 'input' : 'carried', content, reads };
}

/** A row for each option, with a cell that chooses it: what is chosen can be read without taking texts apart. */
function optionRows(
  question: ChoicesQuestion,
  { answer, carried }: Asked,
  { answer: column }: Columns,
): readonly Row[] {
  const chosen = Array.isArray(answer.value) ? answer.value : [];
  return question.options.map(({ id, label, exclusive }) => {
    const text = exclusive ? `${label.trim()} (on its own)` : label.trim();
    const tick: Cell = {
      look: carried === undefined ? 'input' : 'carried',
      content: contentOf(chosen.includes(id) ? formMap.chosen : undefined),
      reads: { target: question.id, option: id, check: tickCheck },
    };
    const between = Array.from({ length: column - 2 }, () => shown('text', undefined));
    return [shown('number', undefined), shown('option', text), ...between, tick];
  });
}

/** The answers there are, in the question's own words where it has any. */
function meaningOf(questionnaire: Questionnaire, question: Question): string {
  const words = permittedWords(questionnaire, question);
  const or = words.length === 0 ? [] : [`Or: ${words.join('; ')}`];
  return [...answersOf(question), ...or].join('\n');
}

function answersOf(question: Question): readonly string[] {
  switch (question.type) {
    case 'level':
      return levelLines(question).map(({ label, meaning }) =>
        meaning === undefined ? label : `${label}: ${meaning}`,
      );
    case 'choice':
      return answerWords(question).map(({ word }) => word);
    case 'choices':
      return [`Choose any that apply below, with ${formMap.chosen}.`];
    default:
      return [freeAnswerHint(question) ?? ''];
  }
}

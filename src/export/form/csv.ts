import { stringify } from 'csv-stringify/sync';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { exampleId } from '../../response/form/example-id.js';
import { remarksOf } from '../../response/reading/read-remark.js';
import { type AnswerValue, confidences } from '../../response/response.js';
import { safeText } from '../../response/texts/safe-text.js';
import { answerText, remarkText } from './answer-text.js';
import { toConfirm } from './carried-words.js';
import { type Asked, askedOf, type Form, type FormField } from './form.js';
import type { FormFormat } from './form-format.js';
import { answerWords, barrierWords, type FormRemark, formRemarks, optionWords } from './words.js';

export const csvForm = {
  name: 'csv',
  extensions: ['csv'],
  describe: 'The wide table of answers: a column for each question and follow-up, with an example row.',
  fillable: true,
  write: async (form) => ({ content: table(form) }),
} satisfies FormFormat;

const versionColumn = 'questionnaire_version';

type Value = string | number | undefined;

/** A column of the table: its name, what the example says in it, and what is filled in. */
interface Column {
  readonly name: string;
  readonly example: Value;
  readonly value: Value;
}

/** The header, the example, and one row for what is known beforehand. A form that was filled in needs no example. */
function table(form: Form): string {
  const columns = columnsOf(form);
  const filled = columns.some(({ name, value }) => name !== versionColumn && value !== undefined);
  const rows = [
    columns.map(({ name }) => name),
    ...(form.responseId === undefined ? [columns.map(({ example }) => example)] : []),
    ...(filled ? [columns.map(({ value }) => value)] : []),
  ];
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : (cell ?? '')))),
    { record_delimiter: '\n' },
  );
}

function columnsOf(form: Form): readonly Column[] {
  const { questionnaire } = form;
  return [
    { name: 'response_id', example: exampleId, value: form.responseId },
    { name: 'wave', example: form.wave, value: form.wave },
    { name: 'mode', example: 'self_completion', value: form.mode },
    { name: 'completed', example: '2026-11-23', value: undefined },
    { name: versionColumn, example: questionnaire.version, value: questionnaire.version },
    { name: 'participants', example: 1, value: form.participants },
    ...form.profile.map((field) => profileColumn(field)),
    ...form.parts.flatMap((part) => askedOf(part).flatMap((asked) => questionColumns(questionnaire, asked))),
  ];
}

function profileColumn({ field, value, units }: FormField): Column {
  const words = field.type === 'choice' ? optionWords(field.options) : [];
  const known = words.find(({ id }) => id === value)?.word ?? value;
  const example =
    field.type === 'choice' ? words[0]?.word : field.type === 'number' ? 1 : (units[0] ?? 'Example');
  return { name: field.id, example: known ?? example, value: known };
}

function questionColumns(
  questionnaire: Questionnaire,
  { question, answer, carried }: Asked,
): readonly Column[] {
  const takes = remarksOf(question);
  return [
    {
      name: question.id,
      example: exampleAnswer(question),
      value: plain(answerText(questionnaire, question, answer), answer.value),
    },
    ...formRemarks
      .filter((remark) => takes.includes(remark))
      .map((remark) => ({
        name: `${question.id}__${remark}`,
        example: exampleRemark(questionnaire, question, remark),
        value:
          remarkText(questionnaire, question, remark, answer) ??
          (remark === 'note' && carried !== undefined ? toConfirm(carried) : undefined),
      })),
  ];
}

/** The value itself or its ids where a spreadsheet would take the words for a formula. */
function plain(text: Value, value: AnswerValue | undefined): Value {
  if (typeof text !== 'string' || safeText(text) === text || value === undefined) return text;
  return typeof value === 'object' ? value.join('; ') : typeof value === 'number' ? value : String(value);
}

/** An answer that the question accepts; none to a text that has to follow a pattern. */
function exampleAnswer(question: Question): Value {
  switch (question.type) {
    case 'level':
    case 'choice': {
      const [first] = answerWords(question);
      return plain(first?.word, first?.key);
    }
    case 'choices': {
      const free = question.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
      const words = answerWords(question).filter(({ key }) => free.some((id) => id === key));
      return (words.length === 0 ? answerWords(question).slice(0, 1) : words.slice(0, 2))
        .map(({ key, word }) => (word.includes(';') || safeText(word) !== word ? key : word))
        .join('; ');
    }
    case 'yes_no':
      return 'Yes';
    case 'number':
      return question.integer
        ? Math.ceil(question.min ?? Math.floor(question.max ?? 0))
        : (question.min ?? question.max ?? 0);
    case 'date':
      return question.min ?? question.max ?? '2026-11-23';
    case 'text': {
      const text = 'An example, left out on import';
      return question.pattern === undefined ? text.slice(0, question.maxLength) : undefined;
    }
  }
}

function exampleRemark({ barriers }: Questionnaire, question: Question, remark: FormRemark): Value {
  switch (remark) {
    case 'target':
      return answerWords(question).at(-1)?.word;
    case 'barriers':
      return barrierWords(barriers)
        .slice(0, 2)
        .map(({ word }) => word)
        .join('; ');
    case 'confidence':
      return confidences[1];
    case 'share':
      return 'yes';
    case 'note':
      return 'This row is an example. It is left out on import.';
    case 'evidence':
    case 'best_practice':
    case 'contact':
      return 'Example';
  }
}

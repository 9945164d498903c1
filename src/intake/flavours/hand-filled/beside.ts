import { wordsOf } from '../../../response/labels/labels.js';

/** Whether a heading says that people's comments stand below it. */
export function isComments(text: string): boolean {
  return /^(?:(?:your|any|other|further|additional) )*(?:comments?|notes?|remarks?)(?: optional| if any)?$/.test(
    wordsOf(text),
  );
}

const aside: ReadonlySet<string> = new Set([
  'no',
  'nr',
  'number',
  'ref',
  'reference',
  'section',
  'theme',
  'dimension',
  'area',
  'guidance',
  'help',
  'options',
  'scale',
  'type',
]);

/** Whether a heading says that what stands below it is the form's own, such as numbers and guidance. */
export function isAside(text: string): boolean {
  const words = wordsOf(text);
  return aside.has(words) || text.trim() === '#';
}

const above: ReadonlySet<string> = new Set([
  'question',
  'questions',
  'statement',
  'item',
  'indicator',
  'topic',
]);

/** Whether a cell is but the heading of the questions below it. */
export function isQuestionHeading(text: string): boolean {
  return above.has(wordsOf(text));
}

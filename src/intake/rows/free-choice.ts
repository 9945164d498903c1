import { type Finding, finding } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import { type Labels, nearest } from '../../response/labels/labels.js';
import type { AnswerReader, Spot } from '../../response/reading/read-answer.js';
import { cutSeveral } from './cut-several.js';

/** What was chosen, as a cell of ids joined by `;`, and what was written beside the options. */
export interface FreeChoice {
  readonly chosen: string;
  readonly note: string | undefined;
}

/** How a cell may be written: what joins several answers, and what a person has said that its words stand for, folded. */
export interface CellWays {
  readonly joins: readonly string[];
  readonly values: ReadonlyMap<string, string> | undefined;
}

export const noWays: CellWays = { joins: [], values: undefined };

const other = /^other\b[^:]*:\s*(.+)$/is;
/** As forms label the option with a box for words of one's own. */
const bareOther = /^other\s*\(?\s*(?:please\s+)?(?:specify|state|say|describe|explain)\s*\)?:?$/i;

/**
 * Reads a cell that names options with words beside them: several by the joins of its form tool, "Other: …" as a note on
 * the option `other`, where there is one. What is left over is a fault, not a note: it may be a misspelt option.
 */
export function freeChoice(
  { question, labels, words }: AnswerReader,
  text: string,
  { joins, values }: CellWays,
  spot: Spot,
): FreeChoice | Finding | undefined {
  if (labels === undefined || (question.type !== 'choices' && question.type !== 'choice')) return undefined;
  const known = [...labels.words, ...words.keys(), ...(values?.keys() ?? [])];
  const cut =
    question.type === 'choices' ? cutSeveral(text, known, joins) : { words: [], rest: [text.trim()] };
  const notes: string[] = [];
  const left: string[] = [];
  const hasOther = question.options.some(({ id }) => id === 'other');
  let isOther = false;
  for (const part of cut.rest) {
    if (other.test(part)) notes.push(part);
    else if (hasOther && bareOther.test(part)) isOther = true;
    else left.push(part);
  }
  const [first] = left;
  if (first !== undefined)
    return cut.words.length + notes.length === 0 ? undefined : leftOver(first, labels, spot);
  if (notes.length === 0 && cut.words.length === 0 && !isOther) return undefined;
  const own = hasOther && (isOther || notes.length > 0) ? ['other'] : [];
  const chosen = cut.words.map((word) => values?.get(fold(word)) ?? word);
  return {
    chosen: [...chosen, ...own].join(';'),
    note: notes.length === 0 ? undefined : notes.join('\n'),
  };
}

function leftOver(found: string, labels: Labels, { place, name }: Spot): Finding {
  const suggestion = nearest(labels, found);
  return finding('answer-left-over', place, { name, found, allowed: labels.allowed, suggestion });
}

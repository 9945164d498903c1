import type { OptionDefinition } from '../../generated/definitions.js';
import { fold, nonAnswerOf } from '../non-answer-words.js';
import type { NonAnswer, Option, Origin } from '../questionnaire.js';
import type { Part } from './part.js';

export type OwnWords = Readonly<Partial<Record<NonAnswer, readonly string[]>>>;

/** Options as they are offered; reports ids that stand twice, partial scores, and words that read as a non-answer. */
export function buildOptions(
  definitions: readonly OptionDefinition[],
  origin: Origin,
  part: Part,
  words: OwnWords,
): readonly Option[] {
  const seen = new Set<string>();
  const options: Option[] = [];
  for (const definition of definitions) {
    const { id, label, score, exclusive = false } = definition;
    if (seen.has(id)) {
      part.report('duplicate-name', part.origin(definition, 'id'), { what: 'option', id });
      continue;
    }
    seen.add(id);
    reportNonAnswerWord(part, part.origin(definition, 'id'), 'option id', id, words);
    if (fold(label) !== fold(id)) {
      reportNonAnswerWord(part, part.origin(definition, 'label'), 'option label', label, words);
    }
    options.push({ id, label, exclusive, ...(score === undefined ? {} : { score }) });
  }
  const unscored = options.filter((option) => option.score === undefined).map((option) => option.id);
  if (unscored.length > 0 && unscored.length < options.length) {
    part.report('options-partly-scored', origin, { unscored });
  }
  return options;
}

export function reportNonAnswerWord(
  part: Part,
  origin: Origin,
  what: string,
  word: string,
  words: OwnWords,
): void {
  const meaning = nonAnswerOf(word, words);
  if (meaning !== undefined) part.report('reads-as-non-answer', origin, { what, word, meaning });
}

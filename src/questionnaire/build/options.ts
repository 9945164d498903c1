import type { OptionDefinition } from '../../generated/definitions.js';
import { reportNonAnswerWord } from '../checks/while-loading/reads-as-non-answer.js';
import { fold, type OwnWords } from '../non-answer-words.js';
import type { Option, Origin } from '../questionnaire.js';
import type { Part } from './part.js';

/**
 * Options as they are offered; reports ids that stand twice, partial scores, and words that read as a non-answer. Nothing
 * where an id is wrong: what was meant to have it is not known, so that nothing is said of those who name it.
 */
export function buildOptions(
  definitions: readonly OptionDefinition[],
  part: Part,
  words: OwnWords,
): readonly Option[] | undefined {
  const seen = new Map<string, Origin>();
  const options: Option[] = [];
  let sound = true;
  for (const definition of definitions) {
    const { id, label, score, exclusive = false } = definition;
    const idOrigin = part.origin(definition, 'id');
    const first = seen.get(id);
    if (first !== undefined) {
      reportTwice(part, idOrigin, 'option', id, first);
      sound = false;
      continue;
    }
    seen.set(id, idOrigin);
    if (reportNonAnswerWord(part, [definition, 'id'], 'option id', id, words)) sound = false;
    if (fold(label) !== fold(id)) {
      reportNonAnswerWord(part, [definition, 'label'], 'option label', label, words);
    }
    options.push({
      id,
      label,
      exclusive,
      ...(score === undefined ? {} : { score }),
      origin: part.origin(definition),
    });
  }
  reportPartlyScored(definitions, part);
  return sound ? options : undefined;
}

/** Points at the options that are fewer: what was left out, or what was written where nothing should be. */
function reportPartlyScored(definitions: readonly OptionDefinition[], part: Part): void {
  const scored = definitions.filter(({ score }) => score !== undefined);
  const unscored = definitions.filter(({ score }) => score === undefined);
  const odd = scored.length < unscored.length ? scored[0] : unscored[0];
  if (odd === undefined || scored.length === 0) return;
  const ids = (some: readonly OptionDefinition[]) => some.map(({ id }) => id);
  const origin = part.origin(odd, odd.score === undefined ? 'id' : 'score');
  part.report('options-partly-scored', origin, { scored: ids(scored), unscored: ids(unscored) });
}

export function reportTwice(part: Part, origin: Origin, what: string, id: string, first: Origin): void {
  const line = part.line?.(first);
  part.report('duplicate-name', origin, { what, id, ...(line === undefined ? {} : { line }) });
}

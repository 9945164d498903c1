import type { LevelDefinition } from '../../generated/definitions.js';
import { reportNonAnswerWord } from '../checks/while-loading/reads-as-non-answer.js';
import type { OwnWords } from '../non-answer-words.js';
import type { Level } from '../questionnaire.js';
import { misplaced } from './order.js';
import type { Part } from './part.js';

/** The levels of a scale; nothing where they cannot tell answers apart, which is then reported. */
export function buildLevels(
  scale: string,
  definitions: readonly LevelDefinition[],
  part: Part,
  words: OwnWords,
): readonly Level[] | undefined {
  const levels = definitions.map((definition) => {
    const { value, label, score = value } = definition;
    return { value, label, score, origin: part.origin(definition) };
  });
  const wrong = misplaced(levels.map((level) => level.value));
  const odd = wrong === undefined ? undefined : definitions[wrong.at];
  if (wrong !== undefined && odd !== undefined) {
    const { at: _, ...args } = wrong;
    part.report('levels-out-of-order', part.origin(odd, 'value'), args);
    return undefined;
  }
  for (const definition of definitions) {
    const { value, label } = definition;
    reportNonAnswerWord(part, [definition, 'label'], 'level label', label, words);
    reportNonAnswerWord(part, [definition, 'value'], 'level value', String(value), words);
  }
  const first = definitions[0];
  if (new Set(levels.map((level) => level.score)).size === 1 && first !== undefined) {
    part.report('no-spread', part.origin(first), { what: `the scale \`${scale}\`` });
    return undefined;
  }
  return levels;
}

import { jsonText } from '../text/json-text.js';
import type { Explanation, ExplanationWriter } from './explanation.js';

export const json = {
  name: 'json',
  extensions: ['json'],
  describe: 'The whole tree as one JSON object; a figure that is none is null.',
  write: (explanation: Explanation): string => {
    const { plan, subject, wave, derivation, nextBand, adjustments = [], carried = [] } = explanation;
    const { questionnaire, rubric } = plan;
    const whole = {
      questionnaire: { id: questionnaire.id, version: questionnaire.version },
      rubric: { id: rubric.id, version: rubric.version },
      subject,
      wave: wave === '' ? null : wave,
      derivation,
      adjustments,
      carried,
      next_band: nextBand ?? null,
    };
    return `${jsonText(snakeCased(whole), 2)}\n`;
  },
} satisfies ExplanationWriter;

/** The same with keys as other files of Milepost have them: `min_children`. */
function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(each),
    ]),
  );
}

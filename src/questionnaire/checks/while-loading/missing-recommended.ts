import type { QuestionnaireDefinition } from '../../../generated/definitions.js';
import type { Part } from '../../build/part.js';
import type { RuleDescription } from '../rule-description.js';
import { sample, sampleWithout } from '../sample.js';

/** A questionnaire without a description, a licence or a notice. */
export const missingRecommended: RuleDescription<'missing-recommended'> = {
  id: 'missing-recommended',
  reason: `A questionnaire works without these keys, but not for those who meet it. Respondents should know what is asked of whom
(\`description\`), and who sees their answers and what for (\`notice\`); others should know whether they may use it (\`licence\`).`,
  bad: sampleWithout('licence'),
  good: sample,
};

/** What a questionnaire can do without, and those who meet it cannot, and why. */
const recommended = {
  description: 'a respondent should know what is asked, and of whom',
  licence: 'others should know whether they may use it',
  notice: 'respondents should know who sees their answers, and what for',
};

/** The keys that are recommended and not there; one that is there with a mistake is told of as that. */
export function reportMissingRecommended(definition: QuestionnaireDefinition, part: Part): void {
  for (const key of ['description', 'licence', 'notice'] as const) {
    if (definition[key] !== undefined || part.broken.has(key)) continue;
    part.report('missing-recommended', part.origin(definition), { key, why: recommended[key] });
  }
}

import type { RuleDescription } from '../rule-description.js';
import { sample, sampleWithout } from '../sample.js';

/** A key that must be there, such as the version; `definition/schema-finding.ts` finds it by the schema. */
export const missingKey: RuleDescription<'missing-key'> = {
  id: 'missing-key',
  reason: `A questionnaire without a version cannot say which answers were given to which wording, and two that differ are taken for
one. The same holds for every key without which a part cannot be used: an id, a title, the scale that levels are chosen from.`,
  bad: sampleWithout('version'),
  good: sample,
};

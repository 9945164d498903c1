import { askedIn, defineRule, within } from 'milepost';

/**
 * @import { RuleContext } from 'milepost'
 */

/** A level that nobody backs up is an opinion; our assessors want to see something. */
export const evidenceAsked = defineRule({
  id: 'house/evidence-asked',
  severity: 'warning',
  reason:
    'Levels are reviewed by an assessor, who needs to see what they rest on. So every level question asks for evidence.',
  bad: '- { id: owner, text: Does every dataset have an owner?, scale: maturity }',
  good: '- { id: owner, text: Does every dataset have an owner?, scale: maturity, ask: [evidence] }',
  text: (/** @type {{ id: string }} */ { id }) => `\`${id}\` asks for a level and for no evidence of it`,
  help: () => 'Add `ask: [evidence]`.',

  /** @param {RuleContext} context */
  *check({ questionnaire, locator }) {
    for (const { id, question, origin } of askedIn(questionnaire)) {
      if (question.type !== 'level' || question.ask.includes('evidence')) continue;
      yield { place: locator.place(within(origin, 'id')), args: { id } };
    }
  },
});

/** One dimension must not decide the whole. */
export const noDimensionRules = defineRule({
  id: 'house/no-dimension-decides',
  severity: 'info',
  reason:
    'An overall score of which one dimension makes up more than half says little that this dimension does not say.',
  bad: `dimensions:
  - { id: data, title: Data, weight: 3, questions: […] }
  - { id: people, title: People, weight: 1, questions: […] }`,
  good: `dimensions:
  - { id: data, title: Data, weight: 1, questions: […] }
  - { id: people, title: People, weight: 1, questions: […] }`,
  text: (/** @type {{ id: string, percent: number }} */ { id, percent }) =>
    `\`${id}\` makes up ${percent} % of the overall score`,
  help: () => 'Spread the weights more evenly.',

  /** @param {RuleContext} context */
  *check({ questionnaire: { dimensions }, locator }) {
    const total = dimensions.reduce((sum, { weight }) => sum + weight, 0);
    for (const { id, weight, origin } of dimensions) {
      const percent = Math.round((100 * weight) / total);
      if (dimensions.length > 2 && percent > 50) {
        yield { place: locator.place(within(origin, 'weight')), args: { id, percent } };
      }
    }
  },
});

import { defineRule } from './check-rule.js';
import { dimensionsExpecting, sampleWithoutExample } from './sample.js';

/** A questionnaire whose scores nothing shows. */
export const noExample = defineRule({
  id: 'no-example',
  reason: `An example is a set of answers with the scores expected of them, and \`check\` works it out every time. It is
the only thing that notices when a change of weights, methods or bands moves a score that should have stayed.`,
  bad: sampleWithoutExample,
  good: dimensionsExpecting(100),
  *check({ questionnaire, locator, textOf }) {
    const { examples, origin } = questionnaire;
    // Examples with errors of their own are left out of the questionnaire.
    if (examples.length > 0 || /^["']?examples["']?[ \t]*:/m.test(textOf(origin.file) ?? '')) return;
    yield { place: locator.place({ ...origin, path: ['id'] }), args: {} };
  },
});

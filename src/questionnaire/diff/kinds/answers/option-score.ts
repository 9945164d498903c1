import { within } from '../../../checks/asked.js';
import { optionsPairs } from '../../answer-sets.js';
import { defineChange, picks } from '../../change.js';

const question = (score: number) => `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: own, label: Own centre, score: 0 }
    - { id: shared, label: Shared centre, score: ${score} }
    - { id: cloud, label: In the cloud, score: 3 }`;

export const optionRescored = defineChange({
  id: 'option-rescored',
  reason: `The same answer scores something else.`,
  before: question(1),
  after: question(2),
  *compare(context) {
    for (const { of, owners, options } of optionsPairs(context)) {
      for (const { old, new: now } of options.pairs) {
        if (old.score === now.score) continue;
        yield {
          subject: { what: 'option', id: now.id },
          old: within(old.origin, 'score'),
          new: within(now.origin, 'score'),
          args: { of, option: now.id, from: written(old.score), to: written(now.score) },
          touches: { questions: owners, are: picks(old.id) },
        };
      }
    }
  },
});

function written(score: number | undefined): string {
  return score === undefined ? 'nothing' : String(score);
}

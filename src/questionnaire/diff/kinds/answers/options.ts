import { within } from '../../../checks/asked.js';
import type { Option } from '../../../questionnaire.js';
import { type OptionsPair, optionsPairs } from '../../answer-sets.js';
import { defineChange, picks } from '../../change.js';

const question = (...options: readonly string[]) => `- id: hosting
  text: Where does it run?
  type: choice
  options:
${options.map((option) => `    - ${option}`).join('\n')}`;
const own = '{ id: own, label: Own centre, score: 0 }';
const shared = '{ id: shared, label: Shared centre, score: 1 }';
const cloud = '{ id: cloud, label: In the cloud, score: 2 }';

export const optionRemoved = defineChange({
  id: 'option-removed',
  reason: `Answers with an option that is no longer there are refused. Where several questions share a list of options, it is told
once.`,
  before: question(own, shared, cloud),
  after: question(own, cloud),
  *compare(context) {
    for (const { of, owners, options } of optionsPairs(context)) {
      for (const { id, label, origin } of options.removed) {
        yield {
          subject: { what: 'option', id },
          old: within(origin, 'id'),
          args: { of, option: id, label },
          touches: { questions: owners, are: picks(id) },
        };
      }
    }
  },
});

export const optionAdded = defineChange({
  id: 'option-added',
  reason: `There is something to choose now that nobody could choose before. What was chosen keeps its score.`,
  before: question(own, cloud),
  after: question(own, shared, cloud),
  *compare(context) {
    for (const pair of optionsPairs(context)) {
      for (const option of pair.options.added) {
        if (isBeyond(option, pair)) continue;
        const { id, label, origin } = option;
        yield {
          subject: { what: 'option', id },
          new: within(origin, 'id'),
          args: { of: pair.of, option: id, label },
        };
      }
    }
  },
});

export const scoredOptionAdded = defineChange({
  id: 'scored-option-added',
  reason: `A new option that scores less or more than all others changes how far the scores reach, and so what earlier answers
are worth once they are mapped to \`range\`. Where several can be chosen and their scores are added up, any scored option does.`,
  before: question(own, shared),
  after: question(own, shared, cloud),
  *compare(context) {
    for (const pair of optionsPairs(context)) {
      for (const option of pair.options.added) {
        if (!isBeyond(option, pair)) continue;
        const { id, label, origin, score = 0 } = option;
        yield {
          subject: { what: 'option', id },
          new: within(origin, 'id'),
          args: { of: pair.of, option: id, label, score },
          touches: { questions: pair.owners, are: ({ value }) => value !== undefined },
        };
      }
    }
  },
});

function isBeyond({ score, exclusive }: Option, { old, type, combine }: OptionsPair): boolean {
  const scores = old.flatMap((option) => option.score ?? []);
  if (score === undefined || scores.length === 0) return false;
  if (type === 'choices' && combine !== 'max' && !exclusive) return score !== 0;
  return score < Math.min(...scores) || score > Math.max(...scores);
}

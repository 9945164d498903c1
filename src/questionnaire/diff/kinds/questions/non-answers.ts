import { within } from '../../../checks/asked.js';
import type { GivenNonAnswer, Origin, Questionnaire } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import type { Written } from '../../alignment.js';
import { type DiffContext, defineChange } from '../../change.js';

const all = '- { id: owner, text: Is there an owner?, scale: four, non_answers: [dont_know, refused] }';
const some = '- { id: owner, text: Is there an owner?, scale: four, non_answers: [dont_know] }';

export const nonAnswerWithdrawn = defineChange({
  id: 'non-answer-withdrawn',
  reason: `A non-answer that was permitted and is not any more makes the responses that give it invalid. Where the
questionnaire says it for all questions, it is told once.`,
  before: all,
  after: some,
  *compare(context) {
    for (const { pairs, old, new: now } of permissions(context)) {
      const nonAnswers = old.permitted.filter((each) => !now.permitted.includes(each));
      const [first] = pairs;
      if (nonAnswers.length === 0 || first === undefined) continue;
      const withdrawn = new Set<string>(nonAnswers);
      yield {
        subject: { what: 'question', id: first.new.id },
        old: old.origin,
        new: now.origin,
        args: { questions: pairs.map((pair) => pair.new.id), nonAnswers },
        touches: {
          questions: pairs.flatMap((pair) => pair.old.items.map(({ id }) => id)),
          are: ({ nonAnswer }) => nonAnswer !== undefined && withdrawn.has(nonAnswer),
        },
      };
    }
  },
});

export const nonAnswerPermitted = defineChange({
  id: 'non-answer-permitted',
  reason: `What came back stays valid. More non-answers come back from now on, which the rubric must have a policy for.`,
  before: some,
  after: all,
  *compare(context) {
    for (const { pairs, old, new: now } of permissions(context)) {
      const nonAnswers = now.permitted.filter((each) => !old.permitted.includes(each));
      const [first] = pairs;
      if (nonAnswers.length === 0 || first === undefined) continue;
      yield {
        subject: { what: 'question', id: first.new.id },
        old: old.origin,
        new: now.origin,
        args: { questions: pairs.map((pair) => pair.new.id), nonAnswers },
      };
    }
  },
});

interface Permission {
  readonly permitted: readonly GivenNonAnswer[];
  readonly origin: Origin;
}

interface Permissions extends Pair<Permission> {
  readonly pairs: readonly Pair<Written>[];
}

/** What is permitted by the questionnaire for all its questions, and by single questions. */
function permissions({ alignment, old, new: now }: DiffContext): readonly Permissions[] {
  const [before, after] = [old.questionnaire, now.questionnaire];
  const isCommon = (pair: Pair<Written>): boolean =>
    isDefault(pair.old, before) && isDefault(pair.new, after);
  const { pairs } = alignment.questions;
  const common = (version: Questionnaire): Permission => ({
    permitted: version.nonAnswers,
    origin: within(version.origin, 'non_answers'),
  });
  const own = ({ question, origin }: Written): Permission => ({
    permitted: question.nonAnswers,
    origin: within(origin, 'non_answers'),
  });
  return [
    { pairs: pairs.filter(isCommon), old: common(before), new: common(after) },
    ...pairs
      .filter((pair) => !isCommon(pair))
      .map((pair) => ({ pairs: [pair], old: own(pair.old), new: own(pair.new) })),
  ];
}

function isDefault({ question }: Written, { nonAnswers }: Questionnaire): boolean {
  return question.nonAnswers.join() === nonAnswers.join();
}

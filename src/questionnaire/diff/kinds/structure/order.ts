import type { Origin } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import { optionsPairs } from '../../answer-sets.js';
import { type DiffContext, defineChange, type Subject } from '../../change.js';

export const orderChanged = defineChange({
  id: 'order-changed',
  reason: `Answers are known by ids and scores do not depend on the order. It is told because people may answer otherwise when
asked in another order.`,
  before: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: four }`,
  after: `- { id: quality, text: How good are the data?, scale: four }
- { id: owner, text: Is there an owner?, scale: four }`,
  *compare(context) {
    for (const { subject, pairs, old, new: now } of lists(context)) {
      const rank = new Map(old.list.map((each, at) => [each, at]));
      const kept = new Set(pairs.map((pair) => pair.new));
      const twin = new Map(pairs.map((pair) => [pair.new, pair.old]));
      const places = now.list
        .filter((each) => kept.has(each))
        .flatMap((each) => rank.get(twin.get(each) ?? each) ?? []);
      if (places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))) continue;
      yield { subject, old: old.origin, new: now.origin, args: { id: subject.id } };
    }
  },
});

interface Listed {
  readonly list: readonly object[];
  readonly origin: Origin;
}

interface ListPair extends Pair<Listed> {
  readonly subject: Subject;
  readonly pairs: readonly Pair<object>[];
}

/** Lists whose order respondents see: the questions and dimensions in each dimension, and options. */
function lists(context: DiffContext): readonly ListPair[] {
  const { alignment, old, new: now } = context;
  const dimensions = alignment.dimensions.pairs.map((pair) => ({
    old: pair.old.dimension,
    new: pair.new.dimension,
  }));
  const questions = alignment.questions.pairs.flatMap((pair) =>
    pair.old.items.flatMap((item, at) => {
      const twin = pair.new.items[at];
      return at === 0 && twin !== undefined ? [{ old: item, new: twin }] : [];
    }),
  );
  const top = { old: old.questionnaire, new: now.questionnaire };
  return [
    ...[top, ...dimensions].map(
      ({ old, new: now }): ListPair => ({
        subject: { what: 'dimension', id: now.id },
        old: { list: old.dimensions, origin: old.origin },
        new: { list: now.dimensions, origin: now.origin },
        pairs: dimensions,
      }),
    ),
    ...dimensions.map(
      ({ old, new: now }): ListPair => ({
        subject: { what: 'dimension', id: now.id },
        old: { list: old.questions, origin: old.origin },
        new: { list: now.questions, origin: now.origin },
        pairs: questions,
      }),
    ),
    ...optionsPairs(context).flatMap(({ of, old, new: now, options }): readonly ListPair[] => {
      const [first, second] = [old[0], now[0]];
      if (first === undefined || second === undefined) return [];
      return [
        {
          subject: { what: 'question', id: of },
          old: { list: old, origin: first.origin },
          new: { list: now, origin: second.origin },
          pairs: options.pairs,
        },
      ];
    }),
  ];
}

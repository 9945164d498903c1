import type { MissingDefinition } from '../../../generated/definitions.js';
import { defineChange } from '../../../questionnaire/diff/change.js';
import { type NonAnswer, nonAnswers, perNonAnswer } from '../../../questionnaire/questionnaire.js';
import { effective, type RubricDiffContext } from '../rubric-context.js';

export const missingChanged = defineChange<'missing-changed', RubricDiffContext>({
  id: 'missing-changed',
  reason: `What a blank or a "don't know" counts as decides the scores of all who gave one.`,
  before: 'rubric: { missing: { dont_know: exclude } }',
  after: 'rubric: { missing: { dont_know: lowest } }',
  *compare(context) {
    for (const each of effective(context, 'missing', ({ missing }) => missing, policies)) {
      const { node, old, new: now, from, to } = each;
      const differ = nonAnswers.filter((kind) => old[kind] !== now[kind]);
      const said = (of: Policies) => differ.map((kind) => `\`${kind}: ${of[kind]}\``).join(', ');
      yield {
        subject: { what: 'node', id: node },
        old: from,
        new: to,
        args: { node, from: said(old), to: said(now) },
        touches: {
          are: ({ value, nonAnswer }) =>
            value === undefined && differ.some((kind) => kind === (nonAnswer ?? 'unanswered')),
        },
      };
    }
  },
});

type Policies = Readonly<Record<NonAnswer, string>>;

/** What is in force; for stages, what nothing is said of is not met. */
function policies(
  own: MissingDefinition | undefined,
  all: MissingDefinition | undefined,
  { method }: { readonly method?: string },
): Policies {
  return perNonAnswer((kind) => {
    const closed = kind === 'not_applicable' || kind === 'not_asked';
    if (method === 'staged' && !closed) return String(own?.[kind] ?? 'not met');
    return String(own?.[kind] ?? all?.[kind] ?? 'exclude');
  });
}

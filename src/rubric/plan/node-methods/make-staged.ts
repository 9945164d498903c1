import { suggestion } from '../../../finding/suggest.js';
import type { MissingDefinition } from '../../../generated/definitions.js';
import { isBroken } from '../../../questionnaire/broken.js';
import { reportUnreachableThreshold } from '../../checks/while-planning/unreachable-threshold.js';
import { stagesPassed } from '../../methods/staged.js';
import type { Member, Stage } from '../../plan.js';
import type { MadeChild, NodeOutline } from '../nodes/outline.js';
import type { RubricContext } from '../rubric-context.js';
import { policiesOf } from '../terms/dimension-policies.js';
import { excludedBy } from '../terms/policies.js';
import type { Terms } from '../terms/terms.js';
import { type MadeMethod, ofScored, reportedBelow } from './made-method.js';
import { thresholdReader, type WrittenMember, writtenStages } from './written-stages.js';

/** A node that is scored by the number of its stages passed in a row. */
export function makeStaged(outline: NodeOutline, context: RubricContext, terms: Terms): MadeMethod {
  const { entry, path, below, children } = outline;
  const threshold = thresholdReader(outline, context);
  const atLeast = threshold(entry.at_least ?? 0, [...path, 'at_least']);
  const belowAtLeast =
    entry.below_at_least === undefined
      ? undefined
      : threshold(entry.below_at_least, [...path, 'below_at_least']);

  const makeMember = ({ id, own, at, part }: WrittenMember): Member | undefined => {
    const child = below.get(id);
    if (child === undefined) {
      if (!isBroken(context.broken, id)) {
        const args = { id, node: outline.id, ...suggestion(id, below.keys()) };
        context.report('staged-unknown-member', at, args, part);
      }
      return undefined;
    }
    const needed = own === undefined ? atLeast : threshold(own, at);
    reportUnreachableThreshold(child, needed, own === undefined ? [...path, 'at_least'] : at, context);
    return {
      ...memberOf(child, outline, terms, context),
      threshold: needed,
      belowThreshold: belowAtLeast ?? needed,
    };
  };

  const stages = writtenStages(outline, context).map(
    ({ id, title, share = 1, members }): Stage => ({
      id,
      title,
      members: members.flatMap((member) => makeMember(member) ?? []),
      share,
    }),
  );
  const range = { min: 0, max: stages.length };
  return {
    method: { kind: 'staged', stages },
    evaluate: ofScored(outline, (frame) => stagesPassed(stages, frame)),
    range,
    scale: range,
    optional: children.every((child) => child.optional),
    bounded: stages.every(({ members }) => members.every(({ id }) => below.get(id)?.bounded === true)),
    bands: stages.map(({ id, title }, i) => ({ id, label: title, from: i + 1, exclusive: false })),
    reported: reportedBelow(outline),
  };
}

/**
 * A member as the stages see it. Where `missing` under this node says nothing of a blank, a don't know or a refusal,
 * it counts as not met, whatever the rubric says elsewhere.
 */
function memberOf(
  child: MadeChild,
  outline: NodeOutline,
  terms: Terms,
  context: RubricContext,
): Omit<Member, 'threshold' | 'belowThreshold'> {
  const { id, weight, slot, term } = child;
  if (term === undefined) return { id, slot, weight, excludes: [] };
  const dimensions = policiesOf(term.question, context, outline.id);
  const under = outline.kind === 'dimension' ? dimensions : [...dimensions, outline.entry.missing];
  const inherited = outline.written.slice(1).map(closedOnly);
  const own = terms.of(term.question, [...under, ...inherited]) ?? term;
  return { id, slot: own.slot, weight, excludes: excludedBy(under), question: term.question.index };
}

/** What a policy says of answers that could not have been given. */
function closedOnly(missing: MissingDefinition | undefined): MissingDefinition {
  const { not_applicable, not_asked } = missing ?? {};
  return {
    ...(not_applicable === undefined ? {} : { not_applicable }),
    ...(not_asked === undefined ? {} : { not_asked }),
  };
}

import type { RuleId } from '../../../finding/catalogue.js';
import { weighty } from '../../methods/arithmetic.js';
import { mean } from '../../methods/mean.js';
import type { Band, Frame, NodeMethod } from '../../plan.js';
import type { Range } from '../../range.js';
import type { NodeOutline } from '../nodes/outline.js';

/** A node's method with its children put in, and what is known of its results beforehand. */
export interface MadeMethod {
  readonly method: NodeMethod;
  readonly evaluate: (frame: Frame) => number;
  /** Over all permitted answers and non-answers; none where nothing says it. */
  readonly range: Range | undefined;
  /** What it reaches where everything is answered. */
  readonly scale: Range | undefined;
  readonly optional: boolean;
  readonly bounded: boolean;
  /** The bands that come with the method. */
  readonly bands?: readonly Band[];
  /** What was reported of it or below it. */
  readonly reported: readonly RuleId[];
}

/** Stands for a method with a mistake, so that the rest can be checked: nothing that follows from it is reported. */
export function unusable(rule: RuleId): MadeMethod {
  return {
    method: { kind: 'combining', method: mean },
    evaluate: () => Number.NaN,
    range: undefined,
    scale: undefined,
    optional: true,
    bounded: false,
    reported: [rule],
  };
}

/** What was reported of the children or below them. */
export function reportedBelow({ children }: NodeOutline): readonly RuleId[] {
  return children.flatMap((child) => child.reported);
}

/** Where no child has a score there is none, whatever the method would make of that. */
export function ofScored(
  { children }: NodeOutline,
  evaluate: (frame: Frame) => number,
): (frame: Frame) => number {
  const slots = Int32Array.from(weighty(children), (child) => child.slot);
  if (slots.length === 0) return evaluate;
  return (frame) => {
    for (let i = 0; i < slots.length; i++) {
      if (!Number.isNaN(frame.scores[slots[i] ?? 0] ?? Number.NaN)) return evaluate(frame);
    }
    return Number.NaN;
  };
}

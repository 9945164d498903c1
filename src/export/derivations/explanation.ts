import type { AdjustmentBehind } from '../../compare/explain/adjustments-behind.js';
import type { CarriedBehind } from '../../compare/explain/carried-behind.js';
import type { UnitDerivation } from '../../compare/explain/unit-derivation-tree.js';
import type { NextBand } from '../../rubric/next-band/next-band-tree.js';
import type { Plan } from '../../rubric/plan.js';
import type { DerivationFormat } from './names.js';

/** One figure, how it came about, and what would bring it further. */
export interface Explanation {
  readonly plan: Plan;
  /** Whose figure it is, as people say it: `Northbridge › Housing`, or the id of a response. */
  readonly subject: string;
  /** Empty where responses name none. */
  readonly wave: string;
  readonly derivation: UnitDerivation;
  readonly nextBand?: NextBand;
  /** Answers behind the figure that were changed after they were given. */
  readonly adjustments?: readonly AdjustmentBehind[];
  /** Answers behind the figure that were given in another instrument. */
  readonly carried?: readonly CarriedBehind[];
}

/** A way to write explanations down. What it writes ends with a line break. */
export interface ExplanationWriter {
  readonly name: DerivationFormat;
  /** Of files in this format, without the point. */
  readonly extensions: readonly string[];
  readonly describe: string;
  readonly write: (explanation: Explanation) => string;
}

import type {
  Derivation,
  ExpressionDerivation,
  Finish,
  Known,
} from '../../rubric/derivation/derivation-tree.js';
import type { Part } from '../../rubric/methods/method.js';
import type { Status } from '../../rubric/score.js';

/** How one figure of a unit came about, down to the depth asked for; of a response all the way. */
export type UnitDerivation = RollupDerivation | UnitIndexDerivation | Derivation;

/** A unit by its names. */
export interface ShownUnit {
  /** A unit field's id, or `response`. */
  readonly level: string;
  readonly path: readonly string[];
  readonly response: string | null;
  /** Empty where responses name none. */
  readonly wave: string;
}

/** A node of a unit: made of the same node of the units or the responses below. */
export interface RollupDerivation extends Finish {
  readonly kind: 'rollup';
  readonly id: string;
  readonly title: string;
  readonly unit: ShownUnit;
  readonly method: RollupMethod;
  /** Null where no child has a score, or too few have. */
  readonly arithmetic: string | null;
  readonly children: readonly UnitChild[];
  /** Children with a score, and children there are. */
  readonly returned: number;
  readonly expected: number;
  /** Responses below with a score. */
  readonly responses: number;
  /** The mean of the children's. */
  readonly coverage: Known;
  /** What the method gives, and the same after rounding at every node. */
  readonly exact: Known;
  readonly ungated: Known;
}

export interface RollupMethod {
  readonly name: string;
  readonly describe: string;
  /** `responses`, or the unit field further in. */
  readonly of: string;
  /** The profile field that children are weighted by. */
  readonly weight: string | null;
  readonly minChildren: number;
  /** The mode whose responses speak for others of the same unit. */
  readonly prefer: string | null;
  /** The responses that others speak for, where they were kept. */
  readonly passedOver: readonly string[];
}

export interface UnitChild {
  readonly unit: ShownUnit;
  readonly weight: number;
  readonly score: Known;
  readonly status: Status;
  /** What it has in the result, by methods that can say. */
  readonly part: Part | null;
  /** Further down, where that was asked for and is known. */
  readonly below: UnitDerivation | null;
}

/** An index of a unit: worked out from the unit's own scores. */
export interface UnitIndexDerivation extends Finish {
  readonly kind: 'unit_index';
  readonly id: string;
  readonly title: string;
  readonly unit: ShownUnit;
  readonly expression: ExpressionDerivation;
  /** Whether units have it at all: one that reads answers is blank above responses. */
  readonly aboveResponses: boolean;
  readonly below: readonly UnitDerivation[];
}

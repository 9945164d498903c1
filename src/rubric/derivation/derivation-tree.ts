import type { Value } from '../../expression/expression.js';
import type { NonAnswer } from '../../questionnaire/questionnaire.js';
import type { Part } from '../methods/method.js';
import type { AnswerState, NodeKind, Rounding, ScoreProblem, Threshold } from '../plan.js';
import type { Range } from '../range.js';
import type { Status } from '../score.js';

/** A figure; null where there is none, so that the tree can be written as JSON as it is. */
export type Known = number | null;

/** How one figure of one response came about, down to the answers. */
export type Derivation = NodeDerivation | IndexDerivation | QuestionDerivation;

export interface QuestionDerivation {
  readonly kind: 'question';
  readonly id: string;
  readonly title: string;
  readonly answer: ShownAnswer;
  /** From the answer to its score; empty for a question that is not scored. */
  readonly steps: readonly AnswerStep[];
  readonly score: Known;
}

/** An answer as a person reads it. */
export interface ShownAnswer {
  readonly state: AnswerState;
  readonly value: Value | null;
  /** What the value is called: the question's own wording of a level, the labels of options. */
  readonly label: string | null;
}

/** What was done to an answer on the way to its score. */
export type AnswerStep =
  | {
      readonly kind: 'own';
      readonly by: OwnScore;
      readonly score: Known;
      /** Why it has none, where it should have one. */
      readonly problem: ScoreProblem | null;
    }
  | { readonly kind: 'reversed'; readonly arithmetic: string; readonly score: number }
  | { readonly kind: 'mapped'; readonly arithmetic: string; readonly score: number; readonly to: Range }
  | {
      readonly kind: 'policy';
      readonly nonAnswer: NonAnswer;
      readonly policy: 'exclude' | 'lowest' | 'highest' | 'number';
      readonly score: Known;
      /** Whether it counts towards coverage. */
      readonly applies: boolean;
    };

/** What gives an answer its score. */
export type OwnScore =
  | { readonly kind: 'answer' }
  | { readonly kind: 'arithmetic'; readonly arithmetic: string }
  | { readonly kind: 'step'; readonly from: Known }
  | { readonly kind: 'expression'; readonly text: string };

/** What becomes of a figure after its arithmetic. */
export interface Finish {
  readonly gates: readonly GateDerivation[];
  readonly score: Known;
  readonly low: Known;
  readonly high: Known;
  readonly status: Status;
  /** Last of all; null where there is nothing to round. */
  readonly rounding: RoundingDerivation | null;
  readonly band: ShownBand | null;
  readonly problems: readonly ScoreProblem[];
}

export interface NodeDerivation extends Finish {
  readonly kind: 'node';
  readonly id: string;
  readonly title: string;
  readonly nodeKind: NodeKind;
  readonly method: MethodDerivation;
  readonly coverage: CoverageDerivation;
  /** What the method gives. */
  readonly exact: Known;
  /** The same after rounding at every node: what the node's parents and the gates see. */
  readonly ungated: Known;
}

export interface CoverageDerivation {
  readonly share: Known;
  readonly minimum: number;
  readonly reached: boolean;
}

export type MethodDerivation =
  | {
      readonly kind: 'combining';
      readonly name: string;
      readonly describe: string;
      /** Null where no child has a score. */
      readonly arithmetic: string | null;
      readonly children: readonly ChildDerivation[];
    }
  | {
      readonly kind: 'plugin';
      readonly name: string;
      readonly describe: string;
      readonly children: readonly ChildDerivation[];
    }
  | { readonly kind: 'staged'; readonly passed: number; readonly stages: readonly StageDerivation[] }
  | {
      readonly kind: 'expression';
      readonly expression: ExpressionDerivation;
      readonly below: readonly (NodeDerivation | QuestionDerivation)[];
    };

/** Why a child does not count. */
export type Absent = 'excluded' | 'insufficient' | 'not_applicable' | 'no_score';

export interface ChildDerivation {
  readonly weight: number;
  /** What it has in the result, by methods that can say. */
  readonly part: Part | null;
  /** Null where it counts. */
  readonly absent: Absent | null;
  readonly below: NodeDerivation | QuestionDerivation;
}

export interface StageDerivation {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  readonly holds: boolean;
  readonly holdsBelow: boolean;
  /** The weighted share of members that are met. */
  readonly share: Known;
  readonly needed: number;
  readonly members: readonly MemberDerivation[];
}

export interface MemberDerivation {
  readonly weight: number;
  readonly threshold: Threshold;
  readonly belowThreshold: Threshold;
  readonly applies: boolean;
  readonly met: boolean;
  readonly metBelow: boolean;
  readonly below: NodeDerivation | QuestionDerivation;
}

export interface ExpressionDerivation {
  readonly text: string;
  readonly names: readonly NamedValue[];
}

/** A name in an expression and what it stands for; null is no value. */
export interface NamedValue {
  readonly name: string;
  readonly value: Value | null;
}

/** A gate that fired. */
export interface GateDerivation {
  readonly if: ExpressionDerivation;
  readonly cap: number;
  readonly because: string;
  readonly from: Known;
  readonly to: Known;
}

export interface RoundingDerivation extends Rounding {
  readonly exact: number;
  readonly rounded: number;
}

export interface ShownBand {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly exclusive: boolean;
}

export interface IndexDerivation extends Finish {
  readonly kind: 'index';
  readonly id: string;
  readonly title: string;
  readonly expression: ExpressionDerivation;
  /** The figures and the answers that it names. */
  readonly below: readonly Derivation[];
}

import type { Expression } from '../expression/expression.js';
import type { Given, NonAnswer, Question, Questionnaire } from '../questionnaire/questionnaire.js';
import type { CombiningMethod } from './methods/method.js';
import type { RoundingMode } from './numerics.js';
import type { AnswerScore } from './plan/terms/answer-score.js';
import type { Range } from './range.js';

/**
 * A questionnaire under a rubric, ready to score. Scores live in slots: first those of nodes and indices,
 * then those of what they are made of. All of it is known before any answer is read.
 */
export interface Plan {
  readonly questionnaire: Questionnaire;
  readonly rubric: { readonly id: string; readonly version: string; readonly title: string };
  readonly terms: readonly Term[];
  readonly presences: readonly Presence[];
  /** In the order of tables: dimensions in file order, each before those in it; themes; questions or cells; `overall`. */
  readonly nodes: readonly PlanNode[];
  /** The nodes with children before parents. */
  readonly order: readonly PlanNode[];
  readonly indices: readonly PlanIndex[];
  readonly gates: readonly PlanGate[];
  readonly rounding: Rounding;
  readonly ranking: Ranking;
  readonly rollup: Rollup;
  /** The slots of nodes and indices come first, this many. */
  readonly figureSlots: number;
  readonly slots: number;
}

export interface Rounding {
  /** Decimals. */
  readonly digits: number;
  readonly at: 'output' | 'every_node';
  readonly mode: RoundingMode;
}

export interface Ranking {
  readonly on: 'rounded' | 'exact';
  readonly ties: 'competition' | 'dense' | 'equals';
}

/** What a non-answer counts as: a score, or nothing. */
export type Policies = Readonly<Record<NonAnswer, number | 'exclude'>>;

/** Something with a place among the scores. */
export interface Slotted {
  readonly slot: number;
}

/** A question without a score of its own, which counts for the coverage of an expression over it. */
export interface Presence extends Slotted {
  readonly question: Question;
  readonly weight: number;
}

/** A scored question under the policies of one place in the rubric. */
export interface Term extends Slotted {
  readonly question: Question;
  readonly weight: number;
  /** The score of an answer, after reverse and range; NaN where its expression gives none. */
  readonly score: (value: Given['values'][number]) => number;
  /** The same before reverse and range. */
  readonly raw: AnswerScore;
  /** What `range` maps the score to, if anything. */
  readonly to?: Range;
  /** What answers can score. */
  readonly answers: Range;
  /** What answers and non-answers can score. */
  readonly range: Range;
  /** Whether it may have no score. */
  readonly optional: boolean;
  readonly policies: Policies;
}

export type NodeKind = 'dimension' | 'question' | 'theme' | 'cell' | 'overall';

export interface Child {
  readonly id: string;
  readonly title: string;
  readonly kind: 'question' | 'node';
  readonly slot: number;
  readonly weight: number;
}

/** How a node's score is made. */
export type NodeMethod =
  | { readonly kind: 'combining'; readonly method: CombiningMethod }
  | { readonly kind: 'staged'; readonly stages: readonly Stage[] }
  | { readonly kind: 'expression'; readonly expression: Expression<Frame> }
  | { readonly kind: 'plugin'; readonly name: string; readonly method: PluginMethod };

export interface PlanNode {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
  /** 1 for the outermost dimensions; 0 for themes, cells and `overall`. */
  readonly depth: number;
  /** The dimension that it stands in. */
  readonly parent?: string;
  readonly slot: number;
  readonly method: NodeMethod;
  readonly children: readonly Child[];
  /** The slots of the terms below, or of presences, and their shares of the node, which add up to 1. */
  readonly coverage: { readonly slots: readonly number[]; readonly shares: readonly number[] };
  /** The least coverage with which it has a score, 0 to 1. */
  readonly minimum: number;
  readonly bands: readonly Band[];
  /** Unknown only where nothing needs it. */
  readonly range?: Range;
  /** Whether it may have no score. */
  readonly optional: boolean;
  /** Whether low and high are promised. */
  readonly bounded: boolean;
  /** The score over a frame, before coverage and rounding; NaN where there is none. */
  readonly evaluate: (frame: Frame) => number;
}

export interface Band {
  readonly id: string;
  readonly label: string;
  /** Where it starts; the start itself is in it unless `exclusive`. */
  readonly from: number;
  readonly exclusive: boolean;
  readonly value?: number;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly members: readonly Member[];
  /** The weighted share of members that must be met, 0 to 1. */
  readonly share: number;
}

export interface Member {
  readonly id: string;
  readonly slot: number;
  readonly weight: number;
  readonly threshold: Threshold;
  /** What it must reach once a higher stage is at stake. */
  readonly belowThreshold: Threshold;
  /** Non-answers that take the member out, as `missing` under this node says; others are not met. */
  readonly excludes: readonly NonAnswer[];
  /** The question's place, where the member is a question. */
  readonly question?: number;
}

export interface Threshold {
  readonly from: number;
  readonly exclusive: boolean;
}

/** What a plugin's method sees of one child. */
export interface PluginChild {
  readonly id: string;
  readonly score: number | undefined;
  readonly weight: number;
  readonly range: Range;
}

export interface PluginMethod {
  readonly name: string;
  readonly describe: string;
  readonly score: (children: readonly PluginChild[]) => number | undefined;
  readonly range?: (children: readonly { readonly weight: number; readonly range: Range }[]) => Range;
}

export interface PlanIndex {
  readonly id: string;
  readonly title: string;
  readonly slot: number;
  readonly expression: Expression<Frame>;
  readonly range?: Range;
  readonly bands: readonly Band[];
  /** Whether it names one of its bands and is no amount: all that it can come to are where bands of its own start. */
  readonly isClass: boolean;
  /** Whether units have it: not if it reads answers, or profile fields that are no unit fields. */
  readonly aboveResponses: boolean;
}

export interface PlanGate {
  readonly on: PlanNode;
  readonly expression: Expression<Frame>;
  readonly cap: number;
  readonly because: string;
  readonly aboveResponses: boolean;
}

export interface RollupLevel {
  readonly unit: string;
  readonly method: CombiningMethod | PluginMethod;
  /** `responses`, or the unit field further in. */
  readonly of: string;
  readonly weight?: string;
  readonly minChildren: number;
}

export interface Rollup {
  /** From the outermost in. */
  readonly levels: readonly RollupLevel[];
  readonly prefer?: string;
}

export type AnswerState = 'value' | NonAnswer;

/** What is known while one response is scored. */
export interface Frame {
  readonly given: Given;
  readonly states: readonly AnswerState[];
  /** By slot; NaN is none. */
  readonly scores: Float64Array;
  /** By slot: 0 where nothing below applies. */
  readonly applies: Uint8Array;
  /** Learns why a node has no score where it should have one. */
  readonly problems: ScoreProblem[];
}

/** Why a node has no score although its children do. */
export type ScoreProblem =
  | { readonly kind: 'not-finite'; readonly node: string; readonly found: string }
  | { readonly kind: 'outside-range'; readonly node: string; readonly found: number; readonly range: Range }
  | { readonly kind: 'failed'; readonly node: string; readonly detail: string };

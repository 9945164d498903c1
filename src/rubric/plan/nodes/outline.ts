import type { RuleId } from '../../../finding/catalogue.js';
import type { Path } from '../../../finding/finding.js';
import type {
  DimensionEntryDefinition,
  MissingDefinition,
  NodeEntryDefinition,
} from '../../../generated/definitions.js';
import type { Origin } from '../../../questionnaire/questionnaire.js';
import type { Child, NodeKind, Slotted, Term } from '../../plan.js';
import type { Range } from '../../range.js';

/** How a node is scored where it is said for itself. */
export type NodeEntry = NodeEntryDefinition & Pick<DimensionEntryDefinition, 'weight'>;

/** A child while nodes are made: what its parent must know of it. */
export interface MadeChild extends Child {
  readonly range: Range | undefined;
  /** What it reaches where everything is answered. */
  readonly scale: Range | undefined;
  readonly optional: boolean;
  readonly bounded: boolean;
  readonly term?: Term;
  /** What was reported of it or below it, and need not be said again of its parents. */
  readonly reported: readonly RuleId[];
  readonly origin: Origin;
}

/** A node before its method is made. */
export interface NodeOutline {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
  readonly depth: number;
  readonly parent?: string;
  readonly entry: NodeEntry;
  /** Where its entry stands in the rubric. */
  readonly path: Path;
  /** Where it stands in the questionnaire, if it does. */
  readonly origin?: Origin;
  readonly children: readonly MadeChild[];
  /** What its coverage is counted by, with the shares. */
  readonly shares: Shares;
  /** Scored questions and dimensions below, by id. */
  readonly below: ReadonlyMap<string, MadeChild>;
  /** `missing` as written from here to the rubric, nearest first. */
  readonly written: readonly (MissingDefinition | undefined)[];
}

export type Shares = ReadonlyMap<Slotted, number>;

/** What a parent's coverage is made of: a child's weight, and the shares below it. */
export interface Sharing {
  readonly weight: number;
  readonly shares: Shares;
}

/** The shares of what is below, by the weights of all children. */
export function childShares(children: readonly Sharing[]): Shares {
  const total = children.reduce((sum, { weight }) => sum + weight, 0);
  const result = new Map<Slotted, number>();
  for (const { weight, shares } of children) {
    for (const [below, share] of shares) {
      result.set(below, (result.get(below) ?? 0) + (total === 0 ? 0 : (share * weight) / total));
    }
  }
  return result;
}

/** The shares of questions under one node, by their own weights. */
export function poolShares(pool: readonly (Slotted & { readonly weight: number })[]): Shares {
  return childShares(pool.map(sharingOf));
}

/** A question as a part of its parent's coverage. */
export function sharingOf(term: Slotted & { readonly weight: number }): Sharing {
  return { weight: term.weight, shares: new Map([[term, 1]]) };
}

export function childOfTerm(term: Term): MadeChild {
  const { question, slot, weight, range, answers, optional } = term;
  return {
    id: question.id,
    title: question.text,
    kind: 'question',
    slot,
    weight,
    range,
    scale: answers,
    optional,
    bounded: true,
    term,
    reported: [],
    origin: question.origin,
  };
}

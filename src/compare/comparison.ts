import type { Response } from '../response/response.js';
import type { Plan, ScoreProblem } from '../rubric/plan.js';
import type { FiredGate, Status } from '../rubric/score.js';

/** Units side by side under one rubric. */
export interface Comparison {
  readonly plan: Plan;
  /** Every unit of every level, outer before inner, in order of first appearance. */
  readonly units: readonly Unit[];
  readonly waves: readonly string[];
  /** The responses that speak for their units, as they came. */
  readonly leaves: readonly Leaf[];
  /** Responses that others of the preferred mode speak for. */
  readonly passedOver: number;
  /** Units with responses below that lack the number they are weighted by. */
  readonly withoutWeight: readonly string[];
}

/** A response as a unit, with what roll-up needs of it. */
export interface Leaf {
  readonly unit: Unit;
  readonly mode: string | undefined;
  readonly profile: Response['profile'];
}

/** A department, an organisation, a group of them, or a response: what is compared. */
export interface Unit {
  /** A unit field's id, `response`, the id of an attribute, or `everyUnit`. */
  readonly level: string;
  /** The values of the unit fields from the outermost in, as far as this unit's own. */
  readonly path: readonly string[];
  /** What all responses below have in common, by attribute, where units are grouped by some. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly response?: string;
  /** Empty where responses name none. */
  readonly wave: string;
  readonly card: UnitCard;
  /** What it was made of, for an explanation. */
  readonly children: readonly Unit[];
  /** What each child counts for. */
  readonly weights: readonly number[];
  readonly minChildren: number;
  /** The responses below that speak for it. */
  readonly size: number;
  /** The people below, as the questionnaire's privacy counts them; who answers for a body is none of them. */
  readonly people: number;
  /** The units of the next level in, whatever it is made of; none of what holds only responses. */
  readonly inner?: InnerUnits;
  readonly problems: readonly ScoreProblem[];
}

/** Units that a response came from, and those there are or should be. */
export interface InnerUnits {
  readonly returned: number;
  readonly expected: number;
}

/** A unit's scores by slot of a node or an index, NaN where there is none, and what stands behind each. */
export interface UnitCard extends Record<CardFigure, ArrayLike<number>> {
  readonly status: readonly Status[];
  readonly fired: readonly FiredGate[];
  /** Responses below with a score. */
  readonly responses: ArrayLike<number>;
  /** Children with a score. */
  readonly returned: ArrayLike<number>;
  /** Children there are, or should be. */
  readonly expected: number;
  /** The people behind each score. */
  readonly people: ArrayLike<number>;
  readonly withheld?: Withheld;
}

/** A score's status; one that is withheld could make a small group known. */
export type UnitStatus = Status | 'withheld';

/** By figure, the slots where it is withheld, to keep a small group from being recognised. */
export type Withheld = Readonly<Record<CardFigure, ReadonlySet<number>>>;

/** What a scorecard says of every figure. */
export type CardFigure = 'scores' | 'ungated' | 'low' | 'high' | 'coverage' | 'target';

/** A score's status, or that it is withheld. */
export function statusOf(
  { status, withheld }: Pick<UnitCard, 'status' | 'withheld'>,
  slot: number,
): UnitStatus | undefined {
  return withheld?.scores.has(slot) ? 'withheld' : status[slot];
}

/** A blank unit's name: those without a department form one of their own. */
export const noUnit = '(none)';

/** The level, and the name, of the row that takes in every unit. */
export const everyUnit = '(all)';

/**
 * What tells a unit of one comparison apart, the same in another of the same responses. A response is told apart by its id, whatever
 * groups it stands in.
 */
export function unitKey({
  level,
  path,
  response,
  wave,
  groups = {},
}: Pick<Unit, 'level' | 'path' | 'response' | 'wave' | 'groups'>): string {
  const own = response === undefined ? Object.entries(groups) : [];
  return JSON.stringify([level, wave, path, response ?? null, ...(own.length > 0 ? [own] : [])]);
}

/** `Northbridge › Housing` */
export function unitName({
  path,
  response,
  groups = {},
}: Pick<Unit, 'path' | 'response' | 'groups'>): string {
  return [...Object.values(groups), ...path, ...(response === undefined ? [] : [response])].join(' › ');
}

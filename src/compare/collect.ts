import { unitFields } from '../questionnaire/questionnaire.js';
import type { Response } from '../response/response.js';
import type { Plan } from '../rubric/plan.js';
import type { Scorecard, Status } from '../rubric/score.js';
import { type Comparison, noUnit, type Unit } from './comparison.js';
import { type CountExpected, countExpected, type ExpectedUnits } from './expected-units.js';
import { rollUp } from './roll-up.js';

/** Gathers responses one by one, and compares their units in the end. */
export interface Collector {
  readonly add: (response: Answering, card: Scorecard) => void;
  readonly finish: () => Comparison;
}

/** What is looked at of a response besides its scores. */
export type Answering = Pick<Response, 'id' | 'wave' | 'mode' | 'profile'>;

/** A response as a unit, with what roll-up needs of it. */
export interface Leaf {
  readonly unit: Unit;
  readonly mode: string | undefined;
  readonly profile: Response['profile'];
}

/** Units of one level by name, in order of first appearance. */
interface Branch {
  /** The names of the unit, from the outermost in. */
  readonly path: readonly string[];
  readonly branches: Map<string, Branch>;
  readonly leaves: Leaf[];
}

/**
 * Collects the scorecards of a plan. The cards are copied, since a scorer uses its own again. Units that are expected
 * count among the children of theirs, whether they are there or not.
 */
export function collector(plan: Plan, expected: ExpectedUnits = []): Collector {
  const fields = unitFields(plan.questionnaire).map((field) => field.id);
  const waves = new Map<string, Branch>();
  const usual = usualFigures(plan);
  return {
    add: (response, card) => {
      const wave = response.wave ?? '';
      let branch = entry(waves, wave, []);
      for (const field of fields) {
        const name = String(response.profile[field] ?? noUnit);
        branch = entry(branch.branches, name, branch.path, name);
      }
      branch.leaves.push({
        unit: responseUnit(response, branch.path, wave, card, usual),
        mode: response.mode,
        profile: response.profile,
      });
    },
    finish: () => {
      const counts = {
        passedOver: 0,
        withoutWeight: new Set<string>(),
        expected: countExpected(expected),
      };
      const units: Unit[] = [];
      for (const [wave, branch] of waves) units.push(...finishWave(branch, wave, fields, plan, counts));
      return {
        plan,
        units,
        waves: [...waves.keys()],
        passedOver: counts.passedOver,
        withoutWeight: [...counts.withoutWeight],
      };
    },
  };
}

function entry(
  branches: Map<string, Branch>,
  name: string,
  outer: readonly string[],
  ...own: readonly string[]
): Branch {
  let branch = branches.get(name);
  if (branch === undefined) {
    branch = { path: [...outer, ...own], branches: new Map(), leaves: [] };
    branches.set(name, branch);
  }
  return branch;
}

/** What is the same for most responses, and kept once for all of them: they are many, and each must be kept to the end. */
interface UsualFigures {
  readonly slots: number;
  readonly noTarget: readonly number[];
  readonly counts: readonly number[];
  readonly status: readonly Status[];
}

function usualFigures({ figureSlots: slots }: Plan): UsualFigures {
  return {
    slots,
    noTarget: new Array<number>(slots).fill(Number.NaN),
    counts: new Array<number>(slots).fill(1),
    status: new Array<Status>(slots).fill('scored'),
  };
}

function responseUnit(
  response: Answering,
  path: readonly string[],
  wave: string,
  card: Scorecard,
  usual: UsualFigures,
): Unit {
  const { slots } = usual;
  const scores = kept(card.scores, slots);
  const counts = scores.some(Number.isNaN)
    ? scores.map((score) => (Number.isNaN(score) ? 0 : 1))
    : usual.counts;
  return {
    level: 'response',
    path,
    response: response.id,
    wave,
    card: {
      scores,
      ungated: card.ungated === card.scores ? scores : kept(card.ungated, slots),
      low: kept(card.low, slots),
      high: kept(card.high, slots),
      coverage: kept(card.coverage, slots),
      target: hasAny(card.target, slots) ? kept(card.target, slots) : usual.noTarget,
      status: usual.status.every((scored, slot) => card.status[slot] === scored)
        ? usual.status
        : card.status.slice(0, slots),
      fired: card.fired,
      responses: counts,
      returned: counts,
      expected: 1,
    },
    children: none,
    weights: none,
    minChildren: 1,
    size: 1,
    problems: card.problems,
  };
}

const none: readonly never[] = [];

/** Plain arrays of what will be read: a typed array costs more than its figures. */
function kept(figures: Float64Array, slots: number): readonly number[] {
  const plain: number[] = [];
  for (let slot = 0; slot < slots; slot += 1) plain.push(figures[slot] ?? Number.NaN);
  return plain;
}

function hasAny(figures: Float64Array, slots: number): boolean {
  for (let slot = 0; slot < slots; slot += 1) if (!Number.isNaN(figures[slot])) return true;
  return false;
}

/** What is counted while units are made. */
export interface Counts {
  passedOver: number;
  readonly withoutWeight: Set<string>;
  readonly expected: CountExpected;
}

/** What is below one unit: its child units, and the responses that speak for it. */
export interface Below {
  readonly units: readonly { readonly unit: Unit; readonly below: Below }[];
  readonly leaves: readonly Leaf[];
}

function finishWave(
  branch: Branch,
  wave: string,
  fields: readonly string[],
  plan: Plan,
  counts: Counts,
): readonly Unit[] {
  const { prefer } = plan.rollup;
  const units: Unit[] = [];
  const visit = (branch: Branch, path: readonly string[]): { below: Below; units: Unit[] } => {
    const depth = path.length;
    if (depth === fields.length) {
      const preferred = branch.leaves.filter((leaf) => prefer !== undefined && leaf.mode === prefer);
      const leaves = preferred.length > 0 ? preferred : branch.leaves;
      counts.passedOver += branch.leaves.length - leaves.length;
      return { below: { units: [], leaves }, units: leaves.map((leaf) => leaf.unit) };
    }
    const inner: { unit: Unit; below: Below }[] = [];
    const all: Unit[] = [];
    for (const [name, child] of branch.branches) {
      const own = [...path, name];
      const { below, units: under } = visit(child, own);
      const unit = rollUp(below, own, wave, plan, counts);
      inner.push({ unit, below });
      all.push(unit, ...under);
    }
    return { below: { units: inner, leaves: inner.flatMap(({ below }) => below.leaves) }, units: all };
  };
  units.push(...visit(branch, []).units);
  return units;
}

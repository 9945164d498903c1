import { answersOf, derive } from '../../rubric/derivation/derivation.js';
import { finishOf } from '../../rubric/derivation/derive-finish.js';
import { known } from '../../rubric/derivation/derive-question.js';
import { figuresByName, nameReader, namesOf } from '../../rubric/expressions/expression-names.js';
import type { CountedChild } from '../../rubric/methods/method.js';
import { figureOf } from '../../rubric/next-band/next-band.js';
import { at15Digits } from '../../rubric/numerics.js';
import type { Plan, PlanIndex, PlanNode } from '../../rubric/plan.js';
import { noUnit, type Unit } from '../comparison.js';
import { unitFrame } from '../roll-up/finish-figures.js';
import { combineExactly, figuresOf, gather } from '../roll-up/gathered.js';
import { levelOf } from '../roll-up/roll-up.js';
import type { Focus } from './focus.js';
import type {
  RollupDerivation,
  RollupMethod,
  ShownUnit,
  UnitChild,
  UnitDerivation,
  UnitIndexDerivation,
} from './unit-derivation-tree.js';

export interface UnitDerivationOptions {
  /** How many levels below the unit are laid open; 0 (the default) lists the children on a line each. */
  readonly depth?: number;
  /** The responses that are below: without them a derivation ends at a response's score. */
  readonly kept?: Focus;
}

/** How a figure of a unit came about: a node, or an index. Nothing where there is no such id, or a response was not kept. */
export function deriveUnit(
  plan: Plan,
  unit: Unit,
  id: string,
  options: UnitDerivationOptions = {},
): UnitDerivation | undefined {
  if (unit.response !== undefined) {
    const response = options.kept?.find(unit);
    return response === undefined ? undefined : derive(plan, answersOf(plan, response), id);
  }
  const figure = figureOf(plan, id);
  if (figure === undefined) return undefined;
  return 'method' in figure
    ? deriveRollup(figure, unit, plan, options)
    : deriveUnitIndex(figure, unit, plan, options);
}

/** A unit by its names. */
function shownUnit({ level, path, response, wave }: Unit): ShownUnit {
  return { level, path, response: response ?? null, wave };
}

function deriveRollup(
  node: PlanNode,
  unit: Unit,
  plan: Plan,
  options: UnitDerivationOptions,
): RollupDerivation {
  const { card, children, weights, path } = unit;
  const { id, title, slot, range = { min: 0, max: 1 } } = node;
  const level = levelOf(unit, plan);
  const { method } = level;
  const ungated = known(card.ungated[slot]);
  const gathered = gather(figuresOf(children), weights, slot);
  const counted = Array.from(
    gathered.values.subarray(0, gathered.n),
    (score, i): CountedChild => ({ score, weight: gathered.weights[i] ?? 0, range }),
  );
  const combining = 'combine' in method && ungated !== null ? method : undefined;
  const parts = combining?.parts(counted) ?? [];
  let at = 0;
  return {
    kind: 'rollup',
    id,
    title,
    unit: shownUnit(unit),
    method: shownMethod(unit, plan, options),
    arithmetic: combining?.arithmetic(counted) ?? null,
    children: children.map((child, i): UnitChild => {
      const score = known(child.card.scores[slot]);
      return {
        unit: shownUnit(child),
        weight: weights[i] ?? 0,
        score,
        status: child.card.status[slot] ?? 'insufficient',
        part: score === null ? null : (parts[at++] ?? null),
        below: lower(child, id, plan, options),
      };
    }),
    returned: card.returned[slot] ?? 0,
    expected: card.expected,
    responses: card.responses[slot] ?? 0,
    coverage: known(card.coverage[slot]),
    exact: ungated === null ? null : known(combineExactly(level, gathered, node, [])),
    ungated,
    ...finishOf(
      node,
      { ...card, problems: unit.problems },
      plan,
      unitFrame(card.ungated, path, plan, []),
      nameReader(plan, at15Digits),
    ),
  };
}

/** The same figure one level further down, if that is to be laid open. */
function lower(unit: Unit, id: string, plan: Plan, options: UnitDerivationOptions): UnitDerivation | null {
  const { depth = 0 } = options;
  return depth <= 0 ? null : (deriveUnit(plan, unit, id, { ...options, depth: depth - 1 }) ?? null);
}

function shownMethod(unit: Unit, plan: Plan, { kept }: UnitDerivationOptions): RollupMethod {
  const { method, of, weight, minChildren } = levelOf(unit, plan);
  const { prefer } = plan.rollup;
  return {
    name: 'combine' in method ? method.name : `plugin:${method.name}`,
    describe: method.describe,
    of,
    weight: weight ?? null,
    minChildren,
    prefer: prefer ?? null,
    passedOver: prefer === undefined || kept === undefined ? [] : passedOver(unit, plan, kept),
  };
}

/** The responses of a unit that others of the preferred mode speak for. */
function passedOver({ path, wave, children }: Unit, plan: Plan, kept: Focus): readonly string[] {
  const speaking = new Set<string>();
  const visit = (units: readonly Unit[]): void => {
    for (const { response, children } of units) {
      if (response !== undefined) speaking.add(response);
      visit(children);
    }
  };
  visit(children);
  const fields = plan.rollup.levels.slice(0, path.length).map(({ unit }) => unit);
  return kept.responses
    .filter(
      (response) =>
        (response.wave ?? '') === wave &&
        !speaking.has(response.id) &&
        fields.every((field, i) => String(response.profile[field] ?? noUnit) === path[i]),
    )
    .map(({ id }) => id);
}

function deriveUnitIndex(
  index: PlanIndex,
  unit: Unit,
  plan: Plan,
  options: UnitDerivationOptions,
): UnitIndexDerivation {
  const { id, title, expression, aboveResponses } = index;
  const { card, path, problems } = unit;
  const names = nameReader(plan);
  const frame = unitFrame(card.scores, path, plan, []);
  const figures = figuresByName(plan);
  const below = aboveResponses && (options.depth ?? 0) > 0 ? namesOf(expression.references) : [];
  return {
    kind: 'unit_index',
    id,
    title,
    unit: shownUnit(unit),
    expression: names(expression, frame),
    aboveResponses,
    below: below.flatMap(({ root, name }) =>
      root === 'profile' || !figures.has(name) ? [] : (lower(unit, name, plan, options) ?? []),
    ),
    ...finishOf(index, { ...card, problems }, plan, frame, names),
  };
}

import { shownBand } from '../../rubric/derivation/derive-finish.js';
import { namesOf } from '../../rubric/expressions/expression-names.js';
import { changer, changesOf, figureOf, goalOf, nearest } from '../../rubric/next-band/next-band.js';
import type { NextBand } from '../../rubric/next-band/next-band-tree.js';
import type { Plan, PlanIndex, PlanNode } from '../../rubric/plan.js';
import { scorer } from '../../rubric/score.js';
import type { Unit } from '../comparison.js';
import { reroll } from '../roll-up/roll-up.js';
import type { Focus } from './focus.js';

/** Above so many responses a unit is not searched: trying every answer would take long. */
export const mostSearched = 200;

/** The smallest single changes of one answer in one response that would bring a figure of a unit into the next band up. */
export function nextUnitBand(plan: Plan, unit: Unit, id: string, kept: Pick<Focus, 'find'>): NextBand {
  const figure = figureOf(plan, id);
  if (figure === undefined) return { kind: 'no_bands' };
  const goal = goalOf(figure.bands, unit.card.scores[figure.slot]);
  if (goal.band === undefined) return { kind: goal.kind };
  const { band } = goal;
  const leaves = leavesBelow(unit, []);
  if (leaves.length > mostSearched) return { kind: 'not_searched', band: shownBand(band) };
  const nodes = nodesNeeded(plan, figure);
  const score = scorer(plan);
  const changes = leaves.flatMap(({ leaf, above }) => {
    const response = kept.find(leaf);
    if (response === undefined) return [];
    const one = changer(plan, response, score);
    return changesOf(plan, figure, band, response.id, one, ({ scores }) => {
      // Most changes leave alone what the unit's figure is made of.
      if (nodes.every(({ slot }) => Object.is(scores[slot], leaf.card.scores[slot]))) return undefined;
      const changed = { ...leaf, card: { ...leaf.card, scores } };
      return rolledWith(changed, leaf, above, nodes, plan).card.scores[figure.slot];
    });
  });
  return nearest(band, changes);
}

interface LeafBelow {
  readonly leaf: Unit;
  /** The units that it is a part of, from the one above it out. */
  readonly above: readonly Unit[];
}

function leavesBelow(unit: Unit, above: readonly Unit[]): readonly LeafBelow[] {
  if (unit.response !== undefined) return [{ leaf: unit, above }];
  return unit.children.flatMap((child) => leavesBelow(child, [unit, ...above]));
}

/** The outermost unit as it would be with one of its responses changed. */
function rolledWith(
  changed: Unit,
  leaf: Unit,
  above: readonly Unit[],
  nodes: readonly PlanNode[],
  plan: Plan,
): Unit {
  let before = leaf;
  let now = changed;
  for (const unit of above) {
    const children = unit.children.with(unit.children.indexOf(before), now);
    now = reroll(unit, children, nodes, plan);
    before = unit;
  }
  return now;
}

/** The nodes whose scores at a unit a figure of that unit is made from: itself, and what its gates or its expression name. */
function nodesNeeded(plan: Plan, figure: PlanNode | PlanIndex): readonly PlanNode[] {
  const figures = new Map(
    [...plan.nodes, ...plan.indices].map((each): [string, PlanNode | PlanIndex] => [each.id, each]),
  );
  const needed = new Set<PlanNode | PlanIndex>();
  const visit = (each: PlanNode | PlanIndex | undefined): void => {
    if (each === undefined || needed.has(each)) return;
    needed.add(each);
    const expressions =
      'method' in each
        ? plan.gates.filter(({ on }) => on === each).map(({ expression }) => expression)
        : [each.expression];
    for (const { references } of expressions) {
      for (const { root, name } of namesOf(references)) {
        if (root !== 'answers' && root !== 'profile') visit(figures.get(name));
      }
    }
  };
  visit(figure);
  return plan.nodes.filter((node) => needed.has(node));
}

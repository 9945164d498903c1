import { nameReader } from '../expressions/expression-names.js';
import type { CountedChild } from '../methods/method.js';
import { reaches, round } from '../numerics.js';
import type { Frame, Plan, PlanIndex, PlanNode } from '../plan.js';
import type { Scorecard } from '../score.js';
import type { ExpressionDerivation } from './derivation-tree.js';
import { known } from './derive-question.js';

/** How many figures a formula has at most on one line. */
const most = 12;

/** One line of how a figure came about, for a finding: `data = mean (3 + 2) / 2 = 2.5`. */
export function explainBriefly(plan: Plan, card: Scorecard, id: string): string {
  const node = plan.nodes.find((each) => each.id === id);
  if (node !== undefined) return explainNode(node, plan, card);
  const index = plan.indices.find((each) => each.id === id);
  return index === undefined ? '' : explainIndex(index, plan, card);
}

function explainNode(node: PlanNode, plan: Plan, card: Scorecard): string {
  const { id, slot, minimum } = node;
  const score = known(card.scores[slot]);
  const covered = known(card.coverage[slot]);
  if (covered === null) return `${id} has no score: nothing in it applies`;
  if (!reaches(covered, minimum)) {
    return `${id} has no score: its coverage of ${round(covered, 4, 'half_up')} is below ${minimum}`;
  }
  const ungated = card.ungated[slot] ?? Number.NaN;
  const found =
    score === null
      ? 'no score'
      : ending(exactOf(node, plan, card), ungated, plan.rounding.at === 'every_node');
  const capped = card.fired
    .filter(({ gate, from, to }) => gate.on === node && to < from)
    .map(({ gate, to }) => `, capped at ${to}: ${gate.because}`);
  return `${id} = ${methodOf(node, plan, card)} = ${found}${capped.join('')}${rounding(score, plan)}`;
}

function methodOf(node: PlanNode, plan: Plan, card: Scorecard): string {
  const { method } = node;
  switch (method.kind) {
    case 'combining': {
      const counted = countedChildren(node, plan, card);
      if (counted.length === 0) return `${method.method.name} of nothing that has a score`;
      if (counted.length > most) return `${method.method.name} of ${counted.length} scores`;
      return `${method.method.name} ${method.method.arithmetic(counted)}`;
    }
    case 'plugin':
      return `plugin:${method.name} of ${countedChildren(node, plan, card).length} scores`;
    case 'staged': {
      const passed = card.ungated[node.slot] ?? 0;
      const titles = method.stages.slice(0, passed).map(({ title }) => title);
      const stages = `staged, ${passed} of ${method.stages.length} stages passed`;
      return titles.length === 0 ? stages : `${stages} (${titles.join(', ')})`;
    }
    case 'expression':
      return written(nameReader(plan)(method.expression, frameOver(card.ungated)));
  }
}

function countedChildren({ children }: PlanNode, plan: Plan, card: Scorecard): readonly CountedChild[] {
  return children.flatMap(({ slot, weight }) => {
    const score = known(card.ungated[slot]);
    if (score === null) return [];
    const below = [...plan.terms, ...plan.nodes].find((each) => each.slot === slot);
    return [{ score, weight, range: below?.range ?? { min: 0, max: 0 } }];
  });
}

function explainIndex(index: PlanIndex, plan: Plan, card: Scorecard): string {
  const score = known(card.scores[index.slot]);
  const formula = written(nameReader(plan)(index.expression, frameOver(card.scores)));
  return `${index.id} = ${formula} = ${score ?? 'no score'}${rounding(score, plan)}`;
}

/** An expression with the figures that it names; answers are not known here. */
function written({ text, names }: ExpressionDerivation): string {
  const figures = names
    .filter(({ name }) => !name.startsWith('answers.') && !name.startsWith('profile.'))
    .map(({ name, value }) => `${name} ${value === null ? 'has no value' : `is ${String(value)}`}`);
  return figures.length === 0 ? text : `${text} (${figures.join(', ')})`;
}

function exactOf(node: PlanNode, { rounding }: Plan, card: Scorecard): number {
  const ungated = card.ungated[node.slot] ?? Number.NaN;
  const { kind } = node.method;
  return rounding.at === 'output' || kind === 'expression' || kind === 'staged'
    ? ungated
    : node.evaluate(frameOver(card.ungated));
}

function ending(exact: number, ungated: number, roundedHere: boolean): string {
  return roundedHere && exact !== ungated ? `${exact}, rounded to ${ungated}` : String(exact);
}

function rounding(score: number | null, { rounding: { digits, mode } }: Plan): string {
  if (score === null) return '';
  const rounded = round(score, digits, mode);
  return rounded === score ? '' : `, rounded to ${rounded}`;
}

/** What expressions see of a card alone: no answers. */
function frameOver(scores: Float64Array): Frame {
  const applies = new Uint8Array(scores.length).fill(1);
  return { given: { values: [], profile: {} }, states: [], scores, applies, problems: [] };
}

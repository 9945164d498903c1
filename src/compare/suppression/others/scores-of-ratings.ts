import type { Scale } from '../../../questionnaire/questionnaire.js';
import type { Plan, PlanNode, Term as PlanTerm } from '../../../rubric/plan.js';
import { type Unit, unitKey } from '../../comparison.js';
import { isOfUnits, isPlainMean } from '../../roll-up/plain-mean.js';
import { type Derivation, type Relation, relation } from '../knowledge.js';
import { nodeCombinations } from '../reader/node-combinations.js';
import { isNode } from '../reader/shown-table.js';
import type { TableCells } from '../reader/table-cells.js';
import type { PlacedRatings, RatingCell } from './ratings.js';

/**
 * What ratings tell of scores: a node's score is the sum of what its questions are rated, as far as its method is linear, but
 * for an error. The ratings of all its questions are taken to tell it in any case; but where responses do not count alike in a score, as in a
 * mean of units of several sizes, they tell it by those of its units alone, even where both happen to come to the same.
 */
export function scoresOfRatings(
  placed: readonly PlacedRatings[],
  table: TableCells,
): { readonly relations: readonly Relation[]; readonly derivations: readonly Derivation[] } {
  const { plan } = table.comparison;
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const rows = new Map(table.rows.map((row) => [unitKey(row), row]));
  const nodes = table.figures.filter(isNode);
  const combine = nodeCombinations(plan, 'scores', () => true);
  const madeOf = nodes.map((node) => ({
    node,
    parts: partsOf(combine(node), plan),
    questions: questionsBelow(node, plan),
  }));
  for (const { place, byQuestion } of placed) {
    const row = rows.get(unitKey(place));
    if (row === undefined) continue;
    for (const { node, parts, questions } of madeOf) {
      const cell = table.find(row, node.slot, 'scores');
      if (cell === undefined || !countAlike(row, node.slot, plan)) continue;
      const rated = questions.map((question) => byQuestion.get(question));
      const there = rated.filter((each) => each !== undefined);
      if (there.length > 0 && there.length === rated.length) {
        derivations.push({ from: there.map((each) => each.cell), to: cell });
      }
      const terms = parts === undefined ? undefined : termsOf(parts, byQuestion);
      if (terms === undefined) continue;
      relations.push(relation([...terms.all, { cell, factor: -1 }], -terms.constant, table.cells));
    }
  }
  return { relations, derivations };
}

/** Whether the responses of a unit each count alike in its score, by how many there are in what it is made of. */
function countAlike(unit: Unit, slot: number, plan: Plan): boolean {
  if (!isOfUnits(unit)) return true;
  const scored = unit.children.filter(({ card }) => (card.responses[slot] ?? 0) > 0);
  const sizes = new Set(scored.map(({ card }) => card.responses[slot]));
  const isEven = scored.length < 2 || (isPlainMean(unit, plan) && sizes.size === 1);
  return isEven && scored.every((child) => child.response !== undefined || countAlike(child, slot, plan));
}

/** A node's score as a sum of its questions', each by its term, and a constant; nothing where something else is in it. */
interface Parts {
  readonly terms: readonly PartTerm[];
  readonly constant: number;
}

interface PartTerm {
  readonly term: PlanTerm;
  readonly factor: number;
  /** What its scores of levels are by those that ratings are counted in. */
  readonly line: (scores: readonly number[]) => Line | undefined;
}

function partsOf(combination: ReadonlyMap<number, number>, { terms }: Plan): Parts | undefined {
  const bySlot = new Map(terms.map((term) => [term.slot, term]));
  const found: PartTerm[] = [];
  let constant = 0;
  for (const [slot, factor] of combination) {
    const term = bySlot.get(slot);
    if (slot < 0) constant += factor;
    else if (term?.question.type === 'level') {
      found.push({ term, factor, line: lineOf(term, term.question.scale) });
    } else return undefined;
  }
  return { terms: found, constant };
}

function termsOf({ terms, constant }: Parts, byQuestion: ReadonlyMap<number, RatingCell>) {
  let known = constant;
  const all: { readonly cell: number; readonly factor: number }[] = [];
  for (const { term, factor, line: lineFor } of terms) {
    const rated = byQuestion.get(term.question.index);
    // What nobody rated counts for nothing, but for an error.
    if (rated === undefined) continue;
    const line = lineFor(rated.scores);
    if (line === undefined) return undefined;
    all.push({ cell: rated.cell, factor: factor * line.slope });
    known += factor * line.from;
  }
  return { all, constant: known };
}

/** A term's scores of levels as `from + slope × those that ratings are counted in`. */
interface Line {
  readonly from: number;
  readonly slope: number;
}

/** Nothing where they lie on no line. It is looked into once for the scores of a question, which are the same in all units. */
function lineOf({ score }: PlanTerm, { levels }: Scale): PartTerm['line'] {
  const own = levels.map(({ value }) => score(value));
  const known = new Map<readonly number[], Line | undefined>();
  return (scores) => {
    if (!known.has(scores)) known.set(scores, straight(scores, own));
    return known.get(scores);
  };
}

function straight(scores: readonly number[], own: readonly number[]): Line | undefined {
  const [first = 0, last = 0] = [scores[0], scores.at(-1)];
  const [from = 0, to = 0] = [own[0], own.at(-1)];
  const slope = last === first ? 0 : (to - from) / (last - first);
  const isStraight = scores.every(
    (x, i) => Math.abs(from + slope * (x - first) - (own[i] ?? Number.NaN)) < 1e-9,
  );
  return isStraight ? { from: from - slope * first, slope } : undefined;
}

/** The questions that a node's score is made of, by `Question.index`. */
function questionsBelow(node: PlanNode, plan: Plan): readonly number[] {
  const nodes = new Map(plan.nodes.map((each) => [each.slot, each]));
  const terms = new Map(plan.terms.map(({ slot, question }) => [slot, question.index]));
  const visit = ({ children }: PlanNode): readonly number[] =>
    children.flatMap(({ slot, weight }) => {
      if (weight === 0) return [];
      const below = nodes.get(slot);
      if (below !== undefined) return visit(below);
      return terms.get(slot) ?? -1;
    });
  return [...new Set(visit(node))];
}

import type { CardFigure, Comparison, Unit, UnitCard, Withheld } from '../comparison.js';
import { isSmallGroup } from '../small-groups.js';
import type { ShownTable } from './reader/shown-table.js';
import { peopleBehind } from './reader/table-cells.js';
import type { Suppression } from './suppress.js';

type Marks = Record<CardFigure, Set<number>>;

/** A comparison without what must not be shown of a table: figures that are withheld are none, and marked. */
export function blank(
  comparison: Comparison,
  shown: ShownTable,
  suppression: Pick<Suppression, 'small' | 'further'>,
  minGroup: number,
): Comparison {
  const { units, leaves, plan } = comparison;
  const marked = marksOf(comparison, shown, suppression, minGroup);
  const ids = new Map([...plan.nodes, ...plan.indices].map(({ id, slot }) => [id, slot]));
  const blanked = new Map<Unit, Unit>();
  const blankedUnit = (unit: Unit): Unit => blanked.get(unit) ?? unit;
  // Inner units come behind the outer ones that hold them.
  for (const [i, unit] of [...units.entries()].reverse()) {
    const marks = marked.get(i);
    if (marks === undefined && !unit.children.some((child) => blanked.has(child))) continue;
    blanked.set(unit, {
      ...unit,
      children: unit.children.map(blankedUnit),
      ...(marks === undefined
        ? {}
        : {
            card: blankCard(unit.card, marks),
            // What went wrong with a score can tell the score.
            problems: unit.problems.filter(({ node }) => !marks.scores.has(ids.get(node) ?? -1)),
          }),
    });
  }
  const blankedLeaves = leaves.map((leaf) => ({ ...leaf, unit: blankedUnit(leaf.unit) }));
  return { ...comparison, units: units.map(blankedUnit), leaves: blankedLeaves };
}

/** By unit, which of its figures go. */
function marksOf(
  { units, plan }: Comparison,
  shown: ShownTable,
  { small, further }: Pick<Suppression, 'small' | 'further'>,
  minGroup: number,
): ReadonlyMap<number, Marks> {
  const marked = new Map<number, Marks>();
  const mark = (unit: number, figure: CardFigure, slot: number): void => {
    const marks = marked.get(unit) ?? noMarks();
    marks[figure].add(slot);
    marked.set(unit, marks);
  };
  for (const { unit, figure, measure } of [...small, ...further]) {
    mark(unit, measure, figure.slot);
    if (measure === 'scores') mark(unit, 'ungated', figure.slot);
  }
  // Of a small group it is not told either that it has no score.
  for (const [i, unit] of units.entries()) {
    if (!shown.levels.includes(unit.level)) continue;
    for (const figure of [...plan.nodes, ...plan.indices]) {
      if (!isSmallGroup(peopleBehind(unit, figure), minGroup)) continue;
      for (const each of cardFigures) mark(i, each, figure.slot);
    }
  }
  return marked;
}

const cardFigures: readonly CardFigure[] = ['scores', 'ungated', 'low', 'high', 'coverage', 'target'];

function noMarks(): Marks {
  return {
    scores: new Set(),
    ungated: new Set(),
    low: new Set(),
    high: new Set(),
    coverage: new Set(),
    target: new Set(),
  };
}

function blankCard(card: UnitCard, withheld: Withheld): UnitCard {
  const without = (figure: CardFigure) =>
    Array.from(card[figure], (value, slot) => (withheld[figure].has(slot) ? Number.NaN : value));
  return {
    ...card,
    scores: without('scores'),
    ungated: without('ungated'),
    low: without('low'),
    high: without('high'),
    coverage: without('coverage'),
    target: without('target'),
    fired: card.fired.filter(({ gate }) => !withheld.scores.has(gate.on.slot)),
    withheld,
  };
}

import type { CardFigure, Comparison, Unit, UnitCard, Withheld } from '../comparison.js';
import type { ShownTable } from './reader/shown-table.js';
import { peopleBehind } from './reader/table-cells.js';
import type { Suppression } from './suppress.js';

const figures: readonly CardFigure[] = ['scores', 'ungated', 'low', 'high', 'coverage', 'target'];

/** A comparison without what must not be shown: figures that are withheld are none, and marked. */
export function blank(
  comparison: Comparison,
  shown: ShownTable,
  suppression: Pick<Suppression, 'small' | 'further'>,
  minGroup: number,
): Comparison {
  const slots = comparison.units.map(
    (): Record<CardFigure, Set<number>> => ({
      scores: new Set(),
      ungated: new Set(),
      low: new Set(),
      high: new Set(),
      coverage: new Set(),
      target: new Set(),
    }),
  );
  const withheld = (at: number, measure: CardFigure, slot: number) => slots[at]?.[measure].add(slot);
  for (const { unit, figure, measure } of [...suppression.small, ...suppression.further]) {
    withheld(unit, measure, figure.slot);
    if (measure === 'scores') withheld(unit, 'ungated', figure.slot);
  }
  // Of a small group it is not told either that it has no score.
  for (const [i, unit] of comparison.units.entries()) {
    for (const figure of shown.figures) {
      const people = peopleBehind(unit, figure);
      if (people === 0 || people >= minGroup) continue;
      for (const measure of figures) withheld(i, measure, figure.slot);
    }
  }
  const blanked = new Map<Unit, Unit>();
  const blankedUnit = (unit: Unit): Unit => blanked.get(unit) ?? unit;
  // Inner units come behind the outer ones that hold them.
  for (const [i, unit] of [...comparison.units.entries()].reverse()) {
    const marks = slots[i];
    const children = unit.children.map(blankedUnit);
    const isWhole = marks === undefined || figures.every((figure) => marks[figure].size === 0);
    blanked.set(unit, { ...unit, children, ...(isWhole ? {} : { card: blankCard(unit.card, marks) }) });
  }
  return { ...comparison, units: comparison.units.map(blankedUnit) };
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

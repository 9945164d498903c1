import type { CardFigure, Comparison, Unit, UnitCard, Withheld } from '../comparison.js';
import { isSmallGroup } from '../small-groups.js';
import { peopleBehind } from './reader/people-behind.js';
import type { ShownTable } from './reader/shown-table.js';
import type { ToldComparison } from './reader/table-knowledge.js';
import type { Suppression } from './suppress.js';

type Marks = Record<CardFigure, Set<number>>;

/** Units without what must not be shown of them, and the comparison of those that are its own. */
export interface Blanked {
  readonly comparison: Comparison;
  readonly blank: (unit: Unit) => Unit;
}

/** Takes out of a comparison and the rows of its tables what must not be shown: figures that are withheld are none, and marked. */
export function blanked(
  { comparison, tables }: Pick<ToldComparison, 'comparison' | 'tables'>,
  suppression: Pick<Suppression, 'small' | 'further'>,
  minGroup: number,
): Blanked {
  const marked = marksOf(comparison, tables, suppression, minGroup);
  const ids = new Map(
    [...comparison.plan.nodes, ...comparison.plan.indices].map(({ id, slot }) => [id, slot]),
  );
  const done = new Map<Unit, Unit>();
  const blank = (unit: Unit): Unit => {
    const known = done.get(unit);
    if (known !== undefined) return known;
    const marks = marked.get(unit);
    const children = unit.children.map(blank);
    const isSame = marks === undefined && children.every((child, i) => child === unit.children[i]);
    const made = isSame
      ? unit
      : {
          ...unit,
          children,
          ...(marks === undefined
            ? {}
            : {
                card: blankCard(unit.card, marks),
                // What went wrong with a score can tell the score.
                problems: unit.problems.filter(({ node }) => !marks.scores.has(ids.get(node) ?? -1)),
              }),
        };
    done.set(unit, made);
    return made;
  };
  if (marked.size === 0) return { comparison, blank: (unit) => unit };
  return {
    comparison: {
      ...comparison,
      units: comparison.units.map(blank),
      leaves: comparison.leaves.map((leaf) => ({ ...leaf, unit: blank(leaf.unit) })),
    },
    blank,
  };
}

/** By unit, which of its figures go. */
function marksOf(
  comparison: Comparison,
  tables: readonly ShownTable[],
  { small, further }: Pick<Suppression, 'small' | 'further'>,
  minGroup: number,
): ReadonlyMap<Unit, Marks> {
  const marked = new Map<Unit, Marks>();
  const mark = (unit: Unit, figure: CardFigure, slot: number): void => {
    const marks = marked.get(unit) ?? noMarks();
    marks[figure].add(slot);
    marked.set(unit, marks);
  };
  for (const place of [...small, ...further]) {
    if (place.kind !== 'figure' || place.comparison !== comparison) continue;
    const { unit, figure, measure } = place;
    mark(unit, measure, figure.slot);
    if (measure === 'scores') mark(unit, 'ungated', figure.slot);
  }
  // Of a small group it is not told either that it has no score.
  const figures = [...comparison.plan.nodes, ...comparison.plan.indices];
  for (const unit of new Set(tables.flatMap(({ rows }) => rows))) {
    for (const figure of figures) {
      const isFew = isSmallGroup(peopleBehind(unit, figure, comparison.plan), minGroup);
      const hasTarget = !Number.isNaN(unit.card.target[figure.slot] ?? Number.NaN);
      const isTargetOfFew =
        isFew || (hasTarget && isSmallGroup(peopleBehind(unit, figure, comparison.plan, 'target'), minGroup));
      for (const each of isFew ? cardFigures : []) mark(unit, each, figure.slot);
      if (isTargetOfFew) mark(unit, 'target', figure.slot);
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

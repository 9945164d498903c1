import { type Comparison, unitKey } from '../../comparison.js';
import { type Derivation, type Relation, relation } from '../knowledge.js';
import type { CountedCell, TableCells } from './table-cells.js';

/** What figures under one rubric tell of those under another. */
export interface RubricTies {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
}

/**
 * A figure under one rubric is taken to tell the same figure under every other: where one is withheld, so are they all. Where each
 * response's score under the one is its score under the other, but for another unit and another nought, so are the scores of
 * units that are made alike: together with one that is not, they tell what it is made of.
 */
export function rubricTies(tables: readonly TableCells[], cells: readonly CountedCell[]): RubricTies {
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  for (const [i, one] of tables.entries()) {
    for (const other of tables.slice(i + 1)) {
      const twins = new Map(other.rows.map((row) => [unitKey(row), row]));
      for (const { id, slot } of one.figures) {
        const twin = other.figures.find((figure) => figure.id === id);
        if (twin === undefined) continue;
        const line = straight(one.comparison, slot, other.comparison, twin.slot);
        for (const row of one.rows) {
          const alike = twins.get(unitKey(row));
          if (alike === undefined) continue;
          for (const measure of one.measures) {
            const from = one.find(row, slot, measure);
            const to = other.find(alike, twin.slot, measure);
            if (from === undefined || to === undefined) continue;
            derivations.push({ from: [from], to }, { from: [to], to: from });
            if (line === undefined || measure === 'coverage') continue;
            const terms = [
              { cell: to, factor: 1 },
              { cell: from, factor: -line.slope },
            ];
            const found = relation(terms, line.nought, cells);
            if (found.isLoose !== true) relations.push(found);
          }
        }
      }
    }
  }
  return { relations, derivations };
}

/** Scores of responses under one rubric as `nought + slope × those under another`; nothing where that is not so of each. */
function straight(one: Comparison, slot: number, other: Comparison, twin: number) {
  if (one.leaves.length !== other.leaves.length) return undefined;
  const pairs = one.leaves.map(({ unit }, i) => {
    const found = other.leaves[i]?.unit;
    const isSame = found?.response === unit.response && found?.wave === unit.wave;
    return [
      unit.card.scores[slot] ?? Number.NaN,
      isSame ? (found?.card.scores[twin] ?? Number.NaN) : Number.NaN,
    ] as const;
  });
  const scored = pairs.filter(([x, y]) => !Number.isNaN(x) || !Number.isNaN(y));
  const [first] = scored;
  const second = scored.find(([x]) => x !== first?.[0]);
  if (first === undefined || second === undefined) return undefined;
  const slope = (second[1] - first[1]) / (second[0] - first[0]);
  const nought = first[1] - slope * first[0];
  const scale = Math.max(1, Math.abs(nought));
  const isStraight = scored.every(
    ([x, y]) => Math.abs(nought + slope * x - y) <= 1e-9 * Math.max(scale, Math.abs(y)),
  );
  return isStraight ? { slope, nought } : undefined;
}

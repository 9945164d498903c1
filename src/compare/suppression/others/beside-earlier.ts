import type { UnitPlace } from '../../unit-places.js';
import { given, unseen } from '../earlier/given.js';
import type { Derivation, Relation } from '../knowledge.js';
import type { OtherKind } from '../reader/table-cells.js';
import type { OtherFigures } from './other-figures.js';

/**
 * Figures among which are some that no table has now, and are known of since tables given out before told of them: those that are
 * still the same are known.
 */
export function besideEarlier(
  inner: OtherFigures,
  isTold: (kind: OtherKind, whose: UnitPlace) => boolean,
): OtherFigures {
  return {
    tieUnits: inner.tieUnits,
    add: (cells, among) => {
      const start = cells.length;
      const ties = inner.add(cells, among);
      const relations: Relation[] = [...ties.relations];
      const derivations: Derivation[] = [...ties.derivations];
      for (const [i, cell] of [...cells.entries()].slice(start)) {
        if (cell.at?.kind !== 'other') continue;
        const { what, whose, about } = cell.at;
        if (!isTold(what, whose)) cells[i] = unseen(cell);
        if (!among.since.isGiven({ kind: what, whose, about })) continue;
        derivations.push({ from: [cells.length], to: i });
        relations.push(given(i, cells));
      }
      return { ...ties, relations, derivations };
    },
  };
}

import { type Disclosure, isWithheld, unknownBy } from './audit.js';
import { componentProgram } from './component/component-program.js';
import { toldBounds } from './component/told-bounds.js';
import { derivedCells } from './derived.js';
import type { Knowledge, Pattern } from './knowledge.js';
import { toldBy } from './told-by.js';

/**
 * What single relations tell, one after the other, of one pattern after another. It finds nothing that `audit` would not find, and not
 * all of that, but at once.
 */
export function rowsAudit(
  knowledge: Knowledge,
): (pattern: Pattern, passOver: ReadonlySet<number>) => readonly Disclosure[] {
  const { cells, relations } = knowledge;
  const whole = { cells: [...cells.keys()], relations: [...relations.keys()] };
  // A cell's column is its place.
  const told = toldBounds(componentProgram(knowledge, whole, () => true));
  return (pattern, passOver) => {
    const derived = derivedCells(knowledge, pattern);
    const isUnknown = unknownBy(knowledge, pattern, derived);
    told.start((cell) => !isUnknown(cell));
    return whole.cells.flatMap((cell): readonly Disclosure[] => {
      if (!isWithheld(knowledge, pattern, cell) || passOver.has(cell)) return [];
      const from = derived.get(cell);
      const value = cells[cell]?.value ?? Number.NaN;
      if (from !== undefined) return [{ cell, low: value, high: value, by: from }];
      const pinned = told.pin(cell);
      const by = pinned === undefined ? undefined : toldBy(pinned.relations, knowledge, isUnknown, derived);
      return pinned === undefined || by === undefined
        ? []
        : [{ cell, low: pinned.low, high: pinned.high, by }];
    });
  };
}

import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { nearly } from '../keys/unit-names.js';
import type { Register, RegisterUnit } from './register.js';

/** What is wrong with units among each other: ids and names given twice, ids that no unit has, levels, cycles. */
export function registerFindings(register: Register, levels: readonly string[]): readonly Finding[] {
  const rings = (['parent', 'becomes'] as const).flatMap((column) => cycles(register, column));
  return [
    ...twice(register),
    ...strangers(register),
    ...rings.map(({ finding: found }) => found),
    ...misplaced(register, levels, new Set(rings.flatMap(({ members }) => members))),
    ...sharedNames(register),
  ];
}

function at({ place }: RegisterUnit, name: string): RegisterUnit['place'] {
  return place.cell === undefined ? place : { ...place, cell: { ...place.cell, name } };
}

function twice({ units, byId }: Register): readonly Finding[] {
  return units.flatMap((unit) => {
    const first = byId.get(unit.id);
    if (first === undefined || first === unit) return [];
    const args = { id: unit.id, first: first.place.cell?.line ?? 0 };
    return [finding('register-id-twice', at(unit, 'id'), args)];
  });
}

function strangers({ units, byId }: Register): readonly Finding[] {
  return units.flatMap((unit) => {
    const named = [
      ...[unit.parent].map((found) => ({ column: 'parent', found })),
      ...unit.peers.map((found) => ({ column: 'peers', found })),
      ...[unit.becomes].map((found) => ({ column: 'becomes', found })),
    ];
    return named.flatMap(({ column, found }) => {
      if (found === undefined || byId.has(found)) return [];
      const args = { column, found, suggestion: suggest(found, byId.keys()) };
      return [finding('register-unknown-unit', at(unit, column), args)];
    });
  });
}

interface Ring {
  readonly members: readonly RegisterUnit[];
  readonly finding: Finding;
}

function cycles({ units, byId }: Register, column: 'parent' | 'becomes'): readonly Ring[] {
  const done = new Set<RegisterUnit>();
  return units.flatMap((start) => {
    const path: RegisterUnit[] = [];
    let each: RegisterUnit | undefined = start;
    while (each !== undefined && !done.has(each)) {
      done.add(each);
      path.push(each);
      const next: string | undefined = each[column];
      each = next === undefined ? undefined : byId.get(next);
    }
    const from = each === undefined ? -1 : path.indexOf(each);
    const members = from < 0 ? [] : path.slice(from);
    const [first] = members;
    if (first === undefined) return [];
    const args = { column, units: members.map(({ id }) => id) };
    return [{ members, finding: finding('register-cycle', at(first, column), args) }];
  });
}

/** A parent stands at a level further out. */
function misplaced(
  { units, byId }: Register,
  levels: readonly string[],
  inRing: ReadonlySet<RegisterUnit>,
): readonly Finding[] {
  return units.flatMap((unit) => {
    const parent = unit.parent === undefined ? undefined : byId.get(unit.parent);
    if (parent === undefined || inRing.has(unit)) return [];
    const outer = levels.slice(0, levels.indexOf(unit.level));
    if (outer.includes(parent.level)) return [];
    const args = { parent: parent.id, level: unit.level, outer };
    return [finding('register-parent-level', at(unit, 'parent'), args)];
  });
}

/** A name that two units have which stand side by side: one of their other names may tell them apart, this one does not. */
function sharedNames({ units }: Register): readonly Finding[] {
  const first = new Map<string, RegisterUnit>();
  return units.flatMap((unit) =>
    [unit.title, ...unit.aliases].flatMap((name) => {
      const key = JSON.stringify([unit.level, unit.parent ?? '', nearly(name)]);
      const other = first.get(key);
      first.set(key, other ?? unit);
      return other === undefined || other.id === unit.id
        ? []
        : [finding('register-name-twice', at(unit, 'title'), { name, other: other.id })];
    }),
  );
}

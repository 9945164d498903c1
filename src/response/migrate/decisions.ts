import { type Finding, finding, type Path } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { VersionMap } from '../../questionnaire/map/read-map.js';
import { idsMeant, type Subjects } from './subjects.js';

/** Something that the map says of one question or field, and where it says it. */
export interface Decided<T> {
  readonly value: T;
  readonly path: Path;
}

type ById<T> = ReadonlyMap<string, Decided<T>>;

/** What a map says, by id, grids written out as their items. */
export interface Decisions {
  /** By old id: the new one. */
  readonly rename: ById<string>;
  /** By old id. */
  readonly drop: ById<'drop'>;
  /** By new id: from what was answered to what it is now. */
  readonly levels: ById<Readonly<Record<string, number | string | null>>>;
  /** By new id. */
  readonly changed: ById<'keep' | 'ask_again'>;
}

/** Reads a map's decisions; ids that the two versions do not have are reported. */
export function decisionsOf(
  map: VersionMap | undefined,
  old: Subjects,
  next: Subjects,
  findings: Finding[],
): Decisions {
  const rename = new Map<string, Decided<string>>();
  const drop = new Map<string, Decided<'drop'>>();
  const levels = new Map<string, Decided<Readonly<Record<string, number | string | null>>>>();
  const changed = new Map<string, Decided<'keep' | 'ask_again'>>();
  if (map === undefined) return { rename, drop, levels, changed };
  const { definition, place } = map;

  const known = (version: 'old' | 'new', id: string, path: Path, part: 'key' | 'value'): boolean => {
    const subjects = version === 'old' ? old : next;
    if (idsMeant(subjects, id).length > 0) return true;
    const renamed = version === 'new' ? (definition.rename?.[id] ?? undefined) : undefined;
    const suggestion = renamed ?? suggest(id, [...subjects.byId.keys(), ...subjects.grids.keys()]);
    const args = { id, version, what: 'question or profile field', suggestion };
    findings.push(finding('map-unknown-id', place(path, part), args));
    return false;
  };
  /** What is said of an item itself goes before what is said of its grid. */
  const decide = <T>(
    to: Map<string, Decided<T>>,
    ids: readonly string[],
    id: string,
    decided: Decided<T>,
  ) => {
    for (const each of ids) if (each === id || !to.has(each)) to.set(each, decided);
  };

  for (const [id, to] of Object.entries(definition.rename ?? {})) {
    const path = ['rename', id];
    // What nobody gives answers to is renamed without any.
    if (to !== null && old.others.has(id) && next.others.has(to)) continue;
    if (!known('old', id, path, 'key') || to === null || !known('new', to, path, 'value')) continue;
    if (next.byId.has(to) !== old.byId.has(id)) {
      const type = (subjects: Subjects, of: string) => (subjects.byId.has(of) ? 'single' : 'grid');
      const args = { from: id, fromType: type(old, id), to, toType: type(next, to) };
      findings.push(finding('map-types-differ', place(path), args));
      continue;
    }
    for (const [from, target] of pairsOf(id, to, old, next)) {
      decide(rename, [from], id, { value: target, path });
    }
  }
  for (const [i, id] of (definition.drop ?? []).entries()) {
    const path = ['drop', i];
    if (id === null || !known('old', id, path, 'value')) continue;
    decide(drop, idsMeant(old, id), id, { value: 'drop', path });
  }
  for (const [id, value] of Object.entries(definition.levels ?? {})) {
    const path = ['levels', id];
    if (!known('new', id, path, 'key') || value === null) continue;
    decide(levels, idsMeant(next, id), id, { value, path });
  }
  for (const [id, value] of Object.entries(definition.changed ?? {})) {
    const path = ['changed', id];
    if (next.byId.get(id)?.kind === 'field') {
      const args = { id, version: 'new' as const, what: 'question', suggestion: undefined };
      findings.push(finding('map-unknown-id', place(path, 'key'), args));
      continue;
    }
    if (!known('new', id, path, 'key') || value === null) continue;
    decide(changed, idsMeant(next, id), id, { value, path });
  }
  return { rename, drop, levels, changed };
}

/** From old to new ids: a renamed grid renames those of its items that are still there. */
function pairsOf(
  id: string,
  to: string,
  old: Subjects,
  next: Subjects,
): readonly (readonly [string, string])[] {
  const items = old.grids.get(id);
  const targets = next.grids.get(to);
  if (items === undefined || targets === undefined) return [[id, to]];
  return items.flatMap(({ id: from, item }) => {
    const target = targets.find((each) => each.item === item);
    return target === undefined ? [] : [[from, target.id] as const];
  });
}

import { type Finding, finding, type Path } from '../../finding/finding.js';
import type { VersionMap } from '../../questionnaire/load-map.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { type Decisions, decisionsOf } from './decisions.js';
import { type Subjects, subjectsOf } from './subjects.js';

/** Where the answers to something of the old version go. */
export type Route =
  | { readonly kind: 'to'; readonly id: string; readonly path?: Path }
  | { readonly kind: 'drop'; readonly path: Path }
  | { readonly kind: 'nowhere' };

/** Which ids of the old version are which of the new one. */
export interface Routes {
  readonly old: Subjects;
  readonly next: Subjects;
  readonly decisions: Decisions;
  /** By old id. */
  readonly route: (id: string) => Route;
  /** By new id: the old one. */
  readonly sourceOf: ReadonlyMap<string, string>;
}

export function routesOf(
  from: Questionnaire,
  to: Questionnaire,
  map: VersionMap | undefined,
  findings: Finding[],
): Routes {
  const old = subjectsOf(from);
  const next = subjectsOf(to);
  const decisions = decisionsOf(map, old, next, findings);
  const collided = new Set<string>();
  const route = (id: string): Route => {
    if (collided.has(id)) return { kind: 'nowhere' };
    const drop = decisions.drop.get(id);
    if (drop !== undefined) return { kind: 'drop', path: drop.path };
    const renamed = decisions.rename.get(id);
    if (renamed !== undefined) return { kind: 'to', id: renamed.value, path: renamed.path };
    const kind = next.byId.get(id)?.kind;
    return kind !== undefined && kind === old.byId.get(id)?.kind ? { kind: 'to', id } : { kind: 'nowhere' };
  };
  const sourceOf = new Map<string, string>();
  // What stays under its id has it first, so that the line of the map is told of that takes it.
  const ids = [...old.byId.keys()];
  const stays = (id: string) => !decisions.rename.has(id);
  for (const id of [...ids.filter(stays), ...ids.filter((each) => !stays(each))]) {
    const found = route(id);
    if (found.kind !== 'to') continue;
    const other = sourceOf.get(found.id);
    if (other === undefined) {
      sourceOf.set(found.id, id);
      continue;
    }
    // A question that would become a field is told of as that.
    if (old.byId.get(id)?.kind !== next.byId.get(found.id)?.kind) continue;
    collided.add(id);
    // Two renames onto one id are told of with the map alone.
    if (map !== undefined && found.path !== undefined && stays(other)) {
      findings.push(finding('map-two-on-one', map.place(found.path), { to: found.id, from: id, other }));
    }
  }
  return { old, next, decisions, route, sourceOf };
}

import { type Finding, finding } from '../../finding/finding.js';
import type { VersionMap } from './read-map.js';

/** What of a map cannot hold together, whatever the two versions are. */
export function contradictions({ definition, place }: VersionMap): readonly Finding[] {
  const { rename, levels, changed, drop } = definition;
  const findings: Finding[] = [];
  const sources = new Map<string, string>();
  for (const [from, to] of Object.entries(rename ?? {})) {
    if (to === null) continue;
    const other = sources.get(to);
    if (other === undefined) sources.set(to, from);
    else findings.push(finding('map-two-on-one', place(['rename', from]), { to, from, other }));
  }
  const seen = new Set<string>();
  for (const [i, id] of (drop ?? []).entries()) {
    if (id === null) continue;
    const at = place(['drop', i]);
    if (seen.has(id)) findings.push(finding('listed-twice', at, { key: 'drop', item: id }));
    else if (typeof rename?.[id] === 'string') findings.push(finding('map-dropped-and-renamed', at, { id }));
    seen.add(id);
  }
  for (const [id, holds] of Object.entries(changed ?? {})) {
    // Answers that are kept may be kept as other levels. What is blank is told of as that.
    if (holds !== 'ask_again' || (levels?.[id] ?? undefined) === undefined) continue;
    findings.push(finding('map-decided-twice', place(['changed', id], 'key'), { id }));
  }
  return findings;
}

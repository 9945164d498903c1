import { type Finding, finding, type Path } from '../../finding/finding.js';
import type { VersionMap } from './read-map.js';

/** What is left blank for a person to decide, as in the draft that `milepost diff` writes. */
export function undecided({ definition, place }: VersionMap): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (what: string, decide: string, path: Path, part: 'key' | 'value' = 'key') => {
    findings.push(finding('map-undecided', place(path, part), { what, decide }));
  };
  for (const [id, to] of Object.entries(definition.rename ?? {})) {
    if (to === null) {
      const decide = 'Give the id in the new version, or move it to `drop`.';
      report(`what \`${id}\` is called now`, decide, ['rename', id]);
    }
  }
  for (const [id, levels] of Object.entries(definition.levels ?? {})) {
    if (levels === null) {
      const decide = 'Give the new level of each old one, or take the key out to have all of it asked again.';
      report(`what the levels of \`${id}\` are now`, decide, ['levels', id]);
    }
    for (const [level, to] of Object.entries(levels ?? {})) {
      if (to !== null) continue;
      const decide = 'Give the level or option in the new version, or `ask_again`.';
      report(`what \`${level}\` of \`${id}\` is now`, decide, ['levels', id, level]);
    }
  }
  for (const [id, holds] of Object.entries(definition.changed ?? {})) {
    if (holds !== null) continue;
    const decide = 'Write `keep` if the answers still hold, or `ask_again`.';
    report(`whether the answers to \`${id}\` still hold`, decide, ['changed', id]);
  }
  for (const [i, id] of (definition.drop ?? []).entries()) {
    if (id === null)
      report('what is dropped here', 'Give an id, or take the line out.', ['drop', i], 'value');
  }
  return findings;
}

import { fileRules } from '../../finding/catalogue/file.js';
import { type Finding, ruleIdOf } from '../../finding/finding.js';
import type { Level, Levels, Policy } from './policy.js';

/** Whether a file, by the path that findings name it with, is one that a glob means. */
export type Matches = (glob: string, file: string) => boolean;

/**
 * The findings with the severities that a policy gives them, without those of rules that are off. What keeps a file from
 * being read at all stays as it is: no policy makes an unread file a good one.
 */
export function withSeverities(
  findings: readonly Finding[],
  policy: Policy,
  matches: Matches,
): readonly Finding[] {
  const levelsOf = new Map<string, Levels>();
  return findings.flatMap((finding) => {
    const { rule, file } = finding;
    if (Object.hasOwn(fileRules, rule)) return [finding];
    const levels = levelsOf.get(file) ?? levelsFor(file, policy, matches);
    levelsOf.set(file, levels);
    const level: Level = levels.get(ruleIdOf(finding)) ?? finding.severity;
    return level === 'off' ? [] : [level === finding.severity ? finding : { ...finding, severity: level }];
  });
}

function levelsFor(file: string, { rules, overrides }: Policy, matches: Matches): Levels {
  const meant = overrides.filter(({ files }) => files.some((glob) => matches(glob, file)));
  return meant.length === 0
    ? rules
    : new Map([rules, ...meant.map(({ rules }) => rules)].flatMap((m) => [...m]));
}

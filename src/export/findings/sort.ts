import { type Finding, ruleIdOf } from '../../finding/finding.js';
import { pointOf } from './where.js';

/** The findings by file, sheet, line, column, then rule: one order in every locale, whole files first. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => compared(a.key, b.key))
    .map(({ finding }) => finding);
}

type Key = readonly [file: string, sheet: string, line: number, column: number, rule: string];

function keyOf(finding: Finding): Key {
  const { line = 0, column = 0 } = pointOf(finding);
  return [finding.file, finding.cell?.sheet ?? '', line, column, ruleIdOf(finding)];
}

function compared(a: Key, b: Key): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

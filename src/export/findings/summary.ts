import type { Finding, Severity } from '../../finding/finding.js';
import { count } from '../../finding/words.js';

const plurals: readonly (readonly [Severity, string])[] = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['info', 'info'],
];

/** `3 errors, 1 warning in 2 files`. */
export function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no findings';
  const counts = plurals.flatMap(([severity, plural]) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [count(n, severity, plural)];
  });
  const files = new Set(findings.map(({ file }) => file)).size;
  return `${counts.join(', ')} in ${count(files, 'file')}`;
}

import type { Finding } from '../../finding/finding.js';

/** The findings in what a file includes, as found through it. */
export function through(file: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => (finding.file === file ? finding : { ...finding, includedBy: [file] }));
}

/** The same finding once, with all files through which it was found. */
export function gathered(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, file, range, path, args, includedBy = [] } = finding;
    const key = JSON.stringify([rule, file, range?.start, path, args]);
    const before = known.get(key);
    const through = [...new Set([...(before?.includedBy ?? []), ...includedBy])].sort();
    known.set(key, through.length === 0 ? finding : { ...(before ?? finding), includedBy: through });
  }
  return [...known.values()];
}

import type { Finding } from '../../finding/finding.js';

/** A known finding. It has no line and no count, so that it stays known when its file grows. */
export interface Entry {
  /** The path from the baseline's folder. */
  readonly file: string;
  readonly rule: string;
  /** The path of ids in the file. */
  readonly at: string;
}

/** The findings that are known, by a key of file, rule and place. */
export type Baseline = ReadonlyMap<string, Entry>;

/** What a finding is in a baseline; nothing for one whose place has no name that would last. */
export type EntryOf = (finding: Finding) => Entry | undefined;

/** The findings that a baseline does not know, and what it knows of the checked files that is no longer found. */
export function beyondBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  entryOf: EntryOf,
  isChecked: (file: string) => boolean,
): { readonly findings: readonly Finding[]; readonly stale: readonly Entry[] } {
  const stale = new Map([...baseline].filter(([, { file }]) => isChecked(file)));
  const beyond = findings.filter((finding) => {
    const entry = entryOf(finding);
    if (entry === undefined) return true;
    stale.delete(keyOf(entry));
    return !baseline.has(keyOf(entry));
  });
  return { findings: beyond, stale: [...stale.values()] };
}

/** The baseline after a check: what was found in the checked files, and what it knew of all others. */
export function updatedBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  entryOf: EntryOf,
  isChecked: (file: string) => boolean,
): Baseline {
  const kept = [...baseline.values()].filter(({ file }) => !isChecked(file));
  return baselineOf([...kept, ...findings.flatMap((finding) => entryOf(finding) ?? [])]);
}

export function baselineOf(entries: readonly Entry[]): Baseline {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ file, rule, at }: Entry): string {
  return JSON.stringify([file, rule, at]);
}

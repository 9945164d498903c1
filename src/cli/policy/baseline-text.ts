import { type Baseline, baselineOf, type Entry } from './baseline.js';

/** A baseline as JSON: places by file and rule, in one order, so that changes to it are easy to read and to merge. */
export function baselineText(baseline: Baseline): string {
  const entries = [...baseline.values()];
  const findings = grouped(entries, 'file', (ofFile) =>
    grouped(ofFile, 'rule', (ofRule) => ofRule.map(({ at }) => at).sort()),
  );
  return `${JSON.stringify({ milepost: 1, kind: 'baseline', findings }, null, 2)}\n`;
}

function grouped<T>(entries: readonly Entry[], key: 'file' | 'rule', of: (entries: readonly Entry[]) => T) {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = groups.get(entry[key]);
    if (known === undefined) groups.set(entry[key], [entry]);
    else known.push(entry);
  }
  return Object.fromEntries([...groups.keys()].sort().map((name) => [name, of(groups.get(name) ?? [])]));
}

/** A baseline from its text; nothing where the text is none. */
export function readBaseline(text: string): Baseline | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(data) || data.milepost !== 1 || data.kind !== 'baseline' || !isMap(data.findings)) {
    return undefined;
  }
  const entries: Entry[] = [];
  for (const [file, rules] of Object.entries(data.findings)) {
    if (!isMap(rules)) return undefined;
    for (const [rule, places] of Object.entries(rules)) {
      if (!Array.isArray(places)) return undefined;
      for (const at of places) {
        if (typeof at !== 'string') return undefined;
        entries.push({ file, rule, at });
      }
    }
  }
  return baselineOf(entries);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

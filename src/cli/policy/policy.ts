import { type Finding, finding, type Path, type Severity } from '../../finding/finding.js';
import { suggestion } from '../../finding/suggest.js';
import type { YamlSource } from '../../questionnaire/definition/yaml-source.js';

/** How a rule's findings count. */
export type Level = Severity | 'off';
export type Levels = ReadonlyMap<string, Level>;

/** Levels for the files that one of the globs names. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: Levels;
}

/** What a config says of findings. */
export interface Policy {
  readonly rules: Levels;
  /** Later ones prevail. */
  readonly overrides: readonly Override[];
  /** The path of the baseline, from the config. */
  readonly baseline?: string;
}

const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];

/** What of a config concerns findings. What is not as its schema wants it is passed over: the schema's findings tell. */
export function policyOf(
  source: YamlSource,
  known: ReadonlySet<string>,
): { readonly policy: Policy; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const levelsAt = (value: unknown, path: Path): Levels => {
    const found = new Map<string, Level>();
    for (const [rule, written] of entries(value)) {
      const level = levels.find((each) => each === written);
      if (!known.has(rule)) findings.push(unknownRule(rule, [...path, rule], source, known));
      else if (level !== undefined) found.set(rule, level);
    }
    return found;
  };
  const top = new Map(entries(source.data));
  const overrides = items(top.get('overrides')).map((override, i): Override => {
    const parts = new Map(entries(override));
    return {
      files: items(parts.get('files')).filter((glob) => typeof glob === 'string'),
      rules: levelsAt(parts.get('rules'), ['overrides', i, 'rules']),
    };
  });
  const baseline = top.get('baseline');
  const policy: Policy = {
    rules: levelsAt(top.get('rules'), ['rules']),
    overrides,
    ...(typeof baseline === 'string' && baseline !== '' ? { baseline } : {}),
  };
  return { policy, findings };
}

function unknownRule(rule: string, path: Path, source: YamlSource, known: ReadonlySet<string>): Finding {
  const place = { file: source.file, path, range: source.locate(path, 'key') };
  return finding('config-unknown-rule', place, { rule, ...suggestion(rule, known) });
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** One of something may stand without a list around it. */
function items(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

import { type Finding, finding, type Path, type Place, type Severity } from '../../finding/finding.js';
import { suggestion } from '../../finding/suggest.js';
import type { YamlSource } from '../../questionnaire/definition/yaml-source.js';
import { isRuleName, type RuleNames } from '../../questionnaire/rule-names.js';

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

/** What of a config concerns findings. */
export interface ConfigParts {
  readonly policy: Policy;
  /** Every rule that it gives a severity, and where. */
  readonly named: readonly { readonly rule: string; readonly place: Place }[];
  /** The modules that it names, and where. */
  readonly plugins: readonly { readonly path: string; readonly place: Place }[];
}

/** What is not as the schema of configs wants it is passed over: the schema's findings tell. */
export function configParts(source: YamlSource): ConfigParts {
  const named: { rule: string; place: Place }[] = [];
  const placeOf = (path: Path, part: 'key' | 'value') => ({
    file: source.file,
    path,
    range: source.locate(path, part),
  });
  const levelsAt = (value: unknown, path: Path): Levels => {
    const found = new Map<string, Level>();
    for (const [rule, written] of entries(value)) {
      const level = levels.find((each) => each === written);
      named.push({ rule, place: placeOf([...path, rule], 'key') });
      if (level !== undefined) found.set(rule, level);
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
  const plugins = items(top.get('plugins')).flatMap((path, i) =>
    typeof path === 'string' ? [{ path, place: placeOf(['plugins', i], 'value') }] : [],
  );
  return { policy, named, plugins };
}

/** The rules named in a config that there are not. */
export function unknownRules({ named }: ConfigParts, names: RuleNames): readonly Finding[] {
  return named
    .filter(({ rule }) => !isRuleName(rule, names))
    .map(({ rule, place }) =>
      finding('config-unknown-rule', place, { rule, ...suggestion(rule, names.ids) }),
    );
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** One of something may stand without a list around it. */
function items(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

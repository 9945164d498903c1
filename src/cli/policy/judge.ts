import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../finding/finding.js';
import type { YamlSource } from '../../questionnaire/definition/yaml-source.js';
import { mayIgnore } from '../../questionnaire/ignore-comments.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { findConfig } from './find-config.js';
import type { Policy } from './policy.js';

/** What the command line says of the config. */
export interface ConfigOptions {
  /** A file; false for none; otherwise the next one upwards. */
  readonly config?: string | boolean;
}

/** What the command line says of findings in definitions. */
export interface PolicyOptions extends ConfigOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

interface Config {
  readonly file: string;
  readonly policy: Policy;
  readonly source: YamlSource;
  readonly findings: readonly Finding[];
}

/**
 * The findings in definitions that are left to tell: not ignored by a comment, not off, not known to the baseline.
 * `partly`: checked files of which not everything could be looked for, so that what is not found may still be there.
 */
export async function judgeDefinitions(
  findings: readonly Finding[],
  checked: readonly string[],
  options: PolicyOptions,
  host: Host,
  files: DiskFiles,
  partly: ReadonlySet<string> = new Set(),
): Promise<readonly Finding[]> {
  const config = await readConfig(options, host, files, checked);
  const all =
    config === undefined
      ? findings
      : distinct([...findings, ...config.findings, ...(await globFindings(config, checked, host))]);
  const told = await withoutIgnored(all, checked, partly, files);
  const left = await judged(told, config, host);
  const baseline = baselineOf(options, config);
  if (baseline === undefined) return left;
  const { beyondKnown } = await import('./known-findings.js');
  const whole = checked.filter((file) => !partly.has(file));
  const beyond = beyondKnown(left, whole, baseline, options.updateBaseline === true, host, files);
  return judged(beyond, config, host);
}

/** The findings in responses with the severities that the config gives them. */
export async function judgeResponses(
  findings: readonly Finding[],
  options: ConfigOptions,
  host: Host,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  const config = await readConfig(options, host, files);
  return config === undefined ? findings : judged([...findings, ...config.findings], config, host);
}

async function readConfig(
  options: ConfigOptions,
  { cwd }: Host,
  files: DiskFiles,
  checked: readonly string[] = [],
): Promise<Config | undefined> {
  const found = findConfig(cwd, options.config);
  if (found === undefined) return undefined;
  const path = resolve(cwd, found);
  // One file has one name in the findings.
  const file = checked.find((other) => resolve(cwd, other) === path) ?? found;
  const { loadPolicy } = await import('./load-policy.js');
  return { file, ...loadPolicy(file, files) };
}

async function globFindings(
  { policy, source }: Config,
  checked: readonly string[],
  { cwd }: Host,
): Promise<readonly Finding[]> {
  if (policy.overrides.length === 0) return [];
  const { unmatchedGlobs } = await import('./unmatched-globs.js');
  return unmatchedGlobs(source, cwd, checked);
}

async function withoutIgnored(
  findings: readonly Finding[],
  checked: readonly string[],
  partly: ReadonlySet<string>,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  const named = new Set([...checked, ...findings.map(({ file }) => file)]);
  if (![...named].some((file) => mayIgnore(files.textOf(file) ?? ''))) return findings;
  const [{ withoutIgnored }, { knownRules }] = await Promise.all([
    import('./ignored.js'),
    import('./load-policy.js'),
  ]);
  return withoutIgnored(findings, checked, partly, files.textOf, knownRules);
}

async function judged(
  findings: readonly Finding[],
  config: Config | undefined,
  { cwd }: Host,
): Promise<readonly Finding[]> {
  if (config === undefined || findings.length === 0) return findings;
  const { withSeverities } = await import('./severities.js');
  const { policy, file } = config;
  const matches =
    policy.overrides.length === 0 ? () => false : (await import('./globs.js')).globsOf(cwd, file);
  return withSeverities(findings, policy, matches);
}

/** The baseline asked for, or the config's. */
function baselineOf(
  { baseline, updateBaseline }: PolicyOptions,
  config: Config | undefined,
): string | undefined {
  const named = config?.policy.baseline;
  const file =
    baseline ?? (config === undefined || named === undefined ? undefined : join(dirname(config.file), named));
  if (file !== undefined || updateBaseline !== true) return file;
  throw new UsageError(
    'no baseline is named that could be updated',
    'Name one with --baseline FILE, or as `baseline:` in milepost.config.yaml.',
  );
}

/** A config that is checked too is told of once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, file, path, range, args }: Finding) =>
    JSON.stringify([rule, file, path, range?.start, args]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

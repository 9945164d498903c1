import { resolve } from 'node:path';
import type { Finding } from '../../finding/finding.js';
import { count } from '../../finding/words.js';
import type { YamlSource } from '../../questionnaire/definition/yaml-source.js';
import { mayIgnore } from '../../questionnaire/ignore-comments.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { findConfig } from './find-config.js';
import type { Policy } from './policy.js';
import { besides, type PolicyFile, policyFile } from './policy-file.js';

/** What the command line says of the config. */
export interface ConfigOptions {
  /** A file, also as it is at a commit; false for none; otherwise the next one upwards. */
  readonly config?: string | boolean;
}

/** What the command line says of findings in definitions. */
export interface PolicyOptions extends ConfigOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

interface Config {
  readonly from: PolicyFile;
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
  const baseline = await baselineOf(options, config, host, files);
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
  host: Host,
  files: DiskFiles,
  checked: readonly string[] = [],
): Promise<Config | undefined> {
  const from = await configFile(options.config, host, files, checked);
  if (from === undefined) return undefined;
  const { loadPolicy } = await import('./load-policy.js');
  const { policy, source, findings } = loadPolicy(from.name, from.files);
  if (!from.isAtCommit) return { from, policy, source, findings };
  if (findings.length > 0) {
    host.stderr.write(
      `${from.name}: ${count(findings.length, 'finding')} in it, for its own check to tell.\n`,
    );
  }
  return { from, policy, source, findings: [] };
}

async function configFile(
  asked: string | boolean | undefined,
  { cwd }: Host,
  files: DiskFiles,
  checked: readonly string[],
): Promise<PolicyFile | undefined> {
  const named = typeof asked === 'string' ? await policyFile(cwd, asked, files) : undefined;
  if (named?.isAtCommit === true) return named;
  const found = findConfig(cwd, asked);
  if (found === undefined) return undefined;
  const path = resolve(cwd, found);
  // One file has one name in the findings.
  const name = checked.find((other) => resolve(cwd, other) === path) ?? found;
  return { name, place: name, files, isAtCommit: false };
}

async function globFindings(
  { policy, source, from }: Config,
  checked: readonly string[],
  { cwd }: Host,
): Promise<readonly Finding[]> {
  if (policy.overrides.length === 0 || from.isAtCommit) return [];
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
  const { policy, from } = config;
  const matches =
    policy.overrides.length === 0 ? () => false : (await import('./globs.js')).globsOf(cwd, from.place);
  return withSeverities(findings, policy, matches);
}

/** The baseline asked for, or the config's. */
async function baselineOf(
  { baseline, updateBaseline }: PolicyOptions,
  config: Config | undefined,
  { cwd }: Host,
  files: DiskFiles,
): Promise<PolicyFile | undefined> {
  if (baseline !== undefined) return policyFile(cwd, baseline, files);
  const named = config?.policy.baseline;
  if (config !== undefined && named !== undefined) return besides(config.from, named);
  if (updateBaseline !== true) return undefined;
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

import { resolve } from 'node:path';
import { catalogue } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { count } from '../../finding/words.js';
import { mayIgnore } from '../../questionnaire/ignore-comments.js';
import type { RuleNames } from '../../questionnaire/rule-names.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { findConfig } from './find-config.js';
import type { LoadedConfig } from './load-policy.js';
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

/** A config, and where it was read from. */
export interface Config extends LoadedConfig {
  readonly from: PolicyFile;
}

/** What findings in definitions are judged by. */
export interface Judging {
  readonly config: Config | undefined;
  readonly names: RuleNames;
  /** Checked files of which not everything could be looked for, so that what is not found may still be there. */
  readonly partly: ReadonlySet<string>;
}

/** The findings in definitions that are left to tell: not ignored by a comment, not off, not known to the baseline. */
export async function judgeDefinitions(
  findings: readonly Finding[],
  checked: readonly string[],
  { config, names, partly }: Judging,
  options: PolicyOptions,
  host: Host,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  const globs = config === undefined ? [] : await globFindings(config, checked, host);
  const all = await withConfigFindings([...findings, ...globs], config, names, host);
  const told = await withoutIgnored(all, checked, partly, names, files);
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
  return judged(await withConfigFindings(findings, config, ruleNames([], false), host), config, host);
}

/** Every rule of ours, and some of modules. */
export function ruleNames(ofModules: readonly string[], isComplete: boolean): RuleNames {
  const own = Object.keys(catalogue).filter((id) => id !== 'plugin-rule');
  return { ids: new Set([...own, ...ofModules]), isComplete };
}

/** The config that the options name, or the next one upwards. */
export async function readConfig(
  options: ConfigOptions,
  host: Host,
  files: DiskFiles,
  checked: readonly string[] = [],
): Promise<Config | undefined> {
  const from = await configFile(options.config, host, files, checked);
  if (from === undefined) return undefined;
  const { loadPolicy } = await import('./load-policy.js');
  return { from, ...loadPolicy(from.name, from.files) };
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

/** A config that is checked too is told of once; what is wrong with one at a commit is only counted. */
async function withConfigFindings(
  findings: readonly Finding[],
  config: Config | undefined,
  names: RuleNames,
  host: Host,
): Promise<readonly Finding[]> {
  if (config === undefined) return findings;
  const { unknownRules } = await import('./policy.js');
  const own = [...config.findings, ...unknownRules(config, names)];
  const { name, isAtCommit } = config.from;
  if (!isAtCommit) return distinct([...findings, ...own]);
  if (own.length > 0) {
    host.stderr.write(`${name}: ${count(own.length, 'finding')} in it, for its own check to tell.\n`);
  }
  return findings;
}

async function withoutIgnored(
  findings: readonly Finding[],
  checked: readonly string[],
  partly: ReadonlySet<string>,
  names: RuleNames,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  const named = new Set([...checked, ...findings.map(({ file }) => file)]);
  if (![...named].some((file) => mayIgnore(files.textOf(file) ?? ''))) return findings;
  const { withoutIgnored } = await import('./ignored.js');
  return withoutIgnored(findings, checked, partly, files.textOf, names);
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

/** Each finding once. */
export function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, file, path, range, args }: Finding) =>
    JSON.stringify([rule, file, path, range?.start, args]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

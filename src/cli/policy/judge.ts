import { dirname, join, resolve } from 'node:path';
import { catalogue } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { mayIgnore } from '../../questionnaire/ignore-comments.js';
import type { RuleNames } from '../../questionnaire/rule-names.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { findConfig } from './find-config.js';
import type { ConfigParts } from './policy.js';

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

/** A config as far as findings are concerned. */
export interface Config extends ConfigParts {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** What findings in definitions are judged by. */
export interface Judging {
  readonly config: Config | undefined;
  readonly names: RuleNames;
}

/** The findings in definitions that are left to tell: not ignored by a comment, not off, not known to the baseline. */
export async function judgeDefinitions(
  findings: readonly Finding[],
  checked: readonly string[],
  { config, names }: Judging,
  options: PolicyOptions,
  host: Host,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  const all = await withConfigFindings(findings, config, names);
  const told = await withoutIgnored(all, checked, names, files);
  const left = await judged(told, config, host);
  const baseline = baselineOf(options, config);
  if (baseline === undefined) return left;
  const { beyondKnown } = await import('./known-findings.js');
  const beyond = beyondKnown(left, checked, baseline, options.updateBaseline === true, host, files);
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
  return judged(await withConfigFindings(findings, config, ruleNames([], false)), config, host);
}

/** Every rule of ours, and some of modules. */
export function ruleNames(ofModules: readonly string[], isComplete: boolean): RuleNames {
  const own = Object.keys(catalogue).filter((id) => id !== 'plugin-rule');
  return { ids: new Set([...own, ...ofModules]), isComplete };
}

/** The config that the options name, or the next one upwards. */
export async function readConfig(
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

/** A config that is checked too is told of once. */
async function withConfigFindings(
  findings: readonly Finding[],
  config: Config | undefined,
  names: RuleNames,
): Promise<readonly Finding[]> {
  if (config === undefined) return findings;
  const { unknownRules } = await import('./policy.js');
  return distinct([...findings, ...config.findings, ...unknownRules(config, names)]);
}

async function withoutIgnored(
  findings: readonly Finding[],
  checked: readonly string[],
  names: RuleNames,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  const named = new Set([...checked, ...findings.map(({ file }) => file)]);
  if (![...named].some((file) => mayIgnore(files.textOf(file) ?? ''))) return findings;
  const { withoutIgnored } = await import('./ignored.js');
  return withoutIgnored(findings, checked, files.textOf, names);
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

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ rule, file, path, range, args }: Finding) =>
    JSON.stringify([rule, file, path, range?.start, args]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

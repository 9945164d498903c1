import { dirname, resolve } from 'node:path';
import { type Finding, finding } from '../../finding/finding.js';
import type { LoadedRule } from '../../rubric/checks/run-plugin-rules.js';
import type { Host } from '../host.js';
import type { Config } from '../policy/judge.js';
import { UsageError } from '../usage-error.js';
import { importPlugin, type PluginOptions } from './plugins.js';

/** The rules of one's own that a check goes by. */
export interface LoadedRules {
  readonly rules: readonly LoadedRule[];
  readonly findings: readonly Finding[];
  /** Whether all modules were loaded that are named, so that every rule there is is known. */
  readonly isComplete: boolean;
}

/** Loads the rules of plugins: of those given by hand always, of those that the config names only with consent. */
export async function loadRules(
  config: Config | undefined,
  { cwd }: Host,
  { plugin, allowPlugins }: PluginOptions,
): Promise<LoadedRules> {
  const rules = new Map<string, LoadedRule>();
  const findings: Finding[] = [];
  for (const path of plugin) {
    const found = await importPlugin(path, cwd);
    if (typeof found === 'string') throw new UsageError(`the plugin ${path} cannot be used: ${found}`);
    for (const rule of found.rules) {
      const other = add(rules, { rule, plugin: path });
      if (other === undefined) continue;
      throw new UsageError(
        `the rule ${rule.id} of ${path} is already one of ${other}`,
        'Name only one of the two.',
      );
    }
  }
  for (const { path, place } of config?.plugins ?? []) {
    if (!allowPlugins) {
      findings.push(finding('plugin-consent', place, { plugin: path }));
      continue;
    }
    const found = await importPlugin(path, dirname(resolve(cwd, place.file)));
    const fault = typeof found === 'string' ? found : found.rules.length === 0 ? noRule : undefined;
    if (fault !== undefined) findings.push(finding('plugin-broken', place, { plugin: path, detail: fault }));
    for (const rule of typeof found === 'string' ? [] : found.rules) {
      const other = add(rules, { rule, plugin: path });
      if (other !== undefined) {
        findings.push(finding('plugin-rule-twice', place, { id: rule.id, plugin: path, other }));
      }
    }
  }
  return { rules: [...rules.values()], findings, isComplete: findings.length === 0 };
}

const noRule =
  'it exports no rule made by `defineRule`; a module with methods is named under `plugins:` of the rubric';

/** Adds a rule, or tells which module has another one of that id. A module may be named twice. */
function add(rules: Map<string, LoadedRule>, loaded: LoadedRule): string | undefined {
  const known = rules.get(loaded.rule.id);
  if (known === undefined) rules.set(loaded.rule.id, loaded);
  return known === undefined || known.rule === loaded.rule ? undefined : known.plugin;
}

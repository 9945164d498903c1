import { dirname, isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Finding, finding } from '../../finding/finding.js';
import type { Locator } from '../../questionnaire/load.js';
import type { RubricSource } from '../../questionnaire/questionnaire.js';
import { isRule, type PluginRule } from '../../rubric/checks/define-rule.js';
import { isMethod } from '../../rubric/methods/define-method.js';
import type { PluginMethod } from '../../rubric/plan.js';
import { attemptStat } from '../files/expand.js';
import { reasonOf } from '../files/file-faults.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';

export interface LoadedPlugins {
  readonly methods: ReadonlyMap<string, PluginMethod>;
  readonly findings: readonly Finding[];
  /** A plugin that the rubric names was not run, for want of consent or because it cannot be used. */
  readonly refused: boolean;
}

export interface PluginOptions {
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
}

/** Loads the methods of plugins: those given by hand always, those that a rubric names only with consent. */
export async function loadPlugins(
  rubric: RubricSource,
  locator: Locator,
  host: Host,
  { plugin, allowPlugins }: PluginOptions,
): Promise<LoadedPlugins> {
  const methods = new Map<string, PluginMethod>();
  const findings: Finding[] = [];
  for (const path of plugin) {
    const found = await importPlugin(path, host.cwd);
    if (typeof found === 'string') throw new UsageError(`the plugin ${path} cannot be used: ${found}`);
    for (const method of found.methods) methods.set(method.name, method);
  }
  for (const [i, path] of (rubric.body.plugins ?? []).entries()) {
    const { file, path: base } = rubric.origin;
    const place = locator.place({ file, path: [...base, 'plugins', i] });
    if (!allowPlugins) {
      findings.push(finding('plugin-consent', place, { plugin: path }));
      continue;
    }
    const found = await importPlugin(path, dirname(resolve(host.cwd, file)));
    if (typeof found === 'string')
      findings.push(finding('plugin-broken', place, { plugin: path, detail: found }));
    else for (const method of found.methods) methods.set(method.name, method);
  }
  return { methods, findings, refused: findings.length > 0 };
}

/** What a module gives: methods, rules, or both. */
export interface Plugin {
  readonly methods: readonly PluginMethod[];
  readonly rules: readonly PluginRule[];
}

/** What a module exports, or why it cannot be used. */
export async function importPlugin(path: string, folder: string): Promise<Plugin | string> {
  const isFile = path.startsWith('.') || isAbsolute(path) || /\.[cm]?js$/.test(path);
  if (isFile) {
    const stat = attemptStat(resolve(folder, path));
    if (typeof stat === 'string') return reasonOf(stat, path, folder);
    if (stat.isDirectory()) return 'it is a directory';
  }
  const target = isFile ? pathToFileURL(resolve(folder, path)).href : path;
  let module: unknown;
  try {
    module = await import(target);
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const isMissing = 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && !isFile;
    if (isMissing) return 'no package of this name is installed; a file is named as in `./methods.js`';
    return error.message.split('\n')[0] ?? error.message;
  }
  const exported = typeof module === 'object' && module !== null ? Object.values(module) : [];
  const methods = exported.flat().filter(isMethod);
  const rules = exported.flat().filter(isRule);
  return methods.length + rules.length > 0
    ? { methods, rules }
    : 'it exports no method made by `defineMethod`, and no rule made by `defineRule`';
}

import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import type { DiskFiles } from '../files/files.js';
import { openGit } from '../git/git.js';
import type { Host } from '../host.js';
import { configName, findConfig } from '../policy/find-config.js';
import type { PolicyOptions } from '../policy/judge.js';

/** Files that differ from how they were, or are gone. */
interface Changes {
  readonly has: (file: string) => boolean;
  /** Whether a text can name one of them at all: most name none, and need not be read for it. */
  readonly mayBeNamedIn: (text: string) => boolean;
  /** Whether a config that is no longer there was one to go by. */
  readonly tookConfig: boolean;
}

/**
 * The definitions that a change since a commit concerns: those that changed, those that rest on something that changed or
 * is gone, and all of them where what says which findings count has changed.
 */
export async function concernedBy(
  ref: string,
  definitions: readonly string[],
  files: DiskFiles,
  options: PolicyOptions,
  host: Host,
): Promise<readonly string[]> {
  const changes = changesSince(ref, host);
  if (await policyChanged(changes, options, host, files)) return definitions;
  const concerned = new Set(
    definitions.filter((file) => changes.has(file) || restsOnChanged(file, changes, files)),
  );
  if (concerned.size === 0) return [];
  return definitions.filter((file) => concerned.has(file) || isForOneOf(file, concerned, files));
}

/** The most names of files that texts are searched for; where more changed, each text is read. */
const mostNames = 500;

function changesSince(ref: string, { cwd }: Host): Changes {
  const git = openGit(cwd);
  const top = resolve(realPath(cwd), '../'.repeat(git.prefix.split('/').length - 1));
  const changed = new Set(
    git
      .changesSince(git.mergeBase(ref))
      .flatMap((change) => (change.kind === 'renamed' ? [change.from, change.path] : [change.path]))
      .map((path) => join(top, path)),
  );
  const names = [...new Set([...changed].map((path) => basename(path)))];
  const above = (folder: string) => realPath(cwd) === folder || realPath(cwd).startsWith(join(folder, '/'));
  return {
    has: (file) => changed.has(realPath(resolve(cwd, file))),
    mayBeNamedIn: (text) => names.length > mostNames || names.some((name) => text.includes(name)),
    tookConfig: [...changed].some((path) => basename(path) === configName && above(dirname(path))),
  };
}

/** Whether the config, or the baseline, is not what it was. */
async function policyChanged(
  { has, tookConfig }: Changes,
  { config, baseline }: PolicyOptions,
  { cwd }: Host,
  files: DiskFiles,
): Promise<boolean> {
  if (baseline !== undefined && has(baseline)) return true;
  const found = findConfig(cwd, config);
  if (found === undefined) return config !== false && tookConfig;
  if (has(found) || (config === undefined && tookConfig)) return true;
  const { loadPolicy } = await import('../policy/load-policy.js');
  const known = loadPolicy(found, files).policy.baseline;
  return baseline === undefined && known !== undefined && has(join(dirname(found), known));
}

/** Whether a questionnaire includes a file that changed or is gone, is scored by one, or runs one. */
function restsOnChanged(file: string, { has, mayBeNamedIn }: Changes, files: DiskFiles): boolean {
  if (!mayBeNamedIn(files.textOf(file) ?? '')) return false;
  const definition = loadDefinition(file, files);
  if (definition.kind !== 'questionnaire') return false;
  const { files: named, questionnaire } = definition.loaded;
  const { body, origin } = questionnaire?.rubric ?? { body: undefined, origin: { file } };
  const modules = (body?.plugins ?? []).map((plugin) => files.resolve(origin.file, plugin));
  return [...named, ...modules].some(has);
}

/** Whether a rubric says that it is for one of some questionnaires. */
function isForOneOf(file: string, concerned: ReadonlySet<string>, files: DiskFiles): boolean {
  if (!/^["']?for["']?[ \t]*:/m.test(files.textOf(file) ?? '')) return false;
  const definition = loadDefinition(file, files);
  const id = definition.kind === 'rubric' ? definition.loaded.rubric?.for : undefined;
  if (id === undefined) return false;
  return [...concerned].some((other) => {
    if (files.textOf(other)?.includes(id) !== true) return false;
    const found = loadDefinition(other, files);
    return found.kind === 'questionnaire' && found.loaded.questionnaire?.id === id;
  });
}

/** A path without links; of one that is not there, as far as it is. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

// Checks the questionnaires of a checkout. Which findings count is read at the base of a pull request and not in its head,
// and no module that a file of the checkout names is run. The worst exit code is the step's.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { baseOf, comparedWith } from './base.mjs';

const {
  GITHUB_EVENT_NAME,
  GITHUB_EVENT_PATH,
  GITHUB_WORKSPACE,
  INPUT_PATHS,
  INPUT_WORKING_DIRECTORY,
  INPUT_FAIL_ON,
  INPUT_DIFF,
  MILEPOST_PROGRAM,
} = process.env;
const cwd = resolve(GITHUB_WORKSPACE, INPUT_WORKING_DIRECTORY);
const paths = INPUT_PATHS.split('\n')
  .map((path) => path.trim())
  .filter((path) => path !== '');

try {
  if (paths.length === 0) throw new Error('the input `paths` names nothing to check');
  if (!['true', 'false'].includes(INPUT_DIFF)) throw new Error('the input `diff` is neither true nor false');
  const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
  const base = baseOf(GITHUB_EVENT_NAME, event);
  const common = [...policyOf(base), '--format', 'github', '--fail-on', INPUT_FAIL_ON];
  const codes = [milepost('check', ...common, '--', ...paths)];
  if (INPUT_DIFF === 'true') {
    const before = comparedWith(GITHUB_EVENT_NAME, event);
    if (before === undefined) console.log('Nothing to tell changes from: this job has no base.');
    else {
      fetched(before);
      codes.push(...paths.map((path) => milepost('diff', '--against', before, ...common, '--', path)));
    }
  }
  process.exitCode = Math.max(...codes);
} catch (error) {
  console.log(`::error title=milepost::${escaped(error.message)}`);
  process.exitCode = 2;
}

/** The config to go by: on disk, or the one that the base would find from the same folder upwards. */
function policyOf(base) {
  if (base === undefined) return [];
  fetched(base);
  const prefix = git('rev-parse', '--show-prefix').trim();
  for (let folder = posix.join('/', prefix); ; folder = posix.dirname(folder)) {
    const file = posix.join(folder, 'milepost.config.yaml').slice(1);
    if (has(`${base}:${file}`)) {
      console.log(`Policy: ${escaped(file)} as it is at the base, ${base}.`);
      return ['--config', `${base}:${file}`];
    }
    if (folder === posix.dirname(folder)) break;
  }
  console.log(`Policy: the defaults, as there is no milepost.config.yaml at the base, ${base}.`);
  return ['--no-config'];
}

/** Sees to it that a commit is there: a checkout is often no deeper than its own. */
function fetched(commit) {
  if (has(`${commit}^{commit}`)) return;
  const depth = git('rev-parse', '--is-shallow-repository').trim() === 'true' ? ['--depth=1'] : [];
  try {
    git('fetch', '--quiet', '--no-tags', ...depth, 'origin', commit);
  } catch {
    throw new Error(`the base, ${commit}, cannot be fetched; check out with fetch-depth: 0`);
  }
}

function has(object) {
  return spawnSync('git', ['cat-file', '-e', object], { cwd, stdio: 'ignore' }).status === 0;
}

function git(...args) {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs Milepost. Its findings are commands to the runner; what it says besides is not, whatever a file is called. */
function milepost(...args) {
  const { status, stderr, error } = spawnSync(process.execPath, [MILEPOST_PROGRAM, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  if (error !== undefined) throw error;
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${stderr.trimEnd()}\n::${token}::\n`);
  return status ?? 2;
}

function escaped(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { config, small } from '../policy/fixture.js';
import { gitEnv, type Repository, repository } from '../support/repository.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is looked at of `action.yml`. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly run: string;
  readonly uses?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
}

const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

let temporary = '';
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'milepost-action-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** Runs a step of the action as a runner does: with its inputs as variables, in the workspace. */
function step(
  name: 'install' | 'check',
  cwd: string,
  env: Readonly<Record<string, string>>,
): { readonly exit: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'action', `${name}.mjs`)], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...gitEnv, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, ...env },
  });
  return { exit: status, out: stdout + stderr };
}

interface Job {
  readonly event?: string;
  readonly payload: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly program?: string;
}

function check({ cwd }: Repository, job: Job) {
  const { event = 'pull_request', payload, inputs = {}, program = join(root, 'bin/milepost.js') } = job;
  const file = join(temporary, 'event.json');
  writeFileSync(file, JSON.stringify(payload));
  const given = Object.entries(action.inputs).map(([name, input]): [string, string] => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    inputs[name] ?? input.default,
  ]);
  return step('check', cwd, {
    ...Object.fromEntries(given),
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file,
    MILEPOST_PROGRAM: program,
  });
}

const from = (sha: string) => ({ pull_request: { base: { sha, ref: 'main' } } });
const misspelt = small({ question: ', weigth: 2' });
const annotated = '::error file=questionnaires/a.yaml,line=13,';

describe('a pull request', () => {
  test('is annotated where it is wrong', () => {
    const repo = repository();
    const base = repo.commit({ 'questionnaires/a.yaml': small() });
    repo.commit({ 'questionnaires/a.yaml': misspelt });
    const { exit, out } = check(repo, { payload: from(base) });
    expect(exit).toBe(1);
    expect(out).toContain(annotated);
    expect(out).toContain(`the defaults, as there is no milepost.config.yaml at the base, ${base}`);
  });

  test('passes where nothing is wrong', () => {
    const repo = repository();
    const base = repo.commit({ 'questionnaires/a.yaml': small() });
    const { exit, out } = check(repo, { payload: from(base) });
    expect(exit).toBe(0);
    expect(out).not.toContain('::error');
  });

  test('that turns rules off in its config does not get its way', () => {
    const repo = repository();
    const base = repo.commit({
      'questionnaires/a.yaml': small(),
      'milepost.config.yaml': config('rules: { no-example: error }\n'),
    });
    const off = config('rules: { unknown-key: off, no-example: off, missing-recommended: off }\n');
    repo.commit({
      'questionnaires/a.yaml': misspelt,
      'milepost.config.yaml': off,
      'questionnaires/milepost.config.yaml': off,
      [`${base}:milepost.config.yaml`]: off,
    });
    const { exit, out } = check(repo, { payload: from(base) });
    expect(exit).toBe(1);
    expect(out).toContain(annotated);
    expect(out).toContain('title=no-example');
    expect(out).toContain(`Policy: milepost.config.yaml as it is at the base, ${base}.`);
  });

  test('that brings the first config does not go by it', () => {
    const repo = repository();
    const base = repo.commit({ 'questionnaires/a.yaml': small() });
    repo.commit({
      'questionnaires/a.yaml': misspelt,
      'milepost.config.yaml': config('rules: { unknown-key: off }\n'),
    });
    expect(check(repo, { payload: from(base) })).toMatchObject({
      exit: 1,
      out: expect.stringContaining(annotated),
    });
  });

  test('that extends the baseline does not get its way; what the base knows stays known', () => {
    const repo = repository();
    const known = (...files: readonly string[]) => {
      const entry = { 'unknown-key': ['dimensions/data/questions/owner/weigth'] };
      const findings = Object.fromEntries(files.map((file) => [`questionnaires/${file}`, entry]));
      return JSON.stringify({ milepost: 1, kind: 'baseline', findings });
    };
    const base = repo.commit({
      'questionnaires/old.yaml': misspelt,
      'known.json': known('old.yaml'),
      'milepost.config.yaml': config('baseline: known.json\n'),
    });
    repo.commit({ 'questionnaires/a.yaml': misspelt, 'known.json': known('old.yaml', 'a.yaml') });
    const { exit, out } = check(repo, { payload: from(base) });
    expect(exit).toBe(1);
    expect(out).toContain(annotated);
    expect(out).not.toContain('::error file=questionnaires/old.yaml');
  });

  test('runs no module that its files name', () => {
    const repo = repository();
    const base = repo.commit({ 'questionnaires/a.yaml': small() });
    const mark = join(temporary, 'mark');
    repo.commit({
      'questionnaires/a.yaml': `${small()}rubric: { method: "plugin:mine", plugins: [./mine.js] }\n`,
      'questionnaires/mine.js': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(mark)}, '');\n`,
      'milepost.config.yaml': config('plugins: [./questionnaires/mine.js]\n'),
      'node_modules/milepost/bin/milepost.js': `import '../../../questionnaires/mine.js';\n`,
    });
    expect(check(repo, { payload: from(base) }).exit).toBe(1);
    expect(() => readFileSync(mark)).toThrow('ENOENT');
  });

  test('may have spaces and signs in its paths, and a folder to start from', () => {
    const repo = repository();
    const base = repo.commit({
      'our work/forms & maps/a.yaml': small(),
      'our work/milepost.config.yaml': config(
        'overrides: [{ files: "forms & maps/**", rules: { missing-recommended: error } }]\n',
      ),
    });
    const inputs = { 'working-directory': 'our work', paths: '\n  forms & maps\n  forms & maps/a.yaml\n' };
    const { exit, out } = check(repo, { payload: from(base), inputs });
    expect(exit).toBe(1);
    expect(out).toContain('::error file=our work/forms & maps/a.yaml,line=1,');
    expect(out).toContain('Policy: our work/milepost.config.yaml');
  });

  test('cannot pass flags in a path, nor commands to the runner in a name', () => {
    const repo = repository();
    const base = repo.commit({ 'questionnaires/a.yaml': small() });
    const flag = check(repo, { payload: from(base), inputs: { paths: 'questionnaires\n--allow-plugins' } });
    expect(flag.exit).toBe(2);
    expect(flag.out).toContain('--allow-plugins: there is no such file');
    const lines = flag.out.split('\n');
    const [, token = ''] = /^::stop-commands::([\da-f-]{36})$/m.exec(flag.out) ?? [];
    const said = lines.findIndex((line) => line.includes('there is no such file'));
    expect(said).toBeGreaterThan(lines.indexOf(`::stop-commands::${token}`));
    expect(said).toBeLessThan(lines.indexOf(`::${token}::`));
  });

  test('of a shallow clone has its base fetched', () => {
    const origin = repository();
    const base = origin.commit({
      'questionnaires/a.yaml': small(),
      'milepost.config.yaml': config('rules: { no-example: error }\n'),
    });
    origin.git('switch', '--quiet', '-c', 'change');
    origin.commit({ 'milepost.config.yaml': config('rules: { no-example: off }\n') });
    const clone = repository(['--depth=1', '--branch=change', `file://${origin.cwd}`]);
    const { exit, out } = check(clone, { payload: from(base) });
    expect(out).toContain('::error file=questionnaires/a.yaml,line=2');
    expect(exit).toBe(1);
    const nowhere = check(clone, { payload: from('0123456789'.repeat(4)) });
    expect(nowhere.exit).toBe(2);
    expect(nowhere.out).toContain('cannot be fetched; check out with fetch-depth: 0');
  });
});

test('a merge group has a base too; a push goes by what it brings', () => {
  const repo = repository();
  const base = repo.commit({ 'questionnaires/a.yaml': small() });
  repo.commit({ 'milepost.config.yaml': config('rules: { no-example: error }\n') });
  const payload = { merge_group: { base_sha: base }, before: base };
  expect(check(repo, { event: 'merge_group', payload }).exit).toBe(0);
  expect(check(repo, { event: 'push', payload }).exit).toBe(1);
  expect(check(repo, { event: 'workflow_dispatch', payload: {} }).exit).toBe(1);
});

test.each(['workflow_run', 'issue_comment'])(
  'a job that %s started, maybe of a fork, goes by no policy of its checkout',
  (event) => {
    const repo = repository();
    repo.commit({
      'questionnaires/a.yaml': misspelt,
      'milepost.config.yaml': config('rules: { unknown-key: off }\n'),
    });
    const { exit, out } = check(repo, { event, payload: {} });
    expect(exit).toBe(2);
    expect(out).toContain(
      `::error title=milepost::a job that \`${event}\` started does not say whose policy counts`,
    );
  },
);

test.each([
  [{}, { paths: ' \n' }, 'the input `paths` names nothing to check'],
  [{}, { diff: 'yes' }, 'the input `diff` is neither true nor false'],
  [{}, { 'fail-on': 'eror' }, 'Did you mean error?'],
  [{ pull_request: { base: { sha: '--upload-pack=x' } } }, {}, 'names no base commit'],
])('%j with %j cannot be done', (payload, inputs, message) => {
  const repo = repository();
  const base = repo.commit({ 'questionnaires/a.yaml': small() });
  const { exit, out } = check(repo, { payload: { ...from(base), ...payload }, inputs });
  expect(exit).toBe(2);
  expect(out).toContain(message);
});

describe('with diff', () => {
  /** A program in the place of Milepost, which says how it was called and ends as it is told. */
  const recorder = () => {
    const program = join(temporary, 'program.mjs');
    writeFileSync(
      program,
      `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = Number(process.argv[2] === 'diff');\n`,
    );
    return program;
  };
  const called = (out: string) => [...out.matchAll(/^\[.*\]$/gm)].map(([line]) => JSON.parse(line));
  const inputs = { diff: 'true', paths: 'questionnaires\nmy forms' };

  test('a pull request is compared with its base, under its policy', () => {
    const repo = repository();
    const base = repo.commit({ 'milepost.config.yaml': config('') });
    const { exit, out } = check(repo, { payload: from(base), inputs, program: recorder() });
    const common = ['--config', `${base}:milepost.config.yaml`, '--format', 'github', '--fail-on', 'error'];
    expect(called(out)).toEqual([
      ['check', ...common, '--', 'questionnaires', 'my forms'],
      ['diff', '--against', base, ...common, '--', 'questionnaires'],
      ['diff', '--against', base, ...common, '--', 'my forms'],
    ]);
    expect(exit).toBe(1);
  });

  test('a push is compared with what was there before; a new branch with nothing', () => {
    const repo = repository();
    const before = repo.commit({});
    const commands = (payload: object) =>
      called(check(repo, { event: 'push', payload, inputs, program: recorder() }).out).map(
        ([command, , against]) => (command === 'diff' ? against : command),
      );
    expect(commands({ before })).toEqual(['check', before, before]);
    expect(commands({ before: '0'.repeat(40) })).toEqual(['check']);
  });
});

describe('the version', () => {
  /** Installs with a program in the place of npm, which says where it runs and with what. */
  const install = (version: string, npmEnds = 0) => {
    const folder = join(temporary, 'path');
    mkdirSync(folder, { recursive: true });
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\necho "npm in $(pwd): $*"\nexit ${npmEnds}\n`);
    chmodSync(npm, 0o755);
    const output = join(temporary, 'output');
    writeFileSync(output, '');
    const ran = step('install', temporary, {
      INPUT_VERSION: version,
      RUNNER_TEMP: temporary,
      GITHUB_OUTPUT: output,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
    });
    return { ...ran, output: readFileSync(output, 'utf8') };
  };
  const { version: own } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  test.skipIf(process.platform === 'win32').each([
    ['', own],
    ['1.2.3', '1.2.3'],
    ['^1.2', '^1.2'],
    ['latest', 'latest'],
  ])('%j installs %s, in a folder of its own', (given, installed) => {
    const { exit, out, output } = install(given);
    expect(exit).toBe(0);
    const [, folder, args] = /^npm in (.*): (.*)$/m.exec(out) ?? [];
    expect(folder).toMatch(/milepost-action-.*\/milepost-/);
    expect(args).toMatch(/^install --ignore-scripts /);
    expect(args?.split(' ').at(-1)).toBe(`milepost@${installed}`);
    expect(output).toMatch(/^program=.*\/node_modules\/milepost\/bin\/milepost\.js\n$/);
  });

  test.each([
    'file:../head',
    '../head',
    'https://example.org/x.tgz',
    'npm:other@1',
    '-g',
    '1 --foo',
    '1;x',
    '>1',
  ])('%j is none', (given) => {
    const { exit, out, output } = install(given);
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(out).toContain('is no version');
    expect(out).not.toContain('npm in');
  });

  test('that npm cannot install ends the job', () => {
    expect(install('9.9.9', 1)).toMatchObject({ exit: 2, output: '' });
  });
});

test('inputs reach the scripts as variables alone', () => {
  const { steps } = action.runs;
  for (const { run, uses, shell } of steps) {
    expect(run).not.toContain('${{');
    expect({ uses, shell }).toEqual({ uses: undefined, shell: 'bash' });
  }
  const passed = steps.flatMap(({ env }) => Object.values(env));
  const expressions = Object.keys(action.inputs).map((name) => `inputs.${name}`);
  expect(passed.sort()).toEqual(
    [...expressions, 'steps.install.outputs.program'].map((name) => `\${{ ${name} }}`).sort(),
  );
});

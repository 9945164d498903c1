import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { small } from '../policy/fixture.js';
import { milepost } from '../support/milepost.js';
import { repository } from '../support/repository.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
const [hook] = hooks;

test('there is one hook, and its program is in the package', () => {
  expect(hooks).toHaveLength(1);
  expect(hook).toMatchObject({ id: 'milepost-check', language: 'node', types: ['yaml'] });
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
});

test('npm builds the program where it installs the repository itself, as pre-commit does', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [program, ...args] = scripts.prepare.split(' ');
  expect(program).toBe('node');
  const folder = mkdtempSync(join(tmpdir(), 'milepost-checkout-'));
  try {
    const needed = ['bin', 'package.json', 'package-lock.json', 'schemas', 'scripts', 'src'];
    for (const name of [...needed, 'tsconfig.json', 'tsconfig.types.json']) {
      const filter = (file: string) => basename(file) !== 'node_modules';
      cpSync(join(root, name), join(folder, name), { recursive: true, filter });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const run = (...line: readonly string[]) =>
      spawnSync(process.execPath, line, { cwd: folder, encoding: 'utf8' });
    expect(run(...args)).toMatchObject({ status: 0, stderr: '' });
    expect(run(join(folder, 'bin/milepost.js'), '--help')).toMatchObject({ status: 0, stderr: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test.each([
  ['questionnaires/city.yaml', true],
  ['surveys/questionnaires/old/city.yml', true],
  ['rubrics/strict.yaml', true],
  ['maps/2025.yaml', true],
  ['questionnaire.yaml', true],
  ['examples/plugin/questionnaire.yaml', true],
  ['milepost.config.yaml', true],
  ['surveys/milepost.config.yaml', true],
  ['questionnaires/README.md', false],
  ['questionnaires', false],
  ['my-questionnaires/city.yaml', false],
  ['.github/workflows/milepost.yml', false],
  ['docker-compose.yaml', false],
  ['site/questionnaire.yaml.j2', false],
])('%s: %s', (file, isOne) => {
  expect(new RegExp(hook.files).test(file)).toBe(isOne);
});

test('what init writes is what the hook looks at', async () => {
  const { out } = await milepost('init');
  const looked = out.split('\n').filter((file) => new RegExp(hook.files).test(file));
  expect(looked).toEqual(['milepost.config.yaml', 'questionnaires/service-check.yaml']);
});

test('it runs on the files that it is given, whatever they are called', () => {
  const files = {
    'questionnaires/a.yaml': small(),
    'questionnaires/b c.yaml': small({ question: ', weigth: 2' }),
  };
  const repo = repository();
  repo.commit(files);
  // As pre-commit does it: the entry as words, then the names, at the top of the repository.
  const [program, ...args] = hook.entry.split(' ');
  expect(program).toBe('milepost');
  const run = (...names: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/milepost.js'), ...args, ...names], {
      cwd: repo.cwd,
      encoding: 'utf8',
    });
  expect(run('questionnaires/a.yaml').status).toBe(0);
  const { status, stdout } = run(...Object.keys(files));
  expect(status).toBe(1);
  expect(stdout).toContain('questionnaires/b c.yaml:13:');
});

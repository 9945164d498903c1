import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { edited, small } from './fixture.js';

let top = '';
let repo = '';

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'milepost-git-'));
  repo = join(top, 'repo');
  mkdirSync(repo);
  git('init', '-q', '-b', 'main');
});

afterEach(() => {
  rmSync(top, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  const env = { PATH: process.env.PATH ?? '', HOME: top, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...who, ...args], { cwd: repo, encoding: 'utf8', stdio: 'pipe', env });
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repo, name)), { recursive: true });
    writeFileSync(join(repo, name), text);
  }
}

function commit(files: Readonly<Record<string, string>>, message = 'change'): void {
  write(files);
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

/** The lines of the format compact, without columns and texts, the commit as COMMIT. */
async function lines(args: string, cwd = repo) {
  const ran = await milepost(`diff ${args} --format compact`, { cwd });
  const told = ran.out
    .trimEnd()
    .split('\n')
    .map((line) => (/^(.*:\d+):\d+: \w+ ([\w-]+):/.exec(line) ?? []).slice(1).join(' '))
    .map((line) => line.replace(/^[0-9a-f]{10}:/, 'COMMIT:'))
    // A commit's name differs from run to run, and its place among the files with it.
    .sort();
  return { ...ran, told: told.filter((line) => line !== '') };
}

const removed = edited(small, ['      - { id: quality, text: How good are the data?, scale: four }\n', '']);
const strict = 'milepost: 1\nkind: rubric\nid: strict\nversion: 1.0.0\ntitle: Strict\nmethod: mean\n';

test('a file is compared with what it is at a commit', async () => {
  commit({ 'q/city.yaml': small });
  write({ 'q/city.yaml': removed });
  const ran = await lines('main:q/city.yaml q/city.yaml');
  expect(ran.told).toEqual(['main:q/city.yaml:22 question-removed', 'q/city.yaml:3 version-step-due']);
  expect(ran.exit).toBe(1);
  expect((await milepost('diff main:q/city.yaml q/city.yaml', { cwd: repo })).out).toContain(
    '  22 |       - { id: quality, text: How good are the data?, scale: four }\n',
  );
});

test('answers to what a file is at a commit are carried over to what it is now', async () => {
  commit({ 'q/city.yaml': small });
  write({
    'q/city.yaml': edited(small, ['version: 1.0.0', 'version: 2.0.0'], ['id: leaders', 'id: heads']),
    'r.csv': 'organisation,leaders\nNorthbridge,4\n',
    'map.yaml': 'milepost: 1\nkind: map\nrename: { leaders: heads }\n',
  });
  const ran = await milepost('migrate main:q/city.yaml q/city.yaml r.csv --map map.yaml', { cwd: repo });
  expect(JSON.parse(ran.out)).toMatchObject({
    questionnaire: { version: '2.0.0' },
    answers: { heads: { value: 4 } },
  });
  expect(ran.exit).toBe(0);
});

test('fragments and rubrics are read at the same commit', async () => {
  const using = edited(small, ['rubric:\n  range: [0, 100]\n', 'rubric: ../strict.yaml\n']);
  commit({ 'q/city.yaml': using, 'strict.yaml': strict });
  write({ 'strict.yaml': strict.replace('mean', 'min') });
  expect((await lines('HEAD:q/city.yaml q/city.yaml')).told).toEqual([
    'strict.yaml:4 version-step-due',
    'strict.yaml:6 method-changed',
  ]);
});

test('a commit and a file that git does not know end with 2', async () => {
  commit({ 'city.yaml': small });
  const unknown = await lines('mian:city.yaml city.yaml');
  expect(unknown.err).toContain('git knows no commit `mian`');
  expect(unknown.exit).toBe(2);
  const absent = await lines('main:town.yaml city.yaml');
  expect(absent.err).toContain('main:town.yaml cannot be read: it is not in that commit');
  expect(absent.exit).toBe(2);
});

test.each([
  ['main:citty.yaml', 'did you mean `main:q/city.yaml`?', 'q'],
  [
    'main:city.yaml',
    'it is not in that commit, where paths start at the top of the repository; did you mean `main:q/city.yaml`?',
    'q',
  ],
  ['main:./../city.yaml', 'did you mean `main:q/city.yaml`?', 'q'],
  ['main:q', 'main:q is a directory where a file is needed', '.'],
  ['main:q/', 'main:q/ is a directory where a file is needed', '.'],
])('%s names no file of the commit: what was meant is said', async (name, message, folder) => {
  commit({ 'q/city.yaml': small });
  const ran = await milepost(`diff ${name} ${folder === 'q' ? '' : 'q/'}city.yaml`, {
    cwd: join(repo, folder),
  });
  expect(ran.err).toContain(message);
  expect(ran.exit).toBe(2);
});

test('against a branch: added, deleted, renamed and changed definitions since the two parted', async () => {
  commit({
    'q/changed.yaml': small,
    'q/gone.yaml': edited(small, ['id: sample', 'id: gone']),
    'q/before.yaml': edited(small, ['id: sample', 'id: moved']),
    'q/same.yaml': edited(small, ['id: sample', 'id: same']),
    'q/strict.yaml': strict,
    '.github/workflow.yaml': 'on: push\n',
  });
  git('checkout', '-q', '-b', 'topic');
  git('rm', '-q', 'q/gone.yaml');
  git('mv', 'q/before.yaml', 'q/after.yaml');
  commit({
    'q/changed.yaml': removed,
    'q/strict.yaml': strict.replace('mean', 'min'),
    '.github/workflow.yaml': 'on: pull\n',
  });
  write({ 'q/fresh.yaml': edited(small, ['id: sample', 'id: fresh']) });
  git('checkout', '-q', 'main');
  git('stash', '-q', '--include-untracked');
  commit({ 'q/later.yaml': edited(small, ['id: sample', 'id: later']) }, 'on main');
  git('checkout', '-q', 'topic');
  git('stash', 'pop', '-q');

  const ran = await lines('--against main');
  expect(ran.told).toEqual([
    'COMMIT:q/changed.yaml:22 question-removed',
    'COMMIT:q/gone.yaml:2 definition-deleted',
    'q/after.yaml:2 definition-moved',
    'q/changed.yaml:3 version-step-due',
    'q/fresh.yaml:2 definition-added',
    'q/strict.yaml:4 version-step-due',
    'q/strict.yaml:6 method-changed',
  ]);
  expect(ran.exit).toBe(1);

  expect((await lines('--against main .', join(repo, 'q'))).told.length).toBe(7);
  expect((await lines('--against main .github')).told).toEqual([]);
  expect((await lines('--against main changed.yaml', join(repo, 'q'))).told).toEqual([
    'COMMIT:q/changed.yaml:22 question-removed',
    'changed.yaml:3 version-step-due',
  ]);
  const github = await milepost('diff --against main --format github', { cwd: repo });
  expect(github.out).toContain('::error file=q/changed.yaml,line=22,');
  const json = await milepost('diff --against main --format json', { cwd: repo });
  expect(JSON.parse(json.out)).toMatchObject({ findings: { length: 7 } });
});

test('a questionnaire is compared where only a fragment of it changed', async () => {
  const fragment = (label: string) =>
    `milepost: 1\nkind: fragment\nbarriers: [{ id: skills, label: Skills }, { id: money, label: ${label} }]\n`;
  commit({
    'q/city.yaml': edited(small, ['profile:', 'use: [../shared/barriers.yaml]\nprofile:']),
    'shared/barriers.yaml': fragment('Money'),
  });
  write({ 'shared/barriers.yaml': fragment('Budget') });
  const ran = await lines('--against HEAD q');
  expect(ran.told).toEqual(['q/city.yaml:3 version-step-due', 'shared/barriers.yaml:3 barrier-relabelled']);
  expect(ran.exit).toBe(0);
});

test('a rubric that questionnaires share is told once, and by its own version', async () => {
  const using = (id: string) =>
    edited(small, ['rubric:\n  range: [0, 100]\n', 'rubric: strict.yaml\n'], ['id: sample', `id: ${id}`]);
  commit({ 'a.yaml': using('a'), 'b.yaml': using('b'), 'strict.yaml': strict });
  write({ 'strict.yaml': strict.replace('mean', 'min').replace('1.0.0', '2.0.0') });
  const ran = await lines('--against main');
  expect(ran.told).toEqual(['strict.yaml:6 method-changed']);
  expect(ran.exit).toBe(0);
});

test('a file that is another questionnaire by now breaks, whatever its version', async () => {
  commit({ 'city.yaml': small });
  write({ 'city.yaml': edited(small, ['id: sample', 'id: town'], ['1.0.0', '2.0.0']) });
  const ran = await lines('--against main');
  expect(ran.told).toEqual(['city.yaml:2 definition-id-changed']);
  expect(ran.exit).toBe(1);
});

test('a folder may be named by its whole path', async () => {
  commit({ 'q/city.yaml': small });
  write({ 'q/city.yaml': removed });
  const ran = await lines(`--against main ${join(repo, 'q')}`);
  expect(ran.told).toContain('q/city.yaml:3 version-step-due');
});

test('a definition that cannot be read any more is an error, and not gone', async () => {
  commit({ 'city.yaml': small });
  writeFileSync(join(repo, 'city.yaml'), Buffer.from(`\ufeff${small}`, 'utf16le'));
  const ran = await lines('--against main');
  expect(ran.told.map((line) => line.replace(/:\d+/, ''))).toEqual(['city.yaml file-not-utf8']);
  expect(ran.exit).toBe(2);
});

test('a branch of another history', async () => {
  commit({ 'city.yaml': small });
  git('checkout', '-q', '--orphan', 'alone');
  commit({ 'city.yaml': removed });
  const ran = await lines('--against main');
  expect(ran.err).toContain('git finds no commit that `main` and HEAD have in common');
  expect(ran.err).toContain('Name a branch that has a part of its history in common with this one.');
  expect(ran.exit).toBe(2);
});

test('an old version with errors cannot have been answered; a new one ends with 2', async () => {
  const bad = edited(small, ['scale: four }', 'scale: for }']);
  commit({ 'city.yaml': bad });
  write({ 'city.yaml': small });
  const mended = await lines('--against main');
  expect(mended.err).toMatch(/[0-9a-f]{10}:city\.yaml has errors and was not compared/);
  expect(mended.exit).toBe(0);
  commit({ 'city.yaml': small });
  write({ 'city.yaml': bad });
  const broken = await lines('--against main');
  expect(broken.out).toContain('city.yaml:');
  expect(broken.exit).toBe(2);
});

test('nothing changed', async () => {
  commit({ 'city.yaml': small });
  const ran = await milepost('diff --against main', { cwd: repo });
  expect([ran.out, ran.err, ran.exit]).toEqual([
    '',
    'Nothing changed that touches answers, scores or texts.\n',
    0,
  ]);
});

test('a shallow clone is told which command mends it', async () => {
  commit({ 'city.yaml': small });
  git('checkout', '-q', '-b', 'topic');
  commit({ 'city.yaml': removed });
  const clone = join(top, 'clone');
  git('clone', '-q', '--depth', '1', '--branch', 'topic', `file://${repo}`, clone);
  const ran = await lines('--against origin/main', clone);
  expect(ran.err).toContain(
    'This clone is shallow. Fetch the rest of the history first: git fetch --unshallow origin main',
  );
  expect(ran.exit).toBe(2);
});

test('a repository without files checked out', async () => {
  commit({ 'city.yaml': small });
  const bare = join(top, 'bare');
  git('clone', '-q', '--bare', repo, bare);
  const ran = await lines('--against main', bare);
  expect(ran.err).toContain('this repository has no files checked out');
  expect(ran.exit).toBe(2);
});

test('outside of a repository', async () => {
  const ran = await milepost('diff --against main', { files: { 'city.yaml': small }, env: {} });
  expect(ran.err).toContain('this folder is in no git repository');
  expect(ran.exit).toBe(2);
});

test.each([
  ['--against main nowhere', 'nowhere: no YAML file is there, nor was'],
  ['--against main a b', 'Name one folder or file behind it'],
  ['--against main --responses r.csv', '--responses needs one questionnaire'],
  ['--against main -o map.yaml', 'a map is drafted between two versions of one questionnaire'],
])('%s cannot be done', async (args, message) => {
  commit({ 'city.yaml': small });
  const ran = await milepost(`diff ${args}`, { cwd: repo });
  expect(ran.err).toContain(message);
  expect(ran.exit).toBe(2);
});

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { small } from './fixture.js';

const files = { 'a.yaml': small({ question: ', weigth: 2' }) };

test('several formats at once: an -o belongs to the --format before it', async () => {
  const ran = await milepost(
    'check a.yaml --format sarif -o out.sarif --format junit --output=out.xml --format compact',
    {
      files,
    },
  );
  expect(ran.exit).toBe(1);
  expect(JSON.parse(ran.file('out.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(ran.file('out.xml')).toMatch(/^<\?xml /);
  expect(ran.out).toContain('a.yaml:13:');
});

test('with all formats in files, nothing is on stdout', async () => {
  const ran = await milepost('check a.yaml --format json -o out.json', { files });
  expect(ran.out).toBe('');
  expect(JSON.parse(ran.file('out.json'))).not.toEqual([]);
});

test('in a job of GitHub Actions, annotations are written unless a format is asked for', async () => {
  const env = { GITHUB_ACTIONS: 'true' };
  expect((await milepost('check a.yaml', { files, env })).out).toMatch(/^::error file=a\.yaml,line=13,/);
  expect((await milepost('check a.yaml --format compact', { files, env })).out).toMatch(/^a\.yaml:/);
  expect((await milepost('check a.yaml', { files })).out).not.toContain('::');
});

test('in a job of GitHub Actions, files are named from the root of the repository', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'milepost-workspace-'));
  try {
    const cwd = join(workspace, 'surveys');
    mkdirSync(cwd);
    const env = { GITHUB_WORKSPACE: workspace };
    const setting = { cwd, files, env };
    expect((await milepost('check ./a.yaml --format github', setting)).out).toContain('file=surveys/a.yaml,');
    expect((await milepost('check a.yaml --format sarif', setting)).out).toContain('"uri": "surveys/a.yaml"');
    expect((await milepost('check a.yaml --format compact', setting)).out).toContain('a.yaml:13:');
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});

test.each([
  ['check a.yaml --format sarif --format json', 'sarif and json cannot share stdout'],
  ['check a.yaml --format sarif -o x --format json -o x', 'two formats would be written to x'],
  ['check a.yaml -o x', 'It belongs behind a --format of its own.'],
  ['check a.yaml --format json -o x -o y', 'It belongs behind a --format of its own.'],
  ['check a.yaml --format sarf', 'Allowed choices are pretty, compact, json, junit, sarif, github.'],
  [
    'check a.yaml --format json -o no/such/folder',
    'no/such/folder cannot be written: its folder does not exist',
  ],
])('%s cannot be done', async (args, message) => {
  const ran = await milepost(args, { files });
  expect(ran.err).toContain(message);
  expect(ran.exit).toBe(2);
});

test.each(['sarif', 'junit', 'json'])('%s is a whole document where nothing is found', async (format) => {
  const clean = { 'units.yaml': 'milepost: 1\nkind: map\n' };
  const ran = await milepost(`check units.yaml --format ${format}`, { files: clean });
  expect(ran.exit).toBe(0);
  expect(ran.out).toMatch(
    format === 'junit' ? /<testcase name="no findings" classname="units.yaml"\/>/ : /^[[{]/,
  );
});

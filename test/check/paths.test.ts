import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { check, standing } from './fixture.js';

/** The files that were checked, by the suites of the format junit. */
async function checked(args: readonly string[], files: Readonly<Record<string, string>>) {
  const { out, err, exit } = await milepost(['check', '--format', 'junit', ...args], { files });
  return { exit, err, files: [...out.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name) };
}

const q = standing();
const files = {
  'a.yaml': q,
  'b.yml': q,
  'deep/er/c.yaml': q,
  'deep/d.yaml': q,
  'deep/notes.md': '# Notes',
  'node_modules/other/e.yaml': q,
  '.github/f.yaml': q,
  'deep/.hidden.yaml': q,
  'with spaces [1].yaml': q,
};

describe('what is checked', () => {
  test.each([
    [['.'], ['a.yaml', 'b.yml', 'deep/d.yaml', 'deep/er/c.yaml', 'with spaces [1].yaml']],
    [['deep'], ['deep/d.yaml', 'deep/er/c.yaml']],
    [
      ['./deep/', 'a.yaml'],
      ['a.yaml', 'deep/d.yaml', 'deep/er/c.yaml'],
    ],
    [
      ['deep/../*.yaml', './deep/../dee[p]/d.yaml'],
      ['a.yaml', 'deep/d.yaml', 'with spaces [1].yaml'],
    ],
    [['*.yaml'], ['a.yaml', 'with spaces [1].yaml']],
    [['**/*.yaml'], ['a.yaml', 'deep/d.yaml', 'deep/er/c.yaml', 'with spaces [1].yaml']],
    [['deep/**'], ['deep/d.yaml', 'deep/er/c.yaml']],
    [['{a,deep/d}.yaml'], ['a.yaml', 'deep/d.yaml']],
    [['./deep/*.y{a,}ml'], ['deep/d.yaml']],
    [['with spaces [1].yaml'], ['with spaces [1].yaml']],
    [['.github'], ['.github/f.yaml']],
    [['.github/*.yaml'], ['.github/f.yaml']],
    [['node_modules/**/*.yaml'], ['node_modules/other/e.yaml']],
    [['deep/.hidden.yaml'], ['deep/.hidden.yaml']],
    [
      ['a.yaml', './a.yaml', 'deep/../a.yaml', '*.yaml'],
      ['a.yaml', 'with spaces [1].yaml'],
    ],
  ])('%j', async (args, expected) => {
    expect(await checked(args, files)).toMatchObject({ exit: 0, files: expected });
  });

  test('a pattern that matches no file cannot be followed', async () => {
    expect(await checked(['questionaires/**/*.yaml'], files)).toMatchInlineSnapshot(`
      {
        "err": "milepost: questionaires/**/*.yaml: no file matches this pattern
      Folders whose names start with a dot, and node_modules, are passed over unless the pattern names them.
      ",
        "exit": 2,
        "files": [],
      }
    `);
    expect((await checked(['./dep/*.yaml'], files)).err).toContain('did you mean `deep/*.yaml`?');
    for (const odd of ['deep[/*.yaml', '{a,b', '[', '?', '**/', '!*.yaml']) {
      expect(await checked([odd], files)).toMatchObject({ exit: 2, files: [] });
    }
    expect(await checked(['a.yaml', '!(a).txt'], files)).toMatchObject({ exit: 2, files: [] });
  });

  test('the order of what is found does not depend on the order of what is named', async () => {
    const bad = { 'b.yaml': `${q}x: 1\n`, 'a.yaml': `${q}y: 1\n`, 'Z.yaml': `${q}z: 1\n` };
    const { lines } = await check('b.yaml a.yaml Z.yaml', { files: bad });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['Z.yaml', 'a.yaml', 'b.yaml']);
    expect((await check('Z.yaml b.yaml a.yaml', { files: bad })).lines).toEqual(lines);
    expect((await check('.', { files: bad })).lines).toEqual(lines);
  });
});

test('links: to a file as one, to a folder not followed, to nothing as a file that cannot be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-'));
  try {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in/a.yaml'), q);
    symlinkSync('a.yaml', join(folder, 'in/b.yaml'));
    symlinkSync('.', join(folder, 'in/loop'));
    const first = await milepost('check in', { cwd: folder });
    expect(first.err).toBe('2 files checked, nothing found.\n');
    symlinkSync('gone', join(folder, 'in/c.yaml'));
    const second = await milepost('check in --format compact', { cwd: folder });
    expect(second).toMatchObject({ exit: 2 });
    expect(second.out).toMatch(/^in\/c\.yaml: error file-unreadable: /);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('YAML that is not ours', () => {
  const compose = 'services:\n  web: { image: nginx }\n  milepost: { image: nginx }\n';

  test('is passed over in a directory or by a pattern, and named', async () => {
    const mixed = { 'a.yaml': q, 'docker-compose.yml': compose, 'empty.yaml': '' };
    for (const args of ['.', '*.y*ml']) {
      expect(await check(args, { files: mixed })).toEqual({
        exit: 0,
        lines: [],
        err: 'Passed over, for want of a key `milepost`: docker-compose.yml, empty.yaml.\n1 file checked, nothing found.\n',
      });
    }
  });

  test('is an error where it is named', async () => {
    const { exit, lines } = await check('docker-compose.yml a.yaml', {
      files: { 'a.yaml': q, 'docker-compose.yml': compose },
    });
    expect(exit).toBe(1);
    expect(lines[0]).toContain('docker-compose.yml:1:1: error ');
  });

  test('alone in a directory is nothing to check', async () => {
    expect(await check('.', { files: { 'docker-compose.yml': compose } })).toMatchInlineSnapshot(`
      {
        "err": "milepost: there is no definition among these files
      Passed over, for want of a key \`milepost\`: docker-compose.yml.
      ",
        "exit": 2,
        "lines": [],
      }
    `);
  });

  test.each([
    ['a misspelt key', q.replace('milepost: 1', 'milepots: 1')],
    ['a key in quotes', q.replace('milepost: 1', '"milepost": 2')],
    ['no YAML at all', `${q}x: [`],
    ['in braces', '{ title: x, milepost: 1 }'],
    ['indented', q.replace(/^/gm, '  ').replace('id: sample', 'ids: sample')],
    ['only by what its editor is told', '# yaml-language-server: $schema=s/rubric.schema.json\nid: x\n'],
    ['not UTF-8', Buffer.from(q.replace('A sample', 'A caf\u00e9'), 'latin1')],
  ])('is not what a file is that is nearly ours: %s', async (_, text) => {
    const { exit, lines } = await check('.', { files: { 'a.yaml': text } });
    expect(exit).toBe(1);
    expect(lines.length).toBeGreaterThan(0);
  });
});

test('patterns and directories stand for responses too', async () => {
  const setting = {
    files: {
      'q.yaml': q,
      'in/b.csv': 'response_id,q1\nr2,2\n',
      'in/x/a.csv': 'response_id,q1\nr1,1\n',
      'in/c.txt': 'response_id,q1\nr3,1\n',
    },
  };
  const rows = async (pattern: string) =>
    (await milepost(['score', 'q.yaml', pattern, '--format', 'csv'], setting)).out.match(/^r\d/gm);
  expect(await rows('in/**')).toEqual(['r2', 'r1']);
  expect(await rows('in')).toEqual(['r2', 'r1']);
  expect(await rows('in/*.{csv,txt}')).toEqual(['r2']);
  expect(await rows('in/*.txt')).toEqual(['r3']);
  expect((await milepost('score q.yaml out/*.csv', setting)).exit).toBe(2);
});

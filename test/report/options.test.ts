import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { answers, definition, report } from './fixture.js';

describe('options that do not go together', () => {
  test.each([
    ['--each organisation -o r.html', '--each writes a page for each unit, and they need names of their own'],
    [
      '--each organisation --unit organisation=A -o {unit}.html',
      '--each is a page for each unit, and --unit that of one',
    ],
    ['-o {unit}.html', '{unit} in the name of a file is for --each and --unit'],
    ['--each organisation -o {unti}.html', '-o {unti}.html: {unti} stands for nothing; did you mean {unit}?'],
    ['-o {table}.html', '-o {table}.html: {table} stands for nothing'],
    [
      '--publish --rank',
      '--publish --rank: a table for release has no ranks, since places look surer than the figures are',
    ],
    ['--each authority -o {unit}.html', '--each authority: there is no such unit field'],
    [
      '--each organisaton -o {unit}.html',
      '--each organisaton: there is no such unit field; did you mean organisation?',
    ],
    ['--unit organisaton=A', '--unit organisaton=A: there is no such unit field; did you mean organisation?'],
    ['--name-peers', "--name-peers is for a unit's own page"],
    ['--with-notes', "--with-notes is for a unit's own page"],
    [
      '--with-notes --unit organisation=Northbridge --publish',
      '--with-notes is for nothing that is released',
    ],
    ['--by organisation,organisation', '--by organisation,organisation: organisation is there twice'],
    ['--waves 2025,2025', '--waves 2025,2025: 2025 is there twice'],
    ['--strict-ranks', '--strict-ranks says how to rank; nobody is ranked without --rank'],
    ['--open', '--open opens one file, and none is written'],
    ['--unit Northbridge', '--unit Northbridge: it must be FIELD=NAME'],
    ['-o r.pdf', 'r.pdf: no format of a report has this ending'],
    ['--rubric a.yaml --rubric b.yaml', 'a report is by one rubric'],
  ])('%s', async (options, why) => {
    const { exit, err } = await report(options);
    expect([exit, err.split('\n')[0]]).toEqual([2, `milepost: ${why}`]);
  });
});

describe('a unit name that several outer units have', () => {
  const housing = ['--unit', 'department=Housing'];
  const why = `milepost: --unit department=Housing is 3 units, and there is one page to write
Name the outer unit too, or write {unit} in the name of the file, as in \`-o 'out/{unit}.html'\`: Northbridge › Housing, Eastmere › Housing, Westholm › Housing.
`;

  test('is asked about, before anything is written', async () => {
    const ran = await report([...housing, '-o', 'one.html']);
    expect([ran.exit, ran.err]).toEqual([2, why]);
    expect(existsSync(join(ran.folder, 'one.html'))).toBe(false);
    const shown = await report(housing);
    expect([shown.exit, shown.out, shown.err]).toEqual([2, '', why]);
  });

  test('is written a page for each, where the file is named so', async () => {
    const ran = await report([...housing, '-o', '{unit}.html']);
    expect(ran.exit).toBe(0);
    for (const name of ['Northbridge-Housing', 'Eastmere-Housing', 'Westholm-Housing']) {
      expect(ran.file(`${name}.html`)).toContain('<!doctype html>');
    }
    const opened = await report([...housing, '-o', '{unit}.html', '--open']);
    expect([opened.exit, opened.err.split('\n')[0]]).toEqual([
      2,
      'milepost: --unit department=Housing is 3 units, and --open opens one file',
    ]);
  });

  test('is one page where the outer unit is named', async () => {
    const ran = await report([...housing, '--unit', 'organisation=Eastmere', '-o', 'one.html']);
    expect(ran.exit).toBe(0);
    expect(ran.file('one.html')).toContain('Eastmere');
  });
});

test.skipIf(!existsSync('/proc/self'))('a folder that cannot be made for pages is told at once', async () => {
  const { exit, err } = await report('--each organisation -o /proc/x/y/{unit}.html');
  expect([exit, err]).toEqual([2, 'milepost: /proc/x/y cannot be written: its folder does not exist\n']);
});

test.skipIf(process.platform === 'win32' || process.platform === 'darwin')(
  '--open opens the page as a double click on it would',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-open-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(
      join(folder, 'bin', 'xdg-open'),
      `#!/bin/sh\nprintf %s "$1" > "${folder}/opened.tmp" && mv "${folder}/opened.tmp" "${folder}/opened"\n`,
      {
        mode: 0o755,
      },
    );
    const files = { 'q.yaml': definition(), 'a.csv': answers };
    const env = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` };
    const args = [
      'report',
      'q.yaml',
      'a.csv',
      '-o',
      '{unit}.html',
      '--unit',
      'organisation=Westholm',
      '--open',
    ];
    const ran = await milepost(args, { files, env });
    expect(ran.err).toBe('9 responses scored.\n');
    await expect.poll(() => existsSync(join(folder, 'opened')), { timeout: 5000 }).toBe(true);
    expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe(join(ran.folder, 'Westholm.html'));
  },
);

test('where nothing can open it, it is written all the same', async () => {
  const files = { 'q.yaml': definition(), 'a.csv': answers };
  const ran = await milepost('report q.yaml a.csv -o r.html --open', { files, env: { PATH: '/nowhere' } });
  expect(ran.exit).toBe(0);
  expect(ran.err).toMatch(/^r\.html is written, but there is no \S+ to open it\.\n/);
});

test('--format says it where the name of the file does not', async () => {
  const ran = await report('--format html');
  expect(ran.out.startsWith('<!doctype html>')).toBe(true);
});

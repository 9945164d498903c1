import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
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
    ['--strict-ranks', '--strict-ranks says how to rank; nobody is ranked without --rank'],
    ['--open', '--open opens one file, and none is written'],
    ['-o r.pdf', 'r.pdf: no format of a report has this ending'],
    ['--rubric a.yaml --rubric b.yaml', 'a report is by one rubric'],
  ])('%s', async (options, why) => {
    const { exit, err } = await report(options);
    expect([exit, err.split('\n')[0]]).toEqual([2, `milepost: ${why}`]);
  });
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
    const ran = await milepost('report q.yaml a.csv -o r.html --open', { files, env });
    expect(ran.err).toBe('9 responses scored.\n');
    await expect.poll(() => existsSync(join(folder, 'opened')), { timeout: 5000 }).toBe(true);
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

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findingFormatNames } from '../../src/export/findings/names.js';
import { parseXml } from '../export/findings/xml.js';
import { milepost } from '../support/milepost.js';
import { junitFaults, sarifFaults } from '../support/published.js';
import { questionnaire } from '../support/questionnaire.js';
import { fragment, standing } from './fixture.js';

/** Runs `check` on a folder in every format at once, and reads what each has written. */
async function written(files: Readonly<Record<string, string>>) {
  const outputs = findingFormatNames.flatMap((format) => ['--format', format, '-o', `out/${format}`]);
  const ran = await milepost(['check', 'in', ...outputs], { files: { ...files, 'out/x': '' } });
  expect(ran.out).toBe('');
  const { file } = ran;
  const sarif = JSON.parse(file('out/sarif'));
  expect(sarifFaults(sarif)).toEqual([]);
  expect(await junitFaults(file('out/junit'))).toEqual([]);
  const junit = parseXml(file('out/junit'));
  const lines = (format: string) => file(`out/${format}`).split('\n').slice(0, -1);
  return {
    exit: ran.exit,
    json: JSON.parse(file('out/json')),
    sarif: sarif.runs[0].results,
    junit: Number(junit.attributes.tests),
    compact: lines('compact'),
    github: lines('github'),
    pretty: file('out/pretty'),
  };
}

test('every format is valid with no findings', async () => {
  expect(await written({ 'in/a.yaml': standing(), 'in/b.yaml': standing({ id: 'b' }) })).toEqual({
    exit: 0,
    json: [],
    sarif: [],
    junit: 2,
    compact: [],
    github: [],
    pretty: '',
  });
});

test('every format is valid with ten thousand, in one order', async () => {
  const questions = Array.from(
    { length: 100 },
    (_, i) => `      - { id: q${i}, text: Q?, type: yes_no, helf: x }`,
  );
  const bad = questionnaire(
    `use: [common.yaml]\ndimensions:\n  - id: d\n    title: D\n    questions:\n${questions.join('\n')}\n`,
  );
  const files = {
    'in/common.yaml': fragment.replace('label: One', 'lable: One'),
    ...Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`in/${i}.yaml`, bad.replace('id: sample', `id: s${i}`)]),
    ),
  };
  const { json, sarif, junit, compact, github, pretty } = await written(files);
  // An unknown key a question, no example a file, and one key in what all include.
  expect(json).toHaveLength(10_101);
  expect(sarif).toHaveLength(10_101);
  expect(junit).toBe(10_101);
  expect(compact).toHaveLength(10_101);
  expect(github).toHaveLength(10_101);
  expect(pretty.match(/^in\/\w+\.yaml:/gm)).toHaveLength(10_101);
  expect(sarif.at(-1).relatedLocations).toHaveLength(100);
  const places = json.map(({ file, line, column }: Record<string, unknown>) => [file, line, column]);
  const inOrder = [...places].sort(([a, ...x], [b, ...y]) =>
    a < b ? -1 : a > b ? 1 : x[0] - y[0] || x[1] - y[1],
  );
  expect(places).toEqual(inOrder);
  expect(compact.map((line) => line.split(':')[0])).toEqual(places.map(([file]: readonly unknown[]) => file));
}, 60_000);

test('what is written does not depend on locale and time zone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-'));
  try {
    for (const name of ['Z', 'a', 'ä', 'é', 'z'])
      writeFileSync(join(folder, `${name}.yaml`), `${standing()}x: 1\n`);
    const program = fileURLToPath(new URL('../../bin/milepost.js', import.meta.url));
    const run = (env: Readonly<Record<string, string>>) => {
      try {
        return execFileSync(process.execPath, [program, 'check', '.', '--format', 'json'], {
          cwd: folder,
          env: { PATH: process.env.PATH, ...env },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      } catch (error) {
        // Exit code 1: there are findings.
        return error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
      }
    };
    const plain = run({ LC_ALL: 'C', TZ: 'UTC' });
    expect(JSON.parse(plain).map(({ file }: { file: string }) => file)).toEqual([
      'Z.yaml',
      'a.yaml',
      'z.yaml',
      'ä.yaml',
      'é.yaml',
    ]);
    expect(run({ LC_ALL: 'sv_SE.UTF-8', TZ: 'Asia/Tokyo' })).toBe(plain);
    expect(run({ LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr', TZ: 'America/New_York' })).toBe(plain);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const questionnaire = 'questionnaires/digital-maturity.yaml';
const responses = 'examples/digital-maturity/responses.csv';
const examples = 'examples/digital-maturity/four-authorities.csv';
const run = (command: string) => milepost(command, { cwd: root });

test('the questionnaire holds, without a warning', async () => {
  const { exit, out } = await run(`check ${questionnaire} --fail-on warning`);
  expect({ exit, out }).toEqual({ exit: 0, out: expect.not.stringContaining('warning') });
});

test('it covers five areas, with six to nine questions each, every level worded for its question', async () => {
  const { out } = await run(`schema ${questionnaire}`);
  expect(Object.keys(JSON.parse(out))).toContain('properties');
  const text = readFileSync(join(root, questionnaire), 'utf8');
  const dimensions = text
    .slice(text.indexOf('\ndimensions:'))
    .split(/^ {2}- id: /m)
    .slice(1);
  const areas = dimensions.filter((dimension) => /^ {4}questions:/m.test(dimension));
  expect(areas.map((area) => area.split('\n')[0])).toEqual([
    'corporate_strategy',
    'ict_provision',
    'technology_adoption',
    'data_governance',
    'culture',
  ]);
  for (const area of areas) {
    const questions = area.split(/^ {6}- id: /m).slice(1);
    expect(questions.length).toBeGreaterThanOrEqual(6);
    expect(questions.length).toBeLessThanOrEqual(9);
    for (const question of questions.filter((each) => each.includes('scale: maturity'))) {
      expect(question.match(/^ {10}[1-4]: \S/gm)).toHaveLength(4);
    }
  }
});

test('every response is accepted', async () => {
  const { exit, err } = await run(`validate ${questionnaire} ${responses}`);
  expect(exit).toBe(0);
  expect(err).toBe('130 responses valid.\n');
});

test('twelve organisations stand side by side', async () => {
  const { exit, out, err } = await run(`compare ${questionnaire} ${responses} --by organisation`);
  expect(exit).toBe(0);
  const names = [
    'Northbridge',
    'Eastmere',
    'Westholm',
    'Kingsmarsh',
    'Fenbourne',
    'Thornwater',
    'Larkmoor',
    'Stonehythe',
    'Wrenfield',
    'Brackenford',
    'Saltmere',
    'Aldersgrove',
  ];
  for (const name of names) expect(out.match(new RegExp(`^ *${name}\\b`, 'gm'))).toHaveLength(1);
  expect(err).toContain('130 responses scored.');
  const { out: csv } = await run(`compare ${questionnaire} ${responses} --by organisation --format csv`);
  expect(csv.trimEnd().split('\n')).toHaveLength(1 + names.length);
});

test('an interview takes an hour at most, and filling it in alone 25 minutes', async () => {
  const { out } = await run(`check ${questionnaire} --stats --format json`);
  const { most } = JSON.parse(out).files[0].statistics.whole.minutes;
  expect(most.interview).toBeLessThanOrEqual(60);
  expect(most.self_completion).toBeLessThanOrEqual(25);
});

test('three readings of the same answers: no overall score, a mean, and the phases reached', async () => {
  const overall = async (...rubric: readonly string[]) => {
    const command = `score ${questionnaire} ${examples} --columns indices --format csv`;
    const { out } = await run(
      [command, ...rubric].join(' --rubric questionnaires/rubrics/digital-maturity-'),
    );
    return rowsOf(out).map((row) => row.overall);
  };
  expect(await overall()).toEqual([undefined, undefined, undefined, undefined]);
  expect(await overall('mean.yaml')).toEqual(['1.46', '2.01', '2.56', '3.56']);
  expect(await overall('phases.yaml')).toEqual(['0', '1', '0', '3']);
});

test('its script writes the answers again, byte for byte', () => {
  const copy = mkdtempSync(join(tmpdir(), 'milepost-example-'));
  try {
    for (const folder of ['scripts/examples', 'questionnaires']) {
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    }
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    mkdirSync(join(copy, 'examples/digital-maturity'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/examples/digital-maturity.mjs'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const file of [responses, examples])
      expect(readFileSync(join(copy, file)).equals(readFileSync(join(root, file)))).toBe(true);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

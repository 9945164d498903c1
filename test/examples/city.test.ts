import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsIn } from '../docs/command-lines.js';
import { fencesOf } from '../docs/pages.js';
import { milepost } from '../support/milepost.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const own = ['2025', '2026', 'others', 'units.csv'];

let copy = '';
let city = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'milepost-city-'));
  city = join(copy, 'examples', 'city');
  cpSync(join(root, 'examples/city'), city, { recursive: true });
  cpSync(join(root, 'questionnaires'), join(copy, 'questionnaires'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Everything in a folder, by its name within it. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    own.some((each) => name === each || name.startsWith(each)),
  );
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

test('what is there is what the script makes of the questionnaires', () => {
  const again = mkdtempSync(join(tmpdir(), 'milepost-city-again-'));
  for (const folder of ['scripts', 'questionnaires', 'dist']) {
    cpSync(join(root, folder), join(again, folder), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(again, 'node_modules'), 'junction');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/examples/city.mjs'], { cwd: again });
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
  const made = filesIn(join(again, 'examples/city'));
  rmSync(again, { recursive: true, force: true });
  expect(Object.keys(made).length).toBe(10);
  expect(made).toEqual(filesIn(join(root, 'examples/city')));
});

describe('the commands of its page', { timeout: 120_000 }, () => {
  const lines = fencesOf(readFileSync(join(root, 'examples/city/README.md'), 'utf8'))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))
    .filter((line) => line.startsWith('milepost '));

  test('are all there are', () => expect(lines).toHaveLength(21));

  test.each(lines)('%s', async (line) => {
    const { exit, out, err } = await milepost(commandsIn(line)[0]?.slice(1) ?? [], { cwd: city });
    expect({ exit, err: exit === 0 ? '' : err }).toEqual({ exit: 0, err: '' });
    const output = /-o '?([^' ]+)/.exec(line)?.[1];
    if (output === undefined) expect(`${out}${err}`.trim()).not.toBe('');
    else if (output.includes('{unit}')) expect(readdirSync(join(city, 'pages'))).toHaveLength(33);
    else expect(statSync(join(city, output)).size).toBeGreaterThan(500);
  });
});

test('what was said about data is brought over to the readiness for analytics', () => {
  const ready = readFileSync(join(city, 'readiness.jsonl'), 'utf8').trimEnd().split('\n');
  const carried = ready.filter((line) => line.includes('"carried":{"questionnaire":"digital-maturity"'));
  expect(carried.length).toBeGreaterThan(25);
});

test('all of it has a plausible shape: departments that did not return, rooms that disagree, answers from elsewhere', () => {
  const responses = readFileSync(join(city, 'responses.jsonl'), 'utf8').trimEnd().split('\n');
  const count = (part: string) => responses.filter((line) => line.includes(part)).length;
  const departments = (wave: string) =>
    new Set(
      responses
        .filter((line) => line.includes(`"wave":"${wave}"`))
        .map((line) => /"organisation":"([^"]+)","department":"([^"]+)"/.exec(line)?.[0]),
    ).size;
  expect([departments('2025'), departments('2026')].every((n) => n > 150 && n < 33 * 6)).toBe(true);
  for (const part of [
    '"votes":',
    '"dissent":',
    '"note":',
    '"share":"yes"',
    '"dont_know"',
    '"official":true',
    '"refused"',
  ]) {
    expect({ part, found: count(part) > 5 }).toEqual({ part, found: true });
  }
});

test('it is small enough to be cloned by everybody', () => {
  const bytes = Object.values(filesIn(join(root, 'examples/city'))).reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );
  expect(bytes).toBeLessThan(2_500_000);
});

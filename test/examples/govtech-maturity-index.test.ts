import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { intake, isSound, loadQuestionnaire, makePlan, scorer } from '../../src/index.js';
import { bandOf } from '../../src/rubric/bands.js';
import { milepost, rowsOf } from '../support/milepost.js';

const folder = fileURLToPath(new URL('../../examples/govtech-maturity-index/', import.meta.url));
const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');

/** Every response's overall score and band, by wave and economy code. */
async function scored(file: string) {
  const loaded = loadQuestionnaire('questionnaire.yaml', {
    read: (name) => ({ text: read(name) }),
    resolve: (_, name) => name,
  });
  if (!isSound(loaded)) throw new Error('the example does not load');
  const { plan } = makePlan(loaded.questionnaire, loaded.locator);
  const score = scorer(plan);
  const overall = plan.nodes.find(({ id }) => id === 'overall');
  if (overall === undefined) throw new Error('there is no overall score');
  const results = new Map<string, { readonly score: number; readonly band: string | undefined }>();
  for await (const { accepted } of intake(loaded.questionnaire, [
    { name: file, chunks: bytes(read(file)) },
  ])) {
    for (const { response, resolved } of accepted) {
      const { scores } = score({ given: resolved, states: resolved.states });
      const value = scores[overall.slot] ?? Number.NaN;
      results.set(`${response.wave} ${response.profile.code}`, {
        score: value,
        band: bandOf(value, overall.bands)?.label,
      });
    }
  }
  return results;
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

test('all 593 economies have the published score, within 1e-15, and the published group', async () => {
  const published = rowsOf(read('published.csv').replaceAll('"', ''));
  const results = await scored('responses.csv');
  expect(published).toHaveLength(593);
  expect(results.size).toBe(593);
  const far = published.filter(
    ({ wave, code, gtmi }) =>
      !(Math.abs((results.get(`${wave} ${code}`)?.score ?? Number.NaN) - Number(gtmi)) <= 1e-15),
  );
  expect(far).toEqual([]);
  const regrouped = published.filter(({ wave, code, grp }) => results.get(`${wave} ${code}`)?.band !== grp);
  expect(regrouped).toEqual([]);
});

test('the figures known from elsewhere are there', async () => {
  const results = await scored('responses.csv');
  const of = (key: string) => results.get(key)?.score.toFixed(4);
  expect([of('2025 KOR'), of('2025 SAU'), of('2025 EST')]).toEqual(['0.9975', '0.9964', '0.9901']);
  expect(['2020 GBR', '2022 GBR', '2025 GBR'].map(of)).toEqual(['0.9176', '0.8400', '0.8579']);
  const groups = ['A', 'B', 'C', 'D'].map(
    (label) => [...results].filter(([key, { band }]) => key.startsWith('2020') && band === label).length,
  );
  expect(groups).toEqual([43, 59, 63, 33]);
});

test('as published, the five scraps at the end are refused, each with its line', async () => {
  const { exit, out, err } = await milepost(
    ['score', 'questionnaire.yaml', 'as-published.csv', '--format', 'csv'],
    {
      cwd: folder,
    },
  );
  expect(exit).toBe(1);
  expect(rowsOf(out)).toHaveLength(593);
  expect(err).toContain('593 of 598 responses scored, 5 refused.');
  const lines = new Set([...err.matchAll(/^as-published\.csv:(\d+)/gm)].map(([, line]) => Number(line)));
  expect([...lines].sort()).toEqual([595, 596, 597, 598, 599]);
});

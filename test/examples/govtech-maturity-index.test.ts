import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { intake, isSound, loadQuestionnaire, makePlan, type SourceFiles, scorer } from '../../src/index.js';
import { milepost, rowsOf } from '../support/milepost.js';

// The World Bank's GovTech Maturity Index, put together again from its four components.

const folder = fileURLToPath(new URL('../../examples/govtech-maturity-index/', import.meta.url));
const fileOf = (name: string) => readFileSync(join(folder, name), 'utf8');

const disk: SourceFiles = {
  read: (file) => ({ text: readFileSync(file, 'utf8') }),
  resolve: (from, relative) => join(from, '..', relative),
};

/** The exact index of each economy, by wave and code, through the public API. */
async function exactScores(): Promise<ReadonlyMap<string, number>> {
  const loaded = loadQuestionnaire(join(folder, 'questionnaire.yaml'), disk);
  if (!isSound(loaded)) throw new Error('the questionnaire has errors');
  const { questionnaire, locator } = loaded;
  const { plan } = makePlan(questionnaire, locator, {});
  const slot = plan.nodes.find(({ id }) => id === 'overall')?.slot ?? -1;
  const score = scorer(plan);
  const results = new Map<string, number>();
  const input = { name: 'responses.csv', chunks: once(fileOf('responses.csv')) };
  for await (const { accepted } of intake(questionnaire, [input])) {
    for (const { response, resolved } of accepted) {
      const { scores } = score({ given: resolved, states: resolved.states });
      results.set(`${response.wave} ${response.profile.code}`, scores[slot] ?? Number.NaN);
    }
  }
  return results;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const published = rowsOf(fileOf('published.csv'));
const run = (command: string) => milepost(command, { cwd: folder });

test('the questionnaire and its examples hold', async () => {
  const { exit, out } = await run('check questionnaire.yaml --format json');
  expect(exit).toBe(0);
  expect(JSON.parse(out).filter((found: { severity: string }) => found.severity === 'error')).toEqual([]);
});

describe('the figures as published', () => {
  test('every score, within 1e-15', async () => {
    const scores = await exactScores();
    expect(scores.size).toBe(593);
    expect(published).toHaveLength(593);
    const off = published.filter(({ wave, code, gtmi }) => {
      const score = scores.get(`${wave} ${code}`) ?? Number.NaN;
      return !(Math.abs(score - Number(gtmi)) <= 1e-15);
    });
    expect(off).toEqual([]);
  });

  test('every group', async () => {
    const { exit, out } = await run('score questionnaire.yaml responses.csv --layout long --format csv');
    expect(exit).toBe(0);
    // Names of economies have commas and quotes in them; code, wave and figures do not.
    const groups = new Map<string, string>();
    for (const line of out.split('\n')) {
      const found = /,([A-Z]{3}),(\d{4}),overall,Overall,[^,]*,([a-d]),/.exec(line);
      if (found !== null) groups.set(`${found[2]} ${found[1]}`, (found[3] ?? '').toUpperCase());
    }
    expect(groups.size).toBe(593);
    expect(published.filter(({ wave, code, grp }) => groups.get(`${wave} ${code}`) !== grp)).toEqual([]);
  });

  test('how the United Kingdom came from one wave to the next, and its place among those of each', async () => {
    const { out } = await run(
      'compare questionnaire.yaml responses.csv --by economy --rank --tables waves --format json',
    );
    const rows: readonly Record<string, unknown>[] = JSON.parse(out).tables[0].rows;
    const steps = rows.filter(({ economy, node }) => economy === 'United Kingdom' && node === 'overall');
    const place = (wave: string) => {
      const figures = published.filter((row) => row.wave === wave);
      const printed = ({ gtmi }: (typeof figures)[number]) => Number(Number(gtmi).toFixed(4));
      const own = figures.filter(({ code }) => code === 'GBR').map(printed)[0] ?? Number.NaN;
      return [1 + figures.filter((row) => printed(row) > own).length, figures.length];
    };
    expect(
      steps.map((row) => [
        [row.from_score, row.from_rank, row.from_ranked],
        [row.to_score, row.to_rank, row.to_ranked],
      ]),
    ).toEqual([
      [
        [0.9176, ...place('2020')],
        [0.84, ...place('2022')],
      ],
      [
        [0.84, ...place('2022')],
        [0.8579, ...place('2025')],
      ],
    ]);
    expect([place('2020')[1], place('2022')[1], place('2025')[1]]).toEqual([198, 198, 197]);
    expect(steps.map((row) => [row.change, row.matched_change, row.answers_changed])).toEqual([
      [-0.0776, -0.0776, -0.0776],
      [0.0179, 0.0179, 0.0179],
    ]);
  });

  test('three waves side by side', async () => {
    const { exit, out } = await run('compare questionnaire.yaml responses.csv --by economy --format csv');
    expect(exit).toBe(0);
    const [header = ''] = out.split('\n', 1);
    expect(header).toBe(
      'economy,wave,responses,core_government_systems,public_service_delivery,digital_citizen_engagement,govtech_enablers,overall',
    );
    expect(out.trimEnd().split('\n')).toHaveLength(594);
  });
});

test('the five scraps below the published data are refused, each with its line and cells', async () => {
  const { exit, out, err } = await run('score questionnaire.yaml as-published.csv --format csv');
  expect(exit).toBe(1);
  expect(out.trimEnd().split('\n')).toHaveLength(594);
  expect(err).toContain('593 of 598 responses scored, 5 refused.');
  const { out: found } = await run('validate questionnaire.yaml as-published.csv --format compact');
  expect(found).toMatchInlineSnapshot(`
    "as-published.csv:595:6: error answer-missing: \`cgsi\` is required and was left blank
    as-published.csv:595:7: error answer-missing: \`psdi\` is required and was left blank
    as-published.csv:595:8: error answer-missing: \`dcei\` is required and was left blank
    as-published.csv:595:9: error answer-missing: \`gtei\` is required and was left blank
    as-published.csv:596:6: error answer-missing: \`cgsi\` is required and was left blank
    as-published.csv:596:7: error answer-missing: \`psdi\` is required and was left blank
    as-published.csv:596:8: error answer-missing: \`dcei\` is required and was left blank
    as-published.csv:597:6: error answer-missing: \`cgsi\` is required and was left blank
    as-published.csv:597:7: error answer-missing: \`psdi\` is required and was left blank
    as-published.csv:597:8: error answer-missing: \`dcei\` is required and was left blank
    as-published.csv:598:4: error profile-missing: \`economy\` (Economy) is required and was left blank
    as-published.csv:598:6: error answer-missing: \`cgsi\` is required and was left blank
    as-published.csv:598:7: error answer-missing: \`psdi\` is required and was left blank
    as-published.csv:598:8: error answer-missing: \`dcei\` is required and was left blank
    as-published.csv:598:9: error answer-out-of-limits: \`gtei\` is "6"; allowed: from 0 to 1
    as-published.csv:599:4: error profile-missing: \`economy\` (Economy) is required and was left blank
    as-published.csv:599:6: error answer-missing: \`cgsi\` is required and was left blank
    as-published.csv:599:7: error answer-missing: \`psdi\` is required and was left blank
    as-published.csv:599:8: error answer-missing: \`dcei\` is required and was left blank
    as-published.csv:599:9: error answer-out-of-limits: \`gtei\` is "7"; allowed: from 0 to 1
    "
  `);
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';

const root = { cwd: fileURLToPath(new URL('../../', import.meta.url)) };
const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const presets = readdirSync(new URL('../../questionnaires/rubrics/', import.meta.url)).map((file) =>
  file.replace(/\.yaml$/, ''),
);

test('every preset has a worked example, and the page of examples names it', () => {
  const examples = readdirSync(new URL('../../examples/rubrics/', import.meta.url));
  expect(examples.filter((name) => name !== 'README.md').sort()).toEqual([...presets].sort());
  for (const preset of presets)
    expect(textOf('examples/rubrics/README.md')).toContain(`[\`${preset}\`](${preset})`);
});

describe.each(presets)('%s', (preset) => {
  const rubric = `questionnaires/rubrics/${preset}.yaml`;
  const folder = `examples/rubrics/${preset}`;
  const shipped = textOf(rubric).includes('\nfor: digital-maturity\n');
  const questionnaire = shipped ? 'questionnaires/digital-maturity.yaml' : `${folder}/questionnaire.yaml`;
  const scored = shipped
    ? `${questionnaire} examples/digital-maturity/four-authorities.csv --rubric ${rubric}`
    : `${questionnaire} ${folder}/responses.csv`;
  test('passes check, with its example', async () => {
    const { exit, out, err } = await milepost(`check ${rubric} ${questionnaire} --fail-on info`, root);
    expect([exit, out, err]).toEqual([0, '', '2 files checked, nothing found.\n']);
  });
  test('says where it comes from', () => {
    expect(textOf(rubric)).toMatch(/^# Source: .*$/m);
    expect(textOf(rubric)).toContain(`# Worked example: ${folder}\n`);
  });
  test('comes to the figures that are expected', async () => {
    const { out } = await milepost(`score ${scored} --columns cells --layout long --format csv`, root);
    const columns = ['response_id', 'node', 'score', 'band'];
    const rows = rowsOf(out).filter(({ node }) => !shipped || node === 'overall');
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
    expect(`${columns.join(',')}\n${lines.join('\n')}\n`).toBe(textOf(`${folder}/expected.csv`));
  });
});

test.each(['weakest-link', 'topics-by-themes'])('%s scores any questionnaire', async (preset) => {
  const { exit, err } = await milepost(
    `score questionnaires/digital-maturity.yaml examples/digital-maturity/responses.csv --rubric questionnaires/rubrics/${preset}.yaml --format csv`,
    root,
  );
  expect(err).not.toMatch(/ (error|warning) /);
  expect(exit).toBe(0);
});

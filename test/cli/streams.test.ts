import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

const answers = 'response_id,q1,q2\nr1,1,2\nr2,9,2\nr3,4,4\n';
const files = { 'q.yaml': levels(2), 'a.csv': answers, 'none.csv': 'response_id,q1,q2\n' };

describe('results go to stdout, and all else to stderr', () => {
  test('score: the table; the refusal and the summary', async () => {
    const { exit, out, err } = await milepost('score q.yaml a.csv --format csv', { files });
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "response_id,responses,d,overall
      r1,1,1.5,1.5
      r3,1,4,4
      "
    `);
    expect(err).toMatchInlineSnapshot(`
      "a.csv:3:B (q1)  error  answer-unknown
        \`q1\` is "9"; allowed: \`1\` (One), \`2\` (Two), \`3\` (Three), \`4\` (Four)
        help: Or, for no answer, \`dont_know\` or \`not_applicable\`.
      2 of 3 responses scored, 1 refused.
      "
    `);
  });

  test('compare: the table; the refusal and the summary', async () => {
    const { exit, out, err } = await milepost('compare q.yaml a.csv --by response --format csv', { files });
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "response_id,responses,d,overall
      r1,1,1.5,1.5
      r3,1,4,4
      "
    `);
    expect(err).toContain('2 of 3 responses scored, 1 refused.');
  });

  test('validate: the findings; the summary', async () => {
    const { exit, out, err } = await milepost('validate q.yaml a.csv', { files });
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "a.csv:3:B (q1)  error  answer-unknown
        \`q1\` is "9"; allowed: \`1\` (One), \`2\` (Two), \`3\` (Three), \`4\` (Four)
        help: Or, for no answer, \`dont_know\` or \`not_applicable\`.
      "
    `);
    expect(err).toMatchInlineSnapshot(`
      "2 of 3 responses valid, 1 refused.
      "
    `);
  });

  test('check: the findings; the summary', async () => {
    const { exit, out, err } = await milepost('check q.yaml --format compact', {
      files: { 'q.yaml': levels(2).replace('scale: four', 'scael: four') },
    });
    expect(exit).toBe(1);
    expect(out).toContain('q.yaml:14:38: error unknown-key: unknown key `scael`; did you mean `scale`?\n');
    expect(err).toMatch(/^1 error, \d info in 1 file\.\n$/);
  });

  test('a questionnaire with an error: nothing is scored, and stdout stays empty', async () => {
    const { exit, out, err } = await milepost('score q.yaml a.csv', {
      files: { ...files, 'q.yaml': levels(2).replace('scale: four', 'scael: four') },
    });
    expect(exit).toBeGreaterThan(0);
    expect(out).toBe('');
    expect(err).toContain('unknown key `scael`; did you mean `scale`?');
  });
});

describe('a machine format is valid even when it is empty', () => {
  test('no findings', async () => {
    const { exit, out } = await milepost('validate q.yaml none.csv --format json --fail-on never', { files });
    expect(exit).toBe(0);
    expect(Array.isArray(JSON.parse(out))).toBe(true);
    expect(
      JSON.parse(
        (
          await milepost('validate q.yaml a.csv --format json', {
            files: { ...files, 'a.csv': 'q1,q2\n1,2\n' },
          })
        ).out,
      ),
    ).toEqual([]);
  });

  test('no responses', async () => {
    const json = await milepost('score q.yaml none.csv --format json', { files });
    expect(JSON.parse(json.out)).toEqual([]);
    const csv = await milepost('score q.yaml none.csv --format csv', { files });
    expect(csv.out).toBe('response_id,responses,d,overall\n');
    const jsonl = await milepost('score q.yaml none.csv --format jsonl', { files });
    expect(jsonl.out).toBe('');
    const compared = await milepost('compare q.yaml none.csv --by response --format json', { files });
    expect(JSON.parse(compared.out).tables).toEqual([{ title: 'A sample', notes: [], rows: [] }]);
  });

  test('ten thousand findings', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `r${i},7,8\n`).join('');
    const { exit, out } = await milepost('validate q.yaml a.csv --format json', {
      files: { ...files, 'a.csv': `response_id,q1,q2\n${rows}` },
    });
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toHaveLength(20_000);
  });
});

describe('formats', () => {
  test.each(['csv', 'tsv', 'md', 'html', 'json', 'jsonl', 'table'])('--format %s', async (format) => {
    const { out } = await milepost(`score q.yaml a.csv --format ${format}`, { files });
    expect(out).toContain('r3');
    expect(out).not.toContain('\u001b');
  });

  test('answers from standard input', async () => {
    const { out } = await milepost('score q.yaml - --format csv', {
      files,
      stdin: 'response_id,q1,q2\nx,2,2\n',
    });
    expect(out).toBe('response_id,responses,d,overall\nx,1,2,2\n');
  });
});

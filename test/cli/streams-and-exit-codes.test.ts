import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.js';
import { finding } from '../../src/finding/finding.js';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

const files = {
  'q.yaml': levels(2),
  'a.csv': 'q1,q2\n3,4\n',
  'bad.csv': 'q1,q2\n3,9\n2,2\n',
  'none.csv': 'q1,q2\n',
};

describe('exit codes', () => {
  const warning = finding('file-empty', { file: 'x' }, {});
  test.each([
    [{ findings: [] }, 'error', 0],
    [{ findings: [{ ...warning, severity: 'warning' as const }] }, 'error', 0],
    [{ findings: [{ ...warning, severity: 'warning' as const }] }, 'warning', 1],
    [{ findings: [{ ...warning, severity: 'info' as const }] }, 'info', 1],
    [{ findings: [warning] }, 'error', 1],
    [{ findings: [warning] }, 'never', 0],
    [{ findings: [], rejected: 1 }, 'error', 1],
    [{ findings: [warning], couldNot: true }, 'never', 2],
  ] as const)('%j with --fail-on %s is %i', (outcome, failOn, code) => {
    expect(exitCode(outcome, failOn)).toBe(code);
  });

  test.each([
    ['check q.yaml', 0],
    ['score q.yaml a.csv', 0],
    ['score q.yaml bad.csv', 1],
    ['check nothing.yaml', 2],
    ['score nothing.yaml a.csv', 2],
    ['score q.yaml nothing.csv', 2],
    ['score . a.csv', 2],
    ['chekc q.yaml', 2],
    ['check q.yaml --formt json', 2],
    ['check q.yaml --format xml', 2],
    ['score q.yaml a.csv --depth 0', 2],
    ['compare q.yaml a.csv --by organisaton', 2],
    ['score q.yaml a.csv -o scores.docx', 2],
    ['score q.yaml a.csv -o nowhere/scores.csv', 2],
    ['--help', 0],
    ['score --help', 0],
  ])('milepost %s exits with %i', async (line, code) => {
    expect((await milepost(line, { files })).exit).toBe(code);
  });
});

describe('what goes where', () => {
  test('results go to stdout, the count of answers to stderr', async () => {
    const { out, err } = await milepost('score q.yaml bad.csv --format csv', { files });
    expect(out).toBe('response_id,responses,d,overall\nbad:2,1,2,2\n');
    expect(err).toContain('1 of 2 responses scored, 1 refused.');
    expect(err).toContain('bad.csv:2:B (q2)');
  });
  test.each([
    ['json', '[]\n'],
    ['jsonl', ''],
    ['csv', 'response_id,responses,d,overall\n'],
  ])('no answers at all are valid %s', async (format, empty) => {
    expect((await milepost(`score q.yaml none.csv --format ${format}`, { files })).out).toBe(empty);
  });
  test('nothing found is an empty list in JSON', async () => {
    expect((await milepost('validate q.yaml a.csv --format json', { files })).out).toBe('[]\n');
  });
  test('answers come in through standard input', async () => {
    const { out } = await milepost('score q.yaml - --format csv', {
      files,
      stdin: 'response_id,q1,q2\na,1,2\n',
    });
    expect(out).toBe('response_id,responses,d,overall\na,1,1.5,1.5\n');
  });
  test('a mistyped command and a mistyped flag are met with what was meant', async () => {
    expect((await milepost('chekc q.yaml', { files })).err).toContain('Did you mean check?');
    expect((await milepost('check q.yaml --formt json', { files })).err).toContain('Did you mean --format?');
  });
});

describe('a table in a file', () => {
  test('is written whole, and nothing is left beside it', async () => {
    const { exit, out, file } = await milepost('compare q.yaml a.csv --by response -o t.csv', { files });
    expect([exit, out]).toEqual([0, '']);
    expect(file('t.csv')).toBe('response_id,responses,d,overall\na:1,1,3.5,3.5\n');
  });
  test('a folder that is not there is named', async () => {
    const { err } = await milepost('score q.yaml a.csv -o nowhere/scores.csv', { files });
    expect(err).toContain('nowhere/scores.csv cannot be written: its folder does not exist');
  });
  test('several waves come with their column, however late the second one shows', async () => {
    const first = Array.from({ length: 3000 }, (_, i) => `a${i},2025,1,2`).join('\n');
    const both = { ...files, 'w.csv': `response_id,wave,q1,q2\n${first}\nb,2026,3,4\n` };
    const { file } = await milepost('score q.yaml w.csv -o s.csv', { files: both });
    const lines = file('s.csv').trimEnd().split('\n');
    expect([lines[0], lines.at(-1), lines.length]).toEqual([
      'response_id,wave,responses,d,overall',
      'b,2026,1,3.5,3.5',
      3002,
    ]);
    const streamed = await milepost('score q.yaml w.csv --format csv', { files: both });
    expect([streamed.exit, streamed.err]).toEqual([2, expect.stringContaining('Name a file with -o')]);
  });
});

describe('the built program', () => {
  const program = fileURLToPath(new URL('../../bin/milepost.js', import.meta.url));
  const start = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  test('tells its version', () => {
    expect(start('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
  test('ends as it would where nobody reads its remarks', async () => {
    const child = spawn(process.execPath, [program, 'check', 'nothing.yaml'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.destroy();
    const [status] = await once(child, 'close');
    expect(status).toBe(2);
  });
  test('shows no stack trace for bad usage', () => {
    for (const args of [['check', 'nothing.yaml'], ['score', '/', '/'], ['chekc'], []]) {
      const { stderr, status } = start(...args);
      expect(status).not.toBe(3);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
  test('writes no temporary file that stays', async () => {
    const folder = fileURLToPath(new URL('../../examples/digital-maturity/', import.meta.url));
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

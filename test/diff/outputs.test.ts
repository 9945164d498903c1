import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { sarifFaults } from '../support/published.js';
import { edited, small } from './fixture.js';

const after = edited(
  small,
  ['version: 1.0.0', 'version: 1.1.0'],
  ['label: Established', 'label: Managed'],
  ['      - { id: quality, text: How good are the data?, scale: four }\n', ''],
  ['title: People', 'title: People and skills'],
);
const files = { 'old.yaml': small, 'new.yaml': after };

test('for people, each change stands with both of its lines', async () => {
  const { out, err } = await milepost('diff old.yaml new.yaml', { files });
  expect(out).toMatchInlineSnapshot(`
    "new.yaml:3:10  error  version-step-due
      the changes since 1.0.0 are breaking, so 2.0.0 or higher is due; this is 1.1.0

      2 | id: sample
      3 | version: 1.1.0
        |          ^^^^^
      help: Write \`version: 2.0.0\`.

    new.yaml:15:28  error  level-replaced
      breaking: level 3 of the scale \`four\` is another level now: "Established" became "Managed"

      14 |       - { value: 2, label: Emerging }
      15 |       - { value: 3, label: Managed }
         |                            ^^^^^^^

      was old.yaml:15:28
      14 |       - { value: 2, label: Emerging }
      15 |       - { value: 3, label: Established }
         |                            ^^^^^^^^^^^

    new.yaml:23:12  info  title-changed
      safe: the title of \`people\` is "People and skills" now, not "People"

      22 |   - id: people
      23 |     title: People and skills
         |            ^^^^^^^^^^^^^^^^^

      was old.yaml:24:12
      23 |   - id: people
      24 |     title: People
         |            ^^^^^^

    old.yaml:22:15  error  question-removed
      breaking: \`quality\`, "How good are the data?", is no longer asked

      21 |       - { id: owner, text: Does every dataset have an owner?, scale: four }
      22 |       - { id: quality, text: How good are the data?, scale: four }
         |               ^^^^^^^
      help: Answers to it are lost unless a map says what becomes of them: \`-o map.yaml\` drafts one.
    "
  `);
  expect(err).toMatchInlineSnapshot(`
    "sample: 2 breaking, 0 notable, 1 safe; a major step is due, and version 1.0.0 → 1.1.0 does not honour it.
    "
  `);
});

test('nothing but the changes is on stdout, in the order of file, line and column', async () => {
  const { out } = await milepost('diff old.yaml new.yaml --format compact', { files });
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(': ')[0]),
  ).toEqual(['new.yaml:3:10', 'new.yaml:15:28', 'new.yaml:23:12', 'old.yaml:22:15']);
});

describe('machine formats', () => {
  const formats = ['json', 'sarif', 'junit', 'github', 'compact'];

  test.each(formats)('%s is whole where nothing changed', async (format) => {
    const { out, exit } = await milepost(`diff old.yaml old.yaml --format ${format}`, { files });
    expect(exit).toBe(0);
    if (format === 'json') expect(JSON.parse(out)).toMatchObject({ findings: [] });
    else if (format === 'sarif') expect(JSON.parse(out)).toMatchObject({ runs: [{ results: [] }] });
    else if (format === 'junit') expect(out).toContain('<testcase name="no findings" classname="old.yaml"/>');
    else expect(out).toBe('');
  });

  test('thousands of changes', async () => {
    const many = (word: string) =>
      edited(small, [
        '  - id: people\n',
        `${Array.from({ length: 3000 }, (_, i) => `      - { id: q${i}, text: ${word} number ${i}, scale: four }\n`).join('')}  - id: people\n`,
      ]);
    const all = { 'old.yaml': many('Question'), 'new.yaml': many('A question') };
    const ran = await milepost('diff old.yaml new.yaml --format json --format sarif -o out.sarif', {
      files: all,
    });
    const { findings } = JSON.parse(ran.out) as { findings: { line: number }[] };
    expect(findings.length).toBe(3001);
    expect(findings.map(({ line }) => line)).toEqual(findings.map(({ line }) => line).sort((a, b) => a - b));
    expect(JSON.parse(ran.file('out.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  test('SARIF names the earlier line, and fits its schema', async () => {
    const { out } = await milepost('diff old.yaml new.yaml --format sarif', { files });
    const log = JSON.parse(out) as { runs: { results: { relatedLocations?: unknown[] }[] }[] };
    expect(log.runs[0]?.results[1]?.relatedLocations).toEqual([
      {
        message: { text: 'as it was' },
        physicalLocation: {
          artifactLocation: { uri: 'old.yaml' },
          region: { startLine: 15, startColumn: 28, endLine: 15, endColumn: 39 },
        },
      },
    ]);
    expect(sarifFaults(log)).toEqual([]);
  });

  test('JSON tells versions, the step and both places', async () => {
    const { out } = await milepost('diff old.yaml new.yaml --format json', { files });
    const { comparisons, findings } = JSON.parse(out) as { comparisons: object[]; findings: object[] };
    expect(comparisons).toEqual([
      {
        what: 'questionnaire',
        id: 'sample',
        old: { file: 'old.yaml', version: '1.0.0' },
        new: { file: 'new.yaml', version: '1.1.0' },
        breaking: 2,
        notable: 0,
        safe: 1,
        due: 'major',
        honoured: false,
      },
    ]);
    expect(findings[1]).toMatchObject({
      rule: 'level-replaced',
      severity: 'error',
      file: 'new.yaml',
      line: 15,
      earlier: { file: 'old.yaml', line: 15, column: 28 },
      args: { effect: 'breaking', scale: 'four', level: 3, from: 'Established', to: 'Managed' },
    });
  });

  test('JUnit has a failure for what is not honoured, and none for what is', async () => {
    const raised = edited(after, ['version: 1.1.0', 'version: 2.0.0']);
    const failed = await milepost('diff old.yaml new.yaml --format junit', { files });
    expect(failed.out).toContain('tests="4" failures="3"');
    const passed = await milepost('diff old.yaml new.yaml --format junit', {
      files: { ...files, 'new.yaml': raised },
    });
    expect(passed.out).toContain('tests="3" failures="0"');
    expect(passed.exit).toBe(0);
  });
});

describe('what cannot be compared ends with 2', () => {
  const other = edited(small, ['id: sample', 'id: another']);
  const rubric = 'milepost: 1\nkind: rubric\nid: strict\nversion: 1.0.0\ntitle: Strict\nmethod: min\n';
  const all = {
    ...files,
    'bad.yaml': edited(small, ['scale: four }', 'scale: for }']),
    'other.yaml': other,
    'strict.yaml': rubric,
    'map.yaml': 'milepost: 1\nkind: map\n',
  };

  test.each([
    ['diff old.yaml', 'two versions are needed to compare'],
    ['diff', 'milepost diff --against REF'],
    ['diff old.yaml nowhere.yaml', 'nowhere.yaml cannot be read: there is no such file'],
    ['diff old.yaml other.yaml', 'old.yaml is the questionnaire `sample` and other.yaml is `another`'],
    ['diff old.yaml strict.yaml', 'old.yaml is a questionnaire and strict.yaml is a rubric'],
    ['diff map.yaml map.yaml', 'map.yaml is a map'],
    ['diff strict.yaml strict.yaml --responses r.csv', '--responses needs two questionnaires'],
    [
      'diff strict.yaml strict.yaml -o draft.yaml',
      'a map is drafted between two versions of one questionnaire',
    ],
    ['diff old.yaml new.yaml --format jsn', 'Did you mean json?'],
    ['diff old.yaml new.yaml -o changes.json', 'It belongs behind a --format of its own.'],
    ['diff old.yaml new.yaml --agianst main', '--against'],
  ])('%s', async (args, message) => {
    const ran = await milepost(args, { files: all });
    expect(ran.err).toContain(message);
    expect(ran.out).toBe('');
    expect(ran.exit).toBe(2);
  });

  test('a version with errors, whose findings are told', async () => {
    for (const args of ['bad.yaml new.yaml', 'old.yaml bad.yaml']) {
      const ran = await milepost(`diff ${args} --format compact`, { files: all });
      expect(ran.out).toMatch(/^bad\.yaml:\d+:\d+: error /);
      expect(ran.err).toBe('A version with errors cannot be compared.\n');
      expect(ran.exit).toBe(2);
    }
  });

  test('a version whose rubric does not fit it', async () => {
    const broken = edited(small, [
      '  range: [0, 100]',
      '  gates: [{ on: dta, if: scores.data < 2, cap: 1, because: Why. }]',
    ]);
    const ran = await milepost('diff old.yaml broken.yaml --format compact', {
      files: { ...all, 'broken.yaml': broken },
    });
    expect(ran.out).toContain('error unknown-gate-node');
    expect(ran.exit).toBe(2);
  });
});

test('two rubrics by themselves are compared, by their own versions', async () => {
  const rubric = (version: string, method: string) =>
    `milepost: 1\nkind: rubric\nid: strict\nversion: ${version}\ntitle: Strict\nmethod: ${method}\n`;
  const two = { 'a.yaml': rubric('1.0.0', 'mean'), 'b.yaml': rubric('2.0.0', 'min') };
  const ran = await milepost('diff a.yaml b.yaml --format compact', { files: two });
  expect(ran.out).toBe(
    'b.yaml:6:9: info method-changed: breaking: scores are made by `min` now, not by `mean`\n',
  );
  expect(ran.err).toBe(
    'strict: 1 breaking, 0 notable, 0 safe; a major step is due, and version 1.0.0 → 2.0.0 honours it.\n',
  );
  expect(ran.exit).toBe(0);
});

test('a rubric in a file of its own answers for its changes by its own version', async () => {
  const rubric = (version: string, method: string) =>
    `milepost: 1\nkind: rubric\nid: strict\nversion: ${version}\ntitle: Strict\nmethod: ${method}\n`;
  const using = (folder: string) =>
    edited(small, ['rubric:\n  range: [0, 100]\n', `rubric: ${folder}/strict.yaml\n`]);
  const two = {
    'old.yaml': using('old'),
    'new.yaml': using('new'),
    'old/strict.yaml': rubric('1.0.0', 'mean'),
    'new/strict.yaml': rubric('1.0.1', 'min'),
  };
  const ran = await milepost('diff old.yaml new.yaml --format compact', { files: two });
  expect(ran.out.split('\n').map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
    'new/strict.yaml:4:10 error version-step-due',
    'new/strict.yaml:6:9 error method-changed',
    '',
  ]);
  expect(ran.exit).toBe(1);
});

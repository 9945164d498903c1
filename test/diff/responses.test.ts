import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { edited, small } from './fixture.js';

const returned = `organisation,owner,quality,skills,leaders
Northbridge,1,3,,4
Northbridge,3,3,2,
Wrenfield,4,DK,4,3
`;

const after = edited(
  small,
  ['version: 1.0.0', 'version: 2.0.0'],
  ['{ value: 3, label: Established }', '{ value: 3, label: Established, score: 3.5 }'],
  ['id: leaders, text', 'id: heads, text'],
  ['      - { id: quality, text: How good are the data?, scale: four }\n', ''],
);
const files = { 'old.yaml': small, 'new.yaml': after, 'r.csv': returned };

test('each breaking change tells how many returned answers it touches', async () => {
  const { out, err, exit } = await milepost('diff old.yaml new.yaml --format compact --responses r.csv', {
    files,
  });
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^.*: breaking: /, '')),
  ).toEqual([
    'level 3 of the scale `four` scores 3.5 now, not 3 (2 returned answers touched)',
    '`leaders` has the id `heads` now, with the same wording (2 returned answers touched)',
    '`quality`, "How good are the data?", is no longer asked (3 returned answers touched)',
  ]);
  expect(err).toContain('3 responses read.\n');
  expect(exit).toBe(0);
});

test('behind the changes stands how the score of every unit would move', async () => {
  const { out } = await milepost('diff old.yaml new.yaml --responses r.csv', { files });
  expect(out.slice(out.indexOf('How the scores'))).toMatchInlineSnapshot(`
    "How the scores of the returned answers move from 1.0.0 to 2.0.0

    Unit         Node     1.0.0  2.0.0  Difference
    ──────────────────────────────────────────────
    Northbridge  data     50.00  41.67       -8.33
    Northbridge  overall  58.33  54.17       -4.16
    Wrenfield    people   83.33  91.67        8.34
    Wrenfield    overall  91.67  95.83        4.16

    2 of 6 figures stay as they are.
    "
  `);
});

test('in JSON the moves are a part of the document, for every figure', async () => {
  const { out } = await milepost('diff old.yaml new.yaml --responses r.csv --format json', { files });
  const { responses, refused, scores } = JSON.parse(out) as {
    responses: number;
    refused: number;
    scores: readonly object[];
  };
  expect([responses, refused, scores.length]).toEqual([3, 0, 6]);
  expect(scores[0]).toEqual({
    level: 'organisation',
    organisation: 'Northbridge',
    response_id: null,
    wave: null,
    node: 'data',
    old: 50,
    new: 41.67,
    difference: -8.33,
    old_band: null,
    new_band: null,
  });
});

test('a figure that is in another band now has moved, though its score has not', async () => {
  const bands = (high: number) =>
    edited(small, [
      '  range: [0, 100]\n',
      `  range: [0, 100]\n  bands: [{ id: low, label: Low, from: 0 }, { id: high, label: High, from: ${high} }]\n`,
    ]);
  const ran = async (format = 'pretty') =>
    (
      await milepost(`diff old.yaml new.yaml --responses r.csv --format ${format}`, {
        files: { 'old.yaml': bands(55), 'new.yaml': bands(90), 'r.csv': returned },
      })
    ).out;
  const out = await ran();
  expect(out.slice(out.indexOf('How the scores'))).toMatchInlineSnapshot(`
    "How the scores of the returned answers move

    Unit         Node       Old    New  Difference  Band
    ──────────────────────────────────────────────────────────
    Northbridge  people   66.67  66.67        0.00  high → low
    Northbridge  overall  58.33  58.33        0.00  high → low
    Wrenfield    people   83.33  83.33        0.00  high → low

    3 of 6 figures stay as they are.
    "
  `);
  const { scores } = JSON.parse(await ran('json')) as { scores: readonly object[] };
  expect(scores).toContainEqual(
    expect.objectContaining({ organisation: 'Wrenfield', node: 'people', old_band: 'high', new_band: 'low' }),
  );
});

test('where nothing changed no figure moves', async () => {
  const { out, err } = await milepost('diff old.yaml old.yaml --responses r.csv', { files });
  expect(out).toContain('6 of 6 figures stay as they are.');
  expect(err).toContain('Nothing changed');
});

test('answers under new ids, levels and options are taken for what they were', async () => {
  const moved = edited(
    small,
    ['{ value: 4, label: Leading }', '{ value: 5, label: Leading, score: 4 }'],
    ['id: owner', 'id: data_owner'],
    ['answers.owner', 'answers.data_owner'],
    ['id: organisation', 'id: authority'],
  );
  const { out } = await milepost('diff old.yaml moved.yaml --responses r.csv', {
    files: { ...files, 'moved.yaml': moved },
  });
  expect(out).toContain('6 of 6 figures stay as they are.');
});

test('refused rows are told and end with 1', async () => {
  const bad = { ...files, 'r.csv': returned.replace('Wrenfield,4', 'Wrenfield,9') };
  const ran = await milepost('diff old.yaml new.yaml --format compact --responses r.csv', { files: bad });
  expect(ran.err).toContain('2 of 3 responses read, 1 refused.');
  expect(ran.err).toContain('answer-unknown');
  expect(ran.exit).toBe(1);
});

test('blanks that would be refused are counted, and answers outside of narrower limits', async () => {
  const number =
    '      - { id: staff, text: How many people?, type: number, min: 0, max: 99, score: "value", range: [0, 99] }\n  - id: people\n';
  const before = edited(small, ['  - id: people\n', number]);
  const now = edited(
    before,
    ['max: 99', 'max: 10'],
    ['leaders know the matter?, scale: four', 'leaders know the matter?, scale: four, required: true'],
  );
  const three = {
    'old.yaml': before,
    'new.yaml': now,
    'r.csv': 'organisation,leaders,staff\nA,1,5\nA,,50\nA,,11\n',
  };
  const { out } = await milepost('diff old.yaml new.yaml --format compact --responses r.csv', {
    files: three,
  });
  expect(out).toMatch(/limits-narrowed: .* \(2 returned answers touched\)/);
  expect(out).toMatch(/question-made-required: .* \(2 returned answers touched\)/);
});

test('what is about a figure touches the answers that move it', async () => {
  const touched = async (...edits: readonly (readonly [string, string])[]) => {
    const now = edited(small, ...edits);
    const { out } = await milepost('diff old.yaml new.yaml --format compact --responses r.csv', {
      files: { ...files, 'new.yaml': now },
    });
    return out
      .split('\n')
      .flatMap((line) => /: error ([\w-]+): .* \((\d+) returned/.exec(line)?.slice(1, 3).join(' ') ?? []);
  };
  const rubric = (text: string) => ['  range: [0, 100]\n', `  range: [0, 100]\n${text}`] as const;
  // Of 3 responses: `owner` and `quality` have 3 answers each, `skills` and `leaders` 2; whether `skills` is asked hangs on `owner`.
  expect(await touched(['title: People', 'title: People\n    weight: 2'])).toEqual([
    'dimension-weight-changed 7',
  ]);
  expect(await touched(['id: people', 'id: staff'])).toEqual(['dimension-renamed 7']);
  expect(await touched(rubric('  method: median\n'))).toEqual(['method-changed 10']);
  expect(await touched(rubric('  rollup: { organisation: { method: median } }\n'))).toEqual([
    'rollup-changed 10',
  ]);
  expect(await touched(rubric('  dimensions: { data: { coverage: 0.9 } }\n'))).toEqual([
    'coverage-changed 6',
  ]);
  // One "don't know"; one blank, for another was not asked.
  expect(await touched(rubric('  missing: { dont_know: lowest }\n'))).toEqual(['missing-changed 1']);
  expect(await touched(rubric('  missing: { unanswered: lowest }\n'))).toEqual(['missing-changed 1']);
  expect(await touched(rubric('  missing: { not_asked: lowest }\n'))).toEqual(['missing-changed 1']);
  const question = '      - { id: quality, text: How good are the data?, scale: four }\n';
  expect(
    await touched([
      question,
      `${question}      - { id: more, text: Is there more?, type: yes_no, required: true }\n`,
    ]),
  ).toEqual(['required-question-added 3']);
});

test('a barrier that is gone touches the answers that name it', async () => {
  const asked = edited(
    small,
    [
      'dimensions:',
      'barriers: [{ id: skills_lack, label: Skills }, { id: money, label: Money }]\ndimensions:',
    ],
    ['How good are the data?, scale: four', 'How good are the data?, scale: four, ask: [barriers]'],
  );
  const now = edited(asked, [', { id: money, label: Money }', '']);
  const { out } = await milepost('diff old.yaml new.yaml --format compact --responses r.csv', {
    files: {
      'old.yaml': asked,
      'new.yaml': now,
      'r.csv': 'organisation,quality,quality__barriers\nA,1,money;skills_lack\nB,,money\nC,3,skills_lack\n',
    },
  });
  expect(out).toMatch(/barrier-removed: .* \(2 returned answers touched\)/);
});

import { describe, expect, test } from 'vitest';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import { questionnaireDigest } from '../../src/response/meaning/digest.js';
import { milepost, type Setting } from '../support/milepost.js';
import { levels, questionnaire } from '../support/questionnaire.js';

async function analysed(definition: string, csv: string) {
  const { out, exit } = await milepost('check q.yaml --responses r.csv --format json', {
    files: { 'q.yaml': definition, 'r.csv': csv },
  });
  expect(exit).toBe(0);
  return JSON.parse(out).files[0].responses;
}

const mixed = questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
non_answers: [dont_know, not_applicable, refused]
dimensions:
  - id: d
    title: D
    questions:
      - { id: owner, text: Is there an owner?, scale: four }
      - { id: tools, text: Which tools?, type: choices, options: [{ id: a, label: Red, score: 1 }, { id: b, label: Blue, score: 1 }, { id: none, label: None of these, score: 0, exclusive: true }], when: answers.owner >= 2 }
      - { id: share, text: What share?, type: number, min: 0, max: 100 }
      - { id: why, text: Why?, type: text }
rubric: { range: [0, 100] }
`);

describe('how questions were answered', () => {
  const csv = `owner,owner__note,tools,share,why
1,,,0,because
2,So it seems.,a,50,
3,,a;b,100,
3,,none,100,
DK,,,,
,Nobody was in.,,,
REF,,,NA,
`;
  test('each way not to answer is counted apart, and who was not asked is none of those asked', async () => {
    const { responses, questions } = await analysed(mixed, csv);
    expect(responses).toBe(7);
    expect(questions[0]).toMatchObject({
      asked: 7,
      answered: 4,
      dont_know: 1,
      unanswered: 1,
      refused: 1,
      not_applicable: 0,
      not_asked: 0,
      notes: 2,
    });
    // Asked where the owner is 2 or more: three times.
    expect(questions[1]).toMatchObject({ asked: 3, answered: 3, unanswered: 0, not_asked: 4 });
    expect(questions[3]).toMatchObject({ answered: 1, unanswered: 6 });
  });

  test('levels: 1, 2, 3, 3 have mean 9 / 4, and deviations −5/4, −1/4, 3/4, 3/4: 44 / 16 / 3 is the variance', async () => {
    const { questions } = await analysed(mixed, csv);
    expect(questions[0]).toMatchObject({
      mean: 2.25,
      standard_deviation: Number(Math.sqrt(44 / 16 / 3).toFixed(4)),
      floor: 0.25,
      ceiling: 0,
      chosen: [
        { answer: 1, label: 'One', count: 1, share: 0.25 },
        { answer: 2, label: 'Two', count: 1, share: 0.25 },
        { answer: 3, label: 'Three', count: 2, share: 0.5 },
        { answer: 4, label: 'Four', count: 0, share: 0 },
      ],
    });
  });

  test('options are shares of answers, of which one can choose several; numbers have their ends', async () => {
    const { questions } = await analysed(mixed, csv);
    expect(
      questions[1].chosen.map(({ count, share }: { count: number; share: number }) => [count, share]),
    ).toEqual([
      [2, 0.6667],
      [1, 0.3333],
      [1, 0.3333],
    ]);
    expect(questions[2]).toMatchObject({ mean: 62.5, floor: 0.25, ceiling: 0.5 });
    expect(questions[3]).toMatchObject({ mean: null, standard_deviation: null, floor: null, chosen: [] });
  });

  test('of no answers there are no figures', async () => {
    const { questions } = await analysed(mixed, 'owner\nDK\n');
    expect(questions[0]).toMatchObject({ mean: null, floor: null, ceiling: null, flags: [] });
    expect(questions[1]).toMatchObject({ asked: 0, not_asked: 1 });
  });
});

describe('what is worth a look', () => {
  const flagsOf = async (cells: readonly string[]) => {
    const { questions } = await analysed(
      mixed,
      `response_id,owner\n${cells.map((cell, i) => `${i},${cell}`).join('\n')}\n`,
    );
    return questions[0].flags.map(({ text }: { text: string }) => text);
  };
  const times = (n: number, cell: string) => Array.from({ length: n }, () => cell);

  test('more than one in five do not know; at one in five nothing is told', async () => {
    expect(await flagsOf([...times(4, '1'), ...times(4, '2'), ...times(2, 'DK')])).toEqual([]);
    expect(await flagsOf([...times(4, '1'), ...times(3, '2'), ...times(3, 'DK')])).toEqual([
      '30 % do not know (more than 20 %)',
    ]);
  });

  test('of fewer than ten nothing is told', async () => {
    expect(await flagsOf(times(9, 'DK'))).toEqual([]);
  });

  test('blanks, refusals, and what mostly does not apply', async () => {
    expect(await flagsOf([...times(3, ''), ...times(7, '1'), ...times(7, '2')].slice(0, 10))).toEqual([
      '30 % left it blank (more than 20 %)',
    ]);
    expect(await flagsOf([...times(3, 'REF'), ...times(4, '1'), ...times(4, '2')])).toEqual([
      '27 % would not say (more than 20 %)',
    ]);
    expect(await flagsOf([...times(6, 'NA'), ...times(2, '1'), ...times(2, '2')])).toEqual([
      'to 60 % it does not apply (more than 50 %); it may want a `when`',
    ]);
  });

  test('floor, ceiling, nearly all alike, and levels that nobody chose of forty answers', async () => {
    expect(await flagsOf([...times(6, '1'), ...times(4, '2')])).toEqual([
      '60 % of answers are the lowest (more than 50 %)',
    ]);
    expect(await flagsOf([...times(6, '4'), ...times(4, '2')])).toEqual([
      '60 % of answers are the highest (more than 50 %)',
    ]);
    expect(await flagsOf(times(10, '2'))).toEqual(['100 % of answers are "Two" (more than 90 %)']);
    expect(await flagsOf([...times(20, '1'), ...times(20, '2')])).toEqual(['nobody chose "Three", "Four"']);
  });
});

test('tables for people', async () => {
  const { out } = await milepost('check q.yaml --responses r.csv', {
    files: {
      'q.yaml': mixed,
      'r.csv': `response_id,owner,owner__note,tools,share\n${Array.from({ length: 10 }, (_, i) => `${i},${i < 3 ? 'DK' : (i % 3) + 1},${i === 4 ? 'See below.' : ''},${i === 4 ? 'a;b' : ''},${i * 10}`).join('\n')}\n`,
    },
  });
  expect(out.slice(out.indexOf('q.yaml: A sample'))).toMatchInlineSnapshot(`
    "q.yaml: A sample

    How questions were answered, in 10 responses

                                                                            Does not apply
    Question  Asked  Not asked  Answered  Don't know %  Blank %  Refused %               %  Notes
    ─────────────────────────────────────────────────────────────────────────────────────────────
    owner        10          0         7          30.0      0.0        0.0             0.0      1
    tools         4          6         1           0.0     75.0        0.0             0.0      0
    share        10          0        10           0.0      0.0        0.0             0.0      0
    why          10          0         0           0.0    100.0        0.0             0.0      0

    Percentages are of those asked.

    How answers spread

                                Standard                         Correlation
    Question  Answered   Mean  deviation  Lowest %  Highest %  with the rest
    ────────────────────────────────────────────────────────────────────────
    owner            7   1.86       0.90      42.9        0.0
    share           10  45.00      30.28      10.0        0.0

    Percentages are of answers: those at the lowest level or number that can be given, and at the
    highest.

    Levels chosen on the scale four, in % of answers

    Question   One   Two  Three  Four
    ─────────────────────────────────
    owner     42.9  28.6   28.6   0.0

    Options chosen

    Question  Option         Chosen  Of answers %
    ─────────────────────────────────────────────
    tools     Red                 1         100.0
    tools     Blue                1         100.0
    tools     None of these       0           0.0

    Where several can be chosen, the shares can add up to more than 100 %.

    Worth a look

    owner: 30 % do not know (more than 20 %).
    why: 100 % left it blank (more than 20 %).
    "
  `);
});

describe('how dimensions hold together', () => {
  const rows = (cases: readonly (readonly number[])[]) =>
    `response_id,${cases[0]?.map((_, i) => `q${i + 1}`)}\n${cases.map((each, i) => `${i},${each.join()}`).join('\n')}\n`;

  /**
   * q1 1 2 3 4, q2 2 1 4 3, q3 1 3 2 4: each has the variance 5/3; the covariances are 1 (q1, q2), 4/3 (q1, q3) and 0
   * (q2, q3). The sum's variance is 5 + 2 × 7/3 = 29/3, so alpha = 3/2 × (1 − 5 ÷ 29/3) = 21/29.
   */
  const four = [
    [1, 2, 1],
    [2, 1, 3],
    [3, 4, 2],
    [4, 3, 4],
  ];
  test('alpha by hand, and the correlations of each with the rest', async () => {
    const { dimensions, questions } = await analysed(levels(3), rows(four));
    expect(dimensions).toEqual([
      {
        id: 'd',
        title: 'D',
        questions: ['q1', 'q2', 'q3'],
        complete: 4,
        alpha: Number((21 / 29).toFixed(4)),
        floor: 0,
        ceiling: 0,
        flags: [],
      },
    ]);
    expect(questions.map(({ item_rest }: { item_rest: number }) => item_rest)).toEqual(
      [
        7 / 3 / Math.sqrt((5 / 3) * (10 / 3)),
        1 / Math.sqrt((5 / 3) * 6),
        4 / 3 / Math.sqrt((5 / 3) * (16 / 3)),
      ].map((r) => Number(r.toFixed(4))),
    );
  });

  test('only complete responses count', async () => {
    const { dimensions } = await analysed(levels(3), `${rows(four)}4,4,DK,4\n5,1,1,\n`);
    expect(dimensions[0]).toMatchObject({ complete: 4, alpha: Number((21 / 29).toFixed(4)) });
  });

  test('questions that say the same have alpha 1, and no differences have none', async () => {
    const same = await analysed(levels(3), rows([1, 2, 4].map((value) => [value, value, value])));
    expect(same.dimensions[0]).toMatchObject({ alpha: 1, floor: 0.3333, ceiling: 0.3333 });
    const none = await analysed(levels(3), rows([1, 2, 3].map(() => [2, 2, 2])));
    expect(none.dimensions[0].alpha).toBeNull();
    expect(none.questions[0].item_rest).toBeNull();
    const one = await analysed(levels(3), rows([[1, 2, 3]]));
    expect(one.dimensions[0].alpha).toBeNull();
  });

  test('two questions make no scale, and a question with a condition is left out', async () => {
    expect((await analysed(levels(2), rows([[1, 2]]))).dimensions).toEqual([]);
    expect((await analysed(mixed, 'owner,tools,share\n2,a,50\n')).dimensions).toEqual([]);
  });

  test('small dimensions are taken together in the one around them', async () => {
    const nested = levels(4).replace(
      /questions:.*(?=rubric:)/s,
      `dimensions:
      - id: e
        title: E
        questions:
          - { id: q1, text: Question 1?, scale: four }
      - id: f
        title: F
        questions:
          - { id: q2, text: Question 2?, scale: four }
          - { id: q3, text: Question 3?, scale: four }
`,
    );
    const { dimensions, questions } = await analysed(nested, rows(four));
    expect(dimensions.map(({ id, alpha }: { id: string; alpha: number }) => [id, alpha])).toEqual([
      ['d', Number((21 / 29).toFixed(4))],
    ]);
    expect(questions[0].item_rest).toBe(0.9899);
  });

  test('a reversed question is taken as it is scored', async () => {
    const reversed = levels(3).replace('Question 3?, scale: four', 'Question 3?, scale: four, reverse: true');
    const { dimensions } = await analysed(reversed, rows(four.map(([a = 0, b = 0, c = 0]) => [a, b, 5 - c])));
    expect(dimensions[0].alpha).toBe(Number((21 / 29).toFixed(4)));
  });

  test('a published example: the attitudes of 30 departments towards their supervisors', async () => {
    // S. Chatterjee and B. Price, Regression Analysis by Example (1977); `attitude` in R, where psych::alpha gives 0.84, and
    // 0.67 0.74 0.56 0.71 0.79 0.27 0.46 for the correlations with the rest (r.drop).
    const attitude = [
      [43, 51, 30, 39, 61, 92, 45],
      [63, 64, 51, 54, 63, 73, 47],
      [71, 70, 68, 69, 76, 86, 48],
      [61, 63, 45, 47, 54, 84, 35],
      [81, 78, 56, 66, 71, 83, 47],
      [43, 55, 49, 44, 54, 49, 34],
      [58, 67, 42, 56, 66, 68, 35],
      [71, 75, 50, 55, 70, 66, 41],
      [72, 82, 72, 67, 71, 83, 31],
      [67, 61, 45, 47, 62, 80, 41],
      [64, 53, 53, 58, 58, 67, 34],
      [67, 60, 47, 39, 59, 74, 41],
      [69, 62, 57, 42, 55, 63, 25],
      [68, 83, 83, 45, 59, 77, 35],
      [77, 77, 54, 72, 79, 77, 46],
      [81, 90, 50, 72, 60, 54, 36],
      [74, 85, 64, 69, 79, 79, 63],
      [65, 60, 65, 75, 55, 80, 60],
      [65, 70, 46, 57, 75, 85, 46],
      [50, 58, 68, 54, 64, 78, 52],
      [50, 40, 33, 34, 43, 64, 33],
      [64, 61, 52, 62, 66, 80, 41],
      [53, 66, 52, 50, 63, 80, 37],
      [40, 37, 42, 58, 50, 57, 49],
      [63, 54, 42, 48, 66, 75, 33],
      [66, 77, 66, 63, 88, 76, 72],
      [78, 75, 58, 74, 80, 78, 49],
      [48, 57, 44, 45, 51, 83, 38],
      [85, 85, 71, 71, 77, 74, 55],
      [82, 82, 39, 59, 64, 78, 39],
    ];
    const definition = questionnaire(`dimensions:
  - id: d
    title: D
    questions:
${[1, 2, 3, 4, 5, 6, 7].map((i) => `      - { id: q${i}, text: Question ${i}?, type: number, min: 0, max: 100 }`).join('\n')}
`);
    const { dimensions, questions } = await analysed(definition, rows(attitude));
    expect(dimensions[0].alpha).toBeCloseTo(0.84, 2);
    expect(questions.map(({ item_rest }: { item_rest: number }) => Number(item_rest.toFixed(2)))).toEqual([
      0.67, 0.74, 0.56, 0.71, 0.79, 0.27, 0.46,
    ]);
  });

  test('from fifty complete responses on it is told what hardly goes with the rest', async () => {
    // q1 and q2 are alike; q3 is as often high as low, whatever they are.
    const cases = Array.from({ length: 52 }, (_, i) => [
      1 + (i % 4),
      1 + (i % 4),
      1 + (Math.floor(i / 4) % 4),
    ]);
    const { dimensions, questions } = await analysed(levels(3), rows(cases));
    // The covariances with q3 are all but 0: alpha is near 3/2 × (1 − 3 ÷ 5) = 0.6.
    expect(dimensions[0].flags).toEqual([
      {
        kind: 'alpha_low',
        text: expect.stringMatching(
          /^its questions do not measure one thing closely \(alpha 0\.\d+, below 0\.7\)$/,
        ),
      },
    ]);
    expect(questions[2].flags).toEqual([
      {
        kind: 'item_rest',
        text: expect.stringMatching(/^it hardly goes with the other questions of its dimension/),
      },
    ]);
    const few = await analysed(levels(3), rows(cases.slice(0, 48)));
    expect(few.dimensions[0].flags).toEqual([]);
  });
});

const answered = (id: string, version: string, value: number) =>
  JSON.stringify({
    milepost: 1,
    questionnaire: { id, version },
    id: `${id}-${value}`,
    profile: {},
    answers: { q1: { value } },
  });

describe('which answers belong to which questionnaire', () => {
  const files = {
    'a.yaml': levels(1),
    'b.yaml': levels(1).replace('id: sample', 'id: other').replace('version: 1.0.0', 'version: 2.0.0'),
    'a.jsonl': `${answered('sample', '1.0.0', 1)}\n${answered('sample', '1.0.0', 2)}\n`,
    'b.json': `[${answered('other', '2.0.0', 4)}]`,
    'r.csv': 'q1\n1\n',
  };
  const run = (args: string, more: Setting = {}) =>
    milepost(`check ${args} --format json`, { files, ...more });
  const counts = (out: string) =>
    JSON.parse(out).files.map((each: { file: string; responses: { responses: number } | null }) => [
      each.file,
      each.responses?.responses,
    ]);

  test('of several, each gets the answers that name it', async () => {
    const { out, err, exit } = await run('a.yaml b.yaml --responses a.jsonl --responses b.json');
    expect(exit).toBe(0);
    expect(counts(out)).toEqual([
      ['a.yaml', 2],
      ['b.yaml', 1],
    ]);
    expect(err).toContain('3 responses looked at.');
  });

  test('one gets them all, and refuses what is not its own', async () => {
    const { out, err, exit } = await run('a.yaml --responses a.jsonl b.json r.csv');
    expect(exit).toBe(1);
    expect(counts(out)).toEqual([['a.yaml', 3]]);
    expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).toContain(
      'other-questionnaire',
    );
    expect(err).toContain('3 of 4 responses looked at, 1 refused.');
  });

  test('a table names none, standard input can be read once, and a stranger belongs to nobody', async () => {
    const table = await run('a.yaml b.yaml --responses r.csv');
    expect([table.exit, table.out]).toEqual([2, '']);
    expect(table.err).toContain('r.csv does not say which it answers: `a.yaml` or `b.yaml`');
    const stdin = await run('a.yaml b.yaml --responses -', { stdin: 'q1\n1\n' });
    expect([stdin.exit, stdin.out]).toEqual([2, '']);
    expect(stdin.err).toContain('standard input are read once, and may be those of `a.yaml` or `b.yaml`');
    const stranger = await run('a.yaml b.yaml --responses c.jsonl', {
      files: { ...files, 'c.jsonl': answered('third', '1.0.0', 1) },
    });
    expect([stranger.exit, stranger.out]).toEqual([2, '']);
    expect(stranger.err).toContain('c.jsonl does not answer `a.yaml` or `b.yaml`');
  });

  test('two wordings of one version are told apart by the digest that answers name', async () => {
    const texts: Record<string, string> = {
      'a.yaml': levels(1),
      'c.yaml': levels(1).replace('Question 1?', 'Is it so?'),
    };
    const { questionnaire } = loadQuestionnaire('c.yaml', {
      read: (file) => ({ text: texts[file] ?? '' }),
      resolve: (_, relative) => relative,
    });
    expect(questionnaire).toBeDefined();
    const digest = questionnaire === undefined ? '' : questionnaireDigest(questionnaire);
    const response = JSON.parse(answered('sample', '1.0.0', 3));
    const { out, exit } = await run('a.yaml c.yaml --responses c.jsonl', {
      files: {
        ...texts,
        'c.jsonl': JSON.stringify({ ...response, questionnaire: { ...response.questionnaire, digest } }),
      },
    });
    expect(exit).toBe(0);
    expect(counts(out)).toEqual([
      ['a.yaml', undefined],
      ['c.yaml', 1],
    ]);
    // A response that names no wording could be either's.
    const bare = await run('a.yaml c.yaml --responses c.jsonl', {
      files: { ...texts, 'c.jsonl': JSON.stringify(response) },
    });
    expect(bare.exit).toBe(2);
    expect(bare.err).toContain('c.jsonl does not say which it answers: `a.yaml` or `c.yaml`');
  });

  test('two versions of one questionnaire are told apart by the version that a table names', async () => {
    const { out, exit } = await run('a.yaml later.yaml --responses v.csv', {
      files: {
        ...files,
        'later.yaml': levels(1).replace('version: 1.0.0', 'version: 1.1.0'),
        'v.csv': 'questionnaire_version,q1\n1.1.0,2\n',
      },
    });
    expect(exit).toBe(0);
    expect(counts(out)).toEqual([
      ['a.yaml', undefined],
      ['later.yaml', 1],
    ]);
  });
});

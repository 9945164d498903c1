import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

const small = questionnaire(`profile:
  - { id: organisation, title: Your authority, required: true, unit: true }
themes: [{ id: people, title: People }, { id: kit, title: Kit }]
scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: data
    title: Data
    weight: 3
    questions:
      - id: owner
        text: Who owns the data?
        help: Think of one dataset.
        guidance: Ask for a name.
        scale: four
        levels: { 1: Nobody knows., 2: Some know., 3: Most know., 4: Somebody does. }
        themes: [people]
        weight: 3
      - { id: tools, text: Which tools?, type: choices, options: [{ id: a, label: Red, score: 1 }, { id: b, label: Blue, score: 1 }], themes: [people, kit], when: answers.owner >= 2 }
  - id: culture
    title: Culture
    questions:
      - { id: talk, text: Do you talk?, type: yes_no, minutes: 2 }
      - { id: why, text: Why?, type: text }
rubric: { range: [0, 100] }
`);

async function statistics(definition: string, fragments: Readonly<Record<string, string>> = {}) {
  const { out, exit } = await milepost('check q.yaml --stats --format json', {
    files: { 'q.yaml': definition, ...fragments },
  });
  expect(exit).toBe(0);
  return JSON.parse(out).files[0].statistics;
}

test('words that are read, and that are read out: no help, and no label of a level that is worded', async () => {
  const { questions } = await statistics(small);
  // "Who owns the data?" 4, "Think of one dataset." 4, the four labels 4, and four wordings of 2.
  expect(questions[0].words).toEqual({ read: 4 + 4 + 4 + 8, read_out: 4 + 8 });
  // "Which tools?" and two options.
  expect(questions[1].words).toEqual({ read: 4, read_out: 4 });
});

test('minutes: reading at 238 words a minute, reading out at 183, and time to answer by type', async () => {
  const { questions } = await statistics(small);
  // 20 / 238 + 5 s = 0.08 + 0.08 alone; 12 / 183 + 45 s = 0.07 + 0.75 in an interview; 1.5 more in a workshop.
  expect(questions[0].minutes).toEqual({ self_completion: 0.2, interview: 0.8, workshop: 2.3 });
  // Its own minutes stand for an interview: 3 / 238 + 3 s alone.
  expect(questions[2].minutes).toEqual({ self_completion: 0.1, interview: 2, workshop: 3.5 });
  // A minute to write, and one to talk.
  expect(questions[3].minutes).toEqual({ self_completion: 1, interview: 1, workshop: 2.5 });
});

test('a question with a condition is in the most and not in the least', async () => {
  const { whole, types } = await statistics(small);
  // Two options at 5 s, and 4 words read out: 0.19 minutes.
  expect(whole.minutes.most.interview - whole.minutes.least.interview).toBeCloseTo(0.2, 1);
  expect(types).toContainEqual({ type: 'choices', questions: 1, conditional: 1 });
});

test("a grid's text and levels are read once, and its minutes are shared by its items", async () => {
  const { questions, whole } = await statistics(
    questionnaire(`scales: { two: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: g, text: How good are these?, scale: two, minutes: 3, items: [{ id: a, text: Laptops }, { id: b, text: Mobile phones }] }
`),
  );
  expect(questions.map(({ words }: { words: object }) => words)).toEqual([
    { read: 4 + 1 + 2, read_out: 4 + 1 + 2 },
    { read: 2, read_out: 2 },
  ]);
  expect(questions[0].minutes.interview).toBe(1.5);
  expect(whole.minutes.most.interview).toBeCloseTo(3.1, 1);
});

test('weight: shares of the overall score by dimension and theme, with the unscored counted', async () => {
  const { weights, questions } = await statistics(small);
  // Data is 3 of 4; in it the owner is 3 of 4. In culture only `talk` has a score.
  expect(questions.map(({ share }: { share: number }) => share)).toEqual([0.5625, 0.1875, 0.25, null]);
  const [data, culture, all] = weights;
  expect(data).toEqual({
    dimension: 'data',
    questions: 2,
    unscored: 0,
    share: 0.75,
    themes: [
      { theme: 'people', questions: 2, unscored: 0, share: 0.75 },
      { theme: 'kit', questions: 1, unscored: 0, share: 0.1875 },
    ],
    without_theme: { questions: 0, unscored: 0, share: 0 },
  });
  expect(culture).toMatchObject({ questions: 2, unscored: 1, share: 0.25 });
  expect(all).toMatchObject({ dimension: null, questions: 4, unscored: 1, share: 1 });
});

test('without an overall score there are no shares', async () => {
  const { weights, questions } = await statistics(small.replace('range: [0, 100]', 'overall: none'));
  expect(weights[0]).toMatchObject({ questions: 2, share: null });
  expect(questions[0].share).toBeNull();
});

test('tables for people', async () => {
  const { out, err, exit } = await milepost('check q.yaml --stats', { files: { 'q.yaml': small } });
  expect({ exit, err }).toEqual({ exit: 0, err: '1 info in 1 file.\n' });
  expect(out.slice(out.indexOf('q.yaml: A sample'))).toMatchInlineSnapshot(`
    "q.yaml: A sample

    Questions by type

                        Asked on a
    Type     Questions   condition
    ──────────────────────────────
    level            1           0
    choices          1           1
    yes_no           1           0
    text             1           0
    all              4           1

    Words and estimated minutes

                                     Words to     Words  Alone,  Alone,  Interview,  Interview,  Reading
    Part                  Questions      read  read out   least    most       least        most     ease
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Introduction                  0        10        10     0.0     0.0         0.1         0.1
    About the respondent          0         2         2     0.1     0.1         0.2         0.2
    Data                          2        25        17     0.2     0.3         0.8         1.0       80
    Culture                       2         5         5     1.1     1.1         3.0         3.0
    All                           4        42        34     1.4     1.5         4.1         4.3       85

    Minutes are estimates, no measurements: the least where no question with a condition is asked, the
    most where all are. A workshop takes 9 to 10 minutes, if each question takes 1.5 minutes more than
    in an interview.
    Reading ease is Flesch's: 60 and more is plain English, below 30 is hard to read.

    Questions

                                                                      Minutes in
                                       Words to  Words read  Minutes          an  Reading
    Question  Type                         read         out    alone   interview     ease  Weight %
    ───────────────────────────────────────────────────────────────────────────────────────────────
    owner     level                          20          12      0.2         0.8       77      56.3
    tools     choices, on a condition         4           4      0.1         0.2               18.8
    talk      yes_no                          3           3      0.1         2.0               25.0
    why       text                            1           1      1.0         1.0

    Weight is the share of the overall score; a question without one is not part of it.

    Questions by dimension and theme

    Dimension  Questions  Unscored  People  Kit  No theme
    ─────────────────────────────────────────────────────
    Data               2         0       2    1         0
    Culture            2         1       0    0         2
    All                4         1       2    1         2

    A question of several themes is counted in each.

    Share of the overall score by dimension and theme, in %

    Dimension    All  People   Kit  No theme
    ────────────────────────────────────────
    Data        75.0    75.0  18.8       0.0
    Culture     25.0     0.0   0.0      25.0
    All        100.0    75.0  18.8      25.0
    "
  `);
});

test('forty questions of four worded levels fit an hour of interview, and 25 minutes alone', async () => {
  const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');
  const one = (i: number) => `      - id: q${i}
        text: ${words(12)}?
        help: ${words(15)}.
        scale: four
        levels: { 1: ${words(14)}, 2: ${words(14)}, 3: ${words(14)}, 4: ${words(14)} }`;
  const { whole } = await statistics(
    questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: d
    title: D
    questions:
${Array.from({ length: 40 }, (_, i) => one(i + 1)).join('\n')}
`),
  );
  // 40 × (87 / 238 + 5 / 60) = 18 and 40 × (68 / 183 + 45 / 60) = 45, and the introduction.
  expect(whole.minutes.most).toEqual({ self_completion: 18, interview: 44.9, workshop: 104.9 });
});

test('a theme of a fragment that no question has is no column; one of the file itself is', async () => {
  const fragment =
    'milepost: 1\nkind: fragment\nthemes: [{ id: shared, title: Shared }, { id: elsewhere, title: Elsewhere }]\n';
  const { weights } = await statistics(
    questionnaire(`use: [themes.yaml]
themes: [{ id: own, title: Own }]
dimensions: [{ id: d, title: D, questions: [{ id: q, text: Q?, type: yes_no, themes: [shared] }] }]
`),
    { 'themes.yaml': fragment },
  );
  expect(weights[0].themes.map(({ theme }: { theme: string }) => theme)).toEqual(['shared', 'own']);
});

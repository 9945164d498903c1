import { expect, test } from 'vitest';
import { checkRules } from '../../src/finding/catalogue/checks.js';
import { milepost } from '../support/milepost.js';
import { found } from './found.js';
import { whole } from './whole.js';

/** Each finding with what stands in its line. */
async function foundIn(text: string): Promise<readonly string[]> {
  const lines = text.split('\n');
  return (await found(text)).map(({ rule, line }) => `${rule}: ${lines[line - 1]?.trim()}`);
}

test('an option of a named list is found where it is defined, once', async () => {
  const text = whole(`option_lists:
  places:
    - { id: own, label: 1-2 }
    - { id: other, label: Elsewhere }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: one, text: Where?, type: choice, options: places }
      - { id: two, text: Where else?, type: choice, options: places }
      - { id: scored, text: Is it scored?, type: yes_no }`);
  expect(await foundIn(text)).toEqual(['label-changed-by-spreadsheet: - { id: own, label: 1-2 }']);
});

test.each([
  ['"=1+1"', 'a formula, or refuse it as one'],
  ['"- none of these, as far as we know"', 'a formula, or refuse it as one'],
  ['"+5"', 'a number without its sign'],
  ['"1.10"', 'a number without its last zeros'],
  ['"1,000"', 'a number without its commas'],
  ['"007"', 'a number without its leading zeros'],
  ['"TRUE"', 'a truth value'],
  ['3/4', 'a date'],
])('a spreadsheet would turn %s into %s', async (label, becomes) => {
  const [first, ...more] = await found(
    whole(`- id: where
  text: Where?
  type: choice
  options: [{ id: own, label: ${label} }, { id: other, label: Elsewhere }]`),
  );
  expect(more).toEqual([]);
  expect(first?.message).toContain(` into ${becomes}`);
});

test.each(['"-"', '"10"', '"-5"', '"2.5"', 'About 1-2', '– none'])('it leaves %s as it is', async (label) => {
  const text = whole(`- id: where
  text: Where?
  type: choice
  options: [{ id: own, label: ${label} }, { id: other, label: Elsewhere }]`);
  expect(await foundIn(text)).toEqual([]);
});

test('a label that is the id of another option is read as that', async () => {
  const [first, ...more] = await found(
    whole(`- id: where
  text: Where?
  type: choice
  options: [{ id: own, label: Ours }, { id: other, label: own }]`),
  );
  expect(more).toEqual([]);
  expect(first?.message).toBe('the label "own" of `other` is read as `own`, which has that for its id');
});

test('bands of themes are judged by all themes together', async () => {
  const text = whole(`themes: [{ id: people, title: People }, { id: tools, title: Tools }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: one, text: One?, scale: four, themes: [people] }
      - { id: two, text: Two?, type: yes_no, themes: [tools] }
rubric:
  method: sum
  themes:
    bands:
      - { id: low, label: Low, from: 1 }
      - { id: high, label: High, from: 3 }
      - { id: top, label: Top, from: 5 }`);
  expect(await foundIn(text)).toEqual([
    'bands-start-late: - { id: low, label: Low, from: 1 }',
    'unreachable-band: - { id: top, label: Top, from: 5 }',
  ]);
});

test('a list that several may be chosen of is one, wherever else it is used', async () => {
  const text = whole(`option_lists:
  places:
    - { id: own, label: Ours; or rented }
    - { id: other, label: Elsewhere }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: one, text: Where?, type: choice, options: places }
      - { id: two, text: Where else?, type: choices, options: places }
      - { id: scored, text: Is it scored?, type: yes_no }`);
  expect(await foundIn(text)).toEqual(['label-with-semicolon: - { id: own, label: Ours; or rented }']);
});

test('what a fragment brings is found in the fragment', async () => {
  const files = {
    'shared.yaml': `milepost: 1
kind: fragment
scales:
  shared: { levels: [{ value: 1, label: 1/2 }, { value: 2, label: Two }] }
profile:
  - { id: phone, title: Telephone }
`,
    'file.yaml': whole('use: [shared.yaml]'),
  };
  const { out } = await milepost('check --format compact file.yaml', { files });
  expect(out.split('\n').map((line) => line.replace(/ \w+ /, ' ').split(': ').slice(0, 2).join(' '))).toEqual(
    ['shared.yaml:4:41 label-changed-by-spreadsheet', 'shared.yaml:6:11 personal-not-marked', ''],
  );
});

test('a dimension of little weight is found, not each question in it', async () => {
  const text = whole(`dimensions:
  - id: data
    title: Data
    weight: 500
    questions:
      - { id: owner, text: Is there an owner?, scale: four }
  - id: rest
    title: The rest
    weight: 1
    questions:
      - { id: one, text: Is there one?, scale: four }
      - { id: two, text: Are there two?, scale: four }
      - { id: none, text: Is there none?, scale: four, weight: 0 }`);
  expect(await foundIn(text)).toEqual(['question-counts-little: weight: 1']);
});

test('of many questions with even weights none counts too little', async () => {
  const many = Array.from({ length: 150 }, (_, i) => `- { id: q${i}, text: How far?, scale: four }`);
  expect(await found(whole(many.join('\n').replace('q0, ', 'q0, weight: 2, ')))).toEqual([]);
});

test('a field that says that it is not personal is left alone', async () => {
  const text = whole('profile: [{ id: phone, title: Telephone of the desk, personal: false }]');
  expect(await found(text)).toEqual([]);
});

test('a file with errors has no findings that only follow from them', async () => {
  const text = whole(`profile:
  - id: email
    titel: E-mail
    persnal: true
scales:
  broken: { levels: [{ value: 1, label: One }, { valeu: 3, label: 3/4 }, { oops: 3 }] }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: fuor }
      - { id: used, text: Is it used?, type: yes_no, when: answers.owner > 7 }
      - { id: also, text: Is it used too?, type: yes_no, weight: 500, when: "!has(answers.gone) || has(answers.gone)" }
      - { id: gone, text: Is it gone?, typo: yes_no }
rubric: { bands: [{ id: low, label: Low, from: 1 }] }
examples: [{ nmae: x }]`);
  const findings = await found(text);
  expect(findings.length).toBeGreaterThan(4);
  expect(findings.filter(({ rule }) => Object.hasOwn(checkRules, rule))).toEqual([]);
});

test('a rule finds what stands beside errors elsewhere', async () => {
  const text = whole(`dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: fuor }
      - { id: level, text: How far?, scale: four }
      - { id: used, text: Is it used?, type: yes_no, when: answers.level > 7 }`);
  expect((await found(text)).map(({ rule }) => rule)).toEqual(['unknown-scale', 'when-never-true']);
});

test('bands of an index, of a node and those that start above the lowest score', async () => {
  const text = whole(`rubric:
  bands:
    - { id: low, label: Low, above: 1 }
  dimensions:
    data:
      bands:
        - { id: low, label: Low, from: 2 }
  indices:
    - id: half
      title: Half
      score: scores.data / 2
      range: [0, 2]
      bands:
        - { id: low, label: Low, from: 1 }`);
  expect(await foundIn(text)).toEqual([
    'bands-start-late: - { id: low, label: Low, above: 1 }',
    'bands-start-late: - { id: low, label: Low, from: 2 }',
    'bands-start-late: - { id: low, label: Low, from: 1 }',
  ]);
});

test('numbers with leading zeros are found in keys that take numbers, each in its place', async () => {
  const text = whole(`dimensions:
  - id: data
    title: Data
    weight: 010
    questions:
      - { id: owner, text: "Of what value: 010?", scale: four, weight: 02 }
      - id: years
        text: How many years?
        type: number
        min: 0
        max: 0100 # in all
        score: [{ from: 0, score: 0 }, { from: 10, score: 1 }]
        weight: 0.5`);
  expect(await foundIn(text)).toEqual([
    'yaml-leading-zero: weight: 010',
    'yaml-leading-zero: - { id: owner, text: "Of what value: 010?", scale: four, weight: 02 }',
    'yaml-leading-zero: max: 0100 # in all',
  ]);
});

test('a comment is a comment, unless it reads like the rest of the text', async () => {
  const text = whole(`- id: owner
  text: Is there an owner? # asked in every wave
  scale: four
- { id: used, text: Is it used?, type: yes_no } #1
- id: more
  text: Is it used more? #TODO: ask Kim
  help: What about #3? #4
  type: yes_no
  when: answers.owner >= 2 # 2 is Two
- id: last
  text: Is it used most?
  type: yes_no
  when: answers.owner >= 2 # && answers.used`);
  expect(await foundIn(text)).toEqual([
    'yaml-text-cut: help: What about #3? #4',
    'yaml-text-cut: when: answers.owner >= 2 # && answers.used',
  ]);
});

test('a large file takes no longer than its size', async () => {
  const spaces = ' '.repeat(200_000);
  const many = Array.from(
    { length: 3000 },
    (_, i) => `- { id: q${i}, text: How far?, scale: four, weight: 02 }`,
  );
  const text = whole(`- id: cut\n  text: Is it${spaces}so #1\n  type: yes_no\n${many.join('\n')}`);
  const start = performance.now();
  expect(await found(text)).toHaveLength(3001);
  expect(performance.now() - start).toBeLessThan(10_000);
}, 60_000);

import { expect, test } from 'vitest';
import { whole } from '../checks/whole.js';
import { changes, edited, small } from './fixture.js';

test('comments, quotes, the order of keys and defaults written out are no changes', async () => {
  const after = edited(
    small,
    ['dimensions:', '# What is asked.\ndimensions:'],
    ['id: quality, text: How good are the data?', 'text: "How good are the data?", id: quality, weight: 1'],
    [
      '  range: [0, 100]',
      '  method: mean\n  coverage: 0\n  range: [0, 100]\n  dimensions: { data: { method: mean } }',
    ],
  );
  expect(await changes(small, after)).toEqual([]);
});

test('spaces in a condition are no change; that they are in the digest is told', async () => {
  const after = edited(small, ['answers.owner >= 2', 'answers.owner>=2']);
  expect(await changes(small, after)).toEqual(['new.yaml:3 digest-changed']);
});

test('a renamed question is not removed and added, and its id in conditions follows', async () => {
  const after = edited(small, ['id: owner', 'id: data_owner'], ['answers.owner', 'answers.data_owner']);
  expect(await changes(small, after)).toEqual(['new.yaml:21 question-renamed']);
});

test('what else changed of a renamed question is told', async () => {
  const after = edited(small, ['id: leaders, text', 'id: heads, required: true, text']);
  expect(await changes(small, after)).toEqual([
    'new.yaml:27 question-renamed',
    'new.yaml:27 question-made-required',
  ]);
});

test('a question of another wording under a new id is removed and added', async () => {
  const after = edited(small, [
    'id: leaders, text: How well do your leaders know the matter?',
    'id: budget, text: Is there money?',
  ]);
  expect(await changes(small, after)).toEqual(['new.yaml:27 question-added', 'old.yaml:27 question-removed']);
});

test('a removed question does not report its options, nor a removed dimension its questions', async () => {
  const hosting =
    '      - { id: hosting, text: Where does it run?, type: choice, options: [{ id: a, label: A }, { id: b, label: B }] }\n';
  const withHosting = edited(small, ['  - id: people\n', `${hosting}  - id: people\n`]);
  expect(await changes(withHosting, small)).toEqual(['old.yaml:23 question-removed']);
  const [head = '', tail = ''] = small.split('  - id: people');
  const without = head + tail.slice(tail.indexOf('rubric:'));
  expect(await changes(small, without)).toEqual(['old.yaml:23 dimension-removed']);
});

test('a question under a reused id is told once, whatever else of it is new', async () => {
  const after = edited(small, [
    'id: leaders, text: How well do your leaders know the matter?, scale: four',
    'id: leaders, text: How many servers run?, type: number, min: 0, max: 9, required: true',
  ]);
  expect(await changes(small, after)).toEqual(['new.yaml:27 question-replaced']);
});

test('a change of a scale is told once, with all questions on it', async () => {
  const after = edited(small, [
    '{ value: 3, label: Established }',
    '{ value: 3, label: Established, score: 3.5 }',
  ]);
  expect(await changes(small, after)).toEqual(['new.yaml:15 level-rescored']);
  const renamed = edited(small, ['four', 'maturity']);
  expect(await changes(small, renamed)).toEqual(['new.yaml:3 digest-changed']);
});

test('a list of options that several share is told once, where it stands', async () => {
  const lists = (label: string) =>
    whole(`option_lists:
  sites:
    - { id: own, label: Own centre }
    - { id: cloud, label: ${label} }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: files, text: Where are files?, type: choice, options: sites }
      - { id: mail, text: Where is mail?, type: choice, options: sites }
      - { id: owner, text: Is there an owner?, scale: four }`);
  expect(await changes(lists('In the cloud'), lists('Elsewhere'))).toEqual(['new.yaml:14 option-replaced']);
});

test('a grid is one question: its keys are told once, its items each', async () => {
  const grid = (keys: string, third: string) =>
    whole(`- id: use
  text: How well are these in use?
  scale: four
${keys}  items:
    - { id: list, text: A list }
    - { id: map, text: A map }
    - ${third}`);
  const plain = grid('', '{ id: web, text: A page on the web }');
  expect(await changes(plain, grid('  weight: 2\n', '{ id: web, text: A page on the web }'))).toEqual([
    'new.yaml:18 question-weight-changed',
  ]);
  expect(await changes(plain, grid('', '{ id: page, text: A page on the web }'))).toEqual([
    'new.yaml:21 question-renamed',
  ]);
  expect(await changes(plain, grid('', '{ id: web, text: Loudspeakers }'))).toEqual([
    'new.yaml:21 question-replaced',
  ]);
});

test('what a dimension follows is told once, with the rubric; what is in force is compared', async () => {
  const median = edited(small, ['  range: [0, 100]', '  range: [0, 100]\n  method: median']);
  expect(await changes(small, median)).toEqual(['new.yaml:30 method-changed']);
  const kept = edited(median, [
    '  method: median',
    '  method: median\n  dimensions: { data: { method: mean }, people: { method: mean } }\n  overall: { method: mean }',
  ]);
  expect(await changes(small, kept)).toEqual(['new.yaml:30 method-changed']);
  const weighted = edited(small, [
    '  range: [0, 100]',
    '  range: [0, 100]\n  questions: { owner: { weight: 3 } }',
  ]);
  const moved = edited(small, ['an owner?, scale: four', 'an owner?, scale: four, weight: 3']);
  expect(await changes(weighted, moved)).toEqual([]);
});

test('what units are made of is told where it differs, not where the default is written down', async () => {
  const units = edited(small, [
    'unit: true, required: true }',
    'unit: true, required: true }\n  - { id: department, title: Department, unit: true, required: true }',
  ]);
  const rollup = (organisation: string, department = 'responses') =>
    edited(units, [
      '  range: [0, 100]',
      `  range: [0, 100]\n  rollup:\n    organisation: { of: ${organisation} }\n    department: { of: ${department} }`,
    ]);
  expect(await changes(units, rollup('department'))).toEqual([]);
  expect(await changes(rollup('department'), units)).toEqual([]);
  expect(await changes(units, rollup('responses'))).toEqual(['new.yaml:32 rollup-changed']);
});

test('a level put between others: it, and that others moved, are told once, and no wording that went along', async () => {
  const worded = (...levels: readonly string[]) =>
    edited(small, [
      '      - { id: quality, text: How good are the data?, scale: four }',
      `      - id: quality\n        text: How good are the data?\n        scale: four\n        levels:\n${levels.map((level) => `          ${level}`).join('\n')}`,
    ]);
  const before = worded('3: Checks run every month.', '4: Results are published inside the authority.');
  const after = edited(
    worded(
      '3: Somebody asks for a check.',
      '4: Checks run every month.',
      '5: Results are published inside the authority.',
    ),
    [
      '      - { value: 3, label: Established }\n      - { value: 4, label: Leading }',
      '      - { value: 3, label: Partial }\n      - { value: 4, label: Established }\n      - { value: 5, label: Leading }',
    ],
  );
  expect(await changes(before, after)).toEqual(['new.yaml:15 level-added', 'new.yaml:16 levels-renumbered']);
  const rewritten = edited(after, ['4: Checks run every month.', '4: Nobody looks.']);
  expect(await changes(before, rewritten)).toEqual([
    'new.yaml:15 level-added',
    'new.yaml:16 levels-renumbered',
    'new.yaml:28 level-rewritten',
  ]);
});

test('a question that goes over to another scale is told once, whatever its levels say there', async () => {
  const scales =
    '  five:\n    levels: [{ value: 1, label: Nothing }, { value: 5, label: Everything }]\ndimensions:';
  const both = edited(small, ['dimensions:', scales]);
  const question = '      - { id: quality, text: How good are the data?, scale: four';
  const before = edited(both, [question, `${question}, levels: { 1: Nobody checks. }`]);
  const after = edited(both, [
    question,
    '      - { id: quality, text: How good are the data?, scale: five, levels: { 1: There are none. }',
  ]);
  expect(await changes(before, after)).toEqual(['new.yaml:24 question-scale-changed']);
});

test('non-answers of the whole questionnaire are told once', async () => {
  const after = edited(small, ['profile:', 'non_answers: [dont_know]\nprofile:']);
  expect(await changes(small, after)).toEqual(['new.yaml:8 non-answer-withdrawn']);
});

test('levels that moved to other values are the same levels', async () => {
  const after = edited(
    small,
    ['{ value: 1, label: Starting }', '{ value: 0, label: Starting }'],
    ['{ value: 2, label: Emerging }', '{ value: 1, label: Emerging }'],
    ['{ value: 3, label: Established }', '{ value: 2, label: Established }'],
    ['{ value: 4, label: Leading }', '{ value: 3, label: Leading }'],
  );
  expect(await changes(small, after)).toEqual(['new.yaml:13 levels-renumbered']);
});

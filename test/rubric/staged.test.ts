import { describe, expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { scores } from './support.js';

/** Questions from 0 to 10 under a staged dimension. */
const staged = (entry: string, more = '') =>
  questionnaire(`non_answers: [dont_know, not_applicable, refused]
dimensions:
  - id: d
    title: D
    questions:
      - { id: a, text: A?, type: number, min: 0, max: 10 }
      - { id: b, text: B?, type: number, min: 0, max: 10 }
      - { id: c, text: C?, type: number, min: 0, max: 10, weight: 2 }
rubric: { ${more} dimensions: { d: { method: staged, at_least: 5, ${entry} } } }
`);
const stages = 'stages: [{ id: one, title: One, members: [a, b] }, { id: two, title: Two, members: [c] }]';
const score = async (definition: string, answers: string) =>
  (await scores(definition, `response_id,a,b,c\nx,${answers}\n`)).node('d');

test.each([
  ['4,9,9', '0', ''],
  ['5,9,4', '1', 'one'],
  ['5,9,5', '2', 'two'],
  ['0,0,9', '0', ''],
])('%s passes %s stages, band %s', async (answers, passed, band) => {
  expect(await score(staged(stages), answers)).toMatchObject({ score: passed, band });
});

test('`share` asks for a weighted part of the members', async () => {
  const half = staged('stages: [{ id: one, title: One, members: [a, b, c], share: 0.5 }]');
  expect(await score(half, '9,0,0')).toMatchObject({ score: '0' });
  expect(await score(half, '9,9,0')).toMatchObject({ score: '1' });
  expect(await score(half, '0,0,9')).toMatchObject({ score: '1' });
});

test('a member’s own threshold', async () => {
  const own = staged('stages: [{ id: one, title: One, members: { a: 8, b: 2 } }]');
  expect(await score(own, '7,9,9')).toMatchObject({ score: '0' });
  expect(await score(own, '8,2,0')).toMatchObject({ score: '1' });
});

test('`below_at_least` asks more of the stages under the one at stake, by their own share', async () => {
  const definition = staged(
    'below_at_least: 8, stages: [{ id: one, title: One, members: [a, b], share: 0.5 }, { id: two, title: Two, members: [c] }]',
  );
  expect(await score(definition, '5,5,9')).toMatchObject({ score: '1' });
  expect(await score(definition, '8,0,9')).toMatchObject({ score: '2' });
});

test('own bands take the place of the stages’', async () => {
  const definition = staged(
    `${stages}, bands: [{ id: begun, label: Begun, from: 0 }, { id: done, label: Done, from: 2 }]`,
  );
  expect(await score(definition, '5,9,4')).toMatchObject({ band: 'begun' });
});

describe('what is not answered', () => {
  test.each([
    ['a blank is not met', '', '5,,9', '0'],
    ['nor a don’t know', '', '5,DK,9', '0'],
    ['nor a refusal', '', '5,REF,9', '0'],
    ['what does not apply is left out', '', '5,N/A,9', '2'],
    ['a stage in which nothing applies is not passed', '', 'N/A,N/A,9', '0'],
    ['whatever the rubric says of all other nodes', 'missing: { unanswered: highest },', '5,,9', '0'],
    ['even in leaving out', 'missing: { unanswered: exclude },', '5,,9', '0'],
    ['N/A as the rubric says', 'missing: { not_applicable: lowest },', '5,N/A,9', '0'],
  ])('%s', async (_, more, answers, passed) => {
    expect(await score(staged(stages, more), answers)).toMatchObject({ score: passed });
  });
  test.each([
    ['exclude', '5,,9', '2'],
    ['highest', '5,,9', '2'],
    ['lowest', '5,,9', '0'],
    ['5', '5,,9', '2'],
  ])('unless `missing` under the node says: %s', async (policy, answers, passed) => {
    expect(await score(staged(`${stages}, missing: { unanswered: ${policy} }`), answers)).toMatchObject({
      score: passed,
    });
  });
  test('low and high are what the open answers could make of it', async () => {
    expect(await score(staged(stages), '5,,9')).toMatchObject({ score: '0', low: '0', high: '2' });
    expect(await score(staged(stages), '5,9,')).toMatchObject({ score: '1', low: '1', high: '2' });
  });
  test('where nothing at all is answered there is no score, and where nothing applies it does not apply', async () => {
    expect(await score(staged(stages), ',,')).toMatchObject({
      score: '',
      status: 'insufficient',
      low: '0',
      high: '2',
    });
    expect(await score(staged(stages), 'N/A,N/A,N/A')).toMatchObject({ score: '', status: 'not_applicable' });
  });
});

test('members can be dimensions; one without a score is not met, one that does not apply is left out', async () => {
  const definition = questionnaire(`dimensions:
  - { id: a, title: A, questions: [{ id: a1, text: A1?, type: yes_no }, { id: a2, text: A2?, type: yes_no }] }
  - { id: b, title: B, questions: [{ id: b1, text: B1?, type: yes_no }] }
rubric:
  coverage: 0.6
  overall:
    method: staged
    coverage: 0
    at_least: 0.5
    stages: [{ id: one, title: One, members: [a, b] }]
`);
  const { node } = await scores(
    definition,
    'response_id,a1,a2,b1\nmet,yes,no,yes\nwithout,yes,,yes\naside,N/A,N/A,yes\n',
  );
  expect(node('overall', 'met')?.score).toBe('1');
  expect(node('overall', 'without')?.score).toBe('0');
  expect(node('overall', 'aside')?.score).toBe('1');
});

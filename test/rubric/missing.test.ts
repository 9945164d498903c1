import { describe, expect, test } from 'vitest';
import { levels, questionnaire } from '../support/questionnaire.js';
import { numbers, scores } from './support.js';

/** Two questions from 1 to 4, of which the second can be declined in every way and is asked only after a 2. */
const declined = (missing: string) =>
  questionnaire(`scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
non_answers: [dont_know, not_applicable, refused]
dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: Q?, scale: four }
      - { id: r, text: R?, scale: four, when: answers.q >= 2 }
rubric: ${missing === '' ? '{}' : `{ missing: { ${missing} } }`}
`);

const kinds = [
  ['unanswered', '2,'],
  ['dont_know', '2,DK'],
  ['not_applicable', '2,N/A'],
  ['refused', '2,REF'],
  ['not_asked', '1,'],
] as const;

describe.each(kinds)('%s', (kind, answers) => {
  const first = Number(answers.slice(0, 1));
  const applies = kind !== 'not_applicable' && kind !== 'not_asked';
  test('is left out by default', async () => {
    const { node } = await scores(declined(''), `q,r\n${answers}\n`);
    expect(node('d')).toMatchObject({ score: String(first), coverage: applies ? '0.5' : '1' });
  });
  test.each([
    ['lowest', 1],
    ['highest', 4],
    ['0', 0],
    ['2.5', 2.5],
    ['-1', -1],
  ])('as %s', async (policy, counts) => {
    const { node } = await scores(declined(`${kind}: ${policy}`), `q,r\n${answers}\n`);
    expect(node('d')).toMatchObject({ score: String((first + counts) / 2), coverage: '1' });
  });
  test('is not taken for another kind', async () => {
    const others = kinds.filter(([other]) => other !== kind).map(([other]) => `${other}: highest`);
    const { node } = await scores(declined(others.join(', ')), `q,r\n${answers}\n`);
    expect(node('d')?.score).toBe(String(first));
  });
});

test('an answer to a question that was not asked counts as not asked', async () => {
  const { node } = await scores(declined(''), 'q,r\n1,4\n');
  expect(node('d')).toMatchObject({ score: '1', coverage: '1', low: '1', high: '1' });
});

test('policies count after `reverse` and `range`', async () => {
  const reversed = declined('dont_know: lowest')
    .replace('when: answers.q >= 2', 'reverse: true')
    .replace('{ missing', '{ range: [0, 100], missing');
  const { node } = await scores(reversed, 'q,r\n4,DK\n');
  expect(node('d')?.score).toBe('50');
  const number = await scores(reversed.replace('lowest', '30'), 'q,r\n4,DK\n');
  expect(number.node('d')?.score).toBe('65');
});

describe('the policy written nearest to a question counts', () => {
  const tree = (rubric: string) =>
    questionnaire(`themes: [{ id: t, title: T }]
dimensions:
  - id: outer
    title: Outer
    dimensions:
      - id: inner
        title: Inner
        questions:
          - { id: a, text: A?, type: number, min: 0, max: 10, themes: [t] }
          - { id: b, text: B?, type: number, min: 0, max: 10, themes: [t] }
rubric: ${rubric}
`);
  const rubricWide = 'missing: { dont_know: lowest, unanswered: 1 }';
  test.each([
    ['of the rubric', `{ ${rubricWide} }`, '4,DK', '2'],
    [
      'of the dimension',
      `{ ${rubricWide}, dimensions: { inner: { missing: { dont_know: highest } } } }`,
      '4,DK',
      '7',
    ],
    [
      'of the dimension around it',
      `{ ${rubricWide}, dimensions: { outer: { missing: { dont_know: 8 } } } }`,
      '4,DK',
      '6',
    ],
    [
      'of the inner one of two',
      `{ dimensions: { outer: { missing: { dont_know: 8 } }, inner: { missing: { dont_know: 0 } } } }`,
      '4,DK',
      '2',
    ],
    [
      'kind by kind',
      `{ ${rubricWide}, dimensions: { inner: { missing: { dont_know: highest } } } }`,
      '4,',
      '2.5',
    ],
  ])('%s', async (_, rubric, answers, score) => {
    const { node } = await scores(tree(rubric), `a,b\n${answers}\n`);
    expect(node('inner')?.score).toBe(score);
    expect(node('overall')?.score).toBe(score);
  });
  test('of themes for a theme, and only for it', async () => {
    const { node } = await scores(tree('{ themes: { missing: { dont_know: highest } } }'), 'a,b\n4,DK\n');
    expect(node('t')?.score).toBe('7');
    expect(node('inner')?.score).toBe('4');
  });
  test('of overall for a pool of all questions', async () => {
    const { node } = await scores(
      tree('{ overall: { over: questions, missing: { dont_know: 0 } } }'),
      'a,b\n4,DK\n',
    );
    expect(node('overall')?.score).toBe('2');
    expect(node('inner')?.score).toBe('4');
  });
});

describe('coverage', () => {
  test.each([
    ['1,1,', '0.6', 'scored'],
    ['1,,', '0.6', 'insufficient'],
    ['1,N/A,N/A', '0.6', 'scored'],
    ['N/A,N/A,N/A', '0', 'not_applicable'],
    [',,', '0', 'insufficient'],
    ['1,1,', '0.66666666666666663', 'scored'],
    ['1,1,', '0.6667', 'insufficient'],
  ])('%s at a minimum of %s: %s', async (answers, minimum, status) => {
    const { node } = await scores(
      levels(3, `{ coverage: ${minimum} }`),
      `response_id,q1,q2,q3\nx,${answers}\n`,
    );
    expect(node('d')?.status).toBe(status);
  });
  test('a minimum of a dimension’s own, and of overall', async () => {
    const { node } = await scores(
      numbers(
        { a: ['a1', 'a2'], b: ['b1', 'b2'] },
        '{ coverage: 1, dimensions: { a: { coverage: 0.5 } }, overall: { coverage: 0.3 } }',
      ),
      'a1,a2,b1,b2\n40,,60,\n',
    );
    expect(node('a')?.score).toBe('40');
    expect(node('b')).toMatchObject({ score: '', status: 'insufficient', coverage: '0.5' });
    expect(node('overall')).toMatchObject({ score: '40', coverage: '0.5' });
  });
  test('counts by weights: of 3 and 1 the lighter one is a quarter', async () => {
    const { node } = await scores(numbers({ d: ['a weight:_3', 'b'] }, '{}').replace('_', ' '), 'a,b\n,50\n');
    expect(node('d')).toMatchObject({ coverage: '0.25', score: '50', low: '12.5', high: '87.5' });
  });
  test('of a pool counts every question alike, and of children every dimension', async () => {
    const definition = (over: string) =>
      numbers({ a: ['a1'], b: ['b1', 'b2', 'b3'] }, `{ overall: { over: ${over} } }`);
    const answers = 'a1,b1,b2,b3\n10,,,\n';
    expect((await scores(definition('questions'), answers)).node('overall')?.coverage).toBe('0.25');
    expect((await scores(definition('children'), answers)).node('overall')?.coverage).toBe('0.5');
  });
  test('has as many digits as figures have, and at least four', async () => {
    const { node } = await scores(levels(3, '{ round: { digits: 6 } }'), 'q1,q2,q3\n1,,1\n');
    expect(node('d')?.coverage).toBe('0.666667');
  });
});

describe('low and high', () => {
  test.each([
    ['a blank, a don’t know and a refusal make room', '1,,DK,REF', '1', '1', '3.25'],
    ['what does not apply makes none', '1,N/A,N/A,N/A', '1', '1', '1'],
  ])('%s', async (_, answers, score, low, high) => {
    const definition = levels(4).replace(
      'scales:',
      'non_answers: [dont_know, not_applicable, refused]\nscales:',
    );
    const { node } = await scores(definition, `response_id,q1,q2,q3,q4\nx,${answers}\n`);
    expect(node('d')).toMatchObject({ score, low, high });
  });
  test('pass over the minimum of coverage', async () => {
    const { node } = await scores(levels(3, '{ coverage: 0.9 }'), 'q1,q2,q3\n2,3,\n');
    expect(node('d')).toMatchObject({ score: '', low: '2', high: '3' });
  });
  test('take in a policy beyond the scale', async () => {
    const { node } = await scores(levels(2, '{ missing: { unanswered: 0 } }'), 'response_id,q1,q2\nx,2,\n');
    expect(node('d')).toMatchObject({ score: '1', low: '1', high: '3' });
  });
  test('of a question turned round', async () => {
    const { node } = await scores(
      questionnaire(`dimensions:
  - { id: d, title: D, questions: [{ id: a, text: A?, type: yes_no }, { id: b, text: B?, type: yes_no, reverse: true }] }
`),
      'a,b\nno,\n',
    );
    expect(node('d')).toMatchObject({ score: '0', low: '0', high: '0.5' });
  });
  test('a gate that only the worst answers would bring about lowers low', async () => {
    const definition = numbers(
      { security: ['s1', 's2'], culture: ['c'] },
      '{ gates: [{ on: overall, if: scores.security < 20, cap: 10, because: Unsafe. }] }',
    );
    const { node } = await scores(definition, 's1,s2,c\n30,,90\n');
    expect(node('overall')).toMatchObject({ score: '60', low: '10', high: '77.5' });
  });
  test('a gate on an answer that is still open', async () => {
    const definition = questionnaire(`dimensions:
  - { id: d, title: D, questions: [{ id: a, text: A?, type: yes_no }, { id: mfa, text: MFA?, type: yes_no }] }
rubric: { range: [0, 100], gates: [{ on: overall, if: answers.mfa == false, cap: 20, because: No second factor. }] }
`);
    const { node } = await scores(definition, 'response_id,a,mfa\nx,yes,\n');
    expect(node('overall')).toMatchObject({ score: '100', low: '20', high: '100' });
    expect(node('d')).toMatchObject({ score: '100', low: '50', high: '100' });
  });
  test('of every method but expressions and plugins', async () => {
    const definition = numbers(
      { a: ['a1', 'a2'], b: ['b1', 'b2'] },
      '{ dimensions: { a: { method: expression, score: answers.a1, range: [0, 100] }, b: { method: harmonic_mean } } }',
    );
    const { node } = await scores(definition, 'a1,a2,b1,b2\n50,,50,\n');
    expect(node('a')).toMatchObject({ score: '50', low: '', high: '' });
    expect(node('b')).toMatchObject({ score: '50', low: '0', high: '66.67' });
    expect(node('overall')).toMatchObject({ score: '50', low: '', high: '' });
  });
});

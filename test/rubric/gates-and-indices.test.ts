import { describe, expect, test } from 'vitest';
import { questionnaire } from '../support/questionnaire.js';
import { compared, numbers, scores } from './support.js';

const two = (rubric: string, more = '') => numbers({ a: ['a1', 'a2'], b: ['b1', 'b2'] }, rubric, 100, more);
const header = 'a1,a2,b1,b2\n';

describe('expressions as methods', () => {
  test.each([
    [
      'over nodes below',
      '{ overall: { method: expression, score: "0.25 * scores.a + 0.75 * scores.b", range: [0, 100] } }',
      '20,40,60,80',
      '60',
    ],
    [
      'over answers',
      '{ overall: { method: expression, score: "max([answers.a1, answers.b2])" } }',
      '20,40,60,80',
      '80',
    ],
    [
      'undetermined where a name has no value',
      '{ overall: { method: expression, score: "scores.a + scores.b" } }',
      '20,40,,',
      '',
    ],
    [
      'unless it says what then',
      '{ overall: { method: expression, score: "has(answers.b1) ? scores.b : scores.a" } }',
      '20,40,,',
      '30',
    ],
    [
      'outside its range there is no score',
      '{ overall: { method: expression, score: "scores.a + scores.b", range: [0, 100] } }',
      '20,40,80,80',
      '',
    ],
  ])('%s', async (_, rubric, answers, overall) => {
    const { node } = await scores(two(rubric), `${header}${answers}\n`);
    expect(node('overall')?.score).toBe(overall);
  });
  test('where nothing below has a score there is none, whatever the expression would say', async () => {
    const { node } = await scores(
      two('{ overall: { method: expression, score: "has(answers.a1) ? 1 : 0" } }'),
      `response_id,${header}x,,,,\n`,
    );
    expect(node('overall')).toMatchObject({ score: '', status: 'insufficient' });
  });
  test('a result outside the range, or not finite, is reported with node and response', async () => {
    const { err } = await scores(
      two('{ dimensions: { a: { method: expression, score: "answers.a1 / answers.a2", range: [0, 1] } } }'),
      `response_id,${header}x,4,2,1,1\ny,4,0,1,1\nz,,0,1,1\n`,
    );
    expect(err).toContain('`expression` gave 2 for `a` of response `x`, outside its range of 0 to 1');
    expect(err).toContain('`expression` gave no finite number for `a` of response `y`');
    expect(err).not.toContain('`z`');
  });
  test('the last bit does not push a result out of its range', async () => {
    const { node } = await scores(
      numbers(
        { a: ['a1'], b: ['b1'] },
        '{ overall: { method: expression, score: "scores.a + scores.b", range: [0, 0.3] } }',
        1,
      ),
      'a1,b1\n0.1,0.2\n',
    );
    expect(node('overall')?.score).toBe('0.3');
  });
});

describe('indices', () => {
  test('an index sees indices before it, bands, ratings, answers and profile', async () => {
    const definition = two(
      `
  bands: [{ id: low, label: Low, from: 0, value: 1 }, { id: high, label: High, from: 50, value: 2 }]
  indices:
    - { id: first, title: First, score: "0.5 * scores.a + 0.5 * scores.b" }
    - { id: second, title: Second, score: scores.first / 10, bands: [{ id: poor, label: Poor, from: 0, value: 7 }, { id: good, label: Good, from: 5 }] }
    - { id: rated, title: Rated, score: ratings.a + 10 * ratings.b }
    - { id: banded, title: Banded, score: 'bands.b == "high" ? 1 : 0' }
    - { id: of_band, title: Of band, score: 'bands.second == "poor" ? ratings.second : 0' }
    - { id: answered, title: Answered, score: answers.a1 + profile.staff }
`,
      'profile: [{ id: staff, title: Staff, type: number }]\n',
    );
    const { node } = await scores(definition, `staff,${header}5,20,40,60,80\n`);
    expect(node('first')?.score).toBe('50');
    expect(node('second')).toMatchObject({ score: '5', band: 'good' });
    expect(node('rated')?.score).toBe('21');
    expect(node('banded')?.score).toBe('1');
    expect(node('of_band')?.score).toBe('0');
    expect(node('answered')?.score).toBe('25');
  });
  test('sees gated scores', async () => {
    const { node } = await scores(
      two(
        '{ gates: [{ on: a, if: scores.b < 50, cap: 10, because: So. }], indices: [{ id: i, title: I, score: scores.a }] }',
      ),
      `${header}20,40,10,10\n`,
    );
    expect(node('i')?.score).toBe('10');
  });
  test('outside its range it has no score, which is reported', async () => {
    const { node, err } = await scores(
      two('{ indices: [{ id: i, title: I, score: scores.a * 2, range: [0, 50] }] }'),
      `response_id,${header}x,20,40,10,10\n`,
    );
    expect(node('i')).toMatchObject({ score: '', status: 'insufficient' });
    expect(err).toContain('for `i` of response `x`, outside its range of 0 to 50');
  });
  test('stands between the nodes and overall', async () => {
    const { rows } = await scores(
      two('{ indices: [{ id: i, title: I, score: scores.a }] }'),
      `${header}1,1,1,1\n`,
    );
    expect(rows.map((row) => row.node)).toEqual(['a', 'b', 'i', 'overall']);
  });
});

describe('gates', () => {
  const gate = (keys: string) => `{ ${keys}, because: So. }`;
  test.each([
    ['a cap above the score leaves it', [gate('on: a, if: scores.b < 50, cap: 90')], '20,40,10,10', '30'],
    [
      'in order, the lowest cap holds',
      [gate('on: a, if: scores.b < 50, cap: 20'), gate('on: a, if: scores.b < 50, cap: 25')],
      '20,40,10,10',
      '20',
    ],
    [
      'a later gate does not see what an earlier one did',
      [gate('on: b, if: scores.a < 50, cap: 0'), gate('on: a, if: scores.b < 5, cap: 0')],
      '20,40,10,10',
      '30',
    ],
    ['by a band', [gate('on: a, if: bands.b == "low", cap: 5')], '20,40,10,10', '5'],
    ['by a rating', [gate('on: a, if: ratings.b <= 1, cap: 5')], '20,40,10,10', '5'],
    ['by an answer', [gate('on: a, if: answers.b1 < 20, cap: 5')], '20,40,10,90', '5'],
    ['not by what has no value', [gate('on: a, if: scores.b < 50, cap: 5')], '20,40,,', '30'],
  ])('%s', async (_, gates, answers, score) => {
    const rubric = `{ bands: [{ id: low, label: Low, from: 0, value: 1 }, { id: high, label: High, from: 50, value: 2 }], gates: [${gates.join(', ')}] }`;
    const { node } = await scores(two(rubric), `response_id,${header}x,${answers}\n`);
    expect(node('a')?.score).toBe(score);
  });
  test('look at 15 digits of a score', async () => {
    const { node } = await scores(
      numbers(
        { a: ['a1', 'a2'], b: ['b1'] },
        '{ dimensions: { a: { method: sum } }, gates: [{ on: b, if: scores.a <= 0.3, cap: 0, because: So. }] }',
        1,
      ),
      'a1,a2,b1\n0.1,0.2,1\n',
    );
    expect(node('b')?.score).toBe('0');
  });
  test('on a theme', async () => {
    const definition = questionnaire(`themes: [{ id: t, title: T }]
dimensions: [{ id: d, title: D, questions: [{ id: a, text: A?, type: yes_no, themes: [t] }] }]
rubric: { gates: [{ on: t, if: scores.d > 0.5, cap: 0.5, because: So. }] }
`);
    const { node } = await scores(definition, 'a\nyes\n');
    expect([node('t')?.score, node('d')?.score]).toEqual(['0.5', '1']);
  });
});

describe('above responses', () => {
  const profile =
    'profile: [{ id: organisation, title: O, unit: true, required: true }, { id: staff, title: S, type: number }]\n';
  const answers = `organisation,staff,${header}x,1,20,20,60,60\nx,3,40,40,100,100\n`;
  test('an index that reads answers, or a field that is no unit, is blank', async () => {
    const { unit } = await compared(
      two(
        `
  indices:
    - { id: by_scores, title: S, score: scores.a + scores.b }
    - { id: by_unit, title: U, score: 'profile.organisation == "x" ? 1 : 0' }
    - { id: by_answers, title: A, score: answers.a1 }
    - { id: by_staff, title: F, score: profile.staff }
`,
        profile,
      ),
      answers,
    );
    expect(['by_scores', 'by_unit', 'by_answers', 'by_staff'].map((id) => unit('x', id)?.score)).toEqual([
      '110',
      '1',
      '',
      '',
    ]);
  });
  test('a gate that reads answers does not fire; one that reads scores fires by the unit’s', async () => {
    const gated = (condition: string) =>
      two(`{ gates: [{ on: b, if: ${condition}, cap: 50, because: So. }] }`, profile);
    // Only the first response's a is below 30: its 60 becomes 50, and the unit's a is 30.
    expect((await compared(gated('scores.a < 30'), answers)).unit('x', 'b')?.score).toBe('75');
    expect((await compared(gated('scores.a <= 30'), answers)).unit('x', 'b')?.score).toBe('50');
    expect((await compared(gated('answers.a1 < 30'), answers)).unit('x', 'b')?.score).toBe('75');
  });
  test('low and high are gated as they would be', async () => {
    const { unit } = await compared(
      two('{ gates: [{ on: b, if: scores.a < 25, cap: 5, because: So. }] }', profile),
      `organisation,staff,${header}x,1,60,,80,80\nx,3,40,,60,60\n`,
    );
    // At worst the unit's a is (30 + 20) / 2 = 25, at best it is 75.
    expect(unit('x', 'a')).toMatchObject({ score: '50', low: '25', high: '75' });
    // The second response's a could be 20, and its b then 5: (80 + 5) / 2.
    expect(unit('x', 'b')).toMatchObject({ score: '70', low: '42.5', high: '70' });
    const wider = await compared(
      two('{ gates: [{ on: b, if: scores.a <= 25, cap: 5, because: So. }] }', profile),
      `organisation,staff,${header}x,1,60,,80,80\nx,3,40,,60,60\n`,
    );
    expect(wider.unit('x', 'b')).toMatchObject({ score: '70', low: '5', high: '70' });
  });
});

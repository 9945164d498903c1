import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire, setting } from './support.js';

/** What nobody answers counts as the lowest level. */
const lowest = questionnaire().replace('rubric: {', 'rubric: { missing: { unanswered: lowest },');

const blanks = (department: string, n: number) =>
  Array.from({ length: n }, (_, i) => `${department}${i},Northbridge,${department},,3,1,`);

test('whose blanks are scored by a rule is not among the people behind a score', async () => {
  const lines = [...blanks('A', 5), 'A5,Northbridge,A,4,3,1,'];
  const ran = await milepost(
    'compare q.yaml r.csv --by department --tables scores,agreement --publish --format json',
    setting(lines, lowest),
  );
  const [scores, agreement] = JSON.parse(ran.out).tables;
  expect(agreement.rows[0]).toMatchObject({ question: 'q1', lowest: null });
  // Six scores, of which five are 1: who did answer said 6 × 1.5 − 5 = 4.
  expect(scores.rows[0]).toMatchObject({ responses: 6, data: null });
  expect([scores.rows[0].culture, scores.rows[0].overall]).toContain(null);
});

test('who answers is behind a score, though others leave all of it out', async () => {
  const lines = [...blanks('A', 2), ...[4, 4, 3, 4, 1].map((q1, i) => `B${i},Northbridge,A,${q1},3,1,`)];
  const ran = await milepost(
    'compare q.yaml r.csv --by department --publish --format json',
    setting(lines, lowest),
  );
  expect(JSON.parse(ran.out).tables[0].rows[0].data).toBeCloseTo(18 / 7, 1);
});

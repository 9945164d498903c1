import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire, setting } from './support.js';

/** An index that is nearly one dimension's score, of which only the other's is about few. */
async function tellsOf(score: string) {
  const indices = `indices: [{ id: index, title: Index, score: ${score} }]`;
  const text = questionnaire().replace('rubric: {', `rubric: { ${indices},`);
  const lines = [
    ...[1, 2, 3, 1].map((said, i) => `a${i},A,X,${said},${i < 1 ? 2 : 3},1,`),
    ...[3, 2].map((said, i) => `b${i},A,X,,${said},1,`),
  ];
  const ran = await milepost('compare q.yaml r.csv --by organisation --format csv', setting(lines, text));
  expect(ran.exit, ran.err).toBe(0);
  const [{ data, culture, index } = {}] = rowsOf(ran.out);
  return { data, culture, index };
}

test('a withheld index that is a sum of scores is not left within close bounds by those that are shown', async () => {
  // 0.95 × culture alone leaves the index between 2.58 and 2.73.
  expect(await tellsOf('0.05 * scores.data + 0.95 * scores.culture')).toEqual({
    data: '',
    culture: '',
    index: '',
  });
  // Half of each leaves it wide open.
  expect(await tellsOf('0.5 * scores.data + 0.5 * scores.culture')).toEqual({
    data: '',
    culture: '2.67',
    index: '',
  });
});

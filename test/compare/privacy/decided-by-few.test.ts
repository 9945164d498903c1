import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

/** `data culture overall` of each row, with nothing where there is none. */
async function told(args: string, files: Parameters<typeof milepost>[1]): Promise<readonly string[]> {
  const ran = await milepost(`compare q.yaml r.csv --format csv ${args}`, files);
  expect(ran.exit, ran.err).toBe(0);
  return rowsOf(ran.out).map(
    ({ organisation, data, culture, overall, index }) =>
      `${organisation || 'all'}: ${[data, culture, overall, ...(index === undefined ? [] : [index])]
        .map((cell) => cell || '–')
        .join(' ')}`,
  );
}

const big = both(3, 4, 2, 3, 4, 2, 3, 4, 2, 3);
const chief = both(1);
/** Of each method, an organisation whose figure is the Chief's alone, and one that says so of none. */
const south = responses({ Big: big, Large: both(2, 2, 2, 2, 2, 2), Chief: both(3) }, 'South');
const north = responses({ Big: big, Large: both(2, 3, 3, 3, 3, 3), Chief: chief }, 'North');

test.each([
  ['min', '– – –', '2 2 2'],
  ['max', '3 3 3', '– – –'],
  // North: 1, 2.83 and 3. South: 2, 3 and 3.
  ['median', '2.83 2.83 2.83', '– – –'],
])(
  'a figure that a department of one is picked for is about one, though departments are not shown: %s',
  async (method, ...expected) => {
    const text = questionnaire({ rollup: `organisation: { of: department, method: ${method} }` });
    expect(await told('--by organisation', setting([...north, ...south], text))).toEqual(
      ['North', 'South'].map((name, i) => `${name}: ${expected[i]}`),
    );
  },
);

test('the mean of a few departments in the middle is about all of their people', async () => {
  const text = questionnaire({ rollup: 'organisation: { of: department, method: median }' });
  // Of four departments the two in the middle: 2 (one person) and 3 (ten), eleven together.
  const lines = responses({ Low: both(1, 1, 1, 1, 1), Chief: both(2), Big: big, High: both(4, 4, 4, 4, 4) });
  expect(await told('--by organisation', setting(lines, text))).toEqual(['Northbridge: 2.5 2.5 2.5']);
});

test('a mean in which a department of one has nearly all weight is about one', async () => {
  const rollup = 'organisation: { of: department, weight: heads }';
  const text = questionnaire({ rollup, profile: '  - { id: heads, title: Heads, type: number }' });
  const lines = (heads: number) => [
    ...north.map((line) => `${line}${line.includes('-Chief-') ? heads : 10}`),
    ...south.map((line) => `${line}${line.includes('-Big-') ? heads : 10}`),
  ];
  const weighted = (heads: number) => {
    const { files } = setting(lines(heads), text);
    return { files: { ...files, 'r.csv': files['r.csv'].replace('official', 'heads') } };
  };
  // 990 of 1010 leave what the others say 2 % of the range; 100 of 120 leave a sixth.
  expect(await told('--by organisation', weighted(990))).toEqual(['North: – – –', 'South: 2.99 2.99 2.99']);
  expect(await told('--by organisation', weighted(100))).toEqual([
    'North: 1.32 1.32 1.32',
    'South: 2.92 2.92 2.92',
  ]);
});

test('what is made of such figures is about as few: the row of all, an index', async () => {
  const indices = 'indices: [{ id: index, title: Index, score: 0.5 * scores.data + scores.culture }]';
  const text = questionnaire({ rollup: 'organisation: { of: department, method: min }' }).replace(
    'rubric: {',
    `rubric: { ${indices},`,
  );
  expect(await told('--by organisation --total', setting([...north, ...south], text))).toEqual([
    'North: – – – –',
    'South: 2 2 2 3',
    '(all): – – – –',
  ]);
});

test('an official answer that lies lowest tells of nobody', async () => {
  const text = questionnaire({ rollup: 'organisation: { of: department, method: min }' });
  const lines = [...responses({ Big: big, Chief: both(3) }), 'o,Northbridge,Office,1,1,1,true'];
  expect(await told('--by organisation', setting(lines, text))).toEqual(['Northbridge: 1 1 1']);
});

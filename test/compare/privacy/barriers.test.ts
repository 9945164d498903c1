import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import { questionnaire, twoBarriers } from './support.js';

/** In which of the two dimensions a response names skills. */
type Said = '' | 'data' | 'culture' | 'data culture';
type Departments = Readonly<Record<string, readonly Said[]>>;
type Row = Readonly<Record<string, string>>;

async function barriersOf(
  departments: Departments,
  { overall = 'overall: none', asked = ['barriers'] as readonly string[] } = {},
): Promise<readonly Row[]> {
  const lines = Object.entries(departments).flatMap(([department, all]) =>
    all.map((said, i) => {
      const [first, second] = ['data', 'culture'].map((each) => (said.includes(each) ? 'skills' : ''));
      return `${department}${i},Northbridge,${department},2,${first},2,${second}`;
    }),
  );
  const head = 'response_id,organisation,department,q1,q1__barriers,q2,q2__barriers';
  const columns = asked.length > 0 ? 7 : 6;
  const csv = [head, ...lines].map((line) => line.split(',').slice(0, columns).join(','));
  const text = questionnaire({ barriers: twoBarriers, ask: { q1: ['barriers'], q2: asked } });
  const ran = await milepost(
    'compare q.yaml r.csv --by organisation,department --tables barriers --format csv',
    {
      files: {
        'q.yaml': text.replace('overall: { method: mean }', overall),
        'r.csv': `${csv.join('\n')}\n`,
      },
    },
  );
  expect(ran.exit, ran.err).toBe(0);
  return rowsOf(ran.out).filter(({ barrier }) => barrier === 'skills');
}

/** `all: 7`, `A: –`: the counts in a node. */
function counts(rows: readonly Row[], node: string): readonly string[] {
  return rows
    .filter((row) => row.node === node)
    .map(({ department, named }) => `${department || 'all'}: ${named || '–'}`);
}

test('nodes in which the same questions ask for barriers have one count: it is told of all of them, or of none', async () => {
  const said = {
    A: ['data', 'data', 'data', 'data', 'data', '', '', ''],
    B: ['data', 'data', '', ''],
  } as const;
  const rows = await barriersOf(said, { overall: 'overall: { method: mean }', asked: [] });
  expect(counts(rows, 'data')).toEqual(['all: 7', 'A: –', 'B: –']);
  expect(counts(rows, 'overall')).toEqual(counts(rows, 'data'));
  // Where none can be named there is nothing to withhold.
  expect(counts(rows, 'culture')).toEqual([]);
});

const { runs, timeout } = witnessRuns(30);

test.each(['overall: none', 'overall: { method: mean }'])(
  'nothing that a table tells fixes a count of few people: %s',
  { timeout },
  async (overall) => {
    // Where all of a unit say the same, counts are at their ends, and one node tells of another.
    const people = (minLength: number, maxLength: number) =>
      fc
        .subarray<Said>(['', 'data', 'culture', 'data culture'], { minLength: 1, maxLength: 2 })
        .chain((kinds) => fc.array(fc.constantFrom(...kinds), { minLength, maxLength }));
    const departments = fc.record({ A: people(5, 6), B: people(1, 3), C: people(5, 6) });
    await fc.assert(
      fc.asyncProperty(departments, async (said) => {
        const rows = await barriersOf(said, { overall });
        const all = possible(said, rows);
        for (const node of nodes) {
          const found = new Set(all.map((each) => each[`B ${node}`]));
          expect({ node, isFixed: found.size < 2, said }).toEqual({ node, isFixed: false, said });
        }
      }),
      runs,
    );
  },
);

const nodes = ['data', 'culture', 'overall'] as const;

type Counts = Readonly<Record<string, number>>;

/** All counts that people in such numbers can come to and a table does not speak against, by unit and node: tried out one by one. */
function possible(said: Departments, rows: readonly Row[]): readonly Counts[] {
  const named = new Map(rows.map((row) => [`${row.department || 'all'} ${row.node}`, row.named]));
  const isSo = (counts: Counts) =>
    Object.entries(counts).every(([key, times]) => {
      // What is not listed is named by nobody.
      const told = named.get(key) ?? '0';
      return told === '' || Number(told) === times;
    });
  const within = Object.entries(said).map(([department, { length }]) =>
    waysOf(length)
      .map((way): Counts => Object.fromEntries(nodes.map((node) => [`${department} ${node}`, way[node]])))
      .filter(isSo),
  );
  const together = within.reduce<readonly Counts[]>(
    (all, ways) => all.flatMap((one) => ways.map((way) => ({ ...one, ...way }))),
    [{}],
  );
  return together.filter((counts) =>
    isSo(
      Object.fromEntries(
        nodes.map((node) => [
          `all ${node}`,
          Object.keys(said).reduce((sum, department) => sum + (counts[`${department} ${node}`] ?? 0), 0),
        ]),
      ),
    ),
  );
}

function waysOf(people: number) {
  const ways: Record<(typeof nodes)[number], number>[] = [];
  for (let both = 0; both <= people; both += 1) {
    for (let data = 0; both + data <= people; data += 1) {
      for (let culture = 0; both + data + culture <= people; culture += 1) {
        ways.push({ data: both + data, culture: both + culture, overall: both + data + culture });
      }
    }
  }
  return ways;
}

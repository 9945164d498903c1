import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';
import { type Form, following, fraction, meanOf } from './witness.js';

const inPools = questionnaire({ privacy: 'privacy: { min_group: 5, count: people }' });
const twelve = responses({ A: both(3, 3, 3, 3, 3, 3, 4, 4), B: both(2, 2, 3, 3) });
const asked = 'compare q.yaml r.csv --publish';

/** What is shown of some answers after a table of others was given out. */
async function later(then: readonly string[], now: readonly string[], by = 'organisation', text = inPools) {
  const before = await milepost(`${asked} --by ${by} --format json`, setting(then, text));
  expect(before.exit, before.err).toBe(0);
  const { files } = setting(now, text);
  const ran = await milepost(`${asked} --by ${by} --published earlier.json --format csv`, {
    files: { ...files, 'earlier.json': before.out },
  });
  expect(ran.exit, ran.err).toBe(0);
  const shown = rowsOf(ran.out).map(({ organisation = '', department, responses: n, overall }) => {
    return `${organisation}${department ? `/${department}` : ''} (${n}): ${overall || '–'}`;
  });
  return { ...ran, shown };
}

test('one late answer withholds the figure of its unit, and no other', async () => {
  const others = responses({ A: both(1, 2, 3, 4, 4, 4) }, 'Southgate');
  const late = responses({ L: both(4) });
  const { shown, err } = await later([...twelve, ...others], [...twelve, ...others, ...late]);
  expect(shown).toEqual(['Northbridge (13): –', 'Southgate (6): 3']);
  expect(err).toContain('Northbridge, Overall: 3 → withheld, since others could be worked out from it');
});

test('so does one that was withdrawn', async () => {
  expect((await later(twelve, twelve.slice(0, -1))).shown).toEqual(['Northbridge (11): –']);
});

test('five late answers are no small group', async () => {
  const late = responses({ L: both(4, 4, 4, 1, 2) });
  expect((await later(twelve, [...twelve, ...late])).shown).toEqual(['Northbridge (17): 3']);
});

test('eight people in one late workshop are no small group, and an official answer is nobody’s', async () => {
  const workshop = 'late,Northbridge,A,1,1,8,';
  const official = 'late,Northbridge,A,1,1,,true';
  for (const late of [workshop, official]) {
    expect((await later(twelve, [...twelve, late])).shown).toEqual(['Northbridge (13): 2.85']);
  }
});

test('who may have come since is told by what is now said: one person with the answer of a workshop may be who came', async () => {
  const alike = ['then,Northbridge,A,3,3,8,', 'late,Northbridge,A,3,3,1,'];
  for (const late of alike) {
    expect((await later(twelve, [...twelve, late])).shown).toEqual(['Northbridge (13): –']);
  }
});

test('one late answer in a department withholds what tells of it, in the organisation too', async () => {
  const departments = { A: both(3, 3, 3, 3, 3, 3, 4, 4), B: both(2, 2, 3, 3, 3), C: both(1, 2, 3, 4, 4) };
  const late = 'late,Northbridge,B,4,4,1,';
  const then = responses(departments);
  expect((await later(then, [...then, late], 'organisation,department')).shown).toEqual([
    'Northbridge (19): –',
    'Northbridge/A (8): 3.25',
    'Northbridge/B (6): –',
    'Northbridge/C (5): 2.8',
  ]);
});

const large = both(...Array.from({ length: 40 }, (_, i) => 2 + (i % 2)));

/** Five who came: the first to B, where there are five, the others to A. */
const five = [4, 1, 4, 2, 3].map((q, i) => `late${i},Northbridge,${i === 0 ? 'B' : 'A'},${q},${q},1,`);

test('in a mean of departments that were told one who came to a small one counts for more than four who came to a large one', async () => {
  const then = responses({ A: large, B: both(2, 3, 3, 2, 3) });
  const ofDepartments = questionnaire({ rollup: 'organisation: { of: department }' });
  expect((await later(then, [...then, ...five], 'organisation,department', ofDepartments)).shown).toEqual([
    'Northbridge (50): –',
    'Northbridge/A (44): –',
    'Northbridge/B (6): –',
  ]);
  // Where no table told of them, what both were is not known.
  expect((await later(then, [...then, ...five], 'organisation', ofDepartments)).shown).toEqual([
    'Northbridge (50): 2.67',
  ]);
  // A department of the one who came, beside the only one that there was, would be told by it.
  const alone = responses({ A: large });
  expect((await later(alone, [...alone, ...five], 'organisation', ofDepartments)).shown).toEqual([
    'Northbridge (45): –',
  ]);
});

test('the lowest of some departments is one of them, and who came to it may be few', async () => {
  const then = responses({ A: large, B: both(1, 1, 1, 1, 2) });
  const lowest = questionnaire({ rollup: 'organisation: { of: department, method: min }' });
  expect((await later(then, [...then, ...five], 'organisation', lowest)).shown).toEqual([
    'Northbridge (50): –',
  ]);
});

interface Answered {
  readonly id: string;
  readonly organisation: string;
  readonly department: string;
  readonly people: number;
  readonly isLate: boolean;
  readonly values: readonly [number, number];
}

const levels = fc.constantFrom('organisation', 'department', 'organisation,department');
const rounds = fc.record({
  minGroup: fc.integer({ min: 2, max: 5 }),
  before: levels,
  after: levels,
  total: fc.boolean(),
  responses: fc
    .array(
      fc.record({
        organisation: fc.constantFrom('North', 'South'),
        department: fc.constantFrom('A', 'B'),
        people: fc.constantFrom(1, 1, 1, 1, 6),
        isLate: fc.constantFrom(false, false, false, true),
        values: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      }),
      { minLength: 8, maxLength: 30 },
    )
    .map((all) => all.map((each, i): Answered => ({ ...each, id: `r${i}` }))),
});

const nodes = ['data', 'culture', 'overall'] as const;
type Row = Readonly<Record<string, string | number | null>>;

function linesOf(all: readonly Answered[]): readonly string[] {
  return all.map(({ id, organisation, department, values, people }) =>
    [id, organisation, department, ...values, people, ''].join(','),
  );
}

function behind({ organisation, department }: Row, all: readonly Answered[]): readonly Answered[] {
  return all.filter(
    (each) =>
      (!organisation || organisation === each.organisation) &&
      (!department || department === each.department),
  );
}

function formOf(all: readonly Answered[], node: (typeof nodes)[number]): Form {
  const of = (id: string, at: number): Form => new Map([[`${at} of ${id}`, fraction(1)]]);
  return meanOf(
    all.map(({ id }) =>
      node === 'overall' ? meanOf([of(id, 1), of(id, 2)]) : of(id, node === 'data' ? 1 : 2),
    ),
  );
}

const rowsIn = (json: string): readonly Row[] => JSON.parse(json).tables[0].rows;

/** What a table of some responses shows. */
function shownIn(rows: readonly Row[], all: readonly Answered[]): readonly Form[] {
  return rows.flatMap((row) =>
    nodes.flatMap((node) => (row[node] === null ? [] : [formOf(behind(row, all), node)])),
  );
}

test('nothing of few who came since follows from the table given out before and the new one together', async () => {
  let shown = 0;
  let all = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async ({ minGroup, total, responses: late, ...by }) => {
      const text = questionnaire({ privacy: `privacy: { min_group: ${minGroup}, count: people }` });
      const first = late.filter(({ isLate }) => !isLate);
      fc.pre(first.length > 0);
      const command = 'compare q.yaml r.csv --format json --by';
      const before = await milepost(`${command} ${by.before}`, setting(linesOf(first), text));
      expect(before.exit, before.err).toBe(0);
      const { files } = setting(linesOf(late), text);
      const after = await milepost(
        `${command} ${by.after} --published earlier.json${total ? ' --total' : ''}`,
        {
          files: { ...files, 'earlier.json': before.out },
        },
      );
      all += 1;
      // What was given out may tell what was not asked about then.
      if (after.exit === 2) return;
      expect(after.exit, after.err).toBe(0);
      shown += 1;
      const [old, fresh] = [
        rowsIn(before.out),
        rowsIn(after.out).filter(({ organisation }) => organisation !== '(all)'),
      ];
      const known = [...shownIn(old, first), ...shownIn(fresh, late)];
      const few = new Map<string, Form>();
      for (const row of [...old, ...fresh]) {
        const here = behind(row, late);
        // How many came to a department since no table of organisations tells.
        const isCounted = old.includes(row) || by.before !== 'organisation';
        for (const who of [here, isCounted ? here.filter(({ isLate }) => isLate) : []]) {
          const people = who.reduce((sum, each) => sum + each.people, 0);
          if (people === 0 || people >= minGroup) continue;
          const name = who.map(({ id }) => id).join('+');
          for (const node of nodes) few.set(`${node} of ${name}`, formOf(who, node));
        }
      }
      expect(following(known, few)).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(shown).toBeGreaterThan(all / 2);
}, 240_000);

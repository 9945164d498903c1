import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import { questionnaire, twoBarriers } from './support.js';
import { type Form, following, fraction } from './witness.js';

const asked = { barriers: twoBarriers, ask: { q1: ['barriers'], q2: [] } };
const text = questionnaire(asked);

/** Responses of departments, of which so many name skills as a barrier; everybody else names money. */
function answers(departments: Readonly<Record<string, readonly [people: number, skills: number]>>): string {
  const lines = Object.entries(departments).flatMap(([department, [people, skills]]) =>
    Array.from({ length: people }, (_, i) =>
      [`${department}-${i}`, 'Northbridge', department, 2, i < skills ? 'skills' : 'money', 2].join(','),
    ),
  );
  return `response_id,organisation,department,q1,q1__barriers,q2\n${lines.join('\n')}\n`;
}

const departments = { A: [8, 5], B: [3, 2], C: [6, 2] } as const;

/** Who names skills in data, by row, as a table of barriers tells: `–` where it is withheld. */
async function barriers(
  options: string,
  now: Parameters<typeof answers>[0] = departments,
  earlier?: string,
  is = text,
) {
  const files = {
    'q.yaml': is,
    'r.csv': answers(now),
    ...(earlier === undefined ? {} : { '0.json': earlier }),
  };
  const published = earlier === undefined ? '' : '--published 0.json';
  const base = `compare q.yaml r.csv --tables barriers ${options} ${published}`;
  const json = await milepost(`${base} --format json`, { files });
  const csv = await milepost(`${base} --format csv`, { files });
  const rows = csv.exit === 2 ? [] : rowsOf(csv.out);
  return {
    exit: csv.exit,
    said: csv.err.replace(/\s+/g, ' '),
    json: json.out,
    skills: rows
      .filter(({ node, barrier }) => node === 'data' && barrier === 'skills')
      .map(({ organisation, department, named }) => `${department || organisation}: ${named || '–'}`),
  };
}

test('counts of an organisation that were given out and those of its departments would tell the small one', async () => {
  const first = await barriers('--by organisation');
  expect(first.skills).toEqual(['Northbridge: 9']);
  // By themselves departments tell all but B.
  expect((await barriers('--by department')).skills).toEqual(['A: 5', 'B: –', 'C: 2']);
  const second = await barriers('--by department', departments, first.json);
  expect(second.exit, second.said).toBe(0);
  expect(second.skills).toEqual(['A: 5', 'B: –', 'C: –']);
});

test('counts of departments that were given out leave the organisation untold', async () => {
  const first = await barriers('--by department');
  const second = await barriers('--by organisation', departments, first.json);
  expect(second.exit, second.said).toBe(0);
  expect(second.skills).toEqual(['Northbridge: –']);
  // The row of all is no other than the organisation.
  const third = await barriers('--by department --total', departments, first.json);
  expect(third.skills).toEqual(['A: 5', 'B: –', 'C: 2', '(all): –']);
});

test('a count of few that was given out stops all, and so does what gives one away', async () => {
  const open = questionnaire({ ...asked, privacy: '' });
  const all = await barriers('--by organisation,department', departments, undefined, open);
  const ran = await barriers('--by organisation', departments, all.json);
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(
    'Northbridge › B, data, skills (barriers) must be withheld, and can be worked out as 2',
  );
  const { tables, ...rest } = JSON.parse(all.json);
  const rows = tables[0].rows.filter(({ department }: { department: string | null }) => department !== 'B');
  const without = JSON.stringify({ ...rest, tables: [{ ...tables[0], rows }] });
  expect((await barriers('--by department', departments, without)).exit).toBe(2);
});

test('one who came since would be known by what changes, and five would not', async () => {
  const first = await barriers('--by department', { ...departments, B: [6, 2] });
  const one = await barriers('--by department', { ...departments, A: [9, 6], B: [6, 2] }, first.json);
  expect(one.skills).toEqual(['A: –', 'B: 2', 'C: 2']);
  const five = await barriers('--by department', { ...departments, A: [13, 6], B: [6, 2] }, first.json);
  expect(five.skills).toEqual(['A: 6', 'B: 2', 'C: 2']);
});

test('who makes room for another is not told apart by what changes with them', async () => {
  const then = { ...departments, B: [6, 2] } as const;
  const first = await barriers('--by department', then);
  const swapped = await barriers('--by department', { ...then, A: [8, 6] }, first.json);
  expect(swapped.exit, swapped.said).toBe(0);
  expect(swapped.skills).toEqual(['A: –', 'B: 2', 'C: 2']);
  expect((await barriers('--by organisation', { ...then, A: [8, 6] }, first.json)).skills).toEqual([
    'Northbridge: –',
  ]);
  // One more response, and two more who name skills: somebody else has gone, or said something else.
  const more = await barriers('--by department', { ...then, A: [9, 7] }, first.json);
  expect(more.skills).toEqual(['A: –', 'B: 2', 'C: 2']);
});

test('the same table again is the same table, and scores have nothing to do with it', async () => {
  const first = await barriers('--by department');
  expect((await barriers('--by department', departments, first.json)).skills).toEqual(first.skills);
  const files = { 'q.yaml': text, 'r.csv': answers(departments), '0.json': first.json };
  const ran = await milepost('compare q.yaml r.csv --by organisation --published 0.json', { files });
  expect(ran.exit, ran.err).toBe(0);
});

test('a table with one row a unit is not read, and refused', async () => {
  const first = await barriers('--by department --layout wide');
  const ran = await barriers('--by department', departments, first.json);
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(
    '--published 0.json: its table of barriers is laid out in another way than is read',
  );
});

test('groups are reckoned with the same groups, and units with units', async () => {
  const files = (json?: string) => ({
    'q.yaml': text,
    'r.csv': answers(departments),
    'u.csv': 'id,title,level,parent,kind\na,A,department,,x\nb,B,department,,y\nc,C,department,,y\n',
    ...(json === undefined ? {} : { '0.json': json }),
  });
  const byKind = 'compare q.yaml r.csv --units u.csv --tables barriers --by kind';
  const first = await milepost(`${byKind} --format json`, { files: files() });
  expect((await milepost(`${byKind} --published 0.json`, { files: files(first.out) })).exit).toBe(0);
  const ran = await milepost(
    'compare q.yaml r.csv --units u.csv --tables barriers --by department --published 0.json',
    { files: files(first.out) },
  );
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('--published 0.json: its table of barriers is of other groups than a new one');
});

const { runs, timeout } = witnessRuns(30);

test('no count of few follows from a table given out before and a new one together', {
  timeout,
}, async () => {
  const department = fc
    .record({ people: fc.constantFrom(2, 3, 5, 6, 9), skills: fc.integer({ min: 1, max: 8 }) })
    .map(({ people, skills }) => [people, Math.min(skills, people - 1)] as const);
  const shapes = fc.constantFrom(
    ...[
      'organisation',
      'department',
      'organisation,department',
      'department --total',
      'organisation --total',
    ],
  );
  const chosen = fc.record({ A: department, B: department, C: department, first: shapes, second: shapes });
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(chosen, async ({ first, second, ...parts }) => {
      const then = await barriers(`--by ${first}`, parts);
      const now = await barriers(`--by ${second}`, parts, then.json);
      // Where a bound pins a count, as that of a department of which all must have named it, it is known already.
      if (now.exit === 2) return;
      shown += 1;
      const one = (name: string): Form => new Map([[name, fraction(1)]]);
      const all: Form = new Map(Object.keys(parts).map((name) => [name, fraction(1)]));
      const known = [...then.skills, ...now.skills].flatMap((row) => {
        const [name = '', count] = row.split(': ');
        return count === '–' ? [] : [name in parts ? one(name) : all];
      });
      const small = Object.entries(parts).filter(([, [people]]) => people < 5);
      const areTold = `${first} ${second}`.includes('department');
      const asked = new Map(areTold ? small.map(([name]) => [name, one(name)]) : []);
      expect(following(known, asked)).toEqual([]);
    }),
    runs,
  );
  expect(shown).toBeGreaterThan((runs.numRuns * 2) / 3);
});

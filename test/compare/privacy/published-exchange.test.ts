import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import { questionnaire } from './support.js';

const text = questionnaire({ ask: { q1: ['target', 'best_practice'], q2: [] } });

/** Responses of departments, with what the first of each offers, if anything; all of A want to rise. */
function answers(departments: Readonly<Record<string, readonly [people: number, offers: string]>>): string {
  const lines = Object.entries(departments).flatMap(([name, [people, offers]]) => {
    const [organisation = '', department = ''] = name.split('/');
    return Array.from({ length: people }, (_, i) =>
      [
        `${organisation}-${department}-${i}`,
        organisation,
        department,
        ...(department === 'A' ? [2, 4] : [3, 3]),
        ...(i === 0 && offers !== '' ? [offers, 'yes'] : ['', '']),
        2,
      ].join(','),
    );
  });
  return `response_id,organisation,department,q1,q1__target,q1__best_practice,q1__share,q2\n${lines.join('\n')}\n`;
}

const northbridge = { 'North/A': [6, 'sprints'], 'North/B': [3, 'wikis'], 'North/C': [5, ''] } as const;
const southbridge = { 'South/D': [6, 'clinics'], 'South/E': [7, ''] } as const;

function files(departments: Parameters<typeof answers>[0], earlier: readonly string[] = []) {
  const given = Object.fromEntries(earlier.map((json, i) => [`${i}.json`, json]));
  return { files: { 'q.yaml': text, 'r.csv': answers(departments), ...given } };
}

/** What an exchange tells of who offers what. */
async function exchange(
  by: string,
  departments: Parameters<typeof answers>[0],
  earlier: readonly string[] = [],
  options = '',
) {
  const published = earlier.map((_, i) => `--published ${i}.json`).join(' ');
  const base = `compare q.yaml r.csv --tables exchange --by ${by} ${published} ${options}`;
  const json = await milepost(`${base} --format json`, files(departments, earlier));
  const csv = await milepost(`${base} --format csv`, files(departments, earlier));
  const offered = csv.exit === 2 ? [] : rowsOf(csv.out).map(({ from, practice }) => `${from}: ${practice}`);
  return {
    exit: csv.exit,
    said: csv.err.replace(/\s+/g, ' '),
    json: json.out,
    told: [...new Set(offered)].filter((each) => each !== ': ').sort(),
  };
}

const all = { ...northbridge, ...southbridge };

test('what an organisation offered and none of its departments that are told of would be the small one’s', async () => {
  const first = await exchange('organisation', all);
  expect(first.told).toEqual(['North: sprints', 'North: wikis', 'South: clinics']);
  // Alone, departments would tell all but B’s wikis.
  expect((await exchange('department', all)).told).toEqual(['North › A: sprints', 'South › D: clinics']);
  const second = await exchange('department', all, [first.json]);
  expect(second.exit, second.said).toBe(0);
  expect(second.told).toEqual(['South › D: clinics']);
  // Nor does a third tell more.
  for (const by of ['organisation', 'department', 'organisation,department']) {
    const third = await exchange(by, all, [first.json, second.json]);
    expect(third.exit, third.said).toBe(0);
    expect(third.told.filter((each) => each.startsWith('North'))).toEqual([]);
  }
});

test('what departments were told to offer leaves out of the organisation what the small one does', async () => {
  const first = await exchange('department', all);
  const second = await exchange('organisation', all, [first.json]);
  expect(second.exit, second.said).toBe(0);
  expect(second.told).toEqual(['North: sprints', 'South: clinics']);
});

test('so it does where nothing is told of what is offered, for release', async () => {
  const first = await exchange('organisation', all, [], '--publish');
  expect(JSON.parse(first.json).tables[0].rows[0].practice).toBeUndefined();
  expect((await exchange('department', all, [first.json])).told).toEqual(['South › D: clinics']);
});

test('both tables given out apart tell what the small department offers, so nothing is written', async () => {
  const [first, second] = [await exchange('organisation', all), await exchange('department', all)];
  const third = await exchange('organisation', all, [first.json, second.json]);
  expect(third.exit).toBe(2);
  expect(third.said).toContain(
    'what North › B offers in data must be left out, and tables given out before tell that it offers something there',
  );
});

test.each(['sprints', 'Sprints ', ' SPRINTS'])(
  'what a small department says as a large one does, as %j, is told of the organisation as before',
  async (words) => {
    const alike = { ...all, 'North/B': [3, words] } as const;
    const first = await exchange('organisation', alike);
    expect(first.told).toEqual(['North: sprints', 'South: clinics']);
    const second = await exchange('department', alike);
    expect(second.told).toEqual(['North › A: sprints', 'South › D: clinics']);
    // That B offers it too both tell together: whom one can ask is joined in the first.
    const third = await exchange('organisation', alike, [first.json, second.json]);
    expect([third.exit, third.said]).toEqual([
      2,
      expect.stringContaining('what North › B offers in data must be left out'),
    ]);
  },
);

test('small departments that are enough people together are not told apart', async () => {
  const departments = { ...all, 'North/C': [3, ''] } as const;
  const first = await exchange('organisation', departments);
  const second = await exchange('department', departments, [first.json]);
  expect(second.told).toEqual(['North › A: sprints', 'South › D: clinics']);
});

test('the same table again is the same table', async () => {
  const first = await exchange('organisation', all);
  expect((await exchange('organisation', all, [first.json])).told).toEqual(first.told);
});

test('what one who came since offers is not told where nothing else is', async () => {
  const first = await exchange('organisation', southbridge);
  const later = { ...southbridge, 'South/A': [1, 'guilds'] } as const;
  expect((await exchange('organisation', later)).told).toEqual(['South: clinics', 'South: guilds']);
  const second = await exchange('organisation', later, [first.json]);
  expect(second.exit, second.said).toBe(0);
  expect(second.told).toEqual(['South: clinics']);
});

test('scores in an exchange are figures given out', async () => {
  const first = await exchange('organisation', northbridge);
  // North wants to rise, and so its score is told: with A's and C's it would tell B's.
  const ran = await milepost(
    'compare q.yaml r.csv --by department --format csv --published 0.json',
    files(northbridge, [first.json]),
  );
  expect(rowsOf(ran.out).map(({ department, data }) => `${department}: ${data || '–'}`)).toEqual([
    'A: 2',
    'B: –',
    'C: –',
  ]);
});

const { runs, timeout } = witnessRuns(25);

test('an offer of few is never the only one left that an organisation’s can be', { timeout }, async () => {
  const department = fc.tuple(fc.constantFrom(2, 3, 5, 6), fc.constantFrom('', 'offer'));
  const shapes = fc.constantFrom('organisation', 'department', 'organisation,department');
  const chosen = fc.record({ A: department, B: department, C: department, first: shapes, second: shapes });
  await fc.assert(
    fc.asyncProperty(chosen, async ({ first, second, ...parts }) => {
      const departments = Object.fromEntries(
        Object.entries(parts).map(([name, [people, what]]): [string, [number, string]] => [
          `North/${name}`,
          [people, what === '' ? '' : `${what} of ${name}`],
        ]),
      );
      const then = await exchange(first, departments);
      const now = await exchange(second, departments, [then.json]);
      expect(now.exit, now.said).toBe(0);
      const small = Object.entries(parts).filter(([, [people]]) => people < 5);
      const isEnough = small.reduce((sum, [, [people]]) => sum + people, 0) >= 5;
      const told = [then.told, now.told];
      for (const [name, [, what]] of small) {
        const whole = `North: ${what} of ${name}`;
        expect(told.flat()).not.toContain(`North › ${name}: ${what} of ${name}`);
        if (isEnough || what === '' || !told.flat().includes(whole)) continue;
        // Nobody is told of who else offers something, and the organisation's is not told again without it.
        expect(told.flat().filter((each) => each.startsWith('North › '))).toEqual([]);
        for (const each of told) if (each.length > 0) expect(each).toContain(whole);
      }
    }),
    runs,
  );
});

import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from './support.js';

const text = questionnaire({ privacy: 'privacy: { min_group: 5 }' });

/** What some people of a department say to q1 in both waves, as `3→4`; who is in one wave alone says nothing in the other. */
type Departments = Readonly<Record<string, readonly string[]>>;

function answers(departments: Departments): string {
  const lines = Object.entries(departments).flatMap(([department, all]) =>
    all.flatMap((both, i) =>
      both
        .split('→')
        .flatMap((q1, at) =>
          q1 === '' ? [] : [`${department}${i},${2025 + at},Northbridge,${department},${q1},3`],
        ),
    ),
  );
  return `response_id,wave,organisation,department,q1,q2\n${lines.join('\n')}\n`;
}

const eight = ['3→4', '3→3', '2→3', '4→4', '1→2', '3→4', '2→2', '4→3'];
const stayed = { A: eight, B: ['2→4', '3→3', '2→2', '3→4', '1→3'] };

/** Runs `compare` on answers, after the tables of another run were given out. */
async function compare(options: string, now: Departments, earlier?: string) {
  const ran = await milepost(
    `compare q.yaml r.csv ${options}${earlier === undefined ? '' : ' --published earlier.json'}`,
    {
      files: { 'q.yaml': text, 'r.csv': answers(now), ...(earlier ? { 'earlier.json': earlier } : {}) },
    },
  );
  return { ...ran, said: ran.err.replace(/\s+/g, ' ') };
}

async function givenOut(options: string, then: Departments) {
  const ran = await compare(`${options} --format json`, then);
  expect(ran.exit, ran.err).toBe(0);
  return ran.out;
}

/** What is shown about data: of waves the scores before and after, and the matched change. */
function shown(csv: string): readonly string[] {
  const or = (figure: string | undefined) => figure || '–';
  return rowsOf(csv)
    .filter(({ node }) => node === undefined || node === 'data')
    .map((row) => {
      const whose = row.department || row.organisation;
      return row.from_wave
        ? `${whose}: ${or(row.from_score)} ${or(row.to_score)} ${or(row.matched_change)}`
        : `${[whose, row.wave].filter(Boolean).join(' ')}: ${or(row.data)}`;
    });
}

test('the same table of waves again is the same table', async () => {
  const options = '--by organisation,department --tables waves';
  const first = await givenOut(options, stayed);
  const is = ['Northbridge: 2.54 3.15 0.61', 'A: 2.75 3.13 0.38', 'B: 2.2 3.2 1'];
  expect(shown((await compare(`${options} --format csv`, stayed)).out)).toEqual(is);
  const again = await compare(`${options} --format csv`, stayed, first);
  expect(again.exit, again.err).toBe(0);
  expect(shown(again.out)).toEqual(is);
  expect(again.said).toContain('Nothing has changed since the table given out before.');
});

test('scores in a table of waves are figures given out', async () => {
  const three = { A: eight, B: stayed.B.slice(0, 3) };
  const first = await givenOut('--tables waves', three);
  const ran = await compare('--by department --format csv', three, first);
  expect(ran.exit, ran.err).toBe(0);
  // With the organisation's, that of the large department would tell what the three said.
  expect(shown(ran.out)).toEqual(['A 2025: –', 'B 2025: –', 'A 2026: –', 'B 2026: –']);
});

test('the change of an organisation that was given out tells who left beside departments, so these are not told', async () => {
  // Five left; of these, three were of A.
  const left = { A: [...eight, '4→', '4→', '1→'], B: [...stayed.B, '1→', '1→'] };
  const first = await givenOut('--tables waves', left);
  expect(shown((await compare('--tables waves --format csv', left)).out)).toEqual([
    'Northbridge: 2.44 3.15 0.61',
  ]);
  const alone = await compare('--by department --format csv', left);
  expect(shown(alone.out)).not.toContainEqual(expect.stringMatching(/–$/));
  const ran = await compare('--by department --format csv', left, first);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out)).toEqual(['A 2025: –', 'B 2025: –', 'A 2026: –', 'B 2026: –']);
  expect(ran.said).toContain(
    'Beside what was given out nothing new is told of these, since both would tell of few: Northbridge › A',
  );
});

test('one who answered since is known by the change of a unit, in whichever wave, and what is the same stays', async () => {
  const others = { A: eight, B: stayed.B };
  const options = '--by department --tables scores,waves';
  const first = await givenOut(options, others);
  const late = await compare(`${options} --format json`, { ...others, A: [...eight, '→1'] }, first);
  expect(late.exit, late.err).toBe(0);
  const [scores, waves] = JSON.parse(late.out).tables;
  const of = (rows: readonly Record<string, unknown>[], ...keys: readonly string[]) =>
    rows
      .filter(({ node = 'data' }) => node === 'data')
      .map((row) => [row.department, ...keys.map((key) => row[key])].join(' '));
  expect(of(scores.rows, 'wave', 'data')).toEqual(['A 2025 2.75', 'B 2025 2.2', 'A 2026 ', 'B 2026 3.2']);
  expect(of(waves.rows, 'from_score', 'to_score', 'matched_change')).toEqual(['A 2.75  ', 'B 2.2 3.2 1']);
  expect(late.said).toContain(
    'A, Data: 3.13 → withheld, since others could be worked out from it (8 → 9 responses)',
  );
});

test('of a unit to which many came its score is told again, and its change is not', async () => {
  const options = '--by department --tables waves';
  const first = await givenOut(options, stayed);
  const many = { ...stayed, A: [...eight, '→4', '→4', '→3', '→1', '→2'] };
  const ran = await compare(`${options} --format csv`, many, first);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out)).toEqual(['A: 2.75 3 –', 'B: 2.2 3.2 1']);
});

test('a change from a wave that is not compared now is refused', async () => {
  const first = await givenOut('--tables waves', stayed);
  const ran = await compare('--waves 2026 --tables scores', stayed, first);
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain(
    '--published earlier.json: it tells of changes from 2025 to 2026, and these are not worked out now',
  );
  expect(ran.said).toContain('give --waves 2025,2026');
});

test('changes of all units, given out when nobody was kept, are refused', async () => {
  const open = await milepost('compare q.yaml r.csv --tables waves --total --format json', {
    files: { 'q.yaml': questionnaire({ privacy: '' }), 'r.csv': answers(stayed) },
  });
  expect(open.exit, open.err).toBe(0);
  const ran = await compare('', stayed, open.out);
  expect(ran.exit).toBe(2);
  expect(ran.said).toContain('its table of waves has rows of groups or of all units');
});

test('a table of waves without rows tells nothing', async () => {
  const one = { A: eight.map((both) => both.split('→')[0] ?? '') };
  const first = await givenOut('--tables scores,waves', one);
  const ran = await compare('--format csv', one, first);
  expect(ran.exit, ran.err).toBe(0);
  expect(shown(ran.out)).toEqual(['Northbridge: 2.75']);
});

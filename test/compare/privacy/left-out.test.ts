import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire, roles } from './support.js';

const asked = questionnaire({ profile: roles, ask: { q1: ['target'], q2: [] } });
const head = 'response_id,organisation,department,role,official,q1,q1__target,q2';

/** Six of A, who answer all, and B's one answer. */
function files(b: string, { official = '' } = {}) {
  const lines = [1, 2, 3, 4, 2, 3].map((q1, i) => `a${i},Northbridge,A,x,${official},${q1},4,${q1}`);
  return {
    files: {
      'q.yaml': asked,
      'r.csv': `${[head, ...lines, `b,Northbridge,B,y,${official},${b}`].join('\n')}\n`,
    },
  };
}

const commands = {
  'long scores': '--layout long',
  agreement: '--tables agreement',
  alpha: '--tables alpha',
  ambition: '--tables ambition',
  roles: '--tables roles --roles role',
};

test.each(Object.entries(commands))(
  'of the one in B it is not told in %s what was left out',
  async (_, options) => {
    const about = async (b: string) => {
      const command = `compare q.yaml r.csv --by organisation,department ${options} --format csv`;
      const ran = await milepost(command, files(b));
      expect(ran.exit, ran.err).toBe(0);
      return rowsOf(ran.out).filter(({ department }) => department === 'B');
    };
    const all = await about('2,3,2');
    expect(await about('NA,,2')).toEqual(all);
    expect(await about('2,,NA')).toEqual(all);
  },
);

test('nor by what is said of how much is withheld', async () => {
  const command =
    'compare q.yaml r.csv --by department --tables scores,agreement,talk,alpha --publish --format md';
  const [all, some] = await Promise.all([
    milepost(command, files('2,3,2')),
    milepost(command, files('NA,,2')),
  ]);
  expect(all.err).toContain('withheld for confidentiality');
  expect(some.err).toBe(all.err);
  const without = (out: string) => out.replace(/sha256:\w+/g, '');
  expect(without(some.out)).toEqual(without(all.out));
});

test('rows of single responses are for release only where they are those of bodies', async () => {
  const command = 'compare q.yaml r.csv --by department,response --publish --format csv';
  const ran = await milepost(command, files('2,3,2'));
  expect(ran.exit).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).toContain('--publish beside --by response: its rows would list each response by its id');
  const bodies = await milepost(command, files('2,3,2', { official: 'true' }));
  expect(bodies.exit, bodies.err).toBe(0);
  expect(rowsOf(bodies.out)).toHaveLength(9);
});

import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire, roles } from './support.js';

const head = 'response_id,organisation,department,role,q1,q2';

/** One response each: its role, and its answer to the first question. */
function files(departments: Readonly<Record<string, readonly string[]>>) {
  const lines = Object.entries(departments).flatMap(([department, all]) =>
    all.map((said, i) => {
      const [role, level] = said.split(' ');
      return `${department}${i},Northbridge,${department},${role},${level},${1 + (i % 4)}`;
    }),
  );
  return {
    files: {
      'q.yaml': questionnaire({ profile: roles }),
      'r.csv': `${[head, ...lines].join('\n')}\n`,
    },
  };
}

const nested = 'compare q.yaml r.csv --by organisation,department --format json';

type Row = Readonly<Record<string, unknown>>;

/** The rows about the first question, by table and department. */
function about(out: string): (table: string, department: string | null) => Row {
  const { tables } = JSON.parse(out);
  return (name, department) =>
    tables
      .find((table: { name: string }) => table.name === name)
      .rows.find((row: Row) => row.department === department && (row.question ?? 'q1') === 'q1');
}

test('who chose what and the mean of a role tell together who of a small role chose what', async () => {
  // All of y said Two but one in B: so the mean says, and who chose what in Northbridge, with one Three alone.
  const given = files({
    A: ['y 2', 'y 2', 'x 4', 'x 4', 'x 2'],
    B: ['y 2', 'y 3', 'y 2', 'x 4', 'x 4', 'x 4', 'x 4'],
  });
  const ran = await milepost(`${nested} --tables agreement,talk,roles --roles role`, given);
  const row = about(ran.out);
  expect(row('roles', 'A').other_mean).toBe(null);
  const told = [row('roles', null).other_mean, row('agreement', null).sd, row('agreement', 'A').sd];
  expect(told).toContain(null);
});

test('that nearly all of an organisation chose one level tells how a small department answers', async () => {
  const given = files({
    A: ['x 3', 'x 3', 'x 3', 'x 3', 'x 3', 'x 3', 'x 3', 'x 3'],
    B: ['x 2', 'x 3', 'x 3', 'x 3'],
  });
  const ran = await milepost(`${nested} --tables scores,agreement,talk`, given);
  const row = about(ran.out);
  expect(row('agreement', 'B').lowest).toBe(null);
  // One Two among twelve: four of them are between 2.75 and 3, whoever said it.
  expect(row('agreement', null).lowest).toBe(null);
});

test('where ratings of an organisation lie apart, who chose what leaves open how a small department answers', async () => {
  const given = files({
    A: ['x 1', 'x 2', 'x 3', 'x 4', 'x 1', 'x 2', 'x 3', 'x 4'],
    B: ['x 3', 'x 4', 'x 1', 'x 2'],
  });
  const ran = await milepost(`${nested} --tables scores,agreement,talk`, given);
  const row = about(ran.out);
  expect(row('agreement', 'B').lowest).toBe(null);
  expect(row('agreement', null)).toMatchObject({ lowest: 1, highest: 4 });
});

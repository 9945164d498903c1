import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import {
  type Answered,
  behind,
  filesOf,
  meanForm,
  nodes,
  type Row,
  type Setting,
  said,
  settings,
  tablesIn,
} from './tables-told.js';
import { type Form, following } from './witness.js';

type Tables = ReadonlyMap<string, readonly Row[]>;

const tables = fc.subarray(['agreement', 'roles', 'ambition', 'talk', 'alpha']);

/** Tables of some responses, and later ones of others: some came, some left. */
const rounds = fc
  .record({
    setting: settings,
    first: tables,
    second: tables,
    withScores: fc.constantFrom('neither', 'first', 'second', 'both'),
    by: fc.constantFrom('organisation', 'department', 'organisation,department'),
    again: fc.constantFrom('organisation', 'department', 'organisation,department'),
    total: fc.boolean(),
    isWide: fc.boolean(),
    /** Most stay, and so do all of some departments. */
    moves: fc.array(fc.constantFrom<Move>('stays', 'stays', 'stays', 'stays', 'comes', 'leaves'), {
      minLength: 24,
      maxLength: 24,
    }),
    crowd: fc.integer({ min: 0, max: 8 }),
    quiet: fc.subarray(['NorthA', 'NorthB', 'NorthC', 'SouthA', 'SouthB', 'SouthC'], { minLength: 2 }),
  })
  .map(({ setting, first, second, withScores, by, again, total, isWide, moves, crowd, quiet }) => {
    const all = [...setting.responses, ...comers(setting.responses, crowd)];
    const moved = all.map((each, i): Move => {
      if (each.id.startsWith('c')) return 'comes';
      return quiet.includes(each.organisation + each.department) ? 'stays' : (moves[i] ?? 'stays');
    });
    const those = (isThere: (move: Move) => boolean) => all.filter((_, i) => isThere(moved[i] ?? 'stays'));
    const tablesWith = (names: readonly string[], isScores: boolean) =>
      names.length === 0 || isScores ? ['scores', ...names] : names;
    const then = those((move) => move !== 'comes');
    const now = those((move) => move !== 'leaves');
    return {
      names: [
        tablesWith(first, withScores === 'first' || withScores === 'both'),
        tablesWith(second, withScores === 'second' || withScores === 'both'),
      ] as const,
      earlier: { ...setting, by, total: false, layout: isWide ? 'wide' : 'long', responses: then } as Setting,
      now: { ...setting, by: again, total, layout: 'long', responses: now } as Setting,
    };
  })
  .filter(({ earlier, now }) => earlier.responses.length > 2 && now.responses.length > 2);

type Move = 'stays' | 'comes' | 'leaves';

/** Many who come at once to where the first is. */
function comers([first]: readonly Answered[], many: number): readonly Answered[] {
  return first === undefined
    ? []
    : Array.from({ length: many }, (_, i) => ({ ...first, id: `c${i}`, people: 1 }));
}

function command({ by, total, layout }: Setting, names: readonly string[]): string {
  return [
    `compare q.yaml r.csv --format json${layout === 'long' ? ' --layout long' : ''} --by ${by} --tables ${names.join(',')}`,
    ...(total ? ['--total'] : []),
    ...(names.includes('roles') ? ['--roles role'] : []),
  ].join(' ');
}

/** What few said who came or left, by the rows that were told of then. */
function fewWhoMoved(shapes: readonly Row[], one: Setting, other: Setting): ReadonlyMap<string, Form> {
  const there = new Set(other.responses.map(({ id }) => id));
  return new Map(
    shapes.flatMap((row) => {
      const moved = behind(row, one).filter(({ id }) => !there.has(id));
      const people = moved.reduce((sum, each) => sum + each.people, 0);
      if (people === 0 || people >= one.minGroup) return [];
      return nodes.flatMap((node) =>
        ['score', 'target', 'shortfall'].map((what): [string, Form] => [
          `${what} in ${node} of ${moved.map(({ id }) => id)}`,
          meanForm(moved, node, what),
        ]),
      );
    }),
  );
}

/** The people of whom a figure is made. */
function peopleIn(form: Form, { responses }: Setting): number {
  const ids = new Set([...form.keys()].map((said) => said.slice(said.lastIndexOf(' ') + 1)));
  return responses.reduce((sum, { id, people }) => sum + (ids.has(id) ? people : 0), 0);
}

/** Every row of units that a table has, and of each role in it that is told of. */
function shapesIn(made: Tables): readonly Row[] {
  const rows = [...made.values()].flat().flatMap((row) => {
    const roles = [row.role, row.other_role].filter((role) => role !== undefined);
    return ['', ...roles].map((role): Row => ({ ...row, role: role ?? '' }));
  });
  const keyOf = ({ organisation, department, role }: Row) => `${organisation} ${department} ${role}`;
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

const { runs, timeout } = witnessRuns(40);

test('nothing of few follows from tables given out before and new ones together', { timeout }, async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async ({ names: [first, second], earlier: then, now }) => {
      const before = await milepost(command(then, first), { files: filesOf(then) });
      expect(before.exit, before.err).toBe(0);
      const files = { ...filesOf(now), 'earlier.json': before.out };
      const after = await milepost(`${command(now, second)} --published earlier.json`, { files });
      // What was given out may tell what was not asked about then.
      if (after.exit === 2) return;
      expect(after.exit, after.err).toBe(0);
      shown += 1;
      const [old, fresh] = [tablesIn(before.out), tablesIn(after.out)];
      const [told, tells] = [said(old, then), said(fresh, now)];
      // What many say is withheld as a means, and may be told when it is none any more.
      const asked = new Map([
        ...[...tells.asked].filter(([, form]) => peopleIn(form, now) < now.minGroup),
        ...[...told.asked]
          .filter(([, form]) => peopleIn(form, then) < then.minGroup)
          .map(([name, form]): [string, Form] => [`then ${name}`, form]),
        ...fewWhoMoved(shapesIn(old), now, then),
        ...fewWhoMoved(shapesIn(old), then, now),
      ]);
      // What one run tells by itself is looked at elsewhere.
      const byOne = new Set([told, tells].flatMap(({ known }) => following(known, asked)));
      const byBoth = following([...told.known, ...tells.known], asked);
      expect(byBoth.filter((name) => !byOne.has(name))).toEqual([]);
    }),
    { ...runs, endOnFailure: true },
  );
  expect(shown).toBeGreaterThan(runs.numRuns / 2);
});

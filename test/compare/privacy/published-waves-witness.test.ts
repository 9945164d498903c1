import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped } from '../../../src/compare/grouped.js';
import { milepost } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import { type Answered, type Row, rowsIn, runOf, type Setting, settings } from './waves-settings.js';
import { inUnit, readTables, scoreFormOf } from './waves-told.js';
import { type Form, following } from './witness.js';

const levels = fc.constantFrom('organisation', 'department', 'organisation,department');
const tables = fc.constantFrom('scores', 'waves', 'scores,waves');

/** Tables of some responses, and later ones of these or of others: some came, some left, in any wave. */
const rounds = fc
  .record({
    setting: settings,
    first: fc.constantFrom('waves', 'scores,waves'),
    second: tables,
    before: levels,
    after: levels,
    /** Nobody in most rounds; else one here and there. */
    moves: fc.oneof(
      fc.constant<readonly Move[]>([]),
      fc.array(fc.constantFrom<Move>('stays', 'stays', 'stays', 'stays', 'stays', 'comes', 'leaves'), {
        maxLength: 12,
      }),
    ),
    quiet: fc.constantFrom('', '2025', '2026'),
  })
  .map(({ setting, first, second, before, after, moves, quiet }) => {
    const moveOf = ({ wave }: Answered, at: number): Move =>
      wave === quiet ? 'stays' : (moves[at] ?? 'stays');
    const those = (isThere: (move: Move) => boolean) =>
      setting.responses.filter((each, at) => isThere(moveOf(each, at)));
    const then = those((move) => move !== 'comes');
    const now = those((move) => move !== 'leaves');
    return {
      earlier: { ...setting, by: before, tables: first, responses: then } as Setting,
      now: { ...setting, by: after, tables: second, responses: now } as Setting,
    };
  })
  .filter(({ earlier, now }) => [earlier, now].every(({ responses }) => responses.length > 2))
  // That one person makes room for another who says the very same no table can tell.
  .filter(
    ({ earlier, now }) =>
      !gone(earlier, now).some((one) => gone(now, earlier).some((other) => areAlike(one, other))),
  );

type Move = 'stays' | 'comes' | 'leaves';

/** Who is in one setting and not in the other. */
function gone({ responses }: Setting, other: Setting): readonly Answered[] {
  const there = new Set(other.responses);
  return responses.filter((each) => !there.has(each));
}

function areAlike(one: Answered, other: Answered): boolean {
  return one.wave === other.wave && one.scores.join() === other.scores.join();
}

/** The people in some answers, in the wave in which they are fewest. */
function peopleIn(form: Form, { responses }: Setting): number {
  const said = [...form.keys()].map((name) => name.slice(name.indexOf(' of ') + 4));
  const found = responses.filter(({ id, wave }) => said.includes(`${id} in ${wave}`));
  const byWave = grouped(found, ({ wave }) => wave);
  return Math.min(...[...byWave.values()].map((all) => all.reduce((sum, { people }) => sum + people, 0)));
}

/** What few said who came or left, in the rows that a table has. */
function fewWhoMoved(rows: readonly Row[], one: Setting, other: Setting): ReadonlyMap<string, Form> {
  const moving = { responses: gone(one, other) };
  return new Map(
    rows.flatMap((row) =>
      ['2025', '2026', '2027'].flatMap((wave): readonly [string, Form][] => {
        const moved = inUnit(row, wave, moving);
        const people = moved.reduce((sum, each) => sum + each.people, 0);
        if (people === 0 || people >= one.minGroup) return [];
        return ['data', 'culture', 'overall'].flatMap((node): readonly [string, Form][] => {
          const form = scoreFormOf(moved, node, { rollup: 'responses' });
          return form === undefined ? [] : [[`${node} of ${moved.map(({ id }) => id)} in ${wave}`, form]];
        });
      }),
    ),
  );
}

const { runs, timeout } = witnessRuns(40);

test('nothing of few follows from changes given out before and new tables together', {
  timeout,
}, async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async ({ earlier, now }) => {
      const first = runOf(earlier);
      const then = await milepost(first.command, { files: first.files });
      expect(then.exit, then.err).toBe(0);
      const second = runOf(now);
      const ran = await milepost(`${second.command} --published earlier.json`, {
        files: { ...second.files, 'earlier.json': then.out },
      });
      // What was given out may tell what was not asked about then, or of a wave that nobody is in any more.
      if (ran.exit === 2) return;
      expect(ran.exit, ran.err).toBe(0);
      shown += 1;
      const [before, after] = [rowsIn(then.out, earlier), rowsIn(ran.out, now)];
      const [told, tells] = [readTables(before, earlier), readTables(after, now)];
      const isOfFew =
        (setting: Setting) =>
        ([, form]: readonly [string, Form]) =>
          peopleIn(form, setting) < setting.minGroup;
      const asked = new Map<string, Form>([
        ...[...tells.asked].filter(isOfFew(now)),
        ...[...told.asked]
          .filter(isOfFew(earlier))
          .map(([name, form]): [string, Form] => [`then ${name}`, form]),
        ...fewWhoMoved([...before.values()].flat(), now, earlier),
        ...fewWhoMoved([...before.values()].flat(), earlier, now),
      ]);
      const known = ({ ofScores, ofChanges }: typeof told) => [...ofScores, ...ofChanges];
      const enough = earlier.blanks ? [...told.ofEnough, ...tells.ofEnough] : [];
      const scores = [...told.ofScores, ...tells.ofScores];
      // What one run tells by itself, and who left a question out, is looked at elsewhere.
      const byOne = new Set([
        ...following(known(told), asked),
        ...following(known(tells), asked),
        ...(enough.length > 0 ? following([...scores, ...enough], asked) : []),
      ]);
      const byBoth = following([...known(told), ...known(tells)], asked);
      expect(byBoth.filter((name) => !byOne.has(name))).toEqual([]);
    }),
    { ...runs, endOnFailure: true },
  );
  expect(shown).toBeGreaterThan(runs.numRuns / 2);
});

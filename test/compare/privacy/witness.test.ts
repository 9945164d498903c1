import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import {
  commandOf,
  expectAlphasWithAll,
  filesOf,
  ofFew,
  type Said,
  type Setting,
  said,
  settings,
  tablesIn,
  tablesOf,
} from './tables-told.js';
import { following } from './witness.js';

const atOnce = witnessRuns(60);

test('no withheld figure follows from all that the tables of a run tell together', {
  timeout: atOnce.timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      const tables = await tablesOf(setting);
      const { known, asked } = said(tables, setting);
      expect(following(known, asked)).toEqual([]);
      expectAlphasWithAll(tables, setting);
    }),
    atOnce.runs,
  );
});

const inBoth = witnessRuns(20);

test('no figure that either layout withholds follows from both together', {
  timeout: inBoth.timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      const found: Said[] = [];
      for (const layout of ['wide', 'long'] as const) {
        found.push(said(await tablesOf({ ...setting, layout }), { ...setting, layout }));
      }
      const asked = new Map(found.flatMap((each) => [...each.asked]));
      expect(
        following(
          found.flatMap(({ known }) => known),
          asked,
        ),
      ).toEqual([]);
    }),
    inBoth.runs,
  );
});

/** The same responses in two shapes, the first given out before the second. */
const twice = fc.tuple(settings, settings, fc.boolean()).map(([first, { by, total, layout }, isTurned]) => {
  const then: Setting = { ...first, others: [] };
  return { then, now: { ...then, by, total, layout }, isTurned: isTurned && first.layout === 'wide' };
});

const inTurn = witnessRuns(30);

test('no figure of few follows from what was given out before and a new table together', {
  timeout: inTurn.timeout,
}, async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(twice, async ({ then, now, isTurned }) => {
      const first = await milepost(commandOf(then), { files: filesOf(then) });
      const turned = isTurned ? `${commandOf(then)} --transpose` : commandOf(then);
      const givenOut = await milepost(turned, { files: filesOf(then) });
      expect(givenOut.exit, givenOut.err).toBe(0);
      const files = { ...filesOf(now), 'earlier.json': givenOut.out };
      const second = await milepost(`${commandOf(now)} --published earlier.json`, { files });
      // What was given out may tell a figure that was not asked about then.
      if (second.exit === 2) return;
      expect(second.exit, second.err).toBe(0);
      shown += 1;
      const [before, after] = [said(tablesIn(first.out), then), said(tablesIn(second.out), now)];
      // What enough people said and was told then is no secret now, if it is withheld or not.
      const toldThen = new Set(following(before.known, after.asked));
      const asked = new Map([
        ...[...after.asked].filter(([name]) => !(name.startsWith('score ') && toldThen.has(name))),
        ...ofFew(tablesIn(first.out), then),
        ...ofFew(tablesIn(second.out), now),
      ]);
      expect(following([...before.known, ...after.known], asked)).toEqual([]);
    }),
    { ...inTurn.runs, endOnFailure: true },
  );
  expect(shown).toBeGreaterThan(inTurn.runs.numRuns / 2);
});

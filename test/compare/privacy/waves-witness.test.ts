import fc from 'fast-check';
import { expect, test } from 'vitest';
import { witnessRuns } from '../../support/witness-runs.js';
import { type Setting, settings, tablesOf } from './waves-settings.js';
import { readTables } from './waves-told.js';
import { following } from './witness.js';

async function leaksOf(setting: Setting) {
  const { ofScores, ofChanges, ofEnough, asked } = readTables(await tablesOf(setting), setting);
  // Who left one question out can be told by what enough said of each: docs/privacy.md, not covered.
  const known = new Set(setting.blanks ? following([...ofScores, ...ofEnough], asked) : []);
  return following([...ofScores, ...ofChanges], asked).filter((name) => !known.has(name));
}

const { runs, timeout } = witnessRuns(40);

test('no withheld score follows from waves and what lies between them, nor what few said who left, came, stayed or skipped a question', {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      expect(await leaksOf(setting)).toEqual([]);
    }),
    runs,
  );
});

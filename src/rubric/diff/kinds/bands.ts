import { defineChange } from '../../../questionnaire/diff/change.js';
import { type BandPairs, bandPairs, startOf } from '../band-pairs.js';
import type { RubricDiffContext } from '../rubric-context.js';

const low = '{ id: low, label: Low, from: 0 }';
const middle = '{ id: middle, label: Middle, from: 40 }';
const high = '{ id: high, label: High, from: 60 }';
const rubric = (...bands: readonly string[]) => `rubric:
  range: [0, 100]
  bands:
${bands.map((band) => `    - ${band}`).join('\n')}`;

export const bandsIntroduced = defineChange<'bands-introduced', RubricDiffContext>({
  id: 'bands-introduced',
  reason: `Scores are what they were, and have names now.`,
  before: 'rubric: { range: [0, 100] }',
  after: rubric(low, high),
  *compare(context) {
    for (const { node, old, new: now, from, to } of bandPairs(context)) {
      if (old.length > 0 || now.length === 0) continue;
      yield {
        subject: { what: 'node', id: node },
        old: from(),
        new: to(),
        args: { node, bands: now.length },
      };
    }
  },
});

export const bandsAbolished = defineChange<'bands-abolished', RubricDiffContext>({
  id: 'bands-abolished',
  reason: `Bands that were told, and may stand in agreements, cannot be told any more. It is told once for all of them.`,
  before: rubric(low, high),
  after: 'rubric: { range: [0, 100] }',
  *compare(context) {
    for (const { node, old, new: now, from, to } of bandPairs(context)) {
      if (old.length === 0 || now.length > 0) continue;
      yield {
        subject: { what: 'node', id: node },
        old: from(),
        new: to(),
        args: { node, bands: old.length },
      };
    }
  },
});

export const bandAdded = defineChange<'band-added', RubricDiffContext>({
  id: 'band-added',
  reason: `Scores that were in the band below it are in another band now.`,
  before: rubric(low, high),
  after: rubric(low, middle, high),
  *compare(context) {
    for (const { node, bands, to } of both(context)) {
      for (const band of bands.added) {
        const args = { node, band: band.id, from: startOf(band) };
        yield { subject: { what: 'node', id: node }, new: to(band, 'id'), args };
      }
    }
  },
});

export const bandRemoved = defineChange<'band-removed', RubricDiffContext>({
  id: 'band-removed',
  reason: `Scores that were in it are in another band now, or in none.`,
  before: rubric(low, middle, high),
  after: rubric(low, high),
  *compare(context) {
    for (const { node, bands, from } of both(context)) {
      for (const band of bands.removed) {
        const args = { node, band: band.id, from: startOf(band) };
        yield { subject: { what: 'node', id: node }, old: from(band, 'id'), args };
      }
    }
  },
});

function both(context: RubricDiffContext): readonly BandPairs[] {
  return bandPairs(context).filter((pair) => pair.old.length > 0 && pair.new.length > 0);
}

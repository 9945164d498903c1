import type { BandDefinition } from '../../../generated/definitions.js';
import { defineChange } from '../../../questionnaire/diff/change.js';
import { type BandPairs, bandPairs, startOf } from '../band-pairs.js';
import type { RubricDiffContext } from '../rubric-context.js';

const rubric = (high: string) => `rubric:
  range: [0, 100]
  bands:
    - { id: low, label: Low, from: 0, value: 1 }
    - ${high}`;
const before = rubric('{ id: high, label: High, from: 60, value: 2 }');

export const bandMoved = defineChange<'band-moved', RubricDiffContext>({
  id: 'band-moved',
  reason: `The same score is in another band, where it lies between the old and the new start.`,
  before,
  after: rubric('{ id: high, label: High, from: 70, value: 2 }'),
  *compare(context) {
    for (const { pair, old, new: now } of kept(context)) {
      const [from, to] = [startOf(old), startOf(now)];
      if (from === to) continue;
      const { node } = pair;
      yield {
        subject: { what: 'node', id: node },
        old: pair.from(old, old.above === undefined ? 'from' : 'above'),
        new: pair.to(now, now.above === undefined ? 'from' : 'above'),
        args: { node, band: now.id, from, to },
      };
    }
  },
});

export const bandRenamed = defineChange<'band-renamed', RubricDiffContext>({
  id: 'band-renamed',
  reason: `Gates and indices read bands by their ids, and so does whoever reads the long table.`,
  before,
  after: rubric('{ id: leading, label: High, from: 60, value: 2 }'),
  *compare(context) {
    for (const pair of bandPairs(context)) {
      for (const { old, new: now } of pair.bands.renamed) {
        const { node } = pair;
        yield {
          subject: { what: 'node', id: node },
          old: pair.from(old, 'id'),
          new: pair.to(now, 'id'),
          args: { node, from: old.id, to: now.id },
        };
      }
    }
  },
});

export const bandRevalued = defineChange<'band-revalued', RubricDiffContext>({
  id: 'band-revalued',
  reason: `\`ratings.<node>\` gives the value, and what is made of it moves.`,
  before,
  after: rubric('{ id: high, label: High, from: 60, value: 3 }'),
  *compare(context) {
    for (const { pair, old, new: now } of kept(context)) {
      if (old.value === now.value) continue;
      const { node } = pair;
      yield {
        subject: { what: 'node', id: node },
        old: pair.from(old, 'value'),
        new: pair.to(now, 'value'),
        args: { node, band: now.id, from: String(old.value ?? 'none'), to: String(now.value ?? 'none') },
      };
    }
  },
});

export const bandRelabelled = defineChange<'band-relabelled', RubricDiffContext>({
  id: 'band-relabelled',
  reason: `The same scores are in it, under another name: reports before and after are compared with care.`,
  before,
  after: rubric('{ id: high, label: Leading, from: 60, value: 2 }'),
  *compare(context) {
    for (const { pair, old, new: now } of kept(context)) {
      if (old.label.trim() === now.label.trim()) continue;
      const { node } = pair;
      yield {
        subject: { what: 'node', id: node },
        old: pair.from(old, 'label'),
        new: pair.to(now, 'label'),
        args: { node, band: now.id, from: old.label, to: now.label },
      };
    }
  },
});

interface Kept {
  readonly pair: BandPairs;
  readonly old: BandDefinition;
  readonly new: BandDefinition;
}

function kept(context: RubricDiffContext): readonly Kept[] {
  return bandPairs(context).flatMap((pair) => pair.bands.pairs.map((bands) => ({ pair, ...bands })));
}

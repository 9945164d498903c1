import type { BandDefinition } from '../../generated/definitions.js';
import { type Aligned, align, type Pair } from '../../questionnaire/diff/align.js';
import type { Origin } from '../../questionnaire/questionnaire.js';
import { entryPairs, indexPairs, inRubric, type RubricDiffContext, wholePair } from './rubric-context.js';

/** The bands of one node in both versions, or those that hold for all nodes. */
export interface BandPairs extends Pair<readonly BandDefinition[]> {
  readonly node: string;
  readonly bands: Aligned<BandDefinition>;
  /** Where the list stands, or would stand; with a band, where a key of it does. */
  readonly from: (band?: BandDefinition, key?: string) => Origin;
  readonly to: (band?: BandDefinition, key?: string) => Origin;
}

const known = new WeakMap<RubricDiffContext, readonly BandPairs[]>();

/** All bands whose list is written down in one of the versions. */
export function bandPairs(context: RubricDiffContext): readonly BandPairs[] {
  const found = known.get(context) ?? collect(context);
  known.set(context, found);
  return found;
}

function collect(context: RubricDiffContext): readonly BandPairs[] {
  const whole = wholePair(context);
  const pairs = [whole, ...entryPairs(context)].flatMap(({ node, old, new: now }): readonly BandPairs[] => {
    if (node !== '' && old.entry.bands === undefined && now.entry.bands === undefined) return [];
    // Without bands of its own a node has those of the rubric; a staged one its stages.
    const before = old.entry.bands ?? (old.entry.method === 'staged' ? [] : (whole.old.entry.bands ?? []));
    const after = now.entry.bands ?? (now.entry.method === 'staged' ? [] : (whole.new.entry.bands ?? []));
    return [
      bandPair(
        node,
        before,
        after,
        (...path) => old.at('bands', ...path),
        (...path) => now.at('bands', ...path),
      ),
    ];
  });
  const indices = indexPairs(context).pairs.map(({ old, new: now }) => {
    const at =
      (version: typeof context.old, index: typeof old) =>
      (...path: readonly (string | number)[]) =>
        inRubric(version, 'indices', (version.rubric.body.indices ?? []).indexOf(index), 'bands', ...path);
    return bandPair(now.id, old.bands ?? [], now.bands ?? [], at(context.old, old), at(context.new, now));
  });
  return [...pairs, ...indices];
}

type At = (...path: readonly (string | number)[]) => Origin;

function bandPair(
  node: string,
  old: readonly BandDefinition[],
  now: readonly BandDefinition[],
  from: At,
  to: At,
): BandPairs {
  const within = (bands: readonly BandDefinition[], at: At) => (band?: BandDefinition, key?: string) => {
    const index = band === undefined ? -1 : bands.indexOf(band);
    return index === -1 ? at() : at(index, ...(key === undefined ? [] : [key]));
  };
  return {
    node,
    old,
    new: now,
    bands: align(old, now, startOf),
    from: within(old, from),
    to: within(now, to),
  };
}

/** `from 40`, `above 40`. */
export function startOf({ from, above }: BandDefinition): string {
  return above === undefined ? `from ${from}` : `above ${above}`;
}

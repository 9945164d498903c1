import type { IndexDefinition, NodeEntryDefinition } from '../../generated/definitions.js';
import { within } from '../../questionnaire/checks/asked.js';
import { type Aligned, align } from '../../questionnaire/diff/align.js';
import type { DiffContext, Sides } from '../../questionnaire/diff/change.js';
import type { Locator } from '../../questionnaire/load.js';
import type { Origin, RubricBody, RubricSource } from '../../questionnaire/questionnaire.js';

/** One version of a rubric. */
export interface RubricVersion {
  readonly rubric: RubricSource;
  readonly locator: Locator;
}

/** Two versions of one rubric side by side, with those of the questionnaire where it is known. */
export interface RubricDiffContext extends Sides {
  readonly old: RubricVersion;
  readonly new: RubricVersion;
  readonly questionnaires?: DiffContext;
  /** From an old id of a question, dimension, theme or profile field to its new one. */
  readonly renames: ReadonlyMap<string, string>;
}

/** What an entry of a node says for itself. */
type Entry = NodeEntryDefinition;

/** A node's entry in both versions; a node that only one version has an entry for has an empty one in the other. */
export interface EntryPair {
  /** Empty for what holds for all nodes. */
  readonly node: string;
  readonly old: EntrySide;
  readonly new: EntrySide;
}

export interface EntrySide {
  readonly entry: Entry;
  /** Where a key of it stands, or would stand. */
  readonly at: (...path: readonly (string | number)[]) => Origin;
}

/** A part of a rubric, by its path in it. */
export function inRubric({ rubric }: RubricVersion, ...path: readonly (string | number)[]): Origin {
  return within(rubric.origin, ...path);
}

/** The entries of single nodes: of dimensions, of all themes, of `overall`. */
export function entryPairs({ old, new: now, renames }: RubricDiffContext): readonly EntryPair[] {
  const [before, after] = [old.rubric.body, now.rubric.body];
  const older = new Map(Object.keys(before.dimensions ?? {}).map((id) => [renames.get(id) ?? id, id]));
  const ids = new Set([...older.keys(), ...Object.keys(after.dimensions ?? {})]);
  const dimensions = [...ids].map((id): EntryPair => {
    const oldId = older.get(id) ?? id;
    return {
      node: id,
      old: side(old, before.dimensions?.[oldId], 'dimensions', oldId),
      new: side(now, after.dimensions?.[id], 'dimensions', id),
    };
  });
  return [
    ...dimensions,
    { node: 'themes', old: side(old, before.themes, 'themes'), new: side(now, after.themes, 'themes') },
    ...(before.overall === 'none' || after.overall === 'none'
      ? []
      : [
          {
            node: 'overall',
            old: side(old, overallOf(before), 'overall'),
            new: side(now, overallOf(after), 'overall'),
          },
        ]),
  ];
}

/** What the rubric says for all nodes, as an entry. */
export function wholePair({ old, new: now }: RubricDiffContext): EntryPair {
  return { node: '', old: side(old, common(old.rubric.body)), new: side(now, common(now.rubric.body)) };
}

function common({ method, over, missing, coverage, bands }: RubricBody): Entry {
  return {
    ...(method === undefined ? {} : { method }),
    ...(over === undefined ? {} : { over }),
    ...(missing === undefined ? {} : { missing }),
    ...(coverage === undefined ? {} : { coverage }),
    ...(bands === undefined ? {} : { bands }),
  };
}

function overallOf({ overall }: RubricBody): Entry | undefined {
  return typeof overall === 'string' ? undefined : overall;
}

function side(version: RubricVersion, entry: Entry = {}, ...base: readonly string[]): EntrySide {
  return { entry, at: (...path) => inRubric(version, ...base, ...path) };
}

/** A value in both versions, as it is in force. */
export interface Effective<T> {
  readonly node: string;
  readonly old: T;
  readonly new: T;
  readonly from: Origin;
  readonly to: Origin;
}

/**
 * A key of the rubric and of all entries where what is in force differs: with its default, and for a node with what the
 * rubric says for all. A node that says nothing for itself in either version only follows, and is not told.
 */
export function effective<W, T>(
  context: RubricDiffContext,
  key: keyof Entry,
  written: (entry: Entry) => W | undefined,
  inForce: (own: W | undefined, common: W | undefined, entry: Entry) => T,
): readonly Effective<T>[] {
  const whole = wholePair(context);
  const [one, other] = [written(whole.old.entry), written(whole.new.entry)];
  return [whole, ...entryPairs(context)].flatMap(({ node, old, new: now }): readonly Effective<T>[] => {
    const [before, after] = [written(old.entry), written(now.entry)];
    if (node !== '' && before === undefined && after === undefined) return [];
    const [from, to] = [inForce(before, one, old.entry), inForce(after, other, now.entry)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ node, old: from, new: to, from: old.at(key), to: now.at(key) }];
  });
}

/** The indices of both versions. */
export function indexPairs({ old, new: now }: RubricDiffContext): Aligned<IndexDefinition> {
  return align(old.rubric.body.indices ?? [], now.rubric.body.indices ?? []);
}

/** Where an index stands. */
export function atIndex(version: RubricVersion, index: IndexDefinition, key: string): Origin {
  return inRubric(version, 'indices', (version.rubric.body.indices ?? []).indexOf(index), key);
}

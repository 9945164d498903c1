import type { RuleId } from '../../finding/catalogue.js';
import type { Finding, FindingOf } from '../../finding/finding.js';
import { parseYaml } from '../definition/yaml-source.js';
import { applyEdits } from './apply-edits.js';
import type { Edit, Fix, Written } from './fix.js';
import { onlyChanged } from './only-changed.js';
import { fixes } from './registry.js';

/** A finding with the edits of its file that mend it. */
export interface Mending {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * What can be mended at once of the findings in one file, `own`, among all of a run. The edits do not overlap, and with
 * them the file says nothing else than before but for what was wrong: each is tried on the text, and what comes of it
 * is read again.
 */
export function fixesIn(text: string, own: readonly Finding[], all: readonly Finding[]): readonly Mending[] {
  const mendable = own.filter(({ rule }) => fixes[rule] !== undefined);
  if (mendable.length === 0) return [];
  const { source } = parseYaml('', text);
  const written: Written = { text, findings: all, ...(source === undefined ? {} : { source }) };
  const candidates = apart(
    mendable.flatMap((finding): readonly Candidate[] => {
      const fix = fixOf(finding, written);
      return fix === undefined ? [] : [{ finding, fix }];
    }),
  );
  return sound(candidates, written).map(({ finding, fix }) => ({ finding, edits: fix.edits }));
}

function fixOf<R extends RuleId>(finding: FindingOf<R>, written: Written): Fix | undefined {
  return fixes[finding.rule]?.make(finding, written);
}

/** Those that do not reach into another. What aliases repeat is mended once for all. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const ordered = candidates
    .map((candidate) => ({ candidate, ...spanOf(candidate.fix), key: JSON.stringify(candidate.fix.edits) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let last = { start: -1, end: 0, key: '' };
  return ordered.flatMap(({ candidate, ...own }) => {
    if (own.key !== last.key && (own.start < last.end || own.start === last.start)) return [];
    last = own;
    return [candidate];
  });
}

function spanOf({ edits }: Fix): { readonly start: number; readonly end: number } {
  return {
    start: Math.min(...edits.map(({ start }) => start)),
    end: Math.max(...edits.map(({ end }) => end)),
  };
}

/** Those that leave the rest as it was: all together, or the good ones of each half. */
function sound(candidates: readonly Candidate[], written: Written): readonly Candidate[] {
  if (candidates.length === 0 || isSound(candidates, written)) return candidates;
  if (candidates.length === 1) return [];
  const half = Math.ceil(candidates.length / 2);
  return [...sound(candidates.slice(0, half), written), ...sound(candidates.slice(half), written)];
}

function isSound(candidates: readonly Candidate[], { text, source }: Written): boolean {
  // A file that could not be read says nothing that could be lost; its fix has read it itself.
  if (source === undefined) return true;
  const after = parseYaml('', applyEdits(text, editsOf(candidates.map(({ fix }) => fix)))).source;
  return (
    after !== undefined &&
    onlyChanged(
      source.data,
      after.data,
      candidates.flatMap(({ fix }) => fix.changes),
    )
  );
}

/** The edits of several fixes, each once. */
export function editsOf(some: readonly { readonly edits: readonly Edit[] }[]): readonly Edit[] {
  const known = new Map<string, Edit>();
  for (const { edits } of some) for (const edit of edits) known.set(JSON.stringify(edit), edit);
  return [...known.values()];
}

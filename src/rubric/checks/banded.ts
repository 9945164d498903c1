import type { Path } from '../../finding/finding.js';
import type { RubricSource } from '../../questionnaire/questionnaire.js';
import type { Band, Plan } from '../plan.js';
import type { Range } from '../range.js';

/** Bands as they are written once, and the scores that they are to tell apart. */
export interface Banded {
  /** A node or an index; `themes` where all themes share them. */
  readonly node: string;
  readonly bands: readonly Band[];
  readonly range: Range;
  /** Where the bands stand in the rubric. */
  readonly path: Path;
}

/**
 * Every list of bands of a rubric, once. Those of the whole rubric are judged by the overall score, where they matter most, or by
 * the first node where there is none; those of the themes by all themes together.
 */
export function bandedIn({ nodes, indices }: Plan, { body }: RubricSource): readonly Banded[] {
  const found: Banded[] = [];
  const add = (node: string, bands: readonly Band[], range: Range | undefined, path: Path) => {
    if (range !== undefined && bands.length > 0) found.push({ node, bands, range, path });
  };
  const scored = nodes.filter(({ kind }) => kind === 'overall' || kind === 'dimension');
  const shared = scored.filter(({ method }) => method.kind !== 'staged');
  const judge = shared.find(({ kind }) => kind === 'overall') ?? shared[0];
  for (const node of scored) {
    const overall = node.kind === 'overall';
    const entry = overall ? body.overall : body.dimensions?.[node.id];
    const own = typeof entry === 'object' && entry.bands !== undefined;
    const path = !own ? [] : overall ? ['overall'] : ['dimensions', node.id];
    if (own || node === judge) add(node.id, node.bands, node.range, [...path, 'bands']);
  }
  const themes = nodes.filter(({ kind }) => kind === 'theme');
  if (typeof body.themes === 'object' && body.themes.bands !== undefined) {
    const range = hull(themes.map((theme) => theme.range));
    add('themes', themes[0]?.bands ?? [], range, ['themes', 'bands']);
  }
  for (const { id, bands, range } of indices) {
    const i = (body.indices ?? []).findIndex((index) => index.id === id);
    add(id, bands, range, ['indices', i, 'bands']);
  }
  return found;
}

/** From the least to the most of some ranges, where all are known. */
function hull(ranges: readonly (Range | undefined)[]): Range | undefined {
  const known = ranges.filter((range) => range !== undefined);
  if (known.length === 0 || known.length < ranges.length) return undefined;
  return {
    min: Math.min(...known.map(({ min }) => min)),
    max: Math.max(...known.map(({ max }) => max)),
  };
}

import type { SinceThen } from '../../../compare/suppression/earlier/since-then.js';
import { rowName } from '../../../compare/suppression/reader/table-cells.js';
import type { Suppression } from '../../../compare/suppression/suppress.js';

/** Whose figures are withheld since those of then and of now would tell of few, who came, left or answered otherwise since or between waves. */
export function closedLines(
  { further }: Pick<Suppression, 'further'>,
  { isClosed }: SinceThen,
): readonly string[] {
  const closed = further.flatMap((place) => {
    const [kind, whose] = place.kind === 'figure' ? [place.measure, place.unit] : [place.what, place.whose];
    const name = whose.wave === '' ? rowName(whose) : `${rowName(whose)} (${whose.wave})`;
    return isClosed({ kind, whose }) ? [name] : [];
  });
  if (closed.length === 0) return [];
  const names = [...new Set(closed)].join(', ');
  return [`Beside what was given out nothing new is told of these, since both would tell of few: ${names}.`];
}

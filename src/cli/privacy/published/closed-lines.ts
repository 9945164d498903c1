import type { SinceThen } from '../../../compare/suppression/earlier/since-then.js';
import { rowName } from '../../../compare/suppression/reader/table-cells.js';
import type { Suppression } from '../../../compare/suppression/suppress.js';

/** Whose figures are withheld since what was told around them is not as it was. */
export function closedLines(
  { further }: Pick<Suppression, 'further'>,
  { isClosed }: SinceThen,
): readonly string[] {
  const closed = further.flatMap((place) => {
    const [kind, whose] = place.kind === 'figure' ? [place.measure, place.unit] : [place.what, place.whose];
    return isClosed({ kind, whose }) ? [rowName(whose)] : [];
  });
  return closed.length === 0
    ? []
    : [
        `Nothing new is told of what is not as it was, since both tables together would tell who makes the difference: ${[...new Set(closed)].join(', ')}.`,
      ];
}

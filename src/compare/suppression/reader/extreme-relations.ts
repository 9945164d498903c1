import type { RollupLevel } from '../../../rubric/plan.js';
import { type Relation, relation } from '../knowledge.js';
import type { CountedCell } from './table-cells.js';

/**
 * A figure that is the least or the most of its parts: none of them lies beyond it, and one of them is it. A reader is
 * taken to know which, and of several the smallest. Nothing of any other method.
 */
export function extremeRelations(
  method: RollupLevel['method'],
  whole: number,
  parts: readonly number[],
  cells: readonly CountedCell[],
): readonly Relation[] | undefined {
  if (!('combine' in method) || (method.name !== 'min' && method.name !== 'max')) return undefined;
  const sign = method.name === 'max' ? 1 : -1;
  const figureOf = (cell: number) => cells[cell]?.value ?? Number.NaN;
  const value = figureOf(whole);
  const peopleIn = (cell: number) => cells[cell]?.people ?? 0;
  const [picked] = [...parts].sort(
    (a, b) =>
      Math.abs(figureOf(a) - value) - Math.abs(figureOf(b) - value) || peopleIn(a) - peopleIn(b) || a - b,
  );
  return [
    ...parts.map(
      (part): Relation => ({
        terms: [
          { cell: whole, factor: sign },
          { cell: part, factor: -sign },
        ],
        low: Math.min(0, sign * (value - figureOf(part))),
        high: Number.POSITIVE_INFINITY,
      }),
    ),
    ...(picked === undefined
      ? []
      : [
          relation(
            [
              { cell: whole, factor: 1 },
              { cell: picked, factor: -1 },
            ],
            0,
            cells,
          ),
        ]),
  ];
}

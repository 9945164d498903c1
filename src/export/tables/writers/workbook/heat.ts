import { columnLetter } from '../../../../finding/words.js';
import { type Shade, shade } from '../../shade.js';
import type { HeatScale, TableCell } from '../../table.js';

/** Cells of one figure that adjoin, from 0. */
export interface HeatRange {
  readonly scale: HeatScale;
  readonly rows: { readonly from: number; readonly to: number };
  readonly columns: { readonly from: number; readonly to: number };
}

/** Where cells are coloured, and by what: columns that adjoin and are coloured alike are one. */
export function heatRanges(rows: readonly (readonly TableCell[])[], columns: number): readonly HeatRange[] {
  const found: HeatRange[] = [];
  for (let column = 0; column < columns; column += 1) {
    for (const range of rangesOf(rows, column)) {
      const beside = found.findIndex(
        (other) =>
          other.columns.to === column - 1 &&
          other.rows.from === range.rows.from &&
          other.rows.to === range.rows.to &&
          isAlike(other.scale, range.scale),
      );
      const other = found[beside];
      if (other === undefined) found.push(range);
      else found[beside] = { ...other, columns: { ...other.columns, to: column } };
    }
  }
  return found;
}

function rangesOf(rows: readonly (readonly TableCell[])[], column: number): readonly HeatRange[] {
  const ranges: HeatRange[] = [];
  for (const [row, cells] of rows.entries()) {
    const cell = cells[column];
    const scale = cell?.kind === 'number' ? cell.scale : undefined;
    const last = ranges.at(-1);
    if (scale === undefined) continue;
    // A cell without a score in between is coloured by nothing, whatever the rule.
    if (last !== undefined && isAlike(last.scale, scale)) {
      ranges[ranges.length - 1] = { ...last, rows: { ...last.rows, to: row } };
    } else ranges.push({ scale, rows: { from: row, to: row }, columns: { from: column, to: column } });
  }
  return ranges;
}

function isAlike(a: HeatScale, b: HeatScale): boolean {
  return a === b || JSON.stringify(stepsOf(a)) === JSON.stringify(stepsOf(b));
}

/** A step of a scale: from where on it has a shade. */
interface Step {
  readonly from: number;
  readonly exclusive: boolean;
  readonly shade: Shade;
}

/** The bands, or without any the fifths of the range; nothing where there is neither. */
function stepsOf({ bands, range }: HeatScale): readonly Step[] {
  if (bands.length > 0) {
    return bands.map(({ from, exclusive }, step) => ({
      from,
      exclusive,
      shade: shade({ step, steps: bands.length }),
    }));
  }
  if (range === undefined || range.max <= range.min) return [];
  return [0, 1, 2, 3, 4].map((step) => ({
    from: range.min + ((range.max - range.min) * step) / 5,
    exclusive: false,
    shade: shade({ step, steps: 5 }),
  }));
}

/** The formula of such a figure: true as long as nobody writes another one into its cell. */
export function exceptionFormula({ column, value }: HeatException, row: number): string {
  const cell = `${columnLetter(column + 1)}${row}`;
  return `AND(ISNUMBER(${cell}),${cell}=${value})`;
}

/** The formulas of a range's conditional formats, each true of the figures of one shade; `row` is that of its first cell, from 1. */
export function heatFormulas(
  { scale, columns }: HeatRange,
  row: number,
): readonly { readonly formula: string; readonly shade: Shade }[] {
  const cell = `${columnLetter(columns.from + 1)}${row}`;
  const steps = stepsOf(scale);
  return steps.map(({ from, exclusive, shade }, at) => {
    const next = steps[at + 1];
    const parts = [
      `ISNUMBER(${cell})`,
      ...(at === 0 && scale.bands.length === 0 ? [] : [`${cell}${exclusive ? '>' : '>='}${from}`]),
      ...(next === undefined ? [] : [`${cell}${next.exclusive ? '<=' : '<'}${next.from}`]),
    ];
    return { formula: `AND(${parts.join(',')})`, shade };
  });
}

/** A figure that rounding lifts into another band than it is in: it is coloured by its own. */
export interface HeatException {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** None where it is in no band. */
  readonly shade: Shade | undefined;
  readonly value: number;
}

export function heatExceptions(rows: readonly (readonly TableCell[])[]): readonly HeatException[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): readonly HeatException[] => {
      if (cell.kind !== 'number' || cell.scale === undefined || cell.scale.bands.length === 0) return [];
      const { value, band, scale } = cell;
      const shown = scale.bands.findLastIndex(({ from, exclusive }) =>
        exclusive ? value > from : value >= from,
      );
      if (shown === (band?.step ?? -1)) return [];
      return [{ row, column, value, shade: band === undefined ? undefined : shade(band) }];
    }),
  );
}

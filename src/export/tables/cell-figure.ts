import { decimal, fixed } from '../text/decimal.js';
import type { Column, TableCell } from './table.js';

/** A figure as people read it: with as many decimals as all of its column, and one that stands for its band as it is. */
export function cellFigure(
  { value, digits, isClass }: Extract<TableCell, { kind: 'number' }>,
  column: Pick<Column, 'digits'>,
): string {
  return isClass === true ? decimal(value) : fixed(value, digits ?? column.digits);
}

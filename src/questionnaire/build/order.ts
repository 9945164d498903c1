/** The one member that is out of order, and what it stands before or after. */
export interface Misplaced {
  readonly at: number;
  readonly value: number;
  readonly beside: number;
  readonly side: 'before' | 'after';
}

/** The first fault in a list of numbers that ought to go up: of two neighbours, the one without which the rest would be right. */
export function misplaced(values: readonly number[]): Misplaced | undefined {
  const at = values.findIndex((value, i) => i > 0 && value <= (values[i - 1] ?? value));
  const [value, before] = [values[at], values[at - 1]];
  if (value === undefined || before === undefined) return undefined;
  return goesUp(values.toSpliced(at, 1)) || !goesUp(values.toSpliced(at - 1, 1))
    ? { at, value, beside: before, side: 'after' }
    : { at: at - 1, value: before, beside: value, side: 'before' };
}

function goesUp(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
}

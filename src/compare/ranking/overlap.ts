import { type Interval, overlap } from './interval.js';

/**
 * Marks units that are not distinguishable: two share a letter exactly where their intervals overlap. A unit with several
 * letters says the first and the last, `a–c`; one that overlaps with none has none. Letters go from the highest down.
 */
export function overlapMarks(intervals: readonly Interval[]): readonly (string | undefined)[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [nth, members] of overlapping(intervals).entries()) {
    for (const at of members) {
      if (!first.has(at)) first.set(at, nth);
      last.set(at, nth);
    }
  }
  return intervals.map((_, at) => {
    const [from, to] = [first.get(at), last.get(at)];
    if (from === undefined || to === undefined) return undefined;
    return from === to ? letters(from) : `${letters(from)}–${letters(to)}`;
  });
}

/** The greatest sets of two and more that all overlap with each other, from the highest down. */
function overlapping(intervals: readonly Interval[]): readonly (readonly number[])[] {
  const ends = intervals.flatMap(({ low, high }, at) => [
    { at, figure: high, opens: true },
    { at, figure: low, opens: false },
  ]);
  ends.sort((a, b) =>
    a.figure === b.figure ? Number(b.opens) - Number(a.opens) : b.figure > a.figure ? 1 : -1,
  );
  const open = new Set<number>();
  const found: (readonly number[])[] = [];
  let grown = false;
  for (const { at, opens } of ends) {
    if (opens) {
      open.add(at);
      grown = true;
      continue;
    }
    if (grown && open.size > 1) found.push([...open]);
    grown = false;
    open.delete(at);
  }
  return found;
}

/** `a` to `z`, then `aa`. */
function letters(nth: number): string {
  const letter = String.fromCharCode(97 + (nth % 26));
  return nth < 26 ? letter : `${letters(Math.floor(nth / 26) - 1)}${letter}`;
}

/**
 * For each unit the number of its cluster, from 0 for the highest: units whose intervals overlap, or are joined by others
 * that overlap with both, are in one.
 */
export function clusters(intervals: readonly Interval[]): readonly number[] {
  const order = intervals.map((interval, at) => ({ at, interval }));
  order.sort((a, b) => b.interval.high - a.interval.high || 0);
  const found = new Array<number>(intervals.length).fill(0);
  let cluster = -1;
  let reach: Interval | undefined;
  for (const { at, interval } of order) {
    if (reach !== undefined && overlap(reach, interval)) {
      reach = { low: Math.min(reach.low, interval.low), high: reach.high };
    } else {
      cluster += 1;
      reach = interval;
    }
    found[at] = cluster;
  }
  return found;
}

/** Ways in which unknown figures can be, each a figure a column: what is between two of them can be too. */
export interface Points {
  readonly all: readonly Float64Array[];
  /** The least and the most that each column is in any of them. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function pointsOf(all: readonly Float64Array[]): Points {
  const columns = all[0]?.length ?? 0;
  const low = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  for (const point of all) {
    for (let i = 0; i < columns; i++) {
      const value = point[i] ?? Number.NaN;
      if (value < (low[i] ?? 0)) low[i] = value;
      if (value > (high[i] ?? 0)) high[i] = value;
    }
  }
  return { all, low, high };
}

/** With one more, if it goes beyond them anywhere. */
export function withPoint(points: Points, point: Float64Array): Points {
  const { low, high, all } = points;
  const isBeyond = point.some((value, i) => value < (low[i] ?? 0) || value > (high[i] ?? 0));
  if (!isBeyond) return points;
  return {
    all: [...all, point],
    low: low.map((value, i) => Math.min(value, point[i] ?? value)),
    high: high.map((value, i) => Math.max(value, point[i] ?? value)),
  };
}

/** As few of them as it takes, or nearly so, for each column to go as far between two of them as it does, or beyond a width. */
export function fewPoints(points: Points, widths: Float64Array): Points {
  const { all, low, high } = points;
  const kept = new Set<Float64Array>();
  for (let i = 0; i < low.length; i++) {
    const width = widths[i] ?? 0;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const point of kept) {
      const value = point[i] ?? Number.NaN;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (most - least > width || (high[i] ?? 0) - (low[i] ?? 0) === Math.max(0, most - least)) continue;
    for (const bound of [low[i], high[i]]) {
      const found = all.find((point) => point[i] === bound);
      if (found !== undefined) kept.add(found);
    }
  }
  return pointsOf([...all.slice(0, 1), ...kept]);
}

/**
 * Where one column is known to be what it is: of each point, what lies there between it and the point that is furthest on the
 * other side. No more of them are kept than are the least or the most somewhere.
 */
export function pinnedAt({ all }: Points, column: number, value: number): Points {
  const at = (point: Float64Array | undefined) => point?.[column] ?? Number.NaN;
  const [first] = all;
  let lowest = first;
  let highest = first;
  for (const point of all) {
    if (at(point) < at(lowest)) lowest = point;
    if (at(point) > at(highest)) highest = point;
  }
  const moved = all.flatMap((point): readonly Float64Array[] => {
    if (at(point) === value) return [point];
    const other = at(point) < value ? highest : lowest;
    const share = (at(other) - value) / (at(other) - at(point));
    // There may be none on the other side.
    if (!(share >= 0 && share <= 1)) return [];
    return [point.map((figure, i) => share * figure + (1 - share) * (other?.[i] ?? figure))];
  });
  return outermost(moved);
}

function outermost(all: readonly Float64Array[]): Points {
  const points = pointsOf(all);
  const kept = new Set<Float64Array>();
  for (let i = 0; i < points.low.length; i++) {
    for (const bound of [points.low[i], points.high[i]]) {
      const found = all.find((point) => point[i] === bound);
      if (found !== undefined) kept.add(found);
    }
  }
  return { ...points, all: [...kept] };
}

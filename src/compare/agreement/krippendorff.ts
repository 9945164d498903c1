/** How far apart two values are, squared, by the kind of scale that they stand on. */
export type Metric = 'nominal' | 'ordinal' | 'interval';

/** What was rated, and by how many with each value: as many counts as there are values. */
export type RatedUnit = ArrayLike<number>;

/**
 * Krippendorff's alpha: 1 − observed ÷ expected disagreement, over units of which each was rated by some; blanks are left
 * out, and so are units with fewer than two ratings. 1 is perfect agreement, 0 what chance would give. Undefined where there
 * is nothing to compare, or where all ratings are the same, so that no disagreement was possible (K. Krippendorff,
 * "Computing Krippendorff's alpha-reliability", 2011, section D: coincidences o(c,k), metric differences δ²).
 *
 * @param values what can be chosen, in its order; a value that nobody chose makes no difference
 */
export function krippendorffAlpha(
  units: readonly RatedUnit[],
  values: readonly number[],
  metric: Metric,
): number | undefined {
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const counts of units) {
    let ratings = 0;
    for (let c = 0; c < size; c += 1) ratings += counts[c] ?? 0;
    if (ratings < 2) continue;
    const share = 1 / (ratings - 1);
    for (let c = 0; c < size; c += 1) {
      const chosen = counts[c] ?? 0;
      if (chosen === 0) continue;
      for (let k = 0; k < size; k += 1) {
        const pairs = chosen * ((counts[k] ?? 0) - (c === k ? 1 : 0));
        count(coincidences, c * size + k, pairs * share);
      }
    }
  }
  const totals = values.map((_, c) => sum(coincidences, c * size, (c + 1) * size));
  if (totals.filter((total) => total > 0).length < 2) return undefined;
  const n = sum(totals);
  const apart = differences(values, totals, metric);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = c + 1; k < size; k += 1) {
      const difference = apart(c, k);
      observed += (coincidences[c * size + k] ?? 0) * difference;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * difference;
    }
  }
  return 1 - ((n - 1) * observed) / expected;
}

/** δ² between the c-th and the k-th value, c before k. */
function differences(
  values: readonly number[],
  totals: readonly number[],
  metric: Metric,
): (c: number, k: number) => number {
  switch (metric) {
    case 'nominal':
      return () => 1;
    case 'interval':
      return (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2;
    case 'ordinal':
      return (c, k) => (sum(totals, c, k + 1) - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
  }
}

function count(counts: Float64Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}

function sum(numbers: ArrayLike<number>, from = 0, to = numbers.length): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += numbers[at] ?? 0;
  return total;
}

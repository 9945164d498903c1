/**
 * A quantile of numbers in ascending order, by linear interpolation between the order statistics: type 7 of Hyndman and Fan
 * (1996), as R's `quantile` and Excel's QUARTILE.INC. `share` from 0 to 1; NaN of no numbers.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}

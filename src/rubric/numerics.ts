import { roundHalfUp as decimalHalfUp } from '../expression/round.js';

/** The value at 15 significant digits: what a person who types the figures into a spreadsheet would get. */
export function at15Digits(x: number): number {
  return Number(x.toPrecision(15));
}

/** A score as messages show it. */
export function at6Digits(x: number): number {
  return Number(x.toPrecision(6));
}

/** Whether `x`, at 15 significant digits, reaches `threshold`. */
export function reaches(x: number, threshold: number): boolean {
  const gap = x - threshold;
  if (gap === 0) return true;
  // Only close to the threshold can the digits beyond the fifteenth matter.
  if (Math.abs(gap) > 1e-12 * Math.max(Math.abs(x), Math.abs(threshold), 1e-300)) return gap > 0;
  return at15Digits(x) >= threshold;
}

/** Whether `x`, at 15 significant digits, lies above `threshold`. */
export function exceeds(x: number, threshold: number): boolean {
  const gap = x - threshold;
  if (gap === 0) return false;
  if (Math.abs(gap) > 1e-12 * Math.max(Math.abs(x), Math.abs(threshold), 1e-300)) return gap > 0;
  return at15Digits(x) > threshold;
}

/**
 * Σws/Σw of the first `n`, in two passes: m = Σws/Σw, then m + Σw(s − m)/Σw, which takes back most of the rounding of the first.
 * NaN where the weights add up to nothing.
 */
export function weightedMean(scores: ArrayLike<number>, weights: ArrayLike<number>, n: number): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const w = weights[i] ?? 0;
    sum += w * (scores[i] ?? 0);
    total += w;
  }
  if (total === 0) return Number.NaN;
  const m = sum / total;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (weights[i] ?? 0) * ((scores[i] ?? 0) - m);
  return m + rest / total;
}

export type RoundingMode = 'half_up' | 'half_even';

/** A score rounded to `digits` decimals. */
export function round(x: number, digits: number, mode: RoundingMode): number {
  if (!Number.isFinite(x)) return x;
  return mode === 'half_up' ? roundHalfUp(x, digits) : roundHalfEven(x, digits);
}

/** The powers of ten that scores are rounded by: raising them anew takes longer than the rest of it. */
const powers: readonly number[] = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/** Decimal half away from zero of the value at 15 significant digits, as Excel's ROUND. */
export function roundHalfUp(x: number, digits: number): number {
  const power = powers[digits] ?? 10 ** digits;
  const scaled = x * power;
  if (Math.abs(scaled) < 1e14) {
    const whole = Math.floor(scaled);
    const rest = scaled - whole;
    // Clearly off the half, the double's own error cannot change the outcome.
    if (Math.abs(rest - 0.5) > 1e-15 * Math.abs(scaled) * 16 + 1e-12) {
      return (rest > 0.5 ? whole + 1 : whole) / power + 0;
    }
  }
  return decimalHalfUp(x, digits);
}

/** Of the two decimal neighbours the nearer as a double, ties to the even digit, as `round` in R since 4.0.0. */
function roundHalfEven(x: number, digits: number): number {
  const power = 10 ** digits;
  const scaled = power * x;
  const below = Math.floor(scaled);
  const down = below / power;
  const up = Math.ceil(scaled) / power;
  const toUp = up - x;
  const toDown = x - down;
  const nearer = toDown < toUp || (toDown === toUp && below % 2 === 0) ? down : up;
  return nearer + 0;
}

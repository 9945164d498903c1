import { compare, duration, milepost, times } from './support/timing.mjs';

/** The program that does nothing, against Node that does nothing. */
export function run() {
  const { a, b, ratio } = compare([milepost, '--version'], ['-e', '0'], { runs: 41, warmUps: 3 });
  return [
    {
      what: '--version ÷ node -e 0',
      found: times(ratio),
      goal: '≤ 1.3×',
      from: `${duration(a.time)}, ${duration(b.time)}`,
    },
  ];
}

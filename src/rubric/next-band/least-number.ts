import type { NumberQuestion } from '../../questionnaire/questionnaire.js';

/** Places looked at on each side before halving in on one. */
const places = 20;
const tenths = 10;

/** The number nearest to the one given that does what is asked, or from a blank the lowest, in few digits. */
export function leastNumber(
  question: NumberQuestion,
  current: number | undefined,
  works: (value: number) => boolean,
): { readonly value: number; readonly steps: number } | undefined {
  const permitted = (value: number) => isPermitted(question, value);
  const { score } = question;
  if (score.by === 'steps') {
    const starts = score.steps.map(({ from }, i) => startOf(question, from, score.steps[i + 1]?.from));
    const at = current === undefined ? -1 : score.steps.findLastIndex(({ from }) => current >= from);
    return starts
      .map((value, i) => ({ value, steps: Math.abs(i - at) }))
      .filter(({ value, steps }) => steps > 0 && permitted(value))
      .toSorted((a, b) => a.steps - b.steps)
      .find(({ value }) => works(value));
  }
  const [low, high] = limitsOf(question, current);
  const start = current ?? Math.min(high, Math.max(low, 0));
  const blank = current === undefined ? 1 : 0;
  if (blank === 1 && permitted(start) && works(start)) return { value: start, steps: 1 };
  return [search(question, start, high, works), search(question, start, low, works)]
    .flatMap((value) =>
      value === undefined
        ? []
        : [{ value, steps: blank + (tenths * Math.abs(value - start)) / (high - low) }],
    )
    .toSorted((a, b) => a.steps - b.steps)[0];
}

/** The first number of a step that can be answered. */
function startOf({ min, integer }: NumberQuestion, from: number, next: number | undefined): number {
  const start = Math.max(from, min ?? from);
  const whole = integer ? Math.ceil(start) : start;
  return next !== undefined && whole >= next ? Number.NaN : whole;
}

function isPermitted({ min, max, integer }: NumberQuestion, value: number): boolean {
  return (
    Number.isFinite(value) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (!integer || Number.isInteger(value))
  );
}

/** What a number can be; where the question has no limits, up to a hundred times the number there is. */
function limitsOf({ min, max }: NumberQuestion, current = 0): readonly [number, number] {
  const reach = 100 * Math.max(1, Math.abs(current), Math.abs(min ?? 0), Math.abs(max ?? 0));
  return [min ?? -reach, max ?? reach];
}

/** From one number towards another: the first place that works, then halving back to the least that does. */
function search(
  { integer }: NumberQuestion,
  from: number,
  to: number,
  works: (value: number) => boolean,
): number | undefined {
  let short = from;
  for (let i = 1; i <= places; i++) {
    // Closer together near the start: small changes are what is looked for.
    const place = from + (to - from) * (i / places) ** 2;
    const value = i === places ? to : integer ? Math.round(place) : place;
    if (value === short) continue;
    if (works(value)) {
      const least = halve(short, value, integer, works);
      return integer ? least : tidy(least, from, to, works);
    }
    short = value;
  }
  return undefined;
}

/** Between a number that does not work and one that does, the one nearest to the first that does. */
function halve(from: number, to: number, integer: boolean, works: (value: number) => boolean): number {
  let short = from;
  let far = to;
  for (let i = 0; i < 60; i++) {
    const middle: number = integer ? Math.round((short + far) / 2) : (short + far) / 2;
    if (middle === short || middle === far) break;
    if (works(middle)) far = middle;
    else short = middle;
  }
  return far;
}

/** The same in as few digits as do it, from four on, a little further from the start if need be. */
function tidy(value: number, from: number, to: number, works: (value: number) => boolean): number {
  const up = to > from;
  for (let digits = 4; digits < 17; digits++) {
    const near = Number(value.toPrecision(digits));
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) + 1 - digits);
    const beyond = Number((near + (up ? unit : -unit)).toPrecision(digits));
    for (const each of [near, beyond]) {
      const between = up ? each > from && each <= to : each < from && each >= to;
      if (between && works(each)) return each;
    }
  }
  return value;
}

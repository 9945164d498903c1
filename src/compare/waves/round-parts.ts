/**
 * Parts of a change as they are printed: each a multiple of the last printed digit, and together the printed change to the
 * digit. Each part is cut down to the digit below; what is then missing goes, a digit at a time, to the parts that lost most
 * by that (largest remainders; of equals, the first). A part that is nothing stays nothing.
 *
 * @param total the change as it is printed
 */
export function roundParts(parts: readonly number[], total: number, digits: number): readonly number[] {
  const unit = 10 ** digits;
  const scaled = parts.map((part) => part * unit);
  const moving = scaled.map((part) => Math.abs(part) > noise);
  // Where nothing moves and the printed figures yet differ, one of the parts has to tell of it.
  const takers = scaled.flatMap((_, i) => (moving[i] === true || !moving.includes(true) ? [i] : []));
  const whole = scaled.map((part, i) => (moving[i] === true ? Math.floor(part + noise) : 0));
  const lost = (i: number) => (scaled[i] ?? 0) - (whole[i] ?? 0);
  const order = takers.toSorted((one, other) => lost(other) - lost(one) || one - other);
  let missing = Math.round(total * unit) - whole.reduce((sum, part) => sum + part, 0);
  for (let at = 0; missing > 0; at = (at + 1) % order.length, missing -= 1) give(whole, order[at], 1);
  for (let at = order.length - 1; missing < 0; at = (at || order.length) - 1, missing += 1) {
    give(whole, order[at], -1);
  }
  return whole.map((part) => part / unit + 0);
}

/** In units of the last printed digit: what doubles lose while they are added up. */
const noise = 1e-6;

function give(whole: number[], at = 0, more: number): void {
  whole[at] = (whole[at] ?? 0) + more;
}

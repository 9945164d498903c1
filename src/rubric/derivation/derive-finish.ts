import { bandOf } from '../bands.js';
import type { NameReader } from '../expressions/expression-names.js';
import { round } from '../numerics.js';
import type { Band, Frame, Plan } from '../plan.js';
import type { Scorecard } from '../score.js';
import type { Finish, GateDerivation, ShownBand } from './derivation-tree.js';
import { known } from './derive-question.js';

/** The figures of a card that a derivation ends with, of a response and of a unit alike. */
export interface FinishedCard
  extends Pick<Scorecard, 'status' | 'fired' | 'problems'>,
    Record<'scores' | 'low' | 'high', ArrayLike<number>> {}

/** The gates on a figure, its rounding and its band. `frame` is what gates read, `names` how. */
export function finishOf(
  { id, slot, bands }: { readonly id: string; readonly slot: number; readonly bands: readonly Band[] },
  card: FinishedCard,
  { rounding }: Plan,
  frame: Frame,
  names: NameReader,
): Finish {
  const score = card.scores[slot] ?? Number.NaN;
  const band = bandOf(score, bands);
  return {
    gates: card.fired
      .filter(({ gate }) => gate.on.slot === slot)
      .map(
        ({ gate: { expression, cap, because }, from, to }): GateDerivation => ({
          if: names(expression, frame),
          cap,
          because,
          from: known(from),
          to: known(to),
        }),
      ),
    score: known(score),
    low: known(card.low[slot]),
    high: known(card.high[slot]),
    status: card.status[slot] ?? 'insufficient',
    rounding: Number.isNaN(score)
      ? null
      : { exact: score, rounded: round(score, rounding.digits, rounding.mode), ...rounding },
    band: band === undefined ? null : shownBand(band),
    problems: card.problems.filter((problem) => problem.node === id),
  };
}

/** A band as data, without what only ratings need. */
export function shownBand({ id, label, from, exclusive }: Band): ShownBand {
  return { id, label, from, exclusive };
}

import { type Unit, unitKey } from '../../../compare/comparison.js';
import type { SpreadPoint } from '../charts/spread.js';
import { comparedNow, peersNow } from '../source/peers.js';
import type { ReportSource } from '../source/source.js';
import { shownName } from '../source/unit-words.js';
import { drawn, mainFigures, printed, quantileOf, rounded } from './figures.js';

/** How the scores of units lie, as they are printed. */
export interface FigureSpread {
  readonly figure: ReturnType<typeof mainFigures>[number];
  /** Of all units; on a unit's own page of its peers and itself. */
  readonly points: readonly SpreadPoint[];
  /** Of all units, or of the peers: how many have a score, and how it lies; NaN where none has. */
  readonly scored: number;
  readonly lowest: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly highest: number;
  /** What lies between the median and the score of the unit whose page it is; NaN where there is none. */
  readonly toMedian: number;
}

/** How units lie by each figure: those that are compared, in the order of tables. */
export function figureSpreads(source: ReportSource): readonly FigureSpread[] {
  const { own, plan } = source;
  const { units, set } = peersNow(source);
  const summed = own === undefined ? units : (set?.members ?? []).flatMap((at) => units[at] ?? []);
  const compared = comparedNow(source);
  return mainFigures(plan).map((figure) => {
    const exact = summed
      .map(({ card }) => card.scores[figure.slot] ?? Number.NaN)
      .filter((score) => !Number.isNaN(score));
    const at = (share: number) => rounded(quantileOf(exact, share), plan);
    return {
      figure,
      points: compared.flatMap((unit) => pointOf(unit, figure, source)),
      scored: exact.length,
      lowest: at(0),
      q1: at(0.25),
      median: at(0.5),
      q3: at(0.75),
      highest: at(1),
      toMedian: rounded((own?.unit.card.scores[figure.slot] ?? Number.NaN) - quantileOf(exact, 0.5), plan),
    };
  });
}

function pointOf(
  unit: Unit,
  figure: FigureSpread['figure'],
  source: ReportSource,
): SpreadPoint | readonly [] {
  const { plan, own } = source;
  const value = printed(unit, figure, plan);
  if (Number.isNaN(value)) return [];
  return {
    label: shownName(unit, source),
    value,
    low: drawn(printed(unit, figure, plan, 'low')),
    high: drawn(printed(unit, figure, plan, 'high')),
    isOwn: own !== undefined && unitKey(unit) === unitKey(own.unit),
  };
}

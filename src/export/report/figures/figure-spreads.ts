import { type Unit, unitKey } from '../../../compare/comparison.js';
import { spreadOf } from '../../../compare/peers/spread-of.js';
import type { WhyAbsent } from '../../tables/absence.js';
import type { SpreadPoint } from '../charts/spread.js';
import { amongPeersNow, comparedNow } from '../source/peers.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { shownName } from '../source/unit-words.js';
import { amountFigures, drawn, type mainFigures, printed, rounded } from './figures.js';
import { whyNoScore } from './why-none.js';

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
  /** Why there is no figure, where there is none. */
  readonly whyNone: WhyAbsent;
}

/** How units lie by each figure: those that are compared, in the order of tables. */
export function figureSpreads(source: ReportSource): readonly FigureSpread[] {
  const { own, plan } = source;
  const compared = comparedNow(source);
  const scoresBy = ({ slot }: FigureSpread['figure']) =>
    unitsNow(source).map(({ card }) => card.scores[slot] ?? Number.NaN);
  return amountFigures(plan).map((figure) => {
    const among = amongPeersNow(source, figure);
    const spread = own === undefined ? spreadOf(scoresBy(figure)) : (among ?? spreadOf([]));
    return {
      figure,
      points: compared.flatMap((unit) => pointOf(unit, figure, source)),
      scored: spread.scored,
      lowest: rounded(spread.lowest, plan),
      q1: rounded(spread.lowerQuartile, plan),
      median: rounded(spread.median, plan),
      q3: rounded(spread.upperQuartile, plan),
      highest: rounded(spread.highest, plan),
      toMedian: rounded(among?.toMedian ?? Number.NaN, plan),
      whyNone: whyNoScore(compared, figure),
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

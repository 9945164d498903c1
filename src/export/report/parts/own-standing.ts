import { statusOf } from '../../../compare/comparison.js';
import { rankCell } from '../../comparison/cells.js';
import { coverageCell, coverageDigits, plainCell, scoreCell } from '../../comparison/figure.js';
import type { TableCell } from '../../tables/table.js';
import { isClass, mainFigures, rounded } from '../figures/figures.js';
import { whyNoneBeside, whyNoScore } from '../figures/why-none.js';
import { highAndLow } from '../headings/high-and-low.js';
import { change, count, figureCell, named, reasoned, score, textCell } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { words } from '../model/words.js';
import { amongPeersNow, peersNow, peersWords } from '../source/peers.js';
import type { OwnPage, ReportSource } from '../source/source.js';
import { unitNameWords } from '../source/unit-words.js';
import { tellsOfCards } from '../source/withheld-here.js';
import type { ReportPart } from './part.js';

/** Where a unit stands, against its peers. */
export const ownStanding: ReportPart = {
  topic: 'Where you stand',
  tells: tellsOfCards('scores', 'low', 'high', 'coverage'),
  make: (source) => {
    const { own, plan } = source;
    if (own === undefined) return { why: undefined };
    return {
      heading: highAndLow(own.unit, plan) ?? words`Where ${unitNameWords(own.unit)} stands`,
      blocks: [{ kind: 'table', table: tableOf(source, own) }],
    };
  },
};

function tableOf(source: ReportSource, { unit }: OwnPage): ReportTable {
  const { plan, rank } = source;
  const { digits } = plan.rounding;
  const { units, set } = peersNow(source);
  const peers = (set?.members ?? []).flatMap((at) => units[at] ?? []);
  return {
    id: 'standing',
    caption: words`Scores of ${unitNameWords(unit)}${source.wave === '' ? '' : words`, ${source.wave}`}`,
    columns: [
      named('node', 'Figure'),
      score('score', 'Score', digits),
      score('low', 'Low', digits),
      score('high', 'High', digits),
      { key: 'coverage', title: 'Coverage', kind: 'share', digits: coverageDigits(digits) },
      count('peers', 'Peers'),
      score('peer_q1', 'Lower quartile', digits),
      score('peer_median', 'Peer median', digits),
      score('peer_q3', 'Upper quartile', digits),
      change('to_median', 'To median', digits),
      ...(rank === undefined ? [] : [count('peer_rank', 'Place among peers')]),
    ],
    rows: mainFigures(plan).map((figure): readonly TableCell[] => {
      const { card } = unit;
      const { slot } = figure;
      const gone = (measure: 'low' | 'high' | 'coverage') => card.withheld?.[measure].has(slot) ?? false;
      const among = amongPeersNow(source, figure);
      const status = statusOf(card, slot);
      const noBound = whyNoneBeside(unit, figure);
      // There are no quartiles of classes.
      const amounts = isClass(figure) ? undefined : among;
      const noPeers = among === undefined ? 'not_applicable' : whyNoScore(peers, figure);
      const noAmount = isClass(figure) ? 'not_applicable' : noPeers;
      const noPlace = status === 'scored' ? noPeers : whyNoScore([unit], figure);
      return [
        textCell(figure.title),
        scoreCell(card.scores[slot], status, figure, plan),
        reasoned(plainCell(card.low[slot], plan, gone('low')), noBound),
        reasoned(plainCell(card.high[slot], plan, gone('high')), noBound),
        reasoned(coverageCell(card.coverage[slot], plan, gone('coverage')), noBound),
        reasoned(figureCell(among?.scored), noPeers),
        reasoned(plainCell(amounts?.lowerQuartile, plan), noAmount),
        reasoned(plainCell(amounts?.median, plan), noAmount),
        reasoned(plainCell(amounts?.upperQuartile, plan), noAmount),
        reasoned(
          figureCell(rounded(amounts?.toMedian ?? Number.NaN, plan)),
          isClass(figure) ? noAmount : noPlace,
        ),
        ...(rank === undefined ? [] : [reasoned(rankCell(among?.place), noPlace)]),
      ];
    }),
    notes: [
      peersWords(source),
      words`Low and high: where the figure could lie, whatever was left unanswered. Coverage: how much of it was answered.`,
    ],
  };
}

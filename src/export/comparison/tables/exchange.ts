import { unitName } from '../../../compare/comparison.js';
import { exchangePairs, type Pair, type PairReason, type Standing } from '../../../compare/exchange/pairs.js';
import type { Plan } from '../../../rubric/plan.js';
import type { TableCell } from '../../table.js';
import { text } from '../cells.js';
import { plainCell } from '../figure.js';
import { figure, label, number, shownUnless, titled, words } from './cells.js';
import type { ComparisonTable, TableSettings } from './comparison-table.js';

export const exchange: ComparisonTable = {
  describe: 'who offers a practice, and who wants to rise furthest',
  needs: ['offers'],
  make: (groups, settings) => {
    const digits = groups.at(-1)?.plans[0]?.rounding.digits ?? 2;
    const withWave = settings.waves.length > 1;
    const rows = groups.flatMap(({ gathered: { comparisons, offers, exchanging } }) => {
      const [comparison] = comparisons;
      if (comparison === undefined) return [];
      return exchangePairs(comparison, offers, exchanging).map((pair) => [
        ...(withWave ? [text(waveOf(pair))] : []),
        ...pairCells(pair, comparison.plan, settings),
      ]);
    });
    return {
      title: titled(groups, 'exchange'),
      columns: [
        ...(withWave ? [label('wave', 'Wave')] : []),
        label('node', 'Node'),
        words('title', 'Title'),
        label('learner', 'Who wants to rise'),
        figure('score', 'Score', digits),
        figure('target', 'Target', digits),
        figure('rise', 'Rise', digits),
        words('from', 'Who offers'),
        figure('their_score', 'Their score', digits),
        ...(settings.forRelease ? [] : [words('practice', 'Practice'), words('contact', 'Contact')]),
        words('reason', 'Reason'),
      ],
      rows,
      notes: [
        'Only practices that may be shared. Units of the same kind come first, and then who stands highest.',
      ],
    };
  },
};

function waveOf({ learner, offer }: Pair): string {
  return (learner ?? offer?.from)?.unit.place.wave ?? '';
}

function pairCells(
  { node, learner, offer, reason }: Pair,
  plan: Plan,
  { mayShow, forRelease }: Pick<TableSettings, 'mayShow' | 'forRelease'>,
): readonly TableCell[] {
  const score = plainCell(learner?.score, plan);
  const target = plainCell(learner?.target, plan);
  const rise = score.kind === 'number' && target.kind === 'number' ? target.value - score.value : Number.NaN;
  const practice = offer?.practice;
  const withheldIn = (standing: Standing | undefined, measure: 'scores' | 'target') =>
    standing?.withheld?.[measure].has(node.slot) === true;
  const isFew = offer !== undefined && !mayShow(offer.from.unit.people);
  return [
    text(node.id),
    text(node.title),
    text(learner === undefined ? '' : unitName(learner.unit.place)),
    score,
    target,
    number(rise, plan.rounding.digits),
    text(offer === undefined ? '' : unitName(offer.from.unit.place)),
    plainCell(offer?.from.score, plan, withheldIn(offer?.from, 'scores')),
    ...(forRelease ? [] : shownUnless(isFew, [text(practice?.what ?? ''), text(practice?.contact ?? '')])),
    text(reasonText(reason)),
  ];
}

function reasonText(reason: PairReason): string {
  switch (reason.kind) {
    case 'nobody-offers':
      return 'nobody else offers a practice here';
    case 'nobody-wants':
      return 'offered, and nobody else was pointed to it';
    case 'match': {
      const kind = { true: 'the same kind', false: 'another kind', undefined: 'kind not known' };
      const higher = {
        true: 'stands higher',
        false: 'does not stand higher',
        undefined: 'where it stands is withheld',
      };
      return `${kind[`${reason.sameKind}`]}, ${higher[`${reason.standsHigher}`]}`;
    }
  }
}

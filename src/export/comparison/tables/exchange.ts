import { unitName } from '../../../compare/comparison.js';
import { exchangePairs, type Pair, type PairReason, type Standing } from '../../../compare/exchange/pairs.js';
import {
  type LeftOut,
  type TellableOffers,
  tellableOffers,
} from '../../../compare/exchange/tellable-offers.js';
import { count as counted } from '../../../finding/words.js';
import type { Plan } from '../../../rubric/plan.js';
import type { TableCell } from '../../tables/table.js';
import { text } from '../cells.js';
import { plainCell } from '../figure.js';
import { figure, label, number, titled, words } from './cells.js';
import type { ComparisonTable, TableSettings, WaveGroup } from './comparison-table.js';
import { placedRows } from './placed-table.js';

export const exchange: ComparisonTable = {
  describe: 'who offers a practice, and who wants to rise furthest',
  needs: ['offers'],
  sortedBy: ['node', 'score', 'target', 'rise', 'their_score'],
  onlyUnits: 'pairs those who want to rise with those whom they can ask, and nobody can ask a group',
  make: (groups, settings) => {
    const digits = groups.at(-1)?.plans[0]?.rounding.digits ?? 2;
    const withWave = settings.waves.length > 1;
    const tellable = groups.map((group) => tellableIn(group, settings));
    const rows = groups.flatMap(({ gathered: { comparisons, exchanging } }, at) => {
      const [comparison] = comparisons;
      const { told = [], leftOut = { kind: 'nobody' } } = tellable[at] ?? {};
      if (comparison === undefined) return [];
      return exchangePairs(comparison, told, exchanging).flatMap((pair) => {
        const { learner, offer } = pair;
        const place = (learner ?? offer?.from)?.unit.place;
        if (place === undefined) return [];
        const cells = pairCells(pair, comparison.plan, settings, leftOut);
        return [{ place, cells: [...(withWave ? [text(place.wave)] : []), ...cells] }];
      });
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
      ...placedRows(rows),
      notes: [
        'Only practices that may be shared. Units of the same kind come first, and then who stands highest.',
        ...leftOutNotes(groups, settings),
      ],
    };
  },
};

function tellableIn(
  { gathered: { offers, exchanging, exchangingBefore } }: WaveGroup,
  { mayShow }: Pick<TableSettings, 'mayShow'>,
): TellableOffers {
  return tellableOffers(offers, [...exchanging, ...exchangingBefore], mayShow);
}

function pairCells(
  { node, learner, offer, reason }: Pair,
  plan: Plan,
  { forRelease }: Pick<TableSettings, 'forRelease'>,
  leftOut: LeftOut,
): readonly TableCell[] {
  const score = plainCell(learner?.score, plan);
  const target = plainCell(learner?.target, plan);
  const rise = score.kind === 'number' && target.kind === 'number' ? target.value - score.value : Number.NaN;
  const practice = offer?.practice;
  const withheldIn = (standing: Standing | undefined, measure: 'scores' | 'target') =>
    standing?.withheld?.[measure].has(node.slot) === true;
  return [
    text(node.id),
    text(node.title),
    text(learner === undefined ? '' : unitName(learner.unit.place)),
    score,
    target,
    number(rise, plan.rounding.digits),
    text(offer === undefined ? '' : unitName(offer.from.unit.place)),
    plainCell(offer?.from.score, plan, withheldIn(offer?.from, 'scores')),
    ...(forRelease ? [] : [text(practice?.what ?? ''), text(practice?.contact ?? '')]),
    text(reasonText(reason, leftOut)),
  ];
}

/** What is said of offers that are left out, since few people make them; nothing where no unit is small. */
export function leftOutNotes(
  groups: readonly WaveGroup[],
  { mayShow }: Pick<TableSettings, 'mayShow'>,
): readonly string[] {
  const all = groups.map((group) => tellableIn(group, { mayShow }).leftOut);
  if (all.every(({ kind }) => kind === 'nobody')) return [];
  const offers = all.reduce((sum, each) => sum + (each.kind === 'some' ? each.offers : 0), 0);
  return [
    all.some(({ kind }) => kind === 'not-told')
      ? 'What small units offer is left out; they are too few for it to be told how much that is.'
      : `${counted(offers, 'offer')} of small units ${offers === 1 ? 'is' : 'are'} left out.`,
  ];
}

function reasonText(reason: PairReason, leftOut: LeftOut): string {
  switch (reason.kind) {
    case 'nobody-offers':
      return leftOut.kind === 'nobody'
        ? 'nobody else offers a practice here'
        : 'nobody else is told to offer a practice here';
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

import { unitName } from '../../../compare/comparison.js';
import { leftOutNotes } from '../../comparison/tables/exchange.js';
import { everybodysExchange } from '../exchange/all-units.js';
import { ownExchange } from '../exchange/own-page.js';
import { distinct, type ExchangeTold, exchangeTold } from '../exchange/told.js';
import type { Block } from '../model/report.js';
import { type Words, words } from '../model/words.js';
import type { ReportSource } from '../source/source.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import type { ReportPart } from './part.js';

/** Who could learn from whom. */
export const exchange: ReportPart = {
  topic: 'Who could learn from whom',
  make: (source) => {
    const told = exchangeTold(source);
    const { own } = source;
    const leftOut = leftOutNotes(source.groups, source.settings);
    if (told.offers.length === 0) {
      return {
        why:
          leftOut.length === 0
            ? words`nobody offers a practice that others may learn from`
            : words`nobody is told to offer a practice that others may learn from: what small units offer is left out`,
      };
    }
    return {
      heading: own === undefined ? headingOf(told, source) : ownHeading(told, own.unit, source),
      blocks: [
        ...(own === undefined ? everybodysExchange(told, source) : ownExchange(told, own, source)),
        ...leftOut.map((note): Block => ({ kind: 'paragraph', text: [note] })),
      ],
    };
  },
};

function headingOf({ pairs, offers }: ExchangeTold, source: ReportSource): Words {
  const called = unitWords(source);
  const some = distinct(offers, 'from');
  if (pairs.length === 0)
    return words`${called.count(some)} ${some === 1 ? 'offers' : 'offer'} a practice that nobody else was pointed to`;
  const from = distinct(pairs, 'from');
  return words`${called.count(distinct(pairs, 'learner'))} could learn from ${from} that ${from === 1 ? 'offers' : 'offer'} a practice`;
}

function ownHeading(
  { pairs }: ExchangeTold,
  unit: NonNullable<ReportSource['own']>['unit'],
  source: ReportSource,
): Words {
  const called = unitWords(source);
  const who = unitNameWords(unit);
  const name = unitName(unit);
  const learnt = distinct(
    pairs.filter((record) => record.text('learner') === name),
    'from',
  );
  const taught = distinct(
    pairs.filter((record) => record.text('from') === name),
    'learner',
  );
  if (learnt === 0 && taught === 0) return words`${who} offers a practice that nobody else was pointed to`;
  if (learnt === 0) return words`${called.count(taught)} could learn from ${who}`;
  return words`${who} could learn from ${called.count(learnt)}${taught === 0 ? '' : words`, and ${called.count(taught)} from it`}`;
}

import { unitName } from '../../../compare/comparison.js';
import { leftOutNotes } from '../../comparison/tables/exchange.js';
import type { TableCell } from '../../table.js';
import { change, named, score, text, textCell } from '../columns.js';
import type { ReportPart } from '../part.js';
import { recordsOf, type TableRecord } from '../records.js';
import type { Block, ReportColumn, ReportTable } from '../report.js';
import { type ReportSource, unitsNow } from '../source.js';
import { unitNameWords, unitWords } from '../unit-words.js';
import { type Words, words } from '../words.js';

/** Who wants to rise in a dimension, and is told of, at most. */
const mostLearners = 3;

/** Who could learn from whom. */
export const exchange: ReportPart = {
  topic: 'Who could learn from whom',
  make: (source) => {
    const table = source.table('exchange');
    const names = new Set(unitsNow(source).map(unitName));
    const { own, wave } = source;
    const isNow = (record: TableRecord) => source.settings.waves.length < 2 || record.text('wave') === wave;
    const inIt = recordsOf(table).filter(
      (record) => isNow(record) && (names.has(record.text('learner')) || names.has(record.text('from'))),
    );
    const ownName = own === undefined ? undefined : unitName(own.unit);
    const records =
      ownName === undefined
        ? inIt
        : inIt.filter((record) => [record.text('learner'), record.text('from')].includes(ownName));
    const pairs = distinctRows(records, source).filter(
      (record) => record.text('learner') !== '' && record.text('from') !== '',
    );
    const offers = distinctRows(records, source).filter((record) => record.text('from') !== '');
    const leftOut = leftOutNotes(source.groups, source.settings);
    if (offers.length === 0) {
      return {
        why:
          leftOut.length === 0
            ? words`nobody offers a practice that others may learn from`
            : words`nobody is told to offer a practice that others may learn from: what small units offer is left out`,
      };
    }
    const all = pairs.length > 0 ? pairs : offers;
    const shown = own === undefined && pairs.length > 0 ? foremost(pairs) : all;
    const rest: readonly Block[] =
      shown.length === all.length
        ? []
        : [
            {
              kind: 'paragraph',
              text: words`${all.length - shown.length} more rows are in the table of exchange.`,
            },
          ];
    return {
      heading: headingOf(pairs, offers, source),
      blocks: [{ kind: 'table', table: tableOf(shown, source) }, ...rest, ...leftOut.map(noted)],
    };
  },
};

function noted(note: string): Block {
  return { kind: 'paragraph', text: words`${note}` };
}

/** What two responses of one unit say alike is one practice; where no words of it are told, all that a unit offers in a dimension is one. */
function distinctRows(records: readonly TableRecord[], source: ReportSource): readonly TableRecord[] {
  const keys = ['node', 'learner', 'from', ...(tellsPractices(source) ? ['practice'] : [])];
  return [...new Map(records.map((record) => [JSON.stringify(keys.map(record.text)), record])).values()];
}

/** On a unit's own page others have no name; a practice and whom to ask could tell it. In what is released neither is told. */
function tellsPractices({ own, forRelease }: ReportSource): boolean {
  return !forRelease && (own === undefined || own.namePeers);
}

/** Of each dimension those who want to rise furthest, each with the first of the practices that it is pointed to. */
function foremost(records: readonly TableRecord[]): readonly TableRecord[] {
  const learners = new Map<string, Set<string>>();
  return records.filter((record) => {
    const known = learners.get(record.text('node')) ?? new Set();
    learners.set(record.text('node'), known);
    const learner = record.text('learner');
    if (known.size >= mostLearners || known.has(learner)) return false;
    known.add(learner);
    return true;
  });
}

function headingOf(
  pairs: readonly TableRecord[],
  offers: readonly TableRecord[],
  source: ReportSource,
): Words {
  const { own } = source;
  const called = unitWords(source);
  const distinct = (records: readonly TableRecord[], key: string) =>
    new Set(records.map(({ text: of }) => of(key))).size;
  if (own !== undefined) {
    const name = unitName(own.unit);
    const learnt = distinct(
      pairs.filter(({ text: of }) => of('learner') === name),
      'from',
    );
    const taught = distinct(
      pairs.filter(({ text: of }) => of('from') === name),
      'learner',
    );
    const who = unitNameWords(own.unit);
    if (learnt === 0) return words`${called.count(taught)} could learn from ${who}`;
    return words`${who} could learn from ${called.count(learnt)}${taught === 0 ? '' : words`, and ${called.count(taught)} from it`}`;
  }
  if (pairs.length === 0)
    return words`${called.count(distinct(offers, 'from'))} ${distinct(offers, 'from') === 1 ? 'offers' : 'offer'} a practice that nobody else was pointed to`;
  const learners = distinct(pairs, 'learner');
  const others = distinct(pairs, 'from');
  return words`${called.count(learners)} could learn from ${others} ${others === 1 ? 'other' : 'others'}`;
}

function tableOf(records: readonly TableRecord[], source: ReportSource): ReportTable {
  const { own, plan } = source;
  const called = unitWords(source);
  const { digits } = plan.rounding;
  const isNamed = own === undefined || own.namePeers;
  const ownName = own === undefined ? undefined : unitName(own.unit);
  const name = (record: TableRecord, key: string): TableCell => {
    const found = record.text(key);
    return textCell(isNamed || found === ownName || found === '' ? found : `another ${called.one}`);
  };
  const columns: readonly ReportColumn[] = [
    named('title', 'Dimension'),
    text('learner', 'Who wants to rise'),
    score('score', 'Score', digits),
    score('target', 'Target', digits),
    change('rise', 'Rise', digits),
    text('from', 'Who offers'),
    score('their_score', 'Their score', digits),
    ...(tellsPractices(source) ? [text('practice', 'Practice'), text('contact', 'Whom to ask')] : []),
    ...(own === undefined ? [] : [text('reason', 'Why these two')]),
  ];
  return {
    id: 'exchange',
    caption: words`Who wants to rise furthest, and who offers a practice there`,
    columns,
    rows: records.map((record) =>
      columns.map(({ key }) => (key === 'learner' || key === 'from' ? name(record, key) : record.cell(key))),
    ),
    notes: [
      words`Only practices that may be shared. Each is pointed to ${called.several} of its own kind first, and then to who stands highest.`,
    ],
  };
}

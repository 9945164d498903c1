import { unitName } from '../../../compare/comparison.js';
import { recordsOf, type TableRecord } from '../source/records.js';
import { type ReportSource, unitsNow } from '../source/source.js';

/** Rows of the table of exchange that a page tells of. */
export interface ExchangeTold {
  /** Who wants to rise, and who offers a practice there. */
  readonly pairs: readonly TableRecord[];
  /** Practices that nobody was pointed to, too. */
  readonly offers: readonly TableRecord[];
}

/** Of the wave that is told of; on a unit's own page, those that it is in. What two responses of one unit say alike is one practice. */
export function exchangeTold(source: ReportSource): ExchangeTold {
  const { own, wave, settings } = source;
  const names = new Set(own === undefined ? unitsNow(source).map(unitName) : [unitName(own.unit)]);
  const isNow = (record: TableRecord) => settings.waves.length < 2 || record.text('wave') === wave;
  const found = recordsOf(source.table('exchange')).filter(
    (record) => isNow(record) && (names.has(record.text('learner')) || names.has(record.text('from'))),
  );
  const offers = onceEach(found, ['node', 'learner', 'from', 'practice']).filter(
    (record) => record.text('from') !== '',
  );
  return { pairs: offers.filter((record) => record.text('learner') !== ''), offers };
}

/** The rows of a table in which practices themselves are not told in what is released: then who offers several stands there once. */
export function shownRecords(
  records: readonly TableRecord[],
  { settings }: Pick<ReportSource, 'settings'>,
): readonly TableRecord[] {
  return settings.forRelease ? onceEach(records, ['node', 'learner', 'from']) : records;
}

function onceEach(records: readonly TableRecord[], keys: readonly string[]): readonly TableRecord[] {
  return [...new Map(records.map((record) => [JSON.stringify(keys.map(record.text)), record])).values()];
}

/** How many have different names in a column. */
export function distinct(records: readonly TableRecord[], key: string): number {
  return new Set(records.map((record) => record.text(key))).size;
}

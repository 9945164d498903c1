import { unitName } from '../../../compare/comparison.js';
import { isWithheldCell } from '../../tables/absence.js';
import type { TableCell } from '../../tables/table.js';
import { figureText } from '../figures/figures.js';
import { named, score, text, textCell } from '../model/columns.js';
import type { Block, ReportTable } from '../model/report.js';
import { words } from '../model/words.js';
import type { TableRecord } from '../source/records.js';
import type { OwnPage, ReportSource } from '../source/source.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import { dimensionColumn, pointedNote, practiceColumns, recordsTable, wantColumns } from './tables.js';
import { distinct, type ExchangeTold, shownRecords } from './told.js';

/** From whom a unit could learn, who could learn from it, and what it offers that nobody else was pointed to. */
export function ownExchange(told: ExchangeTold, own: OwnPage, source: ReportSource): readonly Block[] {
  const name = unitName(own.unit);
  const parts = {
    learnt: told.pairs.filter((record) => record.text('learner') === name),
    taught: told.pairs.filter((record) => record.text('from') === name),
    idle: told.offers.filter((record) => record.text('learner') === ''),
  };
  const tables = own.namePeers ? namedTables(parts, own, source) : countedTables(parts, own, source);
  return tables.filter(({ rows }) => rows.length > 0).map((table) => ({ kind: 'table', table }));
}

type OwnParts = Readonly<Record<'learnt' | 'taught' | 'idle', readonly TableRecord[]>>;

function captions({ unit }: OwnPage) {
  const who = unitNameWords(unit);
  return {
    learnt: words`What others offer where ${who} wants to rise`,
    taught: words`Who wants to rise where ${who} offers a practice`,
    idle: words`What ${who} offers, and nobody else was pointed to`,
  };
}

/** Each practice, and who is behind it. */
function namedTables(
  { learnt, taught, idle }: OwnParts,
  own: OwnPage,
  source: ReportSource,
): readonly ReportTable[] {
  const { digits } = source.plan.rounding;
  const caption = captions(own);
  const notes = [pointedNote(source)];
  const practice = practiceColumns(source);
  const why = text('reason', 'Why these two');
  const [, ...target] = wantColumns(digits);
  const offered = [
    named('from', 'Who offers'),
    score('their_score', 'Their score', digits),
    ...practice,
    why,
  ];
  const wanting = [named('learner', 'Who wants to rise'), ...wantColumns(digits), ...practice, why];
  return [
    recordsTable(
      { id: 'exchange', caption: caption.learnt, columns: [...offered, ...target], notes },
      shownRecords(learnt, source),
    ),
    recordsTable(
      { id: 'exchange-taught', caption: caption.taught, columns: wanting, notes },
      shownRecords(taught, source),
    ),
    ...(practice.length === 0
      ? []
      : [recordsTable({ id: 'exchange-idle', caption: caption.idle, columns: practice, notes: [] }, idle)]),
  ];
}

/** Nobody is named: a row a dimension says how many there are. */
function countedTables(
  { learnt, taught, idle }: OwnParts,
  own: OwnPage,
  source: ReportSource,
): readonly ReportTable[] {
  const { digits } = source.plan.rounding;
  const called = unitWords(source);
  const caption = captions(own);
  const notes = [pointedNote(source)];
  const others = (n: number) => `${n} other ${n === 1 ? called.one : called.several}`;
  const practices = (n: number) => `${n} ${n === 1 ? 'practice' : 'practices'} on offer`;
  const theirs = score('theirs', 'Their scores', digits);
  const standing = wantColumns(digits);
  return [
    {
      id: 'exchange',
      caption: caption.learnt,
      columns: [dimensionColumn, ...standing, text('offered', 'What there is'), theirs],
      rows: byDimension(learnt).map((each) => [
        each.cell('title'),
        ...standing.map(({ key }) => each.cell(key)),
        textCell(`${practices(each.records.length)}, from ${others(distinct(each.records, 'from'))}`),
        reach(each.records, { who: 'from', score: 'their_score' }, source),
      ]),
      notes,
    },
    {
      id: 'exchange-taught',
      caption: caption.taught,
      columns: [dimensionColumn, text('wanting', 'Who wants to rise'), theirs],
      rows: byDimension(taught).map((each) => [
        each.cell('title'),
        textCell(others(distinct(each.records, 'learner'))),
        reach(each.records, { who: 'learner', score: 'score' }, source),
      ]),
      notes,
    },
    {
      id: 'exchange-idle',
      caption: caption.idle,
      columns: [dimensionColumn, text('offered', 'What there is')],
      rows: byDimension(idle).map((each) => [each.cell('title'), textCell(practices(each.records.length))]),
      notes: [],
    },
  ];
}

/** The records of one dimension; `cell` is of the first, for what all have in common. */
interface OfDimension extends Pick<TableRecord, 'cell'> {
  readonly records: readonly TableRecord[];
}

function byDimension(records: readonly TableRecord[]): readonly OfDimension[] {
  const groups = new Map<string, { readonly cell: TableRecord['cell']; readonly records: TableRecord[] }>();
  for (const record of records) {
    const key = record.text('node');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { cell: record.cell, records: [record] });
    else known.records.push(record);
  }
  return [...groups.values()];
}

/** `2.90 to 3.40`, as far as it may be told: where nobody is named, not what one alone has. */
function reach(
  records: readonly TableRecord[],
  { who, score: key }: { readonly who: string; readonly score: string },
  { plan }: ReportSource,
): TableCell {
  const scored = records.filter((record) => !Number.isNaN(record.number(key)));
  if (distinct(scored, who) === 1) return textCell('not told of one alone');
  const scores = scored.map((record) => record.number(key));
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  if (scores.length === 0) {
    const isWithheld = records.some((record) => isWithheldCell(record.cell(key)));
    return { kind: 'empty', why: isWithheld ? 'withheld' : 'insufficient' };
  }
  return textCell(
    low === high ? figureText(low, plan) : `${figureText(low, plan)} to ${figureText(high, plan)}`,
  );
}

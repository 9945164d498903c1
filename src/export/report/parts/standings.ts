import { everyUnit, type Unit, unitKey } from '../../../compare/comparison.js';
import type { Figure } from '../../comparison/figure.js';
import { nameColumns } from '../../comparison/row-columns.js';
import type { Companion, Showing, Shown } from '../../comparison/shown.js';
import { wideTable } from '../../comparison/wide.js';
import type { Table, TableCell } from '../../tables/table.js';
import { overallOf } from '../figures/figures.js';
import { whyNoneBeside } from '../figures/why-none.js';
import { highAndLow } from '../headings/high-and-low.js';
import { lagging, lowestAtMedian, mostIn, overallRange } from '../headings/standings.js';
import { reasoned } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { words } from '../model/words.js';
import { type ReportSource, rowsNow, unitsNow } from '../source/source.js';
import { unitWords } from '../source/unit-words.js';
import { ofEverybody, tellsOfCards } from '../source/withheld-here.js';
import type { ReportPart } from './part.js';

/** Where units stand: each with its figures, coloured by band. Not on a unit's own page, unless others are named on it. */
export const standings: ReportPart = {
  topic: 'Where they stand',
  tells: (place, source) => tellsOfCards('scores')(place, ofEverybody(source)),
  make: (source) => {
    const { own, plan } = source;
    if (own !== undefined && !own.namePeers) return { why: undefined };
    const units = unitsNow(source);
    if (units.length === 0) return { why: words`no response has come back` };
    const [only] = units;
    const { columns, rows, notes } = figuresFirst(
      wideTable(showingNow(source), { columns: 'dimensions', depth: 1 }),
    );
    const isOwn = (unit: Unit) => own !== undefined && unitKey(unit) === unitKey(own.unit);
    const at = rowsNow(source).findIndex(isOwn);
    const places = placesTable(source);
    return {
      heading:
        lagging(units, plan, unitWords(source)) ??
        mostIn(units, plan, unitWords(source)) ??
        overallRange(units, plan) ??
        lowestAtMedian(units, plan) ??
        (only === undefined || units.length > 1 ? undefined : highAndLow(only, plan)) ??
        words`Where ${unitWords(source).several} stand`,
      blocks: [
        {
          kind: 'table',
          table: {
            id: 'standings',
            caption: words`Scores${source.wave === '' ? '' : words` of ${source.wave}`}`,
            columns,
            rows,
            notes: notes.map((note) => [note]),
            ...(at < 0 ? {} : { own: at }),
          },
        },
        ...(places === undefined
          ? []
          : [{ kind: 'table' as const, table: { ...places, ...(at < 0 ? {} : { own: at }) } }]),
      ],
    };
  },
};

/** The columns in another order: how many stand behind figures comes last. */
function figuresFirst({ columns, rows, ...table }: Table): Table {
  const sizes = ['responses', 'returned', 'expected'];
  const order = [
    ...[...columns.keys()].filter((at) => !sizes.includes(columns[at]?.key ?? '')),
    ...[...columns.keys()].filter((at) => sizes.includes(columns[at]?.key ?? '')),
  ];
  return {
    ...table,
    columns: order.flatMap((at) => columns[at] ?? []),
    rows: rows.map((row) => order.flatMap((at) => row[at] ?? [])),
  };
}

/** The places by the overall score, where they are asked for: those that lows and highs allow too. */
function placesTable(source: ReportSource): ReportTable | undefined {
  const { plan, questionnaire, showing, wave } = source;
  const overall = overallOf(plan);
  const [shown] = showing.byRubric;
  const ranked = shown?.companions.find(isRanking);
  if (overall === undefined || shown === undefined || ranked === undefined) return undefined;
  const names = nameColumns(showing.keys, questionnaire);
  const columns = ranked.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => !column.onlyLong);
  const cells = ranked.cells(overall);
  return {
    id: 'places',
    caption: words`Places by the overall score${wave === '' ? '' : words` of ${wave}`}`,
    columns: [...names.columns, ...columns.map(({ column }) => column)],
    rows: shown.rows.flatMap((row, nth) =>
      row.wave === wave && row.level !== everyUnit
        ? [[...names.cells(row), ...columns.map(({ at }) => placeCell(cells[nth]?.[at], row, overall))]]
        : [],
    ),
    notes: ranked.notes([overall]).map((note) => [note]),
  };
}

/** Who has no score has no place, for the same reason. */
function placeCell(cell: TableCell | undefined, row: Unit, figure: Pick<Figure, 'slot'>): TableCell {
  return reasoned(cell ?? { kind: 'empty' }, whyNoneBeside(row, figure));
}

function isRanking({ columns }: Companion): boolean {
  return columns.some(({ key }) => key === 'rank');
}

/** The wave that is told of; beside each figure stands at most its rank. How units stand among peers is for their own pages. */
function showingNow(source: ReportSource): Showing {
  const { showing } = source;
  const now = new Set(rowsNow(source));
  return {
    ...showing,
    withWave: false,
    byRubric: showing.byRubric.slice(0, 1).map((shown): Shown => {
      return {
        ...shown,
        rows: shown.rows.filter((row) => now.has(row)),
        companions: shown.companions.filter(isRanking).map(({ columns, cells }): Companion => {
          const rankAt = columns.findIndex(({ key }) => key === 'rank');
          return {
            columns: columns.slice(rankAt, rankAt + 1),
            cells: (figure) =>
              cells(figure).flatMap((row, at) => {
                const unit = shown.rows[at];
                return unit !== undefined && now.has(unit) ? [[placeCell(row[rankAt], unit, figure)]] : [];
              }),
            notes: () => [],
          };
        }),
      };
    }),
  };
}

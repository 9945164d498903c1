import type { Showing, Shown } from '../../comparison/shown.js';
import { wideTable } from '../../comparison/wide.js';
import type { Table } from '../../table.js';
import { highAndLow } from '../high-and-low.js';
import type { ReportPart } from '../part.js';
import { type ReportSource, rowsNow, unitsNow } from '../source.js';
import { lagging, lowestAtMedian, mostIn, overallRange } from '../standing-findings.js';
import { unitWords } from '../unit-words.js';
import { words } from '../words.js';

/** Where units stand: each with its figures, coloured by band. Not on a unit's own page, unless others are named on it. */
export const standings: ReportPart = {
  topic: 'Where they stand',
  make: (source) => {
    const { own, plan, withheld } = source;
    if (own !== undefined && !own.namePeers) return { why: undefined };
    const units = unitsNow(source);
    if (units.length === 0) return { why: words`no response has come back` };
    const [only] = units;
    const { columns, rows, notes } = figuresFirst(
      wideTable(showingNow(source), { columns: 'dimensions', depth: 1 }),
    );
    const at = own === undefined ? -1 : rowsNow(source).indexOf(own.unit);
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
            notes: [...notes, ...withheld].map((note) => [note]),
            ...(at < 0 ? {} : { own: at }),
          },
        },
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

/** The wave that is told of, with places where they are asked for; how units stand among peers is for their own pages. */
function showingNow(source: ReportSource): Showing {
  const { showing } = source;
  const now = new Set(rowsNow(source));
  return {
    ...showing,
    withWave: false,
    byRubric: showing.byRubric.slice(0, 1).map((shown): Shown => {
      const isNow = shown.rows.map((row) => now.has(row));
      return {
        ...shown,
        rows: shown.rows.filter((_, at) => isNow[at]),
        companions: shown.companions
          .filter(({ columns }) => columns.some(({ key }) => key === 'rank'))
          .map((companion) => ({
            ...companion,
            cells: (figure) => companion.cells(figure).filter((_, at) => isNow[at]),
          })),
      };
    }),
  };
}

import type { Unit } from '../../../compare/comparison.js';
import { bandOf } from '../../../rubric/bands.js';
import type { Plan, PlanNode } from '../../../rubric/plan.js';
import type { Showing, Shown } from '../../comparison/shown.js';
import { wideTable } from '../../comparison/wide.js';
import type { Table } from '../../table.js';
import { areAlike, dimensionsOf, figureText, largest, overallOf, printed } from '../figures.js';
import { highAndLow } from '../high-and-low.js';
import type { ReportPart } from '../part.js';
import { type ReportSource, rowsNow, unitsNow } from '../source.js';
import { type UnitWords, unitWords } from '../unit-words.js';
import { title, type Words, words } from '../words.js';

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

/**
 * `Data governance lags in 9 of 12 authorities`: of units with scores of two outermost dimensions or more, more than half have
 * this one alone as their lowest, as scores are printed. Nothing where dimensions have different possible ranges, or where there
 * is but one unit.
 */
function lagging(units: readonly Unit[], plan: Plan, called: UnitWords): Words | undefined {
  const dimensions = dimensionsOf(plan);
  if (!areAlike(dimensions)) return undefined;
  const compared = units.flatMap((unit) => {
    const scored = scoredOf(unit, dimensions, plan);
    return scored.length > 1 ? [scored] : [];
  });
  if (compared.length < 2) return undefined;
  const lowest = compared.flatMap((scored) => {
    const least = scored.reduce((low, { score }) => Math.min(low, score), Number.POSITIVE_INFINITY);
    const at = scored.filter(({ score }) => score === least);
    return at.length === 1 ? at : [];
  });
  for (const { id, title: name } of dimensions) {
    const times = lowest.filter(({ dimension }) => dimension.id === id).length;
    if (times * 2 > compared.length) {
      return words`${title(name)} lags in ${times} of ${called.count(compared.length)}`;
    }
  }
  return undefined;
}

function scoredOf(unit: Unit, dimensions: readonly PlanNode[], plan: Plan) {
  return dimensions.flatMap((dimension) => {
    const score = printed(unit, dimension, plan);
    return Number.isNaN(score) ? [] : [{ dimension, score }];
  });
}

/**
 * `6 of 12 authorities are at “Established” overall, 3 below and 3 above`: of those with an overall score, most are in this band;
 * nothing where several bands hold as many, or there is but one unit.
 */
function mostIn(units: readonly Unit[], plan: Plan, called: UnitWords): Words | undefined {
  const overall = overallOf(plan);
  if (overall === undefined) return undefined;
  const scores = units.map(({ card }) => card.scores[overall.slot] ?? Number.NaN);
  const scored = scores.filter((score) => !Number.isNaN(score));
  if (scored.length < 2) return undefined;
  const places = scored.map((score) => {
    const band = bandOf(score, overall.bands);
    return band === undefined ? -1 : overall.bands.indexOf(band);
  });
  const times = (is: (place: number) => boolean) => places.filter(is).length;
  const bands = overall.bands.map((band, place) => ({ band, place, times: times((each) => each === place) }));
  const [most, ...others] = largest(bands, (each) => each.times);
  if (most === undefined || most.times === 0 || others.length > 0) return undefined;
  const below = times((place) => place < most.place);
  const above = times((place) => place > most.place);
  const rest = [...(below > 0 ? [`${below} below`] : []), ...(above > 0 ? [`${above} above`] : [])];
  const verb = most.times === 1 ? 'is' : 'are';
  return words`${most.times} of ${called.count(scored.length)} ${verb} at “${title(most.band.label)}” overall${rest.length === 0 ? '' : `, ${rest.join(' and ')}`}`;
}

/** `Overall from 29.76 to 82.59`, of two units or more. */
function overallRange(units: readonly Unit[], plan: Plan): Words | undefined {
  const overall = overallOf(plan);
  const scores = overall === undefined ? [] : units.map((unit) => printed(unit, overall, plan));
  const scored = scores.filter((score) => !Number.isNaN(score)).toSorted((a, b) => a - b);
  const [lowest, highest] = [scored[0], scored.at(-1)];
  if (scored.length < 2 || lowest === undefined || highest === undefined) return undefined;
  return words`Overall from ${figureText(lowest, plan)} to ${figureText(highest, plan)}`;
}

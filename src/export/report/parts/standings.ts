import type { Unit } from '../../../compare/comparison.js';
import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { bandOf } from '../../../rubric/bands.js';
import type { Shown, Showing } from '../../comparison/shown.js';
import { wideTable } from '../../comparison/wide.js';
import { areAlike, dimensionsOf, overallOf, printed } from '../figures.js';
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
    const { columns, rows, notes } = wideTable(showingNow(source), { columns: 'dimensions', depth: 1 });
    const at = own === undefined ? -1 : rowsNow(source).indexOf(own.unit);
    return {
      heading:
        lagging(units, plan, unitWords(source)) ??
        mostIn(units, plan, unitWords(source)) ??
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
export function lagging(units: readonly Unit[], plan: Plan, called: UnitWords): Words | undefined {
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

/** `7 of 12 authorities are at “Established” overall`: more than half of those with an overall score are in this band. */
export function mostIn(units: readonly Unit[], plan: Plan, called: UnitWords): Words | undefined {
  const overall = overallOf(plan);
  if (overall === undefined) return undefined;
  const scores = units.map(({ card }) => card.scores[overall.slot] ?? Number.NaN);
  const scored = scores.filter((score) => !Number.isNaN(score));
  if (scored.length < 2) return undefined;
  for (const band of overall.bands) {
    const times = scored.filter((score) => bandOf(score, overall.bands) === band).length;
    if (times * 2 > scored.length) {
      return words`${times} of ${called.count(scored.length)} ${times === 1 ? 'is' : 'are'} at “${title(band.label)}” overall`;
    }
  }
  return undefined;
}

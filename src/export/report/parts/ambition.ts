import { statusOf, type Unit } from '../../../compare/comparison.js';
import type { Plan } from '../../../rubric/plan.js';
import { plainCell, scoreCell } from '../../comparison/figure.js';
import type { WhyAbsent } from '../../tables/absence.js';
import type { ChartData } from '../charts/chart-data.js';
import {
  areAlike,
  commonRange,
  dimensionsOf,
  drawn,
  figureText,
  largest,
  mainFigures,
  printed,
  quantileOf,
  rounded,
} from '../figures/figures.js';
import { whyNoScore, whyNoTarget } from '../figures/why-none.js';
import { change, count, figureCell, named, reasoned, score, textCell } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { title, type Words, words } from '../model/words.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import { tellsOfCards } from '../source/withheld-here.js';
import { nothingShown, type ReportPart } from './part.js';

/** Where units stand and where they want to stand. */
export const ambition: ReportPart = {
  topic: 'Now and wanted',
  tells: tellsOfCards('scores', 'target'),
  make: (source) => {
    const rows = ambitions(source);
    if (rows.every(({ wanted }) => Number.isNaN(wanted)))
      return { why: nothingShown(isTargetWithheld(source), words`no answer has a target beside it`) };
    const { own, plan } = source;
    const whose =
      own === undefined
        ? words`Medians of ${unitWords(source).several} with a target`
        : unitNameWords(own.unit);
    const figures = rows.map(({ figure }) => figure);
    const chart: ChartData = {
      kind: 'dumbbell',
      title: 'Now and wanted',
      digits: plan.rounding.digits,
      range: commonRange(
        figures,
        rows.flatMap(({ now, wanted }) => [now, wanted]),
      ),
      rows: rows.map(({ figure, now, low, high, wanted }) => ({
        label: figure.title,
        now: drawn(now),
        low: drawn(low),
        high: drawn(high),
        wanted: drawn(wanted),
      })),
    };
    return {
      heading:
        furthestToGo(rows, plan) ??
        words`Where ${own === undefined ? unitWords(source).several : unitNameWords(own.unit)} would like to stand`,
      blocks: [
        { kind: 'chart', chart },
        {
          kind: 'table',
          table: own === undefined ? mediansTable(rows, whose, source) : ownTable(rows, own.unit, source),
        },
      ],
    };
  },
};

function isTargetWithheld(source: ReportSource): boolean {
  const units = source.own === undefined ? unitsNow(source) : [source.own.unit];
  return mainFigures(source.plan).some(({ slot }) =>
    units.some(({ card }) => card.withheld?.target.has(slot) === true),
  );
}

interface Ambition {
  readonly figure: ReturnType<typeof mainFigures>[number];
  readonly units: number;
  readonly now: number;
  readonly low: number;
  readonly high: number;
  readonly wanted: number;
  /** `wanted` − `now`, as they are printed. */
  readonly gap: number;
}

/** A unit's own figures; or the medians of those units that have both a score and a target. */
function ambitions(source: ReportSource): readonly Ambition[] {
  const { own, plan } = source;
  const median = (values: readonly number[]) => rounded(quantileOf(values, 0.5), plan);
  return mainFigures(plan).flatMap((figure): Ambition[] => {
    const figureOf = (unit: Unit, measure: 'scores' | 'target') =>
      unit.card[measure][figure.slot] ?? Number.NaN;
    const units = (own === undefined ? unitsNow(source) : [own.unit]).filter(
      (unit) => !Number.isNaN(figureOf(unit, 'scores')) && !Number.isNaN(figureOf(unit, 'target')),
    );
    const [only] = own === undefined ? [] : [own.unit];
    const now = median((only === undefined ? units : [only]).map((unit) => figureOf(unit, 'scores')));
    const wanted = median(units.map((unit) => figureOf(unit, 'target')));
    if (own === undefined && units.length === 0) return [];
    return [
      {
        figure,
        units: units.length,
        now,
        low: only === undefined ? Number.NaN : printed(only, figure, plan, 'low'),
        high: only === undefined ? Number.NaN : printed(only, figure, plan, 'high'),
        wanted,
        gap: rounded(wanted - now, plan),
      },
    ];
  });
}

/** `Furthest to go: Data, from 42 to 75`: the outermost dimension with the largest gap above 0, where it alone has it. */
function furthestToGo(rows: readonly Ambition[], plan: Plan): Words | undefined {
  const dimensions = dimensionsOf(plan);
  if (!areAlike(dimensions)) return undefined;
  const own = rows.filter(({ figure }) => dimensions.some(({ id }) => id === figure.id));
  const [most, ...others] = largest(own, ({ gap }) => gap);
  if (most === undefined || others.length > 0 || most.gap <= 0) return undefined;
  return words`Furthest to go: ${title(most.figure.title)}, from ${figureText(most.now, plan)} to ${figureText(most.wanted, plan)}`;
}

function mediansTable(rows: readonly Ambition[], whose: Words, source: ReportSource): ReportTable {
  const { digits } = source.plan.rounding;
  return {
    id: 'ambition',
    caption: whose,
    columns: [
      named('node', 'Figure'),
      count('units', 'With a target'),
      score('now', 'Now', digits),
      score('wanted', 'Wanted', digits),
      change('gap', 'Gap', digits),
    ],
    rows: rows.map(({ figure, units, now, wanted, gap }) => [
      textCell(figure.title),
      figureCell(units),
      figureCell(now),
      figureCell(wanted),
      figureCell(gap),
    ]),
    notes: [words`Only ${unitWords(source).several} that have both a score and a target.`],
  };
}

function ownTable(rows: readonly Ambition[], unit: Unit, source: ReportSource): ReportTable {
  const { plan } = source;
  const { digits } = plan.rounding;
  return {
    id: 'ambition',
    caption: words`${unitNameWords(unit)}, now and as it wants to be`,
    columns: [
      named('node', 'Figure'),
      score('score', 'Now', digits),
      score('target', 'Wanted', digits),
      change('gap', 'Gap', digits),
    ],
    rows: rows.map(({ figure, gap }) => [
      textCell(figure.title),
      scoreCell(unit.card.scores[figure.slot], statusOf(unit.card, figure.slot), figure, plan),
      reasoned(plainCell(unit.card.target[figure.slot], plan), whyNoTarget(unit, figure, plan)),
      reasoned(figureCell(gap), whyNoGap(unit, figure, plan)),
    ]),
    notes: [],
  };
}

/** What is withheld of one of the two is withheld of what lies between them. */
function whyNoGap(unit: Unit, figure: Ambition['figure'], plan: Plan): WhyAbsent {
  const noTarget = whyNoTarget(unit, figure, plan);
  const isScored = statusOf(unit.card, figure.slot) === 'scored';
  return isScored || noTarget === 'withheld' ? noTarget : whyNoScore([unit], figure);
}

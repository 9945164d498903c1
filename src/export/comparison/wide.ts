import { type Comparison, type Unit, unitKey } from '../../compare/comparison.js';
import { ranks } from '../../compare/rank.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { Column, Table, TableCell } from '../table.js';
import type { ColumnChoice } from './column-choice.js';
import { type Figure, scoreCell, wideFigures } from './figure.js';

export interface WideOptions {
  /** The levels to show, each a unit field or `response`. */
  readonly levels: readonly string[];
  readonly columns: ColumnChoice;
  /** How deep dimensions go, from 1. */
  readonly depth: number;
  readonly rank: boolean;
  /** Whether to tell the wave; by default, where there are several. */
  readonly withWave?: boolean;
}

/** One row a unit and one column a figure; with several rubrics, one group of columns each. */
export function wideTable(comparisons: readonly Comparison[], options: WideOptions): Table {
  const first = comparisons[0];
  if (first === undefined) return { columns: [], rows: [], notes: [] };
  const { questionnaire } = first.plan;
  const fields = unitFields(questionnaire);
  const shown = fields.slice(
    0,
    innermost(
      options.levels,
      fields.map((field) => field.id),
    ),
  );
  const withResponse = options.levels.includes('response');
  const { withWave = first.waves.length > 1 } = options;
  const groups = comparisons.map((comparison) => group(comparison, options, comparisons.length > 1));
  const units = first.units.filter((unit) => options.levels.includes(unit.level));
  const columns: Column[] = [
    ...(withResponse ? [{ key: 'response_id', title: 'Response', kind: 'label' } as const] : []),
    ...shown.map(({ id, title }) => ({ key: id, title, kind: 'label' }) as const),
    ...(withWave ? [{ key: 'wave', title: 'Wave', kind: 'label' } as const] : []),
    { key: 'responses', title: 'Responses', kind: 'count' },
    ...groups.flatMap((each) => each.columns),
  ];
  const rows = units.map((unit): readonly TableCell[] => [
    ...(withResponse ? [text(unit.response ?? '')] : []),
    ...shown.map((_, depth) => text(unit.path[depth] ?? '')),
    ...(withWave ? [text(unit.wave)] : []),
    { kind: 'number', value: unit.size },
    ...groups.flatMap((each) => each.cells(unit)),
  ]);
  return { title: questionnaire.title, columns, rows, notes: notes(comparisons, units) };
}

function innermost(levels: readonly string[], fields: readonly string[]): number {
  if (levels.includes('response')) return fields.length;
  return Math.max(0, ...levels.map((level) => fields.indexOf(level) + 1));
}

export function text(value: string): TableCell {
  return value === '' ? { kind: 'empty' } : { kind: 'text', text: value };
}

interface Group {
  readonly columns: readonly Column[];
  readonly cells: (unit: Unit) => readonly TableCell[];
}

function group(comparison: Comparison, options: WideOptions, several: boolean): Group {
  const { plan, units } = comparison;
  const figures: readonly Figure[] = wideFigures(plan, options.columns, options.depth);
  const suffix = several ? `__${plan.rubric.id.replaceAll('-', '_')}` : '';
  const index = new Map(units.map((unit, i) => [unitKey(unit), i]));
  const places = options.rank ? figures.map((figure) => placesOf(comparison, figure)) : [];
  return {
    columns: figures.flatMap(({ id, title }): Column[] => [
      {
        key: `${id}${suffix}`,
        title: several ? `${title} (${plan.rubric.title})` : title,
        kind: 'score',
        digits: plan.rounding.digits,
      },
      ...(options.rank ? [{ key: `${id}${suffix}__rank`, title: 'Rank', kind: 'count' } as const] : []),
    ]),
    cells: (unit) => {
      const i = index.get(unitKey(unit)) ?? -1;
      const card = units[i]?.card;
      return figures.flatMap((figure, j): TableCell[] => {
        const { slot } = figure;
        const cell = scoreCell(card?.scores[slot], card?.status[slot], figure, plan);
        return options.rank ? [cell, rankCell(places[j]?.get(i))] : [cell];
      });
    },
  };
}

/** Ranks, as text where ties are marked. */
export function rankCell(rank: string | undefined): TableCell {
  if (rank === undefined) return { kind: 'empty' };
  return rank.startsWith('=') ? { kind: 'text', text: rank } : { kind: 'number', value: Number(rank) };
}

/** The places of units by one figure, by unit index: among those of one level and wave. */
export function placesOf({ plan, units }: Comparison, { slot }: Figure): ReadonlyMap<number, string> {
  const groups = new Map<string, number[]>();
  for (const [i, { level, wave }] of units.entries()) {
    const key = `${level}\n${wave}`;
    const group = groups.get(key) ?? [];
    group.push(i);
    groups.set(key, group);
  }
  const places = new Map<number, string>();
  for (const members of groups.values()) {
    const scores = members.map((i) => units[i]?.card.scores[slot] ?? Number.NaN);
    for (const [j, rank] of ranks(scores, plan.ranking, plan.rounding).entries()) {
      const i = members[j];
      if (rank !== undefined && i !== undefined) places.set(i, rank);
    }
  }
  return places;
}

function notes(comparisons: readonly Comparison[], units: readonly Unit[]): readonly string[] {
  const result: string[] = [];
  for (const { plan, passedOver, withoutWeight } of comparisons) {
    const { prefer, levels } = plan.rollup;
    if (passedOver > 0) {
      result.push(
        `${passedOver} responses are passed over: for their units, responses of mode ${prefer} speak.`,
      );
    }
    if (withoutWeight.length > 0) {
      const weights = [...new Set(levels.flatMap((level) => level.weight ?? []))].join(', ');
      result.push(`Counted with weight 0 for want of ${weights}: ${withoutWeight.join(', ')}.`);
    }
  }
  const few = units.filter((unit) => unit.minChildren > 1 && unit.children.length < unit.minChildren);
  for (const unit of few) {
    result.push(`${unit.path.join(' › ')}: ${unit.children.length} of at least ${unit.minChildren} needed.`);
  }
  return result;
}

import { type Comparison, noUnit, type Unit, unitName } from '../../compare/comparison.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { round } from '../../rubric/numerics.js';
import type { Column, Table, TableCell } from '../table.js';
import { plain } from '../tables/json.js';
import { longFigures, plainCell } from './figure.js';
import { text } from './wide.js';

/** A figure of a unit under two versions, rounded as each says; undefined where there is none. */
interface Move {
  readonly unit: Unit;
  readonly node: string;
  readonly title: string;
  readonly old: TableCell;
  readonly new: TableCell;
  readonly difference: TableCell;
}

/** How the scores of units move from one version of a questionnaire to another. */
export interface Moves {
  readonly moved: readonly Move[];
  readonly all: readonly Move[];
  readonly old: Comparison;
  readonly new: Comparison;
}

/**
 * The same answers under two versions, by unit and node: what only one of them has stands beside nothing. `renames` says
 * what nodes of the old version are called in the new one.
 */
export function movesOf(old: Comparison, now: Comparison, renames: ReadonlyMap<string, string>): Moves {
  const figures = longFigures(old.plan).map((figure) => ({
    figure,
    id: renames.get(figure.id) ?? figure.id,
  }));
  const fresh = longFigures(now.plan);
  const ids = [...new Set([...figures.map(({ id }) => id), ...fresh.map(({ id }) => id)])];
  const after = new Map(now.units.map((unit) => [keyOf(unit), unit]));
  const before = new Map(old.units.map((unit) => [keyOf(unit), unit]));
  const digits = Math.max(old.plan.rounding.digits, now.plan.rounding.digits);
  const all = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly Move[] => {
    const [one, other] = [before.get(key), after.get(key)];
    const unit = one ?? other;
    // Single responses are units where there are no others.
    if (unit === undefined || (unit.response !== undefined && unitFields(old.plan.questionnaire).length > 0))
      return [];
    return ids.map((id) => {
      const figure = figures.find((each) => each.id === id)?.figure;
      const twin = fresh.find((each) => each.id === id);
      const from =
        figure === undefined
          ? plainCell(undefined, old.plan)
          : plainCell(one?.card.scores[figure.slot], old.plan);
      const to =
        twin === undefined
          ? plainCell(undefined, now.plan)
          : plainCell(other?.card.scores[twin.slot], now.plan);
      return {
        unit,
        node: id,
        title: (twin ?? figure)?.title ?? id,
        old: from,
        new: to,
        difference: difference(from, to, digits),
      };
    });
  });
  return { all, moved: all.filter(hasMoved), old, new: now };
}

/** The figures that move, for people. */
export function movesTable({ moved, all, old, new: now }: Moves): Table {
  const stay = all.length - moved.length;
  const [from, to] = [old.plan.questionnaire.version, now.plan.questionnaire.version];
  return {
    title: `How the scores of the returned answers move from ${from} to ${to}`,
    columns: columnsOf({ old, new: now }, [{ key: 'unit', title: 'Unit', kind: 'label' }]),
    rows: moved.map((move) => [text(nameOf(move.unit)), ...cellsOf(move)]),
    notes: [stay === 0 ? 'Every figure moves.' : `${stay} of ${all.length} figures stay as they are.`],
  };
}

/** All figures, for a JSON document. */
export function movesRecords({ all, old, new: now }: Moves): readonly object[] {
  const fields = unitFields(old.plan.questionnaire);
  const columns = columnsOf({ old, new: now }, [
    { key: 'level', title: 'Level', kind: 'label' },
    ...fields.map(({ id, title }) => ({ key: id, title, kind: 'label' as const })),
    { key: 'response_id', title: 'Response', kind: 'label' },
    { key: 'wave', title: 'Wave', kind: 'label' },
  ]);
  return all.map((move) => {
    const { level, path, response = '', wave } = move.unit;
    const names = fields.map((_, at) => text(path[at] ?? ''));
    const cells = [text(level), ...names, text(response), text(wave), ...cellsOf(move)];
    return Object.fromEntries(columns.map(({ key }, at) => [key, plain(cells[at])]));
  });
}

function columnsOf(
  { old, new: now }: Pick<Moves, 'old' | 'new'>,
  unit: readonly Column[],
): readonly Column[] {
  const digits = Math.max(old.plan.rounding.digits, now.plan.rounding.digits);
  const score = (key: string, title: string): Column => ({ key, title, kind: 'score', digits });
  return [
    ...unit,
    { key: 'node', title: 'Node', kind: 'label' },
    score('old', old.plan.questionnaire.version),
    score('new', now.plan.questionnaire.version),
    score('difference', 'Difference'),
  ];
}

function cellsOf({ node, old, new: now, difference }: Move): readonly TableCell[] {
  return [text(node), old, now, difference];
}

function nameOf(unit: Unit): string {
  const name = unitName(unit);
  return `${name === '' ? noUnit : name}${unit.wave === '' ? '' : `, ${unit.wave}`}`;
}

/** Units of two versions are the same by their names, whatever the fields are called. */
function keyOf({ path, response, wave }: Unit): string {
  return JSON.stringify([wave, path, response ?? null]);
}

function difference(from: TableCell, to: TableCell, digits: number): TableCell {
  return from.kind === 'number' && to.kind === 'number'
    ? { kind: 'number', value: round(to.value - from.value, digits, 'half_up') }
    : { kind: 'empty' };
}

function hasMoved({ old, new: now }: Move): boolean {
  return old.kind === 'number' && now.kind === 'number' ? old.value !== now.value : old.kind !== now.kind;
}

import { type Comparison, noUnit, type Unit, unitName } from '../../compare/comparison.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { bandOf } from '../../rubric/bands.js';
import { round } from '../../rubric/numerics.js';
import type { Column, Table, TableCell } from '../tables/table.js';
import { plain } from '../tables/writers/json.js';
import { text } from './cells.js';
import { type Figure, longFigures, plainCell } from './figure.js';

/** A figure of a unit under two versions, rounded as each says, and the ids of its bands; nothing where there is none. */
interface Move {
  readonly unit: Unit;
  readonly node: string;
  readonly title: string;
  readonly old: TableCell;
  readonly new: TableCell;
  readonly difference: TableCell;
  readonly bands: Pair<string | undefined>;
}

interface Pair<T> {
  readonly old: T;
  readonly new: T;
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
      const scores = {
        old: figure === undefined ? undefined : one?.card.scores[figure.slot],
        new: twin === undefined ? undefined : other?.card.scores[twin.slot],
      };
      const [from, to] = [plainCell(scores.old, old.plan), plainCell(scores.new, now.plan)];
      return {
        unit,
        node: id,
        title: (twin ?? figure)?.title ?? id,
        old: from,
        new: to,
        difference: difference(from, to, digits),
        bands: { old: bandIn(figure, scores.old), new: bandIn(twin, scores.new) },
      };
    });
  });
  return { all, moved: all.filter(hasMoved), old, new: now };
}

/** The figures that move, for people. */
export function movesTable({ moved, all, old, new: now }: Moves): Table {
  const stay = all.length - moved.length;
  const [from, to] = [old.plan.questionnaire.version, now.plan.questionnaire.version];
  const hasBands = moved.some(({ bands }) => bands.old !== undefined || bands.new !== undefined);
  return {
    title: `How the scores of the returned answers move${from === to ? '' : ` from ${from} to ${to}`}`,
    columns: [
      ...columnsOf({ old, new: now }, [{ key: 'unit', title: 'Unit', kind: 'label' }]),
      ...(hasBands ? [{ key: 'band', title: 'Band', kind: 'label' } as const] : []),
    ],
    rows: moved.map((move) => [
      text(nameOf(move.unit)),
      ...cellsOf(move),
      ...(hasBands ? [text(bandsText(move.bands))] : []),
    ]),
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
  const band = (id: string | undefined) => id ?? null;
  return all.map((move) => {
    const { level, path, response = '', wave } = move.unit;
    const names = fields.map((_, at) => text(path[at] ?? ''));
    const cells = [text(level), ...names, text(response), text(wave), ...cellsOf(move)];
    return {
      ...Object.fromEntries(columns.map(({ key }, at) => [key, plain(cells[at])])),
      old_band: band(move.bands.old),
      new_band: band(move.bands.new),
    };
  });
}

function columnsOf(
  { old, new: now }: Pick<Moves, 'old' | 'new'>,
  unit: readonly Column[],
): readonly Column[] {
  const digits = Math.max(old.plan.rounding.digits, now.plan.rounding.digits);
  const score = (key: string, title: string): Column => ({ key, title, kind: 'score', digits });
  const [from, to] = [old.plan.questionnaire.version, now.plan.questionnaire.version];
  return [
    ...unit,
    { key: 'node', title: 'Node', kind: 'label' },
    score('old', from === to ? 'Old' : from),
    score('new', from === to ? 'New' : to),
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

/** The band's id, and what it is now where that is another. */
function bandsText({ old, new: now }: Pair<string | undefined>): string {
  return old === now ? (old ?? '') : `${old ?? 'none'} → ${now ?? 'none'}`;
}

function bandIn(figure: Figure | undefined, score: number | undefined): string | undefined {
  if (figure === undefined || score === undefined || Number.isNaN(score)) return undefined;
  return bandOf(score, figure.bands)?.id;
}

function hasMoved({ old, new: now, bands }: Move): boolean {
  if (bands.old !== bands.new) return true;
  return old.kind === 'number' && now.kind === 'number' ? old.value !== now.value : old.kind !== now.kind;
}

import { isHidden } from '../../../compare/suppression/hidden.js';
import type { UnitChange } from '../../../compare/waves/change.js';
import { type NodeChange, nodeChange } from '../../../compare/waves/node-changes.js';
import type { WaveStep } from '../../../compare/waves/wave-step.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Column, TableCell } from '../../tables/table.js';
import { text, withheld } from '../cells.js';
import { longFigures } from '../figure.js';
import { count, figure, label, number, titled, type UnitColumns, unitColumns, words } from './cells.js';
import { changeColumns } from './change-columns.js';
import type { ComparisonTable, TableSettings } from './comparison-table.js';
import { type PlacedRow, placedRows } from './placed-table.js';
import { placesIn } from './wave-places.js';

export const waves: ComparisonTable = {
  describe: 'how scores came from one wave to the next, and what the change is made of',
  needs: ['answers'],
  sortedBy: [
    'node',
    'from_score',
    'to_score',
    'change',
    'matched_change',
    'who_answered',
    'answers_changed',
    'newly_or_no_longer_answered',
    'definition_or_rubric',
    'from_responses',
    'to_responses',
    'matched_responses',
  ],
  wide: {
    about: [{ id: 'node', title: 'title' }],
    figure: 'change',
    beside: [],
    order: (plan) => [longFigures(plan).map(({ id }) => id)],
  },
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings, { wave: false });
    const plans = groups.at(-1)?.plans ?? [];
    const digits = plans[0]?.rounding.digits ?? 2;
    const rows = settings.steps().flatMap((step) => stepRows(step, unit, settings, plans.length > 1));
    return {
      title: titled(groups, 'waves'),
      columns: waveColumns(unit, settings, plans.length > 1, digits),
      ...placedRows(rows),
      notes: [
        settings.waves.length < 2
          ? 'There is no second wave to compare with.'
          : 'Change = who answered + answers changed + newly or no longer answered + definition or rubric, in this order. Matched: over what was answered in both waves, by responses of both.',
      ],
    };
  },
};

function waveColumns(
  unit: UnitColumns,
  { rank }: TableSettings,
  several: boolean,
  digits: number,
): readonly Column[] {
  return [
    ...unit.columns,
    ...(several ? [label('rubric', 'Rubric')] : []),
    label('from_wave', 'From'),
    label('to_wave', 'To'),
    label('node', 'Node'),
    words('title', 'Title'),
    figure('from_score', 'Score before', digits),
    figure('to_score', 'Score after', digits),
    figure('change', 'Change', digits),
    figure('matched_change', 'Matched change', digits),
    ...changeColumns.map(({ key, title }) => figure(key, title, digits)),
    count('from_responses', 'Responses before'),
    count('to_responses', 'Responses after'),
    count('matched_responses', 'Responses in both'),
    ...(rank
      ? [
          count('from_rank', 'Rank before'),
          count('from_ranked', 'Ranked before'),
          count('to_rank', 'Rank after'),
          count('to_ranked', 'Ranked after'),
        ]
      : []),
  ];
}

function stepRows(
  { before, after, nodes, changes }: WaveStep,
  unit: UnitColumns,
  settings: TableSettings,
  several: boolean,
): readonly PlacedRow[] {
  const hides = hiding(before.name, after.name, settings);
  const nodeAt = {
    before: new Map(nodes.map((node) => [node.before, node.idBefore])),
    after: new Map(nodes.map((node) => [node.after, node.id])),
  };
  const isTold = (wave: 'before' | 'after') => (change: UnitChange, slot: number) =>
    !hides(change, nodeAt[wave].get(slot) ?? '', wave);
  const places = settings.rank
    ? {
        before: placesIn(before.plan, changes, 'before', isTold('before')),
        after: placesIn(after.plan, changes, 'after', isTold('after')),
      }
    : undefined;
  // What many rows have in common is one cell.
  const step = [...(several ? [text(after.plan.rubric.id)] : []), text(before.name), text(after.name)];
  const named = nodes.map((node) => ({ node, names: [text(node.id), text(node.title)] }));
  return changes.flatMap((change) => {
    const found = change.after ?? change.before;
    if (found === undefined) return [];
    const whose = [...unit.cells(found), ...step];
    const responses = [change.before, change.after, change.matched.after].map((each) =>
      number(each?.size ?? 0),
    );
    const place = { ...found, wave: after.name };
    return named.map(({ node, names }) => ({
      place,
      cells: [
        ...whose,
        ...names,
        ...changeCells(nodeChange(change, node, after), after.plan, isInBoth(change), {
          before: hides(change, node.idBefore, 'before'),
          after: hides(change, node.id, 'after'),
          parts: hides(change, node.id, 'parts'),
        }),
        ...responses,
        ...(places === undefined
          ? []
          : [...places.before(change, node.before), ...places.after(change, node.after)]),
      ],
    }));
  });
}

/** Which figures of a unit must not be shown: its score before or after, and what the change is made of. */
type Hides = (change: UnitChange, node: string, which: 'before' | 'after' | 'parts') => boolean;

function hiding(before: string, after: string, { hidden }: TableSettings): Hides {
  return (change, node, which) => {
    const found = change.after ?? change.before;
    if (found === undefined) return false;
    const wave = which === 'before' ? before : after;
    const whose = { ...found, wave };
    return which === 'parts'
      ? isHidden(hidden, 'change', whose, before) || isHidden(hidden, 'change', whose, before, node)
      : isHidden(hidden, 'scores', whose, node);
  };
}

/** A unit of one wave alone has not changed, and that it is new or gone is told. */
function isInBoth({ before, after }: UnitChange): boolean {
  return before !== undefined && after !== undefined;
}

/** The change tells the one score by the other; its parts and the matched change tell both, and those who came or left. */
function changeCells(
  { before, after, change, matched, parts, exact }: NodeChange,
  { rounding: { digits } }: Plan,
  isInBoth: boolean,
  isHidden: Readonly<Record<'before' | 'after' | 'parts', boolean>>,
): readonly TableCell[] {
  // Of few it is not told either that there is none: that nobody answered, or nobody in both waves.
  const shown = (figure: number, isWithheld: boolean, own?: number): TableCell =>
    isWithheld ? withheld : number(figure, digits, own);
  const isEither = isInBoth && (isHidden.before || isHidden.after);
  const isMade = isEither || (isInBoth && isHidden.parts);
  return [
    shown(before, isHidden.before),
    shown(after, isHidden.after),
    shown(change, isEither, exact.change),
    shown(matched, isMade),
    ...changeColumns.map(({ part }) => shown(parts[part], isMade, exact.parts[part])),
  ];
}

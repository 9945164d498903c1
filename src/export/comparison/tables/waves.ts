import { levelsOf } from '../../../compare/grouping/key.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import { fewestIn } from '../../../compare/suppression/others/changes.js';
import { type UnitChange, unitChanges } from '../../../compare/waves/change.js';
import { type NodeChange, nodeChange, nodePairs } from '../../../compare/waves/node-changes.js';
import { pairsOf } from '../../../compare/waves/pairs.js';
import { peopleInWaves } from '../../../compare/waves/people.js';
import { type AnswersBefore, asTheyAre, byMaps } from '../../../compare/waves/translate.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Column, TableCell } from '../../tables/table.js';
import { text } from '../cells.js';
import { longFigures } from '../figure.js';
import {
  count,
  figure,
  label,
  number,
  titled,
  type UnitColumns,
  unitColumns,
  withheld,
  words,
} from './cells.js';
import { changeColumns } from './change-columns.js';
import type { ComparisonTable, TableSettings } from './comparison-table.js';
import { type PlacedRow, placedRows } from './placed-table.js';
import { type FoundWave, waveIn, waveSteps } from './wave-in.js';
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
  onlyUnits: 'tells of units and responses, not of groups of them',
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings, { wave: false });
    const plans = groups.at(-1)?.plans ?? [];
    const digits = plans[0]?.rounding.digits ?? 2;
    const steps = waveSteps(settings.waves);
    const rows = plans.flatMap((_, at) =>
      steps.flatMap(([before, after]) =>
        stepRows(waveIn(groups, before, at), waveIn(groups, after, at), unit, settings, plans.length > 1),
      ),
    );
    return {
      title: titled(groups, 'waves'),
      columns: waveColumns(unit, settings, plans.length > 1, digits),
      ...placedRows(rows),
      notes: [
        steps.length === 0
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
  before: FoundWave | undefined,
  after: FoundWave | undefined,
  unit: UnitColumns,
  settings: TableSettings,
  several: boolean,
): readonly PlacedRow[] {
  if (before === undefined || after === undefined) return [];
  const pairs = pairsOf(before.wave.responses, after.wave.responses);
  const changes = [
    ...unitChanges(
      before.wave,
      after.wave,
      pairs,
      answersBefore(before, after),
      levelsOf(settings.keys),
    ).values(),
  ];
  const nodes = nodePairs(
    longFigures(before.wave.plan),
    longFigures(after.wave.plan),
    (id) => before.group.toCurrent?.nameNow(id) ?? id,
  );
  const peopleOf = peopleInWaves(before.wave, after.wave, pairs, levelsOf(settings.keys));
  const hides = hiding(before.wave.name, after.wave.name, settings);
  const nodeAt = {
    before: new Map(nodes.map((node) => [node.before, node.idBefore])),
    after: new Map(nodes.map((node) => [node.after, node.id])),
  };
  const isTold = (wave: 'before' | 'after') => (change: UnitChange, slot: number) =>
    !hides(change, nodeAt[wave].get(slot) ?? '', wave);
  const places = settings.rank
    ? {
        before: placesIn(before.wave.plan, changes, 'before', isTold('before')),
        after: placesIn(after.wave.plan, changes, 'after', isTold('after')),
      }
    : undefined;
  return changes.flatMap((change) => {
    const found = change.after ?? change.before;
    if (found === undefined) return [];
    const people = peopleOf(found);
    return nodes.map((node) => ({
      place: { ...found, wave: after.wave.name },
      cells: [
        ...unit.cells(found),
        ...(several ? [text(after.wave.plan.rubric.id)] : []),
        text(before.wave.name),
        text(after.wave.name),
        text(node.id),
        text(node.title),
        ...changeCells(nodeChange(change, node, after.wave), after.wave.plan, {
          before:
            hides(change, node.idBefore, 'before') || !settings.mayShow(people.stayedBefore + people.left),
          after: hides(change, node.id, 'after') || !settings.mayShow(people.stayedAfter + people.came),
          parts: hides(change, node.id, 'parts') || !settings.mayShow(fewestIn(people)),
        }),
        number(change.before?.size ?? 0),
        number(change.after?.size ?? 0),
        number(change.matched.after?.size ?? 0),
        ...(places === undefined
          ? []
          : [...places.before(change, node.before), ...places.after(change, node.after)]),
      ],
    }));
  });
}

/** What a later wave's answers would be in the earlier one. */
function answersBefore(before: FoundWave, after: FoundWave): AnswersBefore {
  const [earlier, later] = [before.wave.plan.questionnaire, after.wave.plan.questionnaire];
  if (before.group.toCurrent?.plan === after.group.toCurrent?.plan) {
    return asTheyAre(before.wave.plan === after.wave.plan);
  }
  return byMaps(earlier, later, {
    earlier: before.group.toCurrent?.plan,
    later: after.group.toCurrent?.plan,
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
      ? isHidden(hidden, 'change', whose, before)
      : isHidden(hidden, 'scores', whose, node);
  };
}

/** The change tells the one score by the other; its parts and the matched change tell both, and those who came or left. */
function changeCells(
  { before, after, change, matched, parts, exact }: NodeChange,
  { rounding: { digits } }: Plan,
  isHidden: Readonly<Record<'before' | 'after' | 'parts', boolean>>,
): readonly TableCell[] {
  const shown = (figure: number, isWithheld: boolean, own?: number): TableCell =>
    Number.isNaN(figure) || !isWithheld ? number(figure, digits, own) : withheld;
  const isEither = isHidden.before || isHidden.after;
  const isMade = isEither || isHidden.parts;
  return [
    shown(before, isHidden.before),
    shown(after, isHidden.after),
    shown(change, isEither, exact.change),
    shown(matched, isMade),
    ...changeColumns.map(({ part }) => shown(parts[part], isMade, exact.parts[part])),
  ];
}

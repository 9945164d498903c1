import type { MayShow } from '../../../compare/small-groups.js';
import { unitChanges, type Wave } from '../../../compare/waves/change.js';
import { type NodeChange, nodeChange, nodePairs } from '../../../compare/waves/node-changes.js';
import { pairsOf } from '../../../compare/waves/pairs.js';
import { type PeopleInWaves, peopleInWaves } from '../../../compare/waves/people.js';
import { type AnswersBefore, asTheyAre, byMaps } from '../../../compare/waves/translate.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Column, TableCell } from '../../table.js';
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
import type { ComparisonTable, TableSettings, WaveGroup } from './comparison-table.js';
import { placesIn } from './wave-places.js';

export const waves: ComparisonTable = {
  describe: 'how scores came from one wave to the next, and what the change is made of',
  needs: ['answers'],
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings, { wave: false });
    const plans = groups.at(-1)?.plans ?? [];
    const digits = plans[0]?.rounding.digits ?? 2;
    const steps = settings.waves.slice(1).map((after, i) => [settings.waves[i] ?? '', after] as const);
    const rows = plans.flatMap((_, at) =>
      steps.flatMap(([before, after]) =>
        stepRows(waveIn(groups, before, at), waveIn(groups, after, at), unit, settings, plans.length > 1),
      ),
    );
    return {
      title: titled(groups, 'waves'),
      columns: waveColumns(unit, settings, plans.length > 1, digits),
      rows,
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
    figure('who_answered', 'Who answered', digits),
    figure('answers_changed', 'Answers changed', digits),
    figure('newly_or_no_longer_answered', 'Newly or no longer answered', digits),
    figure('definition_or_rubric', 'Definition or rubric', digits),
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

interface FoundWave {
  readonly wave: Wave;
  readonly group: WaveGroup;
}

/** A wave by its name, under the plan at a place; nothing where no response is of it. */
function waveIn(groups: readonly WaveGroup[], name: string, at: number): FoundWave | undefined {
  for (const group of groups) {
    const responses = group.gathered.answers.get(name);
    const plan = group.plans[at];
    if (responses !== undefined && plan !== undefined) return { wave: { name, plan, responses }, group };
  }
  return undefined;
}

function stepRows(
  before: FoundWave | undefined,
  after: FoundWave | undefined,
  unit: UnitColumns,
  settings: TableSettings,
  several: boolean,
): readonly (readonly TableCell[])[] {
  if (before === undefined || after === undefined) return [];
  const pairs = pairsOf(before.wave.responses, after.wave.responses);
  const changes = [
    ...unitChanges(before.wave, after.wave, pairs, answersBefore(before, after), settings.levels).values(),
  ];
  const nodes = nodePairs(
    longFigures(before.wave.plan),
    longFigures(after.wave.plan),
    (id) => before.group.toCurrent?.nameNow(id) ?? id,
  );
  const peopleOf = peopleInWaves(before.wave, after.wave, pairs, settings.levels);
  const places = settings.rank
    ? {
        before: placesIn(before.wave.plan, changes, 'before'),
        after: placesIn(after.wave.plan, changes, 'after'),
      }
    : undefined;
  return changes.flatMap((change) => {
    const found = change.after ?? change.before;
    if (found === undefined) return [];
    const people = peopleOf(found);
    return nodes.map((node) => [
      ...unit.cells(found),
      ...(several ? [text(after.wave.plan.rubric.id)] : []),
      text(before.wave.name),
      text(after.wave.name),
      text(node.id),
      text(node.title),
      ...changeCells(nodeChange(change, node, after.wave), after.wave.plan, people, settings.mayShow),
      number(change.before?.size ?? 0),
      number(change.after?.size ?? 0),
      number(change.matched.after?.size ?? 0),
      ...(places === undefined
        ? []
        : [...places.before(change, node.before), ...places.after(change, node.after)]),
    ]);
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

/** A figure about few people is withheld, and so is what tells how few who came or left have answered. */
function changeCells(
  { before, after, change, matched, parts }: NodeChange,
  { rounding: { digits } }: Plan,
  people: PeopleInWaves,
  mayShow: MayShow,
): readonly TableCell[] {
  const shown = (figure: number, ...groups: readonly number[]): TableCell =>
    Number.isNaN(figure) || groups.every(mayShow) ? number(figure, digits) : withheld;
  const who = [people.both, people.before - people.both, people.after - people.both];
  return [
    shown(before, people.before),
    shown(after, people.after),
    shown(change, people.before, people.after),
    shown(matched, people.both),
    shown(parts.who, ...who),
    shown(parts.answers, ...who),
    shown(parts.answered, ...who),
    shown(parts.definition, ...who),
  ];
}

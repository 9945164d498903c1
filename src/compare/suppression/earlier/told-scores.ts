import { isWithin } from '../../../rubric/range.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import { isOfUnits, isPlainMean } from '../../roll-up/plain-mean.js';
import { isNode } from '../reader/shown-table.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';
import { mayBeOfficial } from './may-be-official.js';
import { peopleWhoCame } from './people-who-came.js';
import { fewestPeople, type ToldRow } from './told-row.js';

/** Scores, and what stands beside them, as they were told and as they are now; `known` are units and groups beside the comparison's own. */
export function toldScores(
  earlier: readonly EarlierFigure[],
  comparison: Comparison,
  known: readonly Unit[],
): readonly ToldRow[] {
  const { plan, units } = comparison;
  const byKey = new Map([...known, ...units].map((unit) => [unitKey(unit), unit]));
  const figures = new Map([...plan.nodes, ...plan.indices].map((figure) => [figure.id, figure]));
  const placed = earlier.flatMap((then): readonly Placed[] => {
    const [unit, figure] = [byKey.get(unitKey(then)), figures.get(then.node)];
    if (figure === undefined) return [];
    const { slot } = figure;
    const size = unit?.size ?? 0;
    // How many responses an index is of, is not said: it is of all that the unit has.
    const scored = isNode(figure) ? (unit?.card.responses[slot] ?? 0) : size;
    const before = isNode(figure) || then.counts === 'all' ? then.responses : undefined;
    const now = then.counts === 'all' ? size : scored;
    return [{ then, unit, slot, before, now, came: scored - (before ?? scored) }];
  });
  const people = peopleFor(placed, comparison);
  const told = placed.map((each): ToldRow => {
    const { then, unit, slot, before, now } = each;
    const { measure, node, value } = then;
    const current = unit?.card[measure][slot] ?? Number.NaN;
    return {
      document: then.document,
      kind: measure,
      whose: unit ?? placeOf(then),
      about: [node],
      before,
      now,
      isShown: value !== null,
      isSame: value !== null && isWithin(current, roundedRange(value, measure, plan)),
      people: people(each),
    };
  });
  return [...told, ...newUnits(placed, [...byKey.values()])];
}

/** Scores of units that have come since: a table of scores has a row for every unit of a level. */
function newUnits(placed: readonly Placed[], units: readonly Unit[]): readonly ToldRow[] {
  const tables = placed.filter(
    ({ then, before }) => then.table === 'scores' && then.measure === 'scores' && before !== undefined,
  );
  const rows = grouped(tables, ({ then }) => `${then.document} ${rowsLike(then)}`);
  const byLevel = grouped(units, rowsLike);
  return [...rows.values()].flatMap((all): readonly ToldRow[] => {
    const [first] = all;
    if (first === undefined) return [];
    const { document } = first.then;
    const there = new Set(all.map(({ then }) => unitKey(then)));
    const nodes = new Map(all.map(({ then, slot }) => [then.node, slot]));
    const anew = (byLevel.get(rowsLike(first.then)) ?? []).filter((unit) => !there.has(unitKey(unit)));
    return anew.flatMap((whose) =>
      [...nodes].map(([node, slot]): ToldRow => {
        const now = first.then.counts === 'all' ? whose.size : (whose.card.responses[slot] ?? 0);
        const none = { before: 0, isShown: false, isSame: false };
        return { document, kind: 'scores', whose, about: [node], ...none, now, people: whose.people };
      }),
    );
  });
}

/** What rows of a table have in common: what they stand for, and their wave. */
function rowsLike({ level, wave, groups = {} }: Pick<Unit, 'level' | 'wave' | 'groups'>): string {
  return JSON.stringify([level, wave, Object.keys(groups)]);
}

/** A figure that was told, and whose it is now; nobody's where there is no such unit any more. */
interface Placed {
  readonly then: EarlierFigure;
  readonly unit: Unit | undefined;
  readonly slot: number;
  /** The responses that it was of, and those that it is of, counted as they were then. */
  readonly before: number | undefined;
  readonly now: number;
  /** How many of these came at least, of those with a score: of a unit's responses then not all need have had one. */
  readonly came: number;
}

/** How few people can have come to a figure, by what is told of so many responses that came to it. */
function peopleFor(placed: readonly Placed[], comparison: Comparison): (one: Placed) => number {
  const isNobodys = mayBeOfficial(comparison);
  const perPerson = (unit: Unit | undefined) =>
    unit === undefined || isNobodys(unit) ? Number.POSITIVE_INFINITY : 1;
  const keyOf = ({ then, came }: Placed) => `${came} ${then.document} ${unitKey(then)}`;
  const alike = grouped(placed, keyOf);
  const known = new Map<string, number>();
  const found = (one: Placed): number => {
    const { unit, now, came } = one;
    if (unit === undefined || came <= 0 || came >= now || !isPool(unit, comparison)) {
      return fewestPeople(0, came, perPerson(unit));
    }
    return peopleWhoCame(
      unit,
      came,
      (alike.get(keyOf(one)) ?? []).flatMap((each) => arrival(each, comparison)),
    );
  };
  return (one) => {
    const people = known.get(keyOf(one)) ?? found(one);
    known.set(keyOf(one), people);
    return people;
  };
}

/** The mean of those who came to a pool: what there is now without what there was, which was rounded. */
function arrival({ then, unit, slot, before = 0, came }: Placed, { plan }: Pick<Comparison, 'plan'>) {
  const { measure, value } = then;
  const current = unit?.card[measure][slot] ?? Number.NaN;
  if (value === null || Number.isNaN(current)) return [];
  const times = before / came;
  const { min, max } = roundedRange(value, measure, plan);
  const mean = current + (current - value) * times;
  return [{ slot, measure, mean, error: ((max - min) / 2) * times }];
}

/** Whether a unit's figures are plain means of its responses'. */
export function isPool(unit: Unit, { plan }: Pick<Comparison, 'plan'>): boolean {
  return !isOfUnits(unit) && isPlainMean(unit, plan);
}

function placeOf({ level, path, response, groups, wave }: EarlierFigure): ToldRow['whose'] {
  return {
    level,
    path,
    wave,
    ...(response === undefined ? {} : { response }),
    ...(groups === undefined ? {} : { groups }),
  };
}

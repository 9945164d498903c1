import { isWithin } from '../../../rubric/range.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import { levelOf } from '../../roll-up/roll-up.js';
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
  const slots = new Map([...plan.nodes, ...plan.indices].map(({ id, slot }) => [id, slot]));
  const placed = earlier.flatMap((then): readonly Placed[] => {
    const [unit, slot] = [byKey.get(unitKey(then)), slots.get(then.node)];
    if (slot === undefined) return [];
    const now = (then.counts === 'all' ? unit?.size : unit?.card.responses[slot]) ?? 0;
    return [{ then, unit, slot, now }];
  });
  const people = peopleFor(placed, comparison);
  return placed.map((each): ToldRow => {
    const { then, unit, slot, now } = each;
    const { measure, node, value, responses } = then;
    const current = unit?.card[measure][slot] ?? Number.NaN;
    return {
      kind: measure,
      whose: unit ?? placeOf(then),
      about: [node],
      before: responses,
      now,
      isShown: value !== null,
      isSame: value !== null && isWithin(current, roundedRange(value, measure, plan)),
      people: people(each),
    };
  });
}

/** A figure that was told, and whose it is now; nobody's where there is no such unit any more. */
interface Placed {
  readonly then: EarlierFigure;
  readonly unit: Unit | undefined;
  readonly slot: number;
  /** The responses that it is of. */
  readonly now: number;
}

/** How few people can have come to a unit, by what is told of so many responses that came to it. */
function peopleFor(placed: readonly Placed[], comparison: Comparison): (one: Placed) => number {
  const isNobodys = mayBeOfficial(comparison);
  const perPerson = (unit: Unit | undefined) =>
    unit === undefined || isNobodys(unit) ? Number.POSITIVE_INFINITY : 1;
  const keyOf = ({ then, now }: Placed) => `${now - (then.responses ?? now)} ${unitKey(then)}`;
  const alike = grouped(placed, keyOf);
  const known = new Map<string, number>();
  const found = (one: Placed): number => {
    const { then, unit, now } = one;
    const came = now - (then.responses ?? now);
    if (unit === undefined || came <= 0 || came >= now || !isPool(unit, comparison)) {
      return fewestPeople(then.responses, now, perPerson(unit));
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
function arrival({ then, unit, slot, now }: Placed, { plan }: Pick<Comparison, 'plan'>) {
  const { measure, value, responses = now } = then;
  const current = unit?.card[measure][slot] ?? Number.NaN;
  if (value === null || Number.isNaN(current)) return [];
  const times = responses / (now - responses);
  const { min, max } = roundedRange(value, measure, plan);
  const mean = current + (current - value) * times;
  return [{ slot, measure, mean, error: ((max - min) / 2) * times }];
}

/** Whether a unit's figures are plain means of its responses'. */
export function isPool(unit: Unit, { plan }: Pick<Comparison, 'plan'>): boolean {
  if (unit.children.some(({ response }) => response === undefined)) return false;
  const { method, weight } = levelOf(unit, plan);
  return 'combine' in method && method.name === 'mean' && weight === undefined;
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

import { countsIn, type Standings } from './standings.js';

const { before, who, answered, after, matched, anew, partly } = countsIn;

/** Some of the people whom a matched change or a part of a change tells of: those who are so now, or who were so. */
interface Group {
  readonly wave: 'earlier' | 'later';
  readonly has: (bits: number) => boolean;
}

const all = (bits: number, ...some: readonly number[]) => some.every((bit) => (bits & bit) !== 0);
const either = (bits: number, one: number, other: number) => all(bits, one) !== all(bits, other);
const only = (bits: number, one: number, other: number) => all(bits, one) && !all(bits, other);

/**
 * Each of them is looked at for itself: who left; who came; who stayed; those whose answers in both waves are compared, apart by
 * whether these weigh as much in the scores, less, or nothing, since matched change and parts together tell them apart; what of whom was
 * newly or no longer answered; and who counts by one wave's rubric alone. A response may be from more people than it was, so that those of
 * both waves are counted in each.
 */
const groups: readonly Group[] = [
  { wave: 'earlier', has: (bits) => only(bits, before, who) },
  { wave: 'later', has: (bits) => only(bits, who, before) },
  { wave: 'earlier', has: (bits) => all(bits, before, who) },
  { wave: 'later', has: (bits) => all(bits, before, answered) },
  ...inEither((bits) => only(bits, matched, who)),
  ...inEither((bits) => all(bits, matched, who, partly)),
  ...inEither((bits) => all(bits, matched) && only(bits, who, partly)),
  ...inEither((bits) => either(bits, who, answered) || all(bits, who, answered, anew)),
  { wave: 'later', has: (bits) => either(bits, answered, after) },
];

function inEither(has: Group['has']): readonly Group[] {
  return [
    { wave: 'earlier', has },
    { wave: 'later', has },
  ];
}

/** All that can be said of where a response counts. */
const sayings = 2 * Math.max(...Object.values(countsIn));

/** By group, for the bits of a response, whether it is in it. */
const isIn = groups.map(({ has }) => Uint8Array.from({ length: sayings }, (_, bits) => (has(bits) ? 1 : 0)));

/** A figure that is told, and those told beside it that are made of some of the same questions, and of no others; by slots. */
export interface ToldFigure {
  readonly slot: number;
  readonly within: readonly number[];
}

/**
 * Of a unit, given by its responses' places in the list: how many people the change of each figure is about, of those that are few.
 * That is the fewest in any group. It is also as many as there are in what is left of a group where the changes of the figures
 * within are known but for those of few: these few together.
 */
export function fewInParts(
  members: readonly number[],
  standings: Standings,
  figures: readonly ToldFigure[],
  isFew: (people: number) => boolean,
): ReadonlyMap<number, number> {
  const counts = countsOf(members, standings);
  const found = new Map<number, number>();
  for (const { slot, within } of figures) {
    let fewest = Number.POSITIVE_INFINITY;
    const note = (people: number): void => {
      if (isFew(people)) fewest = Math.min(fewest, people);
    };
    for (const [group, count] of counts.entries()) {
      note(count[slot] ?? 0);
      for (const together of togetherWhereFew(group, within, count, members, standings, isFew))
        note(together);
    }
    if (Number.isFinite(fewest)) found.set(slot, fewest);
  }
  return found;
}

/** The people in each group, by slot. */
function countsOf(
  members: readonly number[],
  { responses, bits, slots }: Standings,
): readonly Float64Array[] {
  const counts = groups.map(() => new Float64Array(slots));
  for (const member of members) {
    const { earlier, later } = responses[member] ?? {};
    const people = groups.map(({ wave }) => (wave === 'earlier' ? earlier : later)?.people ?? 0);
    for (let slot = 0; slot < slots; slot += 1) {
      const saying = bits[member * slots + slot] ?? 0;
      if (saying === 0) continue;
      for (let group = 0; group < counts.length; group += 1) {
        const count = counts[group];
        if (count !== undefined && isIn[group]?.[saying] === 1)
          count[slot] = (count[slot] ?? 0) + (people[group] ?? 0);
      }
    }
  }
  return counts;
}

/**
 * The people of one group in all those figures together in which it is small: in the one that it is smallest in, in the next one too, and
 * so on up to what is few. Each holds for the least groups at which just these are withheld, so that one that is as large as the next
 * figure's own is of no account. Since all least groups are looked at, a larger one never shows more.
 */
function togetherWhereFew(
  group: number,
  figures: readonly number[],
  count: Float64Array,
  members: readonly number[],
  { responses, bits, slots }: Standings,
  isFew: (people: number) => boolean,
): readonly number[] {
  const few = figures
    .map((slot) => ({ slot, people: count[slot] ?? 0 }))
    .filter(({ people }) => isFew(people))
    .sort((one, other) => one.people - other.people);
  const found: number[] = [];
  const seen = new Set<number>();
  let together = 0;
  for (const [i, { slot, people }] of few.entries()) {
    for (const member of members) {
      if (seen.has(member)) continue;
      if (isIn[group]?.[bits[member * slots + slot] ?? 0] !== 1) continue;
      seen.add(member);
      together += peopleOf(group, responses[member]);
    }
    const next = few[i + 1]?.people ?? Number.POSITIVE_INFINITY;
    if (next > people && together < next) found.push(together);
  }
  return found;
}

function peopleOf(group: number, response: Standings['responses'][number] | undefined): number {
  return response?.[groups[group]?.wave ?? 'later']?.people ?? 0;
}

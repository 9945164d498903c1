import type { Level, Option, Scale } from '../questionnaire.js';
import { type Aligned, align, type Pair } from './align.js';
import type { DiffContext } from './change.js';
import { bare } from './wording.js';

/** A scale in both versions, with the questions that are answered on it. */
export interface ScalePair extends Pair<Scale> {
  /** The old ids of the questions. */
  readonly questions: readonly string[];
  readonly levels: Aligned<Level & { readonly id: string }>;
}

/** Options in both versions, with what they are offered by. */
export interface OptionsPair extends Pair<readonly Option[]> {
  /** The id of the question or profile field, or of the first of those that share the options. */
  readonly of: string;
  /** The old ids of all of them. */
  readonly owners: readonly string[];
  readonly type: 'choice' | 'choices';
  readonly combine: 'share' | 'sum' | 'max';
  readonly options: Aligned<Option>;
}

const scales = new WeakMap<DiffContext, readonly ScalePair[]>();

/** Scales that questions are answered on in both versions, each once; one whose id alone is new is the same scale. */
export function scalePairs(context: DiffContext): readonly ScalePair[] {
  const known = scales.get(context) ?? collectScales(context);
  scales.set(context, known);
  return known;
}

function collectScales({ alignment, old, new: now }: DiffContext): readonly ScalePair[] {
  const before = new Set(old.questionnaire.scales.map(({ id }) => id));
  const after = new Set(now.questionnaire.scales.map(({ id }) => id));
  const found = new Map<string, { old: Scale; new: Scale; questions: string[] }>();
  for (const { old, new: now } of alignment.answers.pairs) {
    if (old.type !== 'level' || now.type !== 'level') continue;
    const isRenamed = !after.has(old.scale.id) && !before.has(now.scale.id);
    if (old.scale.id !== now.scale.id && !isRenamed) continue;
    const known = found.get(old.scale.id);
    if (known === undefined) found.set(old.scale.id, { old: old.scale, new: now.scale, questions: [old.id] });
    else if (known.new.id === now.scale.id) known.questions.push(old.id);
  }
  return [...found.values()].map((pair) => ({ ...pair, levels: alignLevels(pair.old, pair.new) }));
}

/** Whether the one scale is another than the other: neither the same one as it is now, nor one of the same levels. */
export function isOtherScale(old: Scale, now: Scale, context: DiffContext): boolean {
  const isKnown = scalePairs(context).some((pair) => pair.old.id === old.id && pair.new.id === now.id);
  return !isKnown && meaning(old) !== meaning(now);
}

function meaning({ levels }: Scale): string {
  return JSON.stringify(levels.map(({ value, label, score }) => [value, label, score]));
}

/** Levels by their value; but where a label moved to another value, that is the same level. */
export function alignLevels(old: Scale, now: Scale): ScalePair['levels'] {
  const named = ({ levels }: Scale) => levels.map((level) => ({ ...level, id: String(level.value) }));
  const [before, after] = [named(old), named(now)];
  const moved = after.flatMap((level) => {
    const twin = before.find((other) => bare(other.label) === bare(level.label));
    return twin === undefined || twin.value === level.value ? [] : [{ old: twin, new: level }];
  });
  const [from, to] = [new Set(moved.map((pair) => pair.old)), new Set(moved.map((pair) => pair.new))];
  const rest = align(
    before.filter((level) => !from.has(level)),
    after.filter((level) => !to.has(level)),
  );
  return { ...rest, pairs: [...rest.pairs, ...moved], renamed: moved };
}

const optionSets = new WeakMap<DiffContext, readonly OptionsPair[]>();

/** Options of questions and profile fields in both versions; a list that several share is there once. */
export function optionsPairs(context: DiffContext): readonly OptionsPair[] {
  const known = optionSets.get(context) ?? collectOptions(context);
  optionSets.set(context, known);
  return known;
}

type Owner = Pair<readonly Option[]> & Pick<OptionsPair, 'type' | 'combine' | 'of'> & { readonly id: string };

function collectOptions({ alignment }: DiffContext): readonly OptionsPair[] {
  const owners: Owner[] = [];
  for (const { old, new: now } of alignment.profile.pairs) {
    if (old.type !== 'choice' || now.type !== 'choice') continue;
    const options = { old: old.options, new: now.options };
    owners.push({ ...options, id: old.id, of: now.id, type: 'choice', combine: 'max' });
  }
  for (const { old, new: now } of alignment.answers.pairs) {
    const of = now.grid?.id ?? now.id;
    if (old.type === 'choice' && now.type === 'choice') {
      owners.push({ old: old.options, new: now.options, id: old.id, of, type: 'choice', combine: 'max' });
    } else if (old.type === 'choices' && now.type === 'choices') {
      const { combine } = now;
      owners.push({ old: old.options, new: now.options, id: old.id, of, type: 'choices', combine });
    }
  }
  const found: (Owner & { owners: string[] })[] = [];
  for (const owner of owners) {
    const known = found.find((each) => each.old === owner.old && each.new === owner.new);
    if (known === undefined) found.push({ ...owner, owners: [owner.id] });
    else known.owners.push(owner.id);
  }
  return found.map((each) => ({
    ...each,
    options: align(each.old, each.new, ({ label }) => bare(label)),
  }));
}

import { shown, wording } from '../../words.js';
import { breaking, type FromTo, notable } from './change-rule.js';

type OfScale = {
  /** The scale's id. */
  readonly scale: string;
};

type LevelOf = OfScale & {
  readonly level: number;
  readonly label: string;
};

type OptionOf = {
  /** The question or profile field, or the first of those that share the options. */
  readonly of: string;
  readonly option: string;
};

type Change<T> = T & { readonly from: string; readonly to: string };

/** Changes of what can be answered: the levels of scales, and options. */
export const answerChanges = {
  'level-removed': breaking<LevelOf>(
    ({ scale, level, label }) => `the scale \`${scale}\` no longer has the level ${level}, ${shown(label)}`,
    () => 'Say in a map what it becomes: `-o map.yaml` drafts one.',
  ),
  'level-added': notable<LevelOf>(
    ({ scale, level, label }) => `the scale \`${scale}\` has a new level ${level}, ${shown(label)}`,
  ),
  'end-level-added': breaking<LevelOf>(
    ({ scale, level, label }) =>
      `the scale \`${scale}\` goes on to a new level ${level}, ${shown(label)}: what was the end of it is no longer`,
  ),
  'levels-renumbered': breaking<OfScale & { pairs: readonly (readonly [number, number])[] }>(
    ({ scale, pairs }) =>
      `levels of the scale \`${scale}\` have other values: ${pairs.map(([from, to]) => `${from} is ${to} now`).join(', ')}`,
    () => 'Keep the values, and give the levels a `score` of their own; or carry answers over with a map.',
  ),
  'level-rescored': breaking<LevelOf & { from: number; to: number }>(
    ({ scale, level, from, to }) => `level ${level} of the scale \`${scale}\` scores ${to} now, not ${from}`,
  ),
  'level-relabelled': notable<Change<OfScale & { level: number }>>(
    ({ scale, level, from, to }) =>
      `the label of level ${level} of the scale \`${scale}\` was edited: ${wording(from)} is ${wording(to)} now`,
  ),
  'level-replaced': breaking<Change<OfScale & { level: number }>>(
    ({ scale, level, from, to }) =>
      `level ${level} of the scale \`${scale}\` is another level now: ${wording(from)} became ${wording(to)}`,
  ),
  'level-reworded': notable<FromTo & { level: number }>(
    ({ id, level, from, to }) =>
      `the wording of level ${level} of \`${id}\` was edited: ${wording(from)} is ${wording(to)} now`,
  ),
  'level-rewritten': breaking<FromTo & { level: number }>(
    ({ id, level, from, to }) =>
      `level ${level} of \`${id}\` says something else now: ${wording(from)} became ${wording(to)}`,
  ),
  'option-removed': breaking<OptionOf & { label: string }>(
    ({ of, option, label }) => `\`${of}\` no longer has the option \`${option}\`, ${shown(label)}`,
    () => 'Say in a map what it becomes: `-o map.yaml` drafts one.',
  ),
  'option-renamed': breaking<Change<{ of: string }>>(
    ({ of, from, to }) => `the option \`${from}\` of \`${of}\` has the id \`${to}\` now, with the same label`,
  ),
  'option-added': notable<OptionOf & { label: string }>(
    ({ of, option, label }) => `\`${of}\` has a new option \`${option}\`, ${shown(label)}`,
  ),
  'scored-option-added': breaking<OptionOf & { label: string; score: number }>(
    ({ of, option, label, score }) =>
      `\`${of}\` has a new option \`${option}\`, ${shown(label)}, whose score ${score} changes how far its scores reach`,
  ),
  'option-rescored': breaking<OptionOf & { from: string; to: string }>(
    ({ of, option, from, to }) => `the option \`${option}\` of \`${of}\` scores ${to} now, not ${from}`,
  ),
  'option-relabelled': notable<OptionOf & { from: string; to: string }>(
    ({ of, option, from, to }) =>
      `the label of the option \`${option}\` of \`${of}\` was edited: ${wording(from)} is ${wording(to)} now`,
  ),
  'option-replaced': breaking<OptionOf & { from: string; to: string }>(
    ({ of, option, from, to }) =>
      `the option \`${option}\` of \`${of}\` is another one now: ${wording(from)} became ${wording(to)}`,
    () => 'Give the new option an id of its own, so that old answers are not taken for it.',
  ),
  'option-made-exclusive': breaking<OptionOf>(
    ({ of, option }) => `the option \`${option}\` of \`${of}\` must stand alone now`,
  ),
  'option-made-combinable': notable<OptionOf>(
    ({ of, option }) => `the option \`${option}\` of \`${of}\` may be chosen with others now`,
  ),
};

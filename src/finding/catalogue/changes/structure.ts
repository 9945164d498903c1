import { and, count, shown } from '../../words.js';
import { breaking, type FromTo, type Id, notable, safe } from './change-rule.js';

type Titled = Id & {
  readonly title: string;
};

/** Changes of what questions stand in, of the profile, and of what is said around them. */
export const structureChanges = {
  'dimension-removed': breaking<Titled & { questions: readonly string[]; moved: readonly string[] }>(
    ({ id, title, questions, moved }) =>
      `there is no dimension \`${id}\`, ${shown(title)}, any more${lost(questions, moved)}`,
  ),
  'dimension-renamed': breaking<{ from: string; to: string }>(
    ({ from, to }) => `the dimension \`${from}\` has the id \`${to}\` now, with the same title`,
    () => 'Keep the id: tables, gates and other rubrics go by it.',
  ),
  'dimension-added': notable<Titled & { questions: number }>(
    ({ id, title, questions }) =>
      `there is a new dimension \`${id}\`, ${shown(title)}, with ${count(questions, 'question')}`,
  ),
  'dimension-moved': breaking<FromTo>(
    ({ id, from, to }) => `the dimension \`${id}\` stands in ${to} now, not in ${from}`,
  ),
  'theme-removed': breaking<Titled>(
    ({ id, title }) => `there is no theme \`${id}\`, ${shown(title)}, any more`,
  ),
  'theme-added': notable<Titled>(({ id, title }) => `there is a new theme \`${id}\`, ${shown(title)}`),
  'profile-field-removed': breaking<Titled>(
    ({ id, title }) => `the profile no longer has the field \`${id}\`, ${shown(title)}`,
  ),
  'profile-field-renamed': breaking<{ from: string; to: string }>(
    ({ from, to }) => `the profile field \`${from}\` has the id \`${to}\` now, with the same title`,
  ),
  'profile-field-added': notable<Titled>(
    ({ id, title }) => `the profile has a new field \`${id}\`, ${shown(title)}`,
  ),
  'required-profile-field-added': breaking<Titled>(
    ({ id, title }) =>
      `the profile has a new field \`${id}\`, ${shown(title)}, which is required: returned answers lack it`,
  ),
  'profile-field-type-changed': breaking<FromTo>(
    ({ id, from, to }) => `the profile field \`${id}\` is a ${to} now, not a ${from}`,
  ),
  'profile-field-made-required': breaking<Id>(({ id }) => `the profile field \`${id}\` is required now`),
  'profile-field-made-optional': notable<Id>(({ id }) => `the profile field \`${id}\` may be left blank now`),
  'profile-field-made-personal': notable<Id & { personal: boolean }>(({ id, personal }) =>
    personal
      ? `the profile field \`${id}\` is personal now, and dropped when answers are read`
      : `the profile field \`${id}\` is no longer personal, and kept when answers are read`,
  ),
  'unit-levels-changed': breaking<{ from: string; to: string }>(
    ({ from, to }) => `units are made by ${to} now, not by ${from}`,
  ),
  'barrier-removed': breaking<Id & { label: string }>(
    ({ id, label }) => `there is no barrier \`${id}\`, ${shown(label)}, any more`,
  ),
  'barrier-added': notable<Id & { label: string }>(
    ({ id, label }) => `there is a new barrier \`${id}\`, ${shown(label)}`,
  ),
  'barrier-relabelled': notable<FromTo>(
    ({ id, from, to }) => `the barrier \`${id}\` reads ${shown(to)} now, not ${shown(from)}`,
  ),
  'non-answer-words-changed': notable<FromTo>(
    ({ id, from, to }) => `what is read as \`${id}\` is ${to} now, not ${from}`,
  ),
  'privacy-changed': notable<{ from: string; to: string }>(
    ({ from, to }) => `figures are withheld below ${to} now, not below ${from}`,
  ),
  'order-changed': safe<Id>(({ id }) => `what stands in \`${id}\` comes in another order`),
  'title-changed': safe<FromTo>(
    ({ id, from, to }) => `the title of \`${id}\` is ${shown(to)} now, not ${shown(from)}`,
  ),
  'help-changed': safe<Id & { keys: readonly string[] }>(
    ({ id, keys }) => `${and(keys)} of \`${id}\` changed`,
  ),
};

function lost(questions: readonly string[], moved: readonly string[]): string {
  const parts = [
    ...(questions.length === 0 ? [] : [`${count(questions.length, 'question')} of it went with it`]),
    ...(moved.length === 0 ? [] : [`${count(moved.length, 'question')} of it moved elsewhere`]),
  ];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

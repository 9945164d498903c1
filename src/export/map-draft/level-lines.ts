import { align } from '../../questionnaire/diff/align.js';
import { alignLevels } from '../../questionnaire/diff/answer-sets.js';
import type { DiffContext } from '../../questionnaire/diff/change.js';
import { bare, isEdit } from '../../questionnaire/diff/wording.js';
import type { Option, Question } from '../../questionnaire/questionnaire.js';
import { meansTheSame } from '../../response/meaning/question-meaning.js';
import { areAlike } from '../../response/migrate/level-targets.js';
import { besideLevels } from './beside-levels.js';
import { comment } from './comment.js';

/**
 * What each old level or option is now, of every question and profile field where one of them is another, or is left to be
 * decided. They are told, too, where others came or their wording was edited: the answers would be asked again otherwise.
 */
export function levelLines({ alignment }: DiffContext): readonly string[] {
  const questions = alignment.answers.pairs
    .filter(({ old, new: now }) => areAlike(old, now))
    .map(({ old, new: now }) => ({
      id: now.id,
      values: valuesOf(old, now),
      isTold: besideLevels(old, now) === undefined && !meansTheSame(old, now),
    }));
  const fields = alignment.profile.pairs.flatMap(({ old, new: now }) =>
    old.type === 'choice' && now.type === 'choice'
      ? [{ id: now.id, values: optionValues(old.options, now.options), isTold: false }]
      : [],
  );
  return [...questions, ...fields].flatMap(({ id, values, isTold }) => {
    // Where one must be told, all are: a value that is left out would be asked again.
    if (values.length === 0 || (!isTold && values.every(({ key, to }) => key === to))) return [];
    return [`  ${id}:`, ...values.map(valueLine)];
  });
}

function valueLine({ key, to, why }: Value): string {
  return to === undefined
    ? `    ${key}:  ${comment(`decide: ${why}`)}`
    : `    ${key}: ${to}  ${comment(why)}`;
}

/** One value of the old version: what it is now, where that is known, and why it is told. */
interface Value {
  readonly key: string;
  readonly to?: string;
  readonly why: string;
}

function valuesOf(old: Question, now: Question): readonly Value[] {
  if (old.type === 'level' && now.type === 'level') {
    const { pairs, added } = alignLevels(old.scale, now.scale);
    const fresh = added.map(({ value, label }) => `${value} "${label}"`);
    return old.scale.levels.map(({ value, label }): Value => {
      const key = String(value);
      const twin = pairs.find((pair) => pair.old.value === value)?.new;
      if (twin === undefined) return { key, why: gone(label, fresh) };
      const [from, to] = [old.wording.get(value) ?? label, now.wording.get(twin.value) ?? twin.label];
      if (!isEdit(label, twin.label)) {
        return { key, why: `was "${label}"; ${twin.value} is "${twin.label}" now` };
      }
      return isEdit(from, to)
        ? { key, to: String(twin.value), why: twin.label }
        : { key, why: `was "${from}"; ${twin.value} is "${to}" now` };
    });
  }
  const [before, after] = [optionsOf(old), optionsOf(now)];
  if (old.type === now.type) {
    return before === undefined || after === undefined ? [] : optionValues(before, after);
  }
  return keysOf(old).map(({ key, label }) => ({
    key,
    why: `was "${label}"; the question is \`${now.type}\` now`,
  }));
}

function optionValues(old: readonly Option[], now: readonly Option[]): readonly Value[] {
  const { pairs, added } = align(old, now, ({ label }) => bare(label));
  const fresh = added.map(({ id, label }) => `\`${id}\` "${label}"`);
  return old.map((option): Value => {
    const { id: key, label } = option;
    const twin = pairs.find((pair) => pair.old === option)?.new;
    if (twin === undefined) return { key, why: gone(label, fresh) };
    return isEdit(label, twin.label)
      ? { key, to: twin.id, why: twin.label }
      : { key, why: `was "${label}"; \`${twin.id}\` is "${twin.label}" now` };
  });
}

/** Something that is gone, with what is new beside it, which may be what it is now. */
function gone(label: string, fresh: readonly string[]): string {
  return `was "${label}", and is gone${fresh.length === 0 ? '' : `; new: ${fresh.join(', ')}`}`;
}

function optionsOf(question: Question): readonly Option[] | undefined {
  return question.type === 'choice' || question.type === 'choices' ? question.options : undefined;
}

/** The answers of a question that can be mapped one by one. */
function keysOf(question: Question): readonly { readonly key: string; readonly label: string }[] {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map(({ value, label }) => ({ key: String(value), label }));
    case 'yes_no':
      return [
        { key: 'yes', label: 'yes' },
        { key: 'no', label: 'no' },
      ];
    case 'choice':
    case 'choices':
      return question.options.map(({ id, label }) => ({ key: id, label }));
    case 'number':
    case 'text':
    case 'date':
      return [];
  }
}

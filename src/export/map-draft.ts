import { align } from '../questionnaire/diff/align.js';
import { alignLevels } from '../questionnaire/diff/answer-sets.js';
import type { DiffContext } from '../questionnaire/diff/change.js';
import { bare, isEdit } from '../questionnaire/diff/wording.js';
import type { Option, Question } from '../questionnaire/questionnaire.js';
import { visible } from './visible.js';

/**
 * A map from the old version of a questionnaire to the new one, as far as it can be told: what was renamed, which level or
 * option an old one is now, and what is gone. What a person must decide is left blank, which `milepost check` refuses until
 * it is filled in.
 */
export function mapDraft(context: DiffContext, name: { readonly old: string; readonly new: string }): string {
  const [old, now] = [context.old.questionnaire, context.new.questionnaire];
  const renames = renameLines(context);
  const levels = levelLines(context);
  const drops = dropLines(context);
  return [
    comment(
      `Carries answers to ${old.id} ${old.version} over to ${now.version}. Drafted by: milepost diff ${name.old} ${name.new}`,
    ),
    '# What says "decide" is left blank for a person: until it is filled in, the map is refused. What is not named here keeps its id.',
    'milepost: 1',
    'kind: map',
    ...(renames.length === 0
      ? []
      : ['# From an id of the old version to its id in the new one.', 'rename:', ...renames]),
    ...(levels.length === 0
      ? []
      : ['# By new question id: from an old level value or option id to the new one.', 'levels:', ...levels]),
    ...drops,
    ...changedLines(context),
    '',
  ].join('\n');
}

/** Something of the old version that has no place in the new one, unless a person knows one. */
interface Homeless {
  readonly id: string;
  /** Its wording or title. */
  readonly text: string;
}

/** Single questions that are not asked any more, those whose id asks something else, and profile fields. */
function homeless({ questions, answers, replaced, profile }: DiffContext['alignment']): readonly Homeless[] {
  return [
    ...questions.removed.flatMap(({ items }) => items),
    ...answers.removed,
    ...replaced.flatMap(({ old }) => old.items),
    ...profile.removed.map(({ id, title }) => ({ id, text: title })),
  ];
}

function renameLines({ alignment }: DiffContext): readonly string[] {
  const { answers, profile } = alignment;
  return [
    ...answers.renamed.map(({ old, new: now }) => `  ${old.id}: ${now.id}  ${comment('the same wording')}`),
    ...profile.renamed.map(({ old, new: now }) => `  ${old.id}: ${now.id}  ${comment('the same title')}`),
    ...homeless(alignment).map(
      ({ id, text }) => `  ${id}:  ${comment(`decide: the new id for "${text}", or move the line to drop`)}`,
    ),
  ];
}

function dropLines({ alignment }: DiffContext): readonly string[] {
  const all = homeless(alignment);
  if (all.length === 0) return [];
  return [
    '# Answers that are given up: take the # away from what has no place under rename.',
    '# drop:',
    ...all.map(({ id, text }) => `#   - ${id}  ${comment(`"${text}"`)}`),
  ];
}

/** Where levels are not the matter, but the wording is: that is for a person to say, and asked again unless one does. */
function changedLines({ alignment }: DiffContext): readonly string[] {
  const edited = alignment.worded.filter(({ old, new: now }) => old.text.trim() !== now.text.trim());
  if (edited.length === 0) return [];
  return [
    '# Their wording was edited. Where the answers still hold, take the # away; otherwise they are asked again.',
    '# changed:',
    ...edited.flatMap(({ old, new: now }) =>
      now.items.map(({ id }) => `#   ${id}: keep  ${comment(`"${old.text}" became "${now.text}"`)}`),
    ),
  ];
}

function levelLines({ alignment }: DiffContext): readonly string[] {
  const questions = alignment.answers.pairs.map((pair) => ({
    id: pair.new.id,
    values: valuesOf(pair.old, pair.new),
  }));
  const fields = alignment.profile.pairs.flatMap(({ old, new: now }) =>
    old.type === 'choice' && now.type === 'choice'
      ? [{ id: now.id, values: optionValues(old.options, now.options) }]
      : [],
  );
  return [...questions, ...fields].flatMap(({ id, values }) => {
    // Where one must be told, all are: a value that is left out would be asked again.
    if (values.every(({ key, to }) => key === to)) return [];
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
    const { pairs } = alignLevels(old.scale, now.scale);
    return old.scale.levels.map(({ value, label }): Value => {
      const key = String(value);
      const twin = pairs.find((pair) => pair.old.value === value)?.new;
      if (twin === undefined) return { key, why: `was "${label}", and is gone` };
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
  const { pairs } = align(old, now, ({ label }) => bare(label));
  return old.map((option): Value => {
    const { id: key, label } = option;
    const twin = pairs.find((pair) => pair.old === option)?.new;
    if (twin === undefined) return { key, why: `was "${label}", and is gone` };
    return isEdit(label, twin.label)
      ? { key, to: twin.id, why: twin.label }
      : { key, why: `was "${label}"; \`${twin.id}\` is "${twin.label}" now` };
  });
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

function comment(text: string): string {
  return `# ${visible(text)}`;
}

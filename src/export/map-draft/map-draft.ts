import type { DiffContext } from '../../questionnaire/diff/change.js';
import { isEdit } from '../../questionnaire/diff/wording.js';
import { areAlike } from '../../response/migrate/level-targets.js';
import { besideLevels } from './beside-levels.js';
import { comment } from './comment.js';
import { levelLines } from './level-lines.js';

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
    ...answers.renamed.filter(({ old, new: now }) => !areAlike(old, now)).map(({ old }) => old),
    ...questions.removed.flatMap(({ items }) => items),
    ...answers.removed,
    ...replaced.flatMap(({ old }) => old.items),
    ...profile.removed.map(({ id, title }) => ({ id, text: title })),
  ];
}

function renameLines({ alignment }: DiffContext): readonly string[] {
  const { answers, profile } = alignment;
  return [
    ...answers.renamed
      .filter(({ old, new: now }) => areAlike(old, now))
      .map(({ old, new: now }) => `  ${old.id}: ${now.id}  ${comment('the same wording')}`),
    ...profile.renamed.map(({ old, new: now }) => `  ${old.id}: ${now.id}  ${comment('the same title')}`),
    ...homeless(alignment).map(({ id, text }) => {
      const words = `decide: the new id for "${text}"${perhaps(text, alignment)}, or move the line to drop`;
      return `  ${id}:  ${comment(words)}`;
    }),
  ];
}

/** What is new and asks something like it. */
function perhaps(text: string, { questions, answers, replaced }: DiffContext['alignment']): string {
  const fresh = [
    ...questions.added.flatMap(({ items }) => items),
    ...answers.added,
    ...replaced.flatMap(({ new: now }) => now.items),
  ];
  const near = fresh.filter((question) => isEdit(text, question.text));
  return near.map((question) => `, perhaps \`${question.id}\` "${question.text}"`).join('');
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

/** Where more changed than levels and options: whether the answers still hold is for a person to say. */
function changedLines({ alignment }: DiffContext): readonly string[] {
  const lines = alignment.answers.pairs.flatMap(({ old, new: now }) => {
    if (!areAlike(old, now)) {
      return [
        `  ${now.id}: ask_again  ${comment(`${old.type} before, ${now.type} now: no answer can be kept`)}`,
      ];
    }
    const beside = besideLevels(old, now);
    if (beside === undefined) return [];
    const { from, to, holds } = beside;
    return holds
      ? [`  ${now.id}: keep  ${comment(`${from} became ${to}: what is not permitted now is asked again`)}`]
      : [`  ${now.id}:  ${comment(`decide: keep or ask_again; ${from} became ${to}`)}`];
  });
  if (lines.length === 0) return [];
  return ['# By new question id: whether the answers to what was changed still hold.', 'changed:', ...lines];
}

import type { Attribute } from '../../../compare/grouping/attribute.js';
import type { Key } from '../../../compare/grouping/key.js';
import { suggest } from '../../../finding/suggest.js';
import { type Questionnaire, unitFields } from '../../../questionnaire/questionnaire.js';
import { UsageError } from '../../usage-error.js';

/** What `--by` names, or the outermost unit field. */
export function keysFor(
  by: readonly string[],
  questionnaire: Pick<Questionnaire, 'profile'>,
  attributes: readonly Attribute[],
): readonly Key[] {
  const fields = unitFields(questionnaire);
  const known: readonly Key[] = [
    ...fields.map(({ id, title }, at): Key => ({ kind: 'unit', id, title, depth: at + 1 })),
    { kind: 'response', id: 'response', title: 'Response' },
    ...attributes.map((attribute): Key => {
      const { id, title } = attribute;
      return { kind: 'attribute', id, title, attribute };
    }),
  ];
  if (by.length === 0) return known.slice(0, 1);
  return by.map((id) => {
    const key = known.find((each) => each.id === id);
    if (key !== undefined) return key;
    const ids = known.map((each) => each.id);
    const meant = suggest(id, ids);
    const why =
      whyNot(id, questionnaire) ??
      `there is no such level${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    throw new UsageError(`--by ${id}: ${why}`, `Levels: ${ids.join(', ')}.`);
  });
}

/** Why a field of the profile cannot be grouped by. */
function whyNot(id: string, { profile }: Pick<Questionnaire, 'profile'>): string | undefined {
  const field = profile.find((each) => each.id === id);
  if (field === undefined) return undefined;
  return field.personal
    ? 'it is personal, and is dropped when answers are read'
    : 'only unit fields and choices can be grouped by';
}

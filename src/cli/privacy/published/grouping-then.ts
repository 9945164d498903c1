import type { Grouping } from '../../../compare/grouping/group.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import type { Shape } from '../../compare/groups/group-shape.js';
import { keysFor } from '../../compare/groups/keys.js';
import { UsageError } from '../../usage-error.js';
import type { Published } from './read-published.js';

/** What rows can stand for in a group of waves, and what they do. */
export interface GroupNow {
  readonly questionnaire: Pick<Questionnaire, 'profile'>;
  readonly shape: Pick<Shape, 'attributes' | 'grouping'>;
}

/** What the rows of a table stood for, as it is now. */
export function groupingThen(
  { file, document: { options } }: Published,
  { questionnaire, shape: { attributes, grouping } }: GroupNow,
): Grouping {
  const by = [...new Set(options.get('--by')?.split(','))];
  const known = new Set([
    ...questionnaire.profile.filter(({ unit }) => unit).map(({ id }) => id),
    'response',
    ...attributes.map(({ id }) => id),
  ]);
  const strange = by.find((id) => !known.has(id));
  if (strange !== undefined) {
    throw new UsageError(
      `--published ${file}: its rows are groups by \`${strange}\`, and there is no such choice of the profile or column of the unit register now`,
      'Who is in which group must be known: give the unit register that the table was made with, by --units. Else what it gives away has to be looked at by hand.',
    );
  }
  return {
    keys: keysFor(by, questionnaire, attributes),
    registered: grouping.registered,
    total: options.has('--total'),
  };
}

import type { Attribute } from '../../../compare/grouping/attribute.js';
import { suggest } from '../../../finding/suggest.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import { UsageError } from '../../usage-error.js';

/** What says what kind of unit one is where nothing else is said to. */
const usual = 'type';

/** The attribute or profile field that says what kind of unit one is: `--kind`, which must be one that there is. */
export function kindField(
  name: string | undefined,
  attributes: readonly Attribute[],
  { profile }: Pick<Questionnaire, 'profile'>,
): string {
  if (name === undefined) return usual;
  const fields = profile.filter(({ personal }) => !personal);
  const ids = [...new Set([...attributes, ...fields].map(({ id }) => id))];
  if (ids.includes(name)) return name;
  const meant = suggest(name, ids);
  throw new UsageError(
    `--kind ${name}: there is no such attribute or profile field${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    ids.length === 0
      ? 'The profile asks nothing that tells kinds apart, and no unit register with further columns is named with --units.'
      : `Kinds can be told by ${ids.join(', ')}.`,
  );
}

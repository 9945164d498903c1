import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import { UsageError } from '../usage-error.js';

type Fields = Pick<Questionnaire, 'profile'>;

/** The personal fields that `--keep` names. */
export function keptFields({ profile: fields }: Fields, keep: readonly string[]): ReadonlySet<string> {
  const personal = fields.filter((field) => field.personal).map(({ id }) => id);
  const stranger = keep.find((id) => !personal.includes(id));
  if (stranger === undefined) return new Set(keep);
  throw new UsageError(
    `--keep ${stranger}: the questionnaire has no personal field of this id`,
    personal.length === 0 ? 'It has no personal field at all.' : `It has ${personal.join(', ')}.`,
  );
}

/** A profile without what is personal and not to be kept. */
export function withoutPersonal(
  { profile: fields }: Fields,
  profile: Response['profile'],
  kept: ReadonlySet<string>,
): Response['profile'] {
  const dropped = new Set(fields.filter(({ id, personal }) => personal && !kept.has(id)).map(({ id }) => id));
  return Object.fromEntries(Object.entries(profile).filter(([id]) => !dropped.has(id)));
}

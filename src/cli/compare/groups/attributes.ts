import {
  type Attribute,
  profileAttribute,
  registerAttribute,
  registerColumns,
} from '../../../compare/grouping/attribute.js';
import type { RegisteredUnit } from '../../../compare/registered-unit.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';

/** What units and responses can be told apart by, beside their names: choices of the profile, and columns of the register. */
export function attributesOf(
  { profile }: Pick<Questionnaire, 'profile'>,
  registered: readonly RegisteredUnit[],
): readonly Attribute[] {
  const choices = profile.flatMap((field) =>
    field.type === 'choice' && !field.unit && !field.personal ? [profileAttribute(field, registered)] : [],
  );
  const columns = registerColumns(registered).filter((id) => !profile.some((field) => field.id === id));
  return [...choices, ...columns.map((id) => registerAttribute(id, registered))];
}

import { noUnit } from '../../compare/comparison.js';
import { type Gatherer, type Gathering, gatherer } from '../../compare/gatherer.js';
import { attributeIn } from '../../intake/register/attribute.js';
import { successorIn } from '../../intake/register/successor.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { Returns } from '../returns.js';
import type { PreparedGroup } from './wave-groups.js';

export interface GroupGatherOptions {
  readonly levels: readonly string[];
  readonly needs: ReadonlySet<Gathering>;
  readonly roles?: string;
  /** The attribute or profile field that says what kind of unit one is. */
  readonly kind: string;
}

/** Gathers what tables need of one group, with what the unit register says of units. */
export function groupGatherer(
  { plans, questionnaire }: PreparedGroup,
  returns: Pick<Returns, 'units' | 'register'> | undefined,
  { levels, needs, roles, kind }: GroupGatherOptions,
): Gatherer {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const register = returns?.register;
  const attribute = register === undefined ? undefined : attributeIn(register, fields, kind);
  return gatherer(questionnaire, plans, {
    levels,
    needs,
    roles,
    expected: returns?.units.all ?? [],
    successor: register === undefined ? (path) => path : successorIn(register, fields),
    kindOf: ({ profile }: Response) => {
      const said = profile[kind];
      const path = fields.map((field) => String(profile[field] ?? noUnit));
      return attribute?.(path) ?? (said === undefined ? undefined : String(said));
    },
  });
}

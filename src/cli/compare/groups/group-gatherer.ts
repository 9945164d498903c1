import { noUnit } from '../../../compare/comparison.js';
import { type GatheredBefore, type Gatherer, type Gathering, gatherer } from '../../../compare/gatherer.js';
import type { Grouping } from '../../../compare/grouping/group.js';
import { successorIn } from '../../../intake/register/successor.js';
import { unitFields } from '../../../questionnaire/questionnaire.js';
import type { Response } from '../../../response/response.js';
import type { Shape } from './group-shape.js';
import { kindField } from './kinds.js';
import type { OpenedGroup } from './read-groups.js';

export interface GroupGatherOptions {
  readonly needs: ReadonlySet<Gathering>;
  readonly roles?: string;
  /** The attribute or profile field that says what kind of unit one is. */
  readonly kind?: string;
  /** Further levels of units, of which tables of exchange told that were given out before. */
  readonly levelsBefore: readonly string[];
  /** What rows stood for in tables that were given out before, by what these are made of. */
  readonly before: Readonly<Record<GatheredBefore, readonly Grouping[]>>;
}

/** Gathers what tables need of one group, with what the unit register says of units. */
export function groupGatherer(
  { plans, questionnaire, returns: { register } }: OpenedGroup,
  { grouping, attributes }: Shape,
  { needs, roles, kind: asked, levelsBefore, before }: GroupGatherOptions,
): Gatherer {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const kind = kindField(asked, attributes, questionnaire);
  const attribute = attributes.find(({ id }) => id === kind);
  return gatherer(questionnaire, plans, {
    grouping,
    needs,
    roles,
    levelsBefore,
    before,
    expected: grouping.registered.map(({ path }) => path),
    successor: register === undefined ? (path) => path : successorIn(register, fields),
    kindOf: ({ profile }: Response) => {
      const path = fields.map((field) => String(profile[field] ?? noUnit));
      const said = attribute?.of({ path, profile }) ?? profile[kind];
      return said === undefined ? undefined : String(said);
    },
  });
}

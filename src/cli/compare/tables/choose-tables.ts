import type { ComparisonTableName } from '../../../export/comparison/tables/names.js';
import { isTableName, otherTables } from '../../../export/comparison/tables/registry.js';
import { suggest } from '../../../finding/suggest.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import { UsageError } from '../../usage-error.js';

export interface TableChoice {
  readonly tables: readonly string[];
  readonly waves: readonly string[];
  readonly roles?: string;
}

/** The tables named; without any, what `--waves` or `--roles` asks for, or else the scores. */
export function chooseTables({ tables, waves, roles }: TableChoice): readonly ComparisonTableName[] {
  if (tables.length === 0) {
    const asked: readonly ComparisonTableName[] = [
      ...(waves.length > 0 ? (['waves'] as const) : []),
      ...(roles === undefined ? [] : (['roles'] as const)),
    ];
    return asked.length > 0 ? asked : ['scores'];
  }
  const chosen = tables.map((name) => {
    if (isTableName(name)) return name;
    const known = ['scores', ...Object.keys(otherTables)];
    const meant = suggest(name, known);
    throw new UsageError(
      `--tables ${name}: there is no such table${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      `Tables: ${known.join(', ')}.`,
    );
  });
  if (chosen.includes('roles') && roles === undefined) {
    throw new UsageError(
      '--tables roles: which profile field says who speaks is not named',
      'Name it with --roles, as in `--roles role`.',
    );
  }
  return chosen;
}

/** Sees that the field that `--roles` names can tell roles apart. */
export function checkRoles(roles: string | undefined, { profile }: Pick<Questionnaire, 'profile'>): void {
  if (roles === undefined) return;
  const fields = profile.filter(({ unit, personal }) => !unit && !personal).map(({ id }) => id);
  if (fields.includes(roles)) return;
  const meant = suggest(roles, fields);
  throw new UsageError(
    `--roles ${roles}: there is no such profile field${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    fields.length === 0
      ? 'The questionnaire asks for nothing but units in its profile.'
      : `Profile fields: ${fields.join(', ')}.`,
  );
}

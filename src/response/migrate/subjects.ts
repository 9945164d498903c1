import type { Dimension, ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';

/** What answers are given to: a question, or a profile field. Their ids share one namespace. */
export type Subject =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'field'; readonly field: ProfileField };

/** The subjects of one version, by id; and the ids that a map may write for several of them, a grid's for its items. */
export interface Subjects {
  readonly byId: ReadonlyMap<string, Subject>;
  readonly grids: ReadonlyMap<string, readonly GridItem[]>;
  /** Ids of the same namespace that nobody gives answers to: dimensions, themes, indices. */
  readonly others: ReadonlySet<string>;
}

interface GridItem {
  readonly id: string;
  readonly item: string;
}

export function subjectsOf(questionnaire: Questionnaire): Subjects {
  const { questions, profile, dimensions, themes, rubric } = questionnaire;
  const byId = new Map<string, Subject>();
  const grids = new Map<string, GridItem[]>();
  for (const field of profile) byId.set(field.id, { kind: 'field', field });
  for (const question of questions) {
    const { id, grid } = question;
    byId.set(id, { kind: 'question', question });
    if (grid === undefined) continue;
    const items = grids.get(grid.id) ?? [];
    grids.set(grid.id, items);
    items.push({ id, item: grid.item });
  }
  const others = [
    ...dimensions.flatMap(idsBelow),
    ...[...themes, ...(rubric.body.indices ?? [])].map(({ id }) => id),
  ];
  return { byId, grids, others: new Set(others) };
}

function idsBelow({ id, dimensions }: Dimension): readonly string[] {
  return [id, ...dimensions.flatMap(idsBelow)];
}

/** The ids that an id in a map stands for: its own, or those of a grid's items; nothing where it is unknown. */
export function idsMeant({ byId, grids }: Subjects, id: string): readonly string[] {
  return byId.has(id) ? [id] : (grids.get(id) ?? []).map((item) => item.id);
}

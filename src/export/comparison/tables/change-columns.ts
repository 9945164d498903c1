import type { ChangePart } from '../../../compare/waves/change.js';

/** What a change is made of, in the order in which it is taken apart: the columns of the table of waves. */
export const changeColumns = [
  { part: 'who', key: 'who_answered', title: 'Who answered' },
  { part: 'answers', key: 'answers_changed', title: 'Answers changed' },
  { part: 'answered', key: 'newly_or_no_longer_answered', title: 'Newly or no longer answered' },
  { part: 'definition', key: 'definition_or_rubric', title: 'Definition or rubric' },
] as const satisfies readonly { readonly part: ChangePart; readonly key: string; readonly title: string }[];

export type ChangeColumn = (typeof changeColumns)[number];

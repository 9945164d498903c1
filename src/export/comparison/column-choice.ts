/** What `--columns` can choose. */
export const columnChoices = ['dimensions', 'themes', 'cells', 'questions', 'indices'] as const;
export type ColumnChoice = (typeof columnChoices)[number];

/** What `--tables` can choose. */
export const comparisonTableNames = [
  'scores',
  'waves',
  'agreement',
  'alpha',
  'talk',
  'roles',
  'ambition',
  'exchange',
  'barriers',
] as const;
export type ComparisonTableName = (typeof comparisonTableNames)[number];

/** The tables beside that of scores. */
const otherTableNames = [
  'waves',
  'agreement',
  'alpha',
  'talk',
  'roles',
  'ambition',
  'exchange',
  'barriers',
] as const;
export type OtherTableName = (typeof otherTableNames)[number];

/** What `--tables` can choose. */
export const comparisonTableNames = ['scores', ...otherTableNames] as const;
export type ComparisonTableName = (typeof comparisonTableNames)[number];

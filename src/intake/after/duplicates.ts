/** What becomes of responses with one key: refused, or one of them counts, or they are merged into one. */
export const duplicatePolicies = ['refuse', 'first', 'last', 'latest', 'merge'] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

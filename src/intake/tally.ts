import type { Finding } from '../finding/finding.js';

/** Things that are told once a file, with a count. */
export type Tally = Map<string, Counted>;

interface Counted {
  count: number;
  readonly tell: (count: number) => Finding;
}

/** Counts one more; `tell` of the first of its key makes the finding, at the first place. */
export function countOne(tally: Tally, key: string, tell: (count: number) => Finding): void {
  const counted = tally.get(key);
  if (counted === undefined) tally.set(key, { count: 1, tell });
  else counted.count += 1;
}

export function talliedFindings(tally: Tally): readonly Finding[] {
  return [...tally.values()].map(({ count, tell }) => tell(count));
}

import type { InWaves, Standings } from './standings.js';

/** Units of a level, by the number of names, and those that their responses are pooled in. */
export interface InnerLevel {
  readonly depth: number;
  readonly pooledIn: number;
}

/**
 * Of some responses that are pooled, those that the figures of inner units beside theirs tell apart where somebody has moved from one of
 * these to another: for each inner unit who stayed, who left and who came, as before, and apart from these who moved out of it
 * and into it. Nothing where nobody has moved.
 */
export function movedApart(
  members: readonly number[],
  { responses }: Pick<Standings, 'responses'>,
  { depth, pooledIn }: InnerLevel,
): readonly (readonly number[])[] {
  const unitOf = (path: readonly string[], names: number) => path.slice(0, names).join('\0');
  const hasMoved = ({ earlier, later }: InWaves) =>
    earlier !== undefined &&
    later !== undefined &&
    unitOf(earlier.path, pooledIn) !== unitOf(later.path, pooledIn);
  const all = members.flatMap((member) => {
    const response = responses[member];
    return response === undefined ? [] : { member, response };
  });
  if (!all.some(({ response }) => hasMoved(response))) return [];
  const apart = new Map<string, number[]>();
  const put = (member: number, kind: 'out' | 'in' | 'here', path: readonly string[]): void => {
    const key = `${kind}\0${unitOf(path, depth)}`;
    const known = apart.get(key);
    if (known === undefined) apart.set(key, [member]);
    else known.push(member);
  };
  for (const { member, response } of all) {
    const { earlier, later } = response;
    if (earlier !== undefined && later !== undefined && hasMoved(response)) {
      put(member, 'out', earlier.path);
      put(member, 'in', later.path);
    } else put(member, 'here', (later ?? earlier)?.path ?? []);
  }
  return [...apart.values()];
}

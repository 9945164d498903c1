import type { Path } from '../../finding/finding.js';
import { childOf } from './tree.js';

/** Why a key that the kind of thing has may not stand in this one, by what stands beside it. */
export function whyNotHere(owner: unknown, path: Path): string {
  const key = path.at(-1);
  const has = (name: string) => childOf(owner, name) !== undefined;
  if (key === 'questions' && has('dimensions'))
    return 'a dimension holds `dimensions` or `questions`, not both';
  if (key === 'from' && has('above')) return 'a band starts `from` a score or `above` it, not both';
  if (key === 'range' && childOf(owner, 'type') === 'number') {
    return has('score')
      ? 'a step table says itself how low and how high it scores'
      : 'it goes with a `score` that is an expression';
  }
  const type = childOf(owner, 'type');
  if (typeof type === 'string') {
    const what = path.includes('questions') ? 'question' : 'profile field';
    return `it is not for a ${what} of type \`${type}\``;
  }
  const method = childOf(owner, 'method');
  if (typeof method === 'string') return `it is not for the method \`${method}\``;
  if (has('scale')) return 'it is not for a question with a `scale`';
  return 'it does not go with what stands beside it';
}

import { totalWeight, weighty } from './arithmetic.js';
import type { CountedChild, Part } from './method.js';

/** Each child's weight ÷ the weights of all that count. */
export function byWeight(children: readonly CountedChild[]): readonly Part[] {
  const total = totalWeight(children);
  return children.map(({ weight }) => ({ kind: 'share', share: total === 0 ? 0 : weight / total }));
}

/** What each child adds to the result. */
export function byAmount(
  children: readonly CountedChild[],
  amount: (child: CountedChild) => number,
): readonly Part[] {
  return children.map((child) => ({ kind: 'amount', amount: amount(child) }));
}

/** Of a method that picks among its children: which of them have one of the scores that it picks. */
export function byChoice(
  children: readonly CountedChild[],
  pick: (scores: readonly number[]) => readonly number[],
): readonly Part[] {
  const picked = pick(weighty(children).map(({ score }) => score));
  return children.map(({ score, weight }) => ({
    kind: 'choice',
    picked: weight > 0 && picked.includes(score),
  }));
}

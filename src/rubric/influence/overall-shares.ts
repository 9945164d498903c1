import type { Plan } from '../plan.js';

/** Each question's share of the overall score by its id, all of them adding up to 1; nothing where there is no overall score. */
export function overallShares(plan: Plan): ReadonlyMap<string, number> | undefined {
  const overall = plan.nodes.find(({ kind }) => kind === 'overall');
  if (overall === undefined) return undefined;
  const { slots, shares } = overall.coverage;
  const ids = new Map([...plan.terms, ...plan.presences].map(({ slot, question }) => [slot, question.id]));
  const found = new Map<string, number>();
  for (const [i, slot] of slots.entries()) {
    const id = ids.get(slot);
    if (id !== undefined) found.set(id, (found.get(id) ?? 0) + (shares[i] ?? 0));
  }
  return found;
}

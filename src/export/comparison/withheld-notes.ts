import type { Suppression } from '../../compare/suppression/suppress.js';

/** What is said under a table of figures that are withheld. */
export function withheldNotes(
  suppressions: readonly Suppression[],
  minGroup: number,
  count: 'people' | 'responses',
): readonly string[] {
  const small = suppressions.reduce((sum, suppression) => sum + suppression.small.length, 0);
  const further = suppressions.reduce((sum, suppression) => sum + suppression.further.length, 0);
  if (small + further === 0) return [];
  const few = `fewer than ${minGroup} ${count}`;
  const because = [
    ...(small > 0 ? [`${small} about ${few}`] : []),
    ...(further > 0 ? [`${further} from which others could be worked out`] : []),
  ];
  const [figures, are] = small + further === 1 ? ['figure', 'is'] : ['figures', 'are'];
  return [`${small + further} ${figures} ${are} withheld for confidentiality: ${because.join(', ')}.`];
}

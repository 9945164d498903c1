import type { Suppression } from '../../compare/suppression/suppress.js';

/** What is said under a table of figures that are withheld. */
export function withheldNotes(
  { small: few, further: others }: Pick<Suppression, 'small' | 'further'>,
  minGroup: number,
  count: 'people' | 'responses',
): readonly string[] {
  const [small, further] = [few.length, others.length];
  if (small + further === 0) return [];
  const because = [
    ...(small > 0 ? [`${small} about fewer than ${minGroup} ${count}`] : []),
    ...(further > 0 ? [`${further} from which others could be worked out`] : []),
  ];
  const [figures, are] = small + further === 1 ? ['figure', 'is'] : ['figures', 'are'];
  return [`${small + further} ${figures} ${are} withheld for confidentiality: ${because.join(', ')}.`];
}

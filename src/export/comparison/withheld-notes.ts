import type { Suppression } from '../../compare/suppression/suppress.js';

/** What small groups are kept by. */
interface GroupRule {
  readonly minGroup: number;
  readonly count: 'people' | 'responses';
}

/**
 * What is said of figures that are withheld: in how many cells, as a reader counts them, and why. Of figures that no cell stands for, that
 * they are left out.
 */
export function withheldNotes(
  { small, further }: Pick<Suppression, 'small' | 'further'>,
  cells: number,
  { minGroup, count }: GroupRule,
): readonly string[] {
  const because = [
    ...(small.length > 0 ? [`about fewer than ${minGroup} ${count}`] : []),
    ...(further.length > 0 ? ['from which others could be worked out'] : []),
  ].join(', or ');
  if (cells > 0) {
    const [are, figures] = cells === 1 ? ['cell is', 'a figure'] : ['cells are', 'figures'];
    return [
      `${cells} ${are} withheld for confidentiality${because === '' ? '' : `: ${figures} ${because}`}.`,
    ];
  }
  if (because === '') return [];
  return [
    `Figures ${because} are withheld for confidentiality: they are left out, and no cell stands for them.`,
  ];
}

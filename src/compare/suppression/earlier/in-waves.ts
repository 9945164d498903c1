import { isWithin } from '../../../rubric/range.js';
import { type Comparison, unitKey } from '../../comparison.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';

/**
 * A wide table of one wave does not say which. Its figures are of the only wave that there is, or else of each wave in which the
 * figure is as it was given out, and of the last where it is so in none.
 */
export function inWaves(
  earlier: readonly EarlierFigure[],
  { units, waves, plan }: Pick<Comparison, 'units' | 'waves' | 'plan'>,
): readonly EarlierFigure[] {
  const last = waves.at(-1);
  if (last === undefined || waves.includes('') || earlier.every(({ wave }) => wave !== '')) return earlier;
  const byKey = new Map(units.map((unit) => [unitKey(unit), unit]));
  const slots = new Map([...plan.nodes, ...plan.indices].map(({ id, slot }) => [id, slot]));
  return earlier.flatMap((figure) => {
    if (figure.wave !== '') return [figure];
    const { value, measure, node } = figure;
    const alike = waves.filter((wave) => {
      const now = byKey.get(unitKey({ ...figure, wave }))?.card[measure][slots.get(node) ?? -1];
      return value !== null && now !== undefined && isWithin(now, roundedRange(value, measure, plan));
    });
    return (alike.length > 0 ? alike : [last]).map((wave) => ({ ...figure, wave }));
  });
}

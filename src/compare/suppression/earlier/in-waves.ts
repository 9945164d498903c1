import { isWithin } from '../../../rubric/range.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';

/**
 * The waves in which all figures that name none are as they were given out, of as many responses: those that a wide table of one
 * wave can be of, which does not say which. `known` are groups of units, beside the comparison's own units.
 */
export function wavesAsThen(
  earlier: readonly EarlierFigure[],
  { units, waves, plan }: Pick<Comparison, 'units' | 'waves' | 'plan'>,
  known: readonly Unit[],
): readonly string[] {
  const told = earlier.filter(({ wave, value }) => wave === '' && value !== null);
  if (told.length === 0) return [];
  const byKey = new Map([...units, ...known].map((unit) => [unitKey(unit), unit]));
  const slots = new Map([...plan.nodes, ...plan.indices].map(({ id, slot }) => [id, slot]));
  const isAsThen = (figure: EarlierFigure, wave: string): boolean => {
    const { value, measure, responses, counts } = figure;
    const slot = slots.get(figure.node) ?? -1;
    const unit = byKey.get(unitKey({ ...figure, wave }));
    const now = unit?.card[measure][slot];
    if (unit === undefined || now === undefined || value === null) return false;
    const count = counts === 'all' ? unit.size : unit.card.responses[slot];
    return isWithin(now, roundedRange(value, measure, plan)) && (responses ?? count) === count;
  };
  return waves.filter((wave) => told.every((figure) => isAsThen(figure, wave)));
}

/** Figures that name no wave as those of some. */
export function inWaves(
  earlier: readonly EarlierFigure[],
  waves: readonly string[],
): readonly EarlierFigure[] {
  return earlier.flatMap((figure) =>
    figure.wave === '' ? waves.map((wave) => ({ ...figure, wave })) : [figure],
  );
}

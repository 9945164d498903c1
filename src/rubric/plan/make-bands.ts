import type { Path } from '../../finding/finding.js';
import type { BandDefinition } from '../../generated/definitions.js';
import type { Band } from '../plan.js';
import type { Reporting } from './rubric-context.js';

/** Bands as they are looked up; reports those out of order. */
export function makeBands(
  definitions: readonly BandDefinition[] | undefined,
  path: Path,
  { report }: Pick<Reporting, 'report'>,
): readonly Band[] {
  const bands: Band[] = [];
  for (const [i, { id, label, from, above, value }] of (definitions ?? []).entries()) {
    const start = from ?? above ?? Number.NaN;
    const before = bands.at(-1);
    if (
      before !== undefined &&
      start <= before.from &&
      !(above !== undefined && !before.exclusive && start === before.from)
    ) {
      const key = above === undefined ? 'from' : 'above';
      report('bands-out-of-order', [...path, i, key], { id, from: start, before: before.from });
      continue;
    }
    if (bands.some((band) => band.id === id)) {
      report('duplicate-name', [...path, i, 'id'], { what: 'band', id });
      continue;
    }
    bands.push({
      id,
      label,
      from: start,
      exclusive: above !== undefined,
      ...(value === undefined ? {} : { value }),
    });
  }
  return bands;
}

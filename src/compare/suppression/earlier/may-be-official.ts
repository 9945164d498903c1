import type { Comparison } from '../../comparison.js';
import type { UnitPlace } from '../../unit-places.js';

/** Whether a response behind a place may be of a body, and of nobody: then it cannot be said how many people so many responses are of. */
export function mayBeOfficial({ leaves }: Pick<Comparison, 'leaves'>): (whose: UnitPlace) => boolean {
  const official = leaves.flatMap(({ unit }) => (unit.people === 0 ? [unit] : []));
  const found = new Set(official.flatMap(({ wave, path }) => [wave, outermost(wave, path)]));
  return ({ wave, path }) => found.has(path.length === 0 ? wave : outermost(wave, path));
}

function outermost(wave: string, [first = '']: readonly string[]): string {
  return `${wave}\0${first}`;
}

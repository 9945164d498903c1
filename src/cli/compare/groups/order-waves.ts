import { UsageError } from '../../usage-error.js';
import type { ResponseFilter } from './filtered.js';

/** The waves of a run. */
export interface Waves {
  /** Those of the responses that count. */
  readonly found: readonly string[];
  /** Those of all responses. */
  readonly there: readonly string[];
  readonly asked: readonly string[];
  /** Those that the config names, the earliest first. */
  readonly configured: readonly string[];
}

/** The waves that were found, in the order asked for, or of the config, or of their names. */
export function orderWaves(
  { found, there, asked, configured }: Waves,
  filter: Pick<ResponseFilter, 'meant'>,
): readonly string[] {
  const missing = asked.find((wave) => !there.includes(wave));
  if (missing !== undefined) {
    const named = there.filter((wave) => wave !== '').toSorted(byName);
    throw new UsageError(
      `--waves ${missing}: no response is of this wave`,
      named.length === 0 ? 'No response names a wave.' : `Waves: ${named.join(', ')}.`,
    );
  }
  const left = asked.find((wave) => !found.includes(wave));
  if (left !== undefined)
    throw new UsageError(
      `--filter leaves no response of wave ${left}${filter.meant()}`,
      'Names are compared exactly.',
    );
  if (asked.length > 0) return asked;
  const places = (wave: string) => {
    if (wave === '') return -1;
    const at = configured.indexOf(wave);
    return at < 0 ? configured.length : at;
  };
  return found.toSorted((one, other) => places(one) - places(other) || byName(one, other));
}

/** What is said where the waves asked for go back in time, as far as the config or the years in their names tell. */
export function backwards({ asked, configured }: Pick<Waves, 'asked' | 'configured'>): readonly string[] {
  const [first, last] = [asked[0], asked.at(-1)];
  const goesBack = asked.some((wave, at) => {
    const before = asked[at - 1];
    return before !== undefined && isEarlier(wave, before, configured);
  });
  return goesBack ? [`--waves ${asked.join(',')}: told from ${first} to ${last}.`] : [];
}

/** What is said where a change is asked for and there is but one wave. */
export function withoutSecond(waves: readonly string[]): readonly string[] {
  const [only = '', ...others] = waves;
  if (others.length > 0) return [];
  return [
    only === ''
      ? 'No response names a wave, so there is no change to tell of.'
      : `${only} is the only wave here, so there is no change to tell of.`,
  ];
}

/** A year, a month or a day, which texts put in order. */
const time = /^\d{4}(-\d{2}){0,2}$/;

function isEarlier(one: string, other: string, configured: readonly string[]): boolean {
  const [at, before] = [configured.indexOf(one), configured.indexOf(other)];
  if (at >= 0 && before >= 0) return at < before;
  return time.test(one) && time.test(other) && one < other;
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

import type { Privacy } from '../../questionnaire/questionnaire.js';

/** What is asked for on the command line. */
export interface PrivacyOptions {
  readonly minGroup?: number;
  readonly publish: boolean;
  /** Tables given out before, as JSON files. */
  readonly published: readonly string[];
}

/** The least group that may be told of in what is released, where the questionnaire says nothing. */
const publishedLeast = 5;

/** The least group that may be told of: the questionnaire's, which the command line can only raise. */
export function leastGroup(
  { minGroup: own }: Privacy,
  { minGroup = 0, publish }: Pick<PrivacyOptions, 'minGroup' | 'publish'>,
): number {
  return Math.max(own, minGroup, publish && own === 0 ? publishedLeast : 0);
}

/** What is said where the command line asks for a smaller group than the questionnaire has, in whichever version asks for most. */
export function lowerGroup(
  versions: readonly Pick<Privacy, 'minGroup'>[],
  { minGroup }: PrivacyOptions,
): readonly string[] {
  const own = Math.max(0, ...versions.map((version) => version.minGroup));
  return minGroup === undefined || minGroup >= own
    ? []
    : [`--min-group ${minGroup}: the questionnaire's ${own} counts, which can only be raised.`];
}

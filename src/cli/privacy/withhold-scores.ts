import type { Comparison } from '../../compare/comparison.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Shape } from '../compare/group-shape.js';
import type { CompareOptions } from '../compare/options.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { readPublished } from './read-published.js';
import { type Protected, withholdSmallGroups } from './withhold-small-groups.js';

/** The same of several groups of waves, each with its comparisons. */
export interface ProtectedGroups extends Omit<Protected, 'comparisons'> {
  readonly comparisons: readonly (readonly Comparison[])[];
}

type Group = WaveGroup & { readonly questionnaire: Questionnaire; readonly shape: Shape };

/** Refuses other tables than that of scores in what is released: what could be worked out from them is not reckoned. */
export function refuseTables(
  names: readonly ComparisonTableName[],
  { publish, published }: Pick<CompareOptions, 'publish' | 'published'>,
): void {
  const others = names.filter((name) => name !== 'scores');
  if (others.length === 0 || (!publish && published.length === 0)) return;
  throw new UsageError(
    `${publish ? '--publish' : '--published'} is for the table of scores alone, and not for ${others.join(', ')}`,
    'Ask for --tables scores.',
  );
}

/** Withholds what must not be in the table of scores, where that is asked for; a usage error where other tables would tell it. */
export async function withholdScores(
  groups: readonly Group[],
  names: readonly ComparisonTableName[],
  options: CompareOptions & { readonly file: string },
  { cwd }: Pick<Host, 'cwd'>,
): Promise<ProtectedGroups> {
  if (!names.includes('scores')) {
    const comparisons = groups.map(({ gathered }) => gathered.comparisons);
    return { comparisons, withheld: [], since: [], revealed: [] };
  }
  if (options.published.length > 0 && groups.length > 1) {
    throw new UsageError('--published reckons with waves of one version of the questionnaire alone');
  }
  const kept: Protected[] = [];
  for (const { plans, gathered, questionnaire, shape } of groups) {
    const by = {
      privacy: questionnaire.privacy,
      grouping: shape.grouping,
      published: readPublished(options, plans, cwd),
      questionnaireFile: options.file,
    };
    kept.push(await withholdSmallGroups(gathered.comparisons, by, options));
  }
  const withheld = kept.flatMap((each) => each.withheld);
  if (withheld.length > 0 && names.length > 1) {
    throw new UsageError(
      'figures must be withheld from the table of scores, and it is not reckoned what other tables tell of them',
      'Ask for --tables scores, or leave it out.',
    );
  }
  return {
    comparisons: kept.map(({ comparisons }) => comparisons),
    withheld,
    since: kept.flatMap(({ since }) => since),
    revealed: kept.flatMap(({ revealed }) => revealed),
  };
}

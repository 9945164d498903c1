import type { Comparison } from '../../compare/comparison.js';
import type { Grouping } from '../../compare/grouping/group.js';
import type { EarlierFigure } from '../../compare/suppression/earlier/earlier-figure.js';
import { changesSince } from '../../export/comparison/changes-since.js';
import { withheldNotes } from '../../export/comparison/withheld-notes.js';
import type { Finding } from '../../finding/finding.js';
import type { Privacy } from '../../questionnaire/questionnaire.js';
import type { CompareOptions } from '../compare/options.js';
import { keepSmallGroups } from './keep-small-groups.js';
import { leastGroup } from './min-group.js';
import { hasSmallRow, refuseUnmodelled, unmodelledOptions } from './refuse-unmodelled.js';
import { revealedFindings } from './revealed-findings.js';
import { shownTable } from './shown-table.js';

/** What small groups are to be kept by. */
export interface KeepingBy {
  readonly privacy: Privacy;
  readonly grouping: Grouping;
  /** By rubric, the figures of tables given out before. */
  readonly published: readonly (readonly EarlierFigure[])[];
  readonly questionnaireFile: string;
}

/** What may be shown, and what is said of the rest. */
export interface Protected {
  readonly comparisons: readonly Comparison[];
  /** How many figures are withheld, and why; nothing where none is. */
  readonly withheld: readonly string[];
  /** What became of tables given out before. */
  readonly since: readonly string[];
  /** Withheld figures that can be worked out all the same: nothing may be written then. */
  readonly revealed: readonly Finding[];
}

/** Comparisons without what people in small groups could be recognised by. A usage error where that cannot be made sure of. */
export async function withholdSmallGroups(
  compared: readonly Comparison[],
  { privacy, grouping, published, questionnaireFile }: KeepingBy,
  options: CompareOptions,
): Promise<Protected> {
  const minGroup = leastGroup(privacy, options);
  const levels = grouping.keys.flatMap(({ kind, id }) => (kind === 'attribute' ? [] : [id]));
  const shown = compared.map(({ plan }) => shownTable(plan, levels, options));
  const unmodelled = unmodelledOptions(grouping, options.peers);
  if (options.published.length > 0) {
    refuseUnmodelled(unmodelled, '--published reckons with tables of units alone');
  }
  const { comparisons, suppressions } = await keepSmallGroups(compared, shown, minGroup, published);
  const withheld = withheldNotes(suppressions, minGroup, privacy.count);
  const isSmall = (comparison: Comparison, i: number) =>
    shown[i] !== undefined && hasSmallRow(comparison, grouping, shown[i], minGroup);
  if (minGroup > 1 && unmodelled.length > 0 && (withheld.length > 0 || compared.some(isSmall))) {
    refuseUnmodelled(unmodelled, `figures about fewer than ${minGroup} ${privacy.count} must be withheld`);
  }
  const since = comparisons.flatMap((comparison, i) => {
    const [table, earlier] = [shown[i], published[i] ?? []];
    return table === undefined || options.published.length === 0
      ? []
      : changesSince(comparison, table, earlier, minGroup);
  });
  const revealed = suppressions.flatMap((suppression) => revealedFindings(suppression, questionnaireFile));
  return { comparisons, withheld, since, revealed };
}

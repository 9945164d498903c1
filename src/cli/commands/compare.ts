import { rubricChanges } from '../../export/comparison/band-changes.js';
import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import { checkLists, checkOptions } from '../compare/checked-options.js';
import { gatherComparison } from '../compare/gather-comparison.js';
import { withoutSecond } from '../compare/groups/order-waves.js';
import { sortAsked } from '../compare/groups/sorting.js';
import type { CompareAsked, CompareOptions } from '../compare/options.js';
import { sortTargets } from '../compare/shaping.js';
import { chooseTables } from '../compare/tables/choose-tables.js';
import { tableMaker } from '../compare/tables/make-tables.js';
import { checkTables, keepWhatIsThere, writeTables } from '../compare/tables/write-tables.js';
import { exitCode, exitCodes } from '../exit-code.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { returnsLine } from '../returns/returns-line.js';

/** Units side by side; `version` is Milepost's own. */
export async function compare(
  args: readonly string[],
  asked: CompareAsked,
  host: Host,
  version: string,
): Promise<number> {
  checkLists(asked);
  const names = chooseTables(asked);
  checkTables(names, asked);
  checkOptions(names, asked);
  keepWhatIsThere(names, asked, host);
  const { layout = names.includes('scores') ? 'wide' : 'long', sort } = asked;
  const options: CompareOptions = { ...asked, layout };
  const wanted = { args, names, sortable: sortTargets(names, asked), also: alsoFor(options.columns) };
  const gathered = await gatherComparison(wanted, options, host, version);
  if (gathered === undefined) return exitCodes.couldNot;
  const { groups, showings, kept, waves } = gathered;
  const { files, filter, tally, findings, told } = gathered;
  const make = tableMaker(kept.groups, showings, {
    ...options,
    ...kept,
    waves,
    others: { layout: asked.layout ?? 'long', ...(sort === undefined ? {} : { sorting: sortAsked(sort) }) },
  });
  const cells = await writeTables(names, make, gathered, options, host);

  await printFindings(findings, host, files, options.color);
  const lines = [
    ...groups.flatMap(({ plans, shape }, at) => {
      const showing = showings[at];
      return plans.length > 1 && showing !== undefined ? rubricChanges(showing, shape.rank) : [];
    }),
    ...filter.lines(),
    ...gathered.remarks,
    ...(names.includes('waves') ? withoutSecond(waves) : []),
    ...kept.withheld(cells),
    ...kept.since,
    returnsLine(tally.rows, 'scored'),
  ];
  host.stderr.write(`${lines.join('\n')}\n`);
  return exitCode({ findings: [...told, ...findings], rejected: tally.rows.rejected }, options.failOn);
}

/** What must be scored beside the usual for a choice of columns. */
export function alsoFor(columns: ColumnChoice): 'cells' | 'questions' | undefined {
  return columns === 'cells' || columns === 'questions' ? columns : undefined;
}

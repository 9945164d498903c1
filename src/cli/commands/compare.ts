import { collector } from '../../compare/collect.js';
import { unitName } from '../../compare/comparison.js';
import { rubricChanges } from '../../export/comparison/band-changes.js';
import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import { comparisonTables } from '../../export/comparison/tables.js';
import { withWithheld } from '../../export/comparison/with-withheld.js';
import { attributesOf } from '../compare/attributes.js';
import { checkOptions } from '../compare/checked-options.js';
import { describeFile } from '../compare/describe-file.js';
import { compiledFilter, filterFile, responseFilter } from '../compare/filtered.js';
import { keysFor } from '../compare/keys.js';
import type { CompareOptions } from '../compare/options.js';
import { peersFor } from '../compare/peers.js';
import { digestedInputs, filesBeside, provenanceOf } from '../compare/provenance.js';
import { show } from '../compare/show.js';
import { sortingFor } from '../compare/sorting.js';
import { exitCode, exitCodes } from '../exit-code.js';
import { diskFiles } from '../files.js';
import type { Host } from '../host.js';
import { tableFormatFor, writeDocument } from '../output.js';
import { prepare } from '../prepare.js';
import { printFindings } from '../print.js';
import { readPublished } from '../privacy/read-published.js';
import { withholdSmallGroups } from '../privacy/withhold-small-groups.js';
import { readReturns, wantsProgress } from '../progress.js';
import { whatToRead } from '../project/what-to-read.js';
import { canBeRead, openReturns } from '../returns.js';
import { returnsLine } from '../returns-line.js';
import { problemFindings } from '../score-problems.js';
import { scoreAll } from '../scoring.js';

/** Units side by side; `version` is Milepost's own. */
export async function compare(
  args: readonly string[],
  options: CompareOptions,
  host: Host,
  version: string,
): Promise<number> {
  const files = diskFiles(host.cwd, filterFile(options.filter));
  const format = tableFormatFor(options);
  checkOptions(options);
  const toRead = await whatToRead(args, options, host, files);
  const prepared = await prepare(toRead.questionnaire, files, host, options, alsoFor(options.columns));
  await printFindings(prepared.findings, host, files, options.color);
  if (prepared.plans === undefined) return exitCodes.couldNot;
  const { plans, questionnaire } = prepared;
  const compiled = compiledFilter(options.filter, questionnaire);
  const returns = await openReturns(questionnaire, toRead, options, host, files);
  const before = [...(compiled?.findings ?? []), ...returns.findings];
  await printFindings(before, host, files, options.color);
  if (!canBeRead({ ...returns, findings: before })) return exitCodes.couldNot;

  const filter = responseFilter(compiled?.filter);
  const registered = filter.expected(returns.units.all);
  const attributes = attributesOf(questionnaire, registered);
  const rank = options.rank ? { strict: options.strictRanks } : undefined;
  const shape = {
    grouping: { keys: keysFor(options.by, questionnaire, attributes), registered, total: options.total },
    sorting: sortingFor(options.sort, plans[0]),
    rank,
    peers: peersFor(options.peers, attributes, registered),
  };

  const published = readPublished(options, plans, host.cwd);
  const inputs = digestedInputs(returns.inputs);
  const expected = registered.map(({ path }) => path);
  const collectors = plans.map((plan) => collector(plan, expected));
  const progress = wantsProgress(host, options.color, false);
  const batches = readReturns(questionnaire, { ...returns, inputs }, host, progress);
  const tally = await scoreAll(prepared, batches, ({ response, cards }) => {
    if (!filter.keeps(response.profile)) return;
    for (const [i, card] of cards.entries()) collectors[i]?.add(response, card);
  });
  const { grouping } = shape;
  const { comparisons, withheld, since, revealed } = await withholdSmallGroups(
    collectors.map(({ finish }) => finish()),
    { privacy: questionnaire.privacy, grouping, published, questionnaireFile: toRead.questionnaire },
    options,
  );
  if (revealed.length > 0) {
    await printFindings(revealed, host, files, options.color);
    return exitCodes.couldNot;
  }
  const problems = problemFindings(plans);
  for (const [i, { units }] of comparisons.entries()) {
    for (const unit of units) {
      if (unit.response === undefined) problems.note(i, unitName(unit), unit.problems);
    }
  }
  const findings = [...tally.findings, ...problems.findings()];

  const showing = show(comparisons, shape);
  // What is released is one table.
  const several = format.writeDocument !== undefined && format.name !== 'json' && !options.publish;
  const tables = withWithheld(comparisonTables(showing, { ...options, several }), {
    notes: [...withheld, ...(options.publish ? since : [])],
    forRelease: options.publish,
  });
  const beside = await filesBeside(toRead, options, returns.units.all.length, host);
  const provenance = provenanceOf(prepared, { inputs, read: tally.read, beside }, options, version);
  const written = await writeDocument({ tables, provenance }, options, host);
  const [table] = tables;
  if (options.datapackage && options.output !== undefined && table !== undefined) {
    describeFile(options.output, String(written), table, provenance, host);
  }

  await printFindings(findings, host, files, options.color);
  const lines = [
    ...(comparisons.length > 1 ? rubricChanges(showing, rank) : []),
    ...filter.lines(),
    ...withheld,
    ...since,
    returnsLine(tally.accepted, tally.rejected, 'scored'),
  ];
  host.stderr.write(`${lines.join('\n')}\n`);
  return exitCode(
    { findings: [...prepared.findings, ...before, ...findings], rejected: tally.rejected },
    options.failOn,
  );
}

/** What must be scored beside the usual for a choice of columns. */
export function alsoFor(columns: ColumnChoice): 'cells' | 'questions' | undefined {
  return columns === 'cells' || columns === 'questions' ? columns : undefined;
}

import type { Supplement } from '../../export/findings/printer.js';
import { itemTables } from '../../export/statistics/item-tables.js';
import { itemAnalysisRecord, statisticsRecord } from '../../export/statistics/json.js';
import { questionnaireTables } from '../../export/statistics/questionnaire-tables.js';
import type { Table } from '../../export/tables/table.js';
import { terminal } from '../../export/tables/writers/terminal.js';
import type { Finding } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import { noRows, type RowCounts, withBatch } from '../../intake/ledger/row-counts.js';
import { kindWritten } from '../../questionnaire/load-definition.js';
import { questionnaireStatistics } from '../../questionnaire/statistics/statistics.js';
import { overallShares } from '../../rubric/influence/overall-shares.js';
import { weightMatrix } from '../../rubric/influence/weight-matrix.js';
import { type ItemAnalysis, itemAnalyser } from '../../rubric/item-analysis/item-analysis.js';
import type { Plan } from '../../rubric/plan.js';
import type { DiskFiles } from '../files/files.js';
import { type Host, wantsUnicode } from '../host.js';
import type { FindingOutput } from '../policy/outputs.js';
import { responseInputs } from '../returns/inputs.js';
import { returnsLine } from '../returns/returns-line.js';
import { prepare } from '../scoring/prepare.js';
import { UsageError } from '../usage-error.js';
import { assignResponses } from './assign.js';

export interface DescribeOptions {
  /** Whether to tell what questionnaires ask, weigh and take. */
  readonly stats: boolean;
  /** The answers by which to tell how questions behave. */
  readonly responses: readonly string[];
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
}

/** What there is to tell of questionnaires besides findings, and what was found in the answers to them. */
export interface Description {
  readonly supplement: Supplement;
  readonly findings: readonly Finding[];
  readonly rejected: number;
  /** Whether answers were left unread, as their questionnaire has errors. */
  readonly couldNot: boolean;
  /** What was done, in lines for standard error. */
  readonly summary: string;
}

/** Describes the questionnaires among some definition files. */
export async function describe(
  checked: readonly string[],
  options: DescribeOptions,
  host: Host,
  files: DiskFiles,
): Promise<Description> {
  const named = [...new Set(checked)].filter((file) => isQuestionnaire(file, files));
  if (named.length === 0 && options.responses.length > 0) {
    throw new UsageError(
      'no questionnaire is named that the answers belong to',
      'Name it before --responses.',
    );
  }
  const plans = new Map<string, Plan>();
  for (const file of named) {
    const [plan] = (await prepare(file, files, host, { ...options, rubric: [] })).plans ?? [];
    if (plan !== undefined) plans.set(file, plan);
  }
  const unusable = named.filter((file) => !plans.has(file));
  const returned = await returnedTo(plans, unusable, options, host);
  const described = named.map((file) => describedFile(file, plans.get(file), returned, options));
  const unicode = !host.stdout.isTerminal || wantsUnicode(host);
  return {
    supplement: {
      text: (width, color) =>
        described
          .flatMap(({ tables }) => tables.map((table) => terminal.write(table, { width, color, unicode })))
          .join('\n'),
      members: { files: described.map(({ record }) => record) },
    },
    findings: returned.findings,
    rejected: returned.rows.rejected,
    couldNot: options.responses.length > 0 && unusable.length > 0,
    summary: summaryOf(named, unusable, returned, options),
  };
}

function summaryOf(
  named: readonly string[],
  unusable: readonly string[],
  { rows }: Returned,
  { responses }: DescribeOptions,
): string {
  const read = responses.length > 0;
  const lines = unusable.map((file) =>
    read ? `${file} cannot be used: no response was looked at.` : `${file} has errors: no statistics of it.`,
  );
  if (named.length === 0) lines.push('No questionnaire among the files: no statistics.');
  if (read && unusable.length === 0) lines.push(returnsLine(rows, 'looked at'));
  return lines.map((line) => `${line}\n`).join('');
}

function isQuestionnaire(file: string, files: DiskFiles): boolean {
  const read = files.read(file);
  return 'text' in read && kindWritten(read.text) === 'questionnaire';
}

/** The other formats have no place for anything but findings. */
/** Ends the run where a description is asked for that cannot be given, before anything is written. */
export function refuseToDescribe(outputs: readonly FindingOutput[], options: DescribeOptions): void {
  refuseOtherFormats(outputs, options);
  refuseDefinitions(options.responses);
}

function refuseOtherFormats(outputs: readonly FindingOutput[], { stats }: DescribeOptions): void {
  if (outputs.some(({ format }) => format === 'pretty' || format === 'json')) return;
  const formats = outputs.map(({ format }) => format).join(' and ');
  throw new UsageError(
    `${stats ? '--stats' : '--responses'} cannot be written as ${formats}`,
    'Add --format pretty or --format json; with -o FILE behind all formats but one.',
  );
}

/** All that stands behind --responses is taken for answers, a definition too. */
function refuseDefinitions(responses: readonly string[]): void {
  const definition = responses.find((path) => /\.ya?ml$/i.test(path));
  if (definition === undefined) return;
  throw new UsageError(
    `${definition} stands behind --responses, which takes answers`,
    'Name definitions before --responses, or put -- between the answers and them.',
  );
}

interface Returned {
  readonly analyses: ReadonlyMap<string, ItemAnalysis>;
  readonly findings: readonly Finding[];
  readonly rows: RowCounts;
}

/** Reads the answers to each questionnaire. Where one of several cannot be used, which answers are its own is not known. */
async function returnedTo(
  plans: ReadonlyMap<string, Plan>,
  unusable: readonly string[],
  { responses }: DescribeOptions,
  host: Host,
): Promise<Returned> {
  const analyses = new Map<string, ItemAnalysis>();
  const findings: Finding[] = [];
  let rows = noRows;
  if (responses.length === 0 || unusable.length > 0) return { analyses, findings, rows };
  const candidates = [...plans].map(([file, { questionnaire }]) => ({ file, questionnaire }));
  for (const [file, paths] of await assignResponses(candidates, responses, host)) {
    const plan = plans.get(file);
    if (plan === undefined) continue;
    const analyser = itemAnalyser(plan);
    for await (const batch of intake(plan.questionnaire, await responseInputs(host, paths))) {
      for (const { response, resolved } of batch.accepted) analyser.add(response, resolved);
      for (const row of batch.rejected) findings.push(...row.findings);
      rows = withBatch(rows, batch);
      findings.push(...batch.findings);
    }
    analyses.set(file, analyser.finish());
  }
  return { analyses, findings, rows };
}

function describedFile(
  file: string,
  plan: Plan | undefined,
  { analyses }: Returned,
  { stats, responses }: DescribeOptions,
): { readonly tables: readonly Table[]; readonly record: object } {
  if (plan === undefined) {
    return {
      tables: [],
      record: {
        file,
        ...(stats ? { statistics: null } : {}),
        ...(responses.length > 0 ? { responses: null } : {}),
      },
    };
  }
  const { questionnaire } = plan;
  const analysis = analyses.get(file);
  const described = stats
    ? {
        statistics: questionnaireStatistics(questionnaire),
        weights: weightMatrix(plan),
        shares: overallShares(plan),
      }
    : undefined;
  return {
    tables: [
      {
        title: `${file}: ${questionnaire.title}`,
        columns: [],
        rows: [],
        notes: responses.length > 0 && analysis === undefined ? ['None of the files has answers to it.'] : [],
      },
      ...(described === undefined ? [] : questionnaireTables(described)),
      ...(analysis === undefined ? [] : itemTables(questionnaire, analysis)),
    ],
    record: {
      file,
      ...(described === undefined ? {} : { statistics: statisticsRecord(described) }),
      ...(responses.length === 0
        ? {}
        : { responses: analysis === undefined ? null : itemAnalysisRecord(analysis) }),
    },
  };
}

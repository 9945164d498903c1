import { type DigestedFile, ledgerWriter, type RefusedRow } from '../../export/migration/ledger.js';
import { responseLines } from '../../export/responses/jsonl.js';
import { type RuleId, textOf } from '../../finding/catalogue.js';
import { type Finding, finding, isError, type Place } from '../../finding/finding.js';
import { type Input, intake } from '../../intake/intake.js';
import { isDuplicate } from '../../intake/ledger/row-counts.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import { type Migrated, migrator } from '../../response/migrate/apply.js';
import { ledgerKeeper, type MigrationLedger } from '../../response/migrate/ledger.js';
import type { MigrationPlan } from '../../response/migrate/plan.js';
import { migrationTold } from '../../response/migrate/told.js';
import { responseValidator } from '../../response/schema/validate.js';
import { versionedFiles } from '../diff/versioned-files.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import type { Host } from '../host.js';
import { checkResponsesFile } from '../import/responses-sink.js';
import { checkLedgerFile } from '../import/side-outputs.js';
import { prepareMigration } from '../migrate/migration.js';
import { migrationLines } from '../migrate/migration-lines.js';
import { printFindings } from '../output/print-findings.js';
import { textSink } from '../output/text-sink.js';
import { keepApart, writtenFiles } from '../overwriting/written-files.js';
import { digested, sha256Of } from '../returns/digests.js';
import { responseInputs } from '../returns/inputs.js';
import { returnsLine } from '../returns/returns-line.js';

export interface MigrateOptions {
  readonly map?: string;
  readonly output?: string;
  readonly ledger?: string;
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** Carries answers over to another version of their questionnaire. */
export async function migrate(
  oldFile: string,
  newFile: string,
  paths: readonly string[],
  options: MigrateOptions,
  host: Host,
): Promise<number> {
  const { map, output, ledger, failOn, color } = options;
  const files = versionedFiles(host.cwd);
  const { plan, findings: planned } = prepareMigration(oldFile, newFile, map, files);
  if (plan === undefined) {
    await printFindings(planned, host, files, color);
    host.stderr.write('Nothing was written.\n');
    return exitCodes.couldNot;
  }
  keepApart(writtenFiles(options), files.seen(), host);
  if (output !== undefined) checkResponsesFile(output);
  if (ledger !== undefined) checkLedgerFile(ledger);
  const fileOf = (file: string): DigestedFile => ({ file, sha256: sha256Of(files.textOf(file) ?? '') });
  const head = {
    from: { ...referenceOf(plan.from), ...fileOf(oldFile) },
    to: { ...referenceOf(plan.to), ...fileOf(newFile) },
    map: map === undefined ? null : fileOf(map),
  };
  const inputs = (await responseInputs(host, paths)).map(digested);
  const answers = textSink(host, output);
  const sinks = ledger === undefined ? [answers] : [answers, textSink(host, ledger)];
  try {
    const writer = ledgerWriter();
    const responseLine = responseLines();
    sinks[1]?.write(writer.head(head));
    const carried = await carryOver(plan, inputs, ({ response, accounts }) => {
      answers.write(responseLine(response));
      sinks[1]?.write(writer.entries(response, accounts));
    });
    const findings = [...planned, ...carried.findings];
    await printFindings(findings, host, files, color);
    if (carried.undecided) {
      for (const sink of sinks) sink.discard();
      host.stderr.write('Nothing was written.\n');
      return exitCodes.couldNot;
    }
    const digests = inputs.map(({ name, sha256 }) => ({ file: name, sha256: sha256() }));
    const { refused } = carried;
    sinks[1]?.write(writer.end({ inputs: digests, refused, ledger: carried.ledger }));
    for (const sink of sinks) sink.finish();
    const { responses } = carried.ledger;
    const duplicates = refused.filter(isDuplicate).length;
    const rows = { accepted: responses, refused: refused.length - duplicates, duplicates };
    host.stderr.write(`${returnsLine(rows, 'carried over')}\n`);
    for (const line of migrationLines(carried.ledger)) host.stderr.write(`${line}\n`);
    return exitCode({ findings, rejected: refused.length }, failOn);
  } catch (error) {
    for (const sink of sinks) sink.discard();
    throw error;
  }
}

/** Reads responses to the old version, and hands each on as one to the new version. */
async function carryOver(
  plan: MigrationPlan,
  inputs: readonly Input[],
  each: (migrated: Migrated) => void,
): Promise<CarriedOver> {
  const carry = migrator(plan);
  const { accepts, findings: faults } = responseValidator(plan.to);
  const told = migrationTold(plan);
  const keeper = ledgerKeeper(plan);
  const findings: Finding[] = [];
  const refused: RefusedRow[] = [];
  for await (const batch of intake(plan.from, inputs)) {
    for (const { response, place } of batch.accepted) {
      const migrated = carry(response);
      const [missing] = migrated.missing;
      if (missing !== undefined) {
        refused.push(rowOf(place, 'profile-missing'));
        for (const { id, title } of migrated.missing) {
          findings.push(finding('profile-missing', place, { name: id, title }));
        }
        continue;
      }
      if (!accepts(migrated.response)) {
        const [fault] = faults(migrated.response, () => place, []);
        throw new Error(`a migrated response is not valid: ${fault === undefined ? '' : textOf(fault)}`);
      }
      told.note(migrated);
      keeper.add(response, migrated);
      each(migrated);
    }
    for (const row of batch.rejected) {
      refused.push(rowOf(row.place, row.because));
      findings.push(...row.findings);
    }
    findings.push(...batch.findings);
  }
  const tellings = told.findings();
  return {
    ledger: keeper.close(),
    refused,
    // Only so many are shown, and what keeps anything from being written must be among them.
    findings: [...tellings, ...findings],
    undecided: tellings.some(isError),
  };
}

interface CarriedOver {
  readonly ledger: MigrationLedger;
  readonly refused: readonly RefusedRow[];
  readonly findings: readonly Finding[];
  /** Something would be lost that nobody has decided about. */
  readonly undecided: boolean;
}

function rowOf({ file, cell, path }: Place, because: RuleId): RefusedRow {
  const line = cell?.line;
  const element = path?.[0];
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(typeof element === 'number' ? { response: element + 1 } : {}),
    because,
  };
}

function referenceOf(questionnaire: Questionnaire) {
  const { id, version } = questionnaire;
  return { id, version, digest: questionnaireDigest(questionnaire) };
}

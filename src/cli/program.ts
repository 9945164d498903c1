import { Command } from 'commander';
import { declareCheck } from './declarations/check.js';
import { declareCompare } from './declarations/compare.js';
import { declareCompletion } from './declarations/completion.js';
import { declareDiff } from './declarations/diff.js';
import { declareExplain } from './declarations/explain.js';
import { declareForm } from './declarations/form.js';
import { declareImport } from './declarations/import.js';
import { declareInit } from './declarations/init.js';
import { declareInterview } from './declarations/interview.js';
import { declareMigrate } from './declarations/migrate.js';
import { declareRecord } from './declarations/record.js';
import { declareReport } from './declarations/report.js';
import type { Run, Running } from './declarations/running.js';
import { declareSchema } from './declarations/schema.js';
import { declareScore } from './declarations/score.js';
import { declareStatus } from './declarations/status.js';
import { declareValidate } from './declarations/validate.js';
import type { Host } from './host.js';

/** Every command, in the order of the help. A declaration says how it is called, and loads its code when it runs. */
const declarations: readonly ((milepost: Command, running: Running) => void)[] = [
  declareInit,
  declareCheck,
  declareDiff,
  declareImport,
  declareStatus,
  declareInterview,
  declareRecord,
  declareValidate,
  declareScore,
  declareCompare,
  declareReport,
  declareExplain,
  declareForm,
  declareMigrate,
  declareSchema,
  declareCompletion,
];

/** The program with all of its commands. */
export function program(host: Host, version: string, run: Run): Command {
  const milepost = new Command('milepost')
    .description('How far down the track is an organisation: questionnaires, answers, scores, comparisons.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .option('--no-color', 'no colours, as with NO_COLOR')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(milepost --help, or milepost COMMAND --help, says more)')
    .addHelpText(
      'after',
      `
Examples:
  milepost check questionnaires/digital-maturity.yaml
  milepost diff main:questionnaires/digital-maturity.yaml questionnaires/digital-maturity.yaml
  milepost score questionnaires/digital-maturity.yaml answers.csv -o scores.csv
  milepost compare questionnaires/digital-maturity.yaml answers.csv --by organisation

RESPONSES is any mix of CSV, workbook (xlsx, ods, xls), JSON and JSONL files, directories, patterns in quotes, and - for standard input.
Exit codes: 0 done; 1 done, with findings or refused rows; 2 could not do it; 3 a bug.`,
    );

  for (const declare of declarations) declare(milepost, { host, version, run });
  return milepost;
}

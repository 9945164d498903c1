import { type Finding, isError } from '../finding/finding.js';
import type { DuplicatePolicy } from '../intake/after/duplicates.js';
import type { Input } from '../intake/batch.js';
import { returnsMap } from '../intake/columns/returns-map.js';
import { targetsOf } from '../intake/columns/targets.js';
import type { FlavourName } from '../intake/flavours/names.js';
import type { DateOrder } from '../intake/local/date-orders.js';
import type { FileOptions, IntakeOptions } from '../intake/options.js';
import { loadMap } from '../questionnaire/load-map.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import type { DiskFiles } from './files.js';
import type { Host } from './host.js';
import { responseInputs } from './inputs.js';
import { keptFields } from './personal-fields.js';
import { UsageError } from './usage-error.js';

/** What the command line says of how returned files are read; the same for every command that reads them. */
export interface ReturnsOptions {
  readonly flavour?: FlavourName;
  readonly map?: string;
  readonly dates?: DateOrder;
  readonly duplicates: DuplicatePolicy;
  readonly keep: readonly string[];
}

/** Returned files, and how to read them. */
export interface Returns {
  readonly inputs: readonly Input[];
  readonly options: IntakeOptions;
  readonly findings: readonly Finding[];
}

/** Gathers the returned files with what is said of them. A map with an error in it is one finding more, and not used. */
export async function openReturns(
  questionnaire: Questionnaire,
  paths: readonly string[],
  { flavour, map: mapFile, dates, duplicates, keep }: ReturnsOptions,
  host: Host,
  files: DiskFiles,
): Promise<Returns> {
  const kept = keptFields(questionnaire, keep);
  const findings: Finding[] = [];
  const reading: FileOptions = {
    ...(flavour === undefined ? {} : { flavour }),
    ...mapOption(questionnaire, mapFile, files, findings),
  };
  const inputs = (await responseInputs(host, paths)).map((input) => ({ ...input, options: reading }));
  return {
    inputs,
    options: { duplicates, keep: kept, ...(dates === undefined ? {} : { dates }) },
    findings,
  };
}

function mapOption(
  questionnaire: Questionnaire,
  file: string | undefined,
  files: DiskFiles,
  findings: Finding[],
): FileOptions {
  if (file === undefined) return {};
  const loaded = loadMap(file, files);
  if (loaded.unreadable !== undefined) throw new UsageError(`${file} ${loaded.unreadable}`);
  const { map } = loaded;
  const faults = [
    ...loaded.findings,
    ...(map === undefined ? [] : returnsMap(map, targetsOf(questionnaire)).findings),
  ];
  findings.push(...faults);
  return map === undefined || faults.some(isError) ? {} : { map };
}

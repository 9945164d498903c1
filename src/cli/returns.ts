import { helpOf, textOf } from '../finding/catalogue.js';
import { type Finding, isError } from '../finding/finding.js';
import type { Adjustments } from '../intake/after/adjustments.js';
import type { DuplicatePolicy } from '../intake/after/duplicates.js';
import { readAdjustments } from '../intake/after/read-adjustments.js';
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
import { UsageError } from './usage-error.js';

/** What the command line says of how returned files are read; the same for every command that reads them. */
export interface ReturnsOptions {
  readonly flavour?: FlavourName;
  readonly map?: string;
  readonly dates?: DateOrder;
  readonly duplicates: DuplicatePolicy;
  readonly keep: readonly string[];
  /** A table of adjustments. */
  readonly adjust?: string;
}

/** Returned files, and how to read them. */
export interface Returns {
  readonly inputs: readonly Input[];
  readonly options: IntakeOptions;
  readonly findings: readonly Finding[];
}

/**
 * Gathers the returned files with what is said of them. A map or a table of adjustments with an error in it as a whole is
 * one finding more, and not used.
 */
export async function openReturns(
  questionnaire: Questionnaire,
  paths: readonly string[],
  { flavour, map: mapFile, dates, duplicates, keep, adjust }: ReturnsOptions,
  host: Host,
  files: DiskFiles,
): Promise<Returns> {
  for (const id of keep) {
    if (questionnaire.profile.some((field) => field.id === id && field.personal)) continue;
    const personal = questionnaire.profile.filter((field) => field.personal).map((field) => field.id);
    throw new UsageError(
      `--keep ${id}: the questionnaire has no personal field of this id`,
      personal.length === 0 ? 'It has no personal field at all.' : `It has ${personal.join(', ')}.`,
    );
  }
  const findings: Finding[] = [];
  const reading: FileOptions = {
    ...(flavour === undefined ? {} : { flavour }),
    ...mapOption(questionnaire, mapFile, files, findings),
  };
  const adjustments =
    adjust === undefined ? undefined : await loadAdjustments(questionnaire, adjust, files, findings);
  const inputs = (await responseInputs(host, paths)).map((input) => ({ ...input, options: reading }));
  return {
    inputs,
    options: {
      duplicates,
      keep: new Set(keep),
      ...(dates === undefined ? {} : { dates }),
      ...(adjustments === undefined ? {} : { adjustments }),
    },
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

async function loadAdjustments(
  questionnaire: Questionnaire,
  file: string,
  files: DiskFiles,
  findings: Finding[],
): Promise<Adjustments | undefined> {
  const source = files.read(file);
  if ('finding' in source) throw new UsageError(`${file}: ${textOf(source.finding)}`, helpOf(source.finding));
  const read = await readAdjustments(file, source.text, questionnaire);
  findings.push(...read.findings);
  return read.adjustments;
}

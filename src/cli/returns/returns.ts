import { resolve } from 'node:path';
import { type Finding, isError } from '../../finding/finding.js';
import type { DuplicatePolicy } from '../../intake/after/duplicates.js';
import { readAdjustments } from '../../intake/after/read-adjustments.js';
import type { Input } from '../../intake/batch.js';
import type { DateOrder } from '../../intake/local/date-orders.js';
import type { IntakeOptions } from '../../intake/options.js';
import type { Register } from '../../intake/register/register.js';
import { type UnitPaths, unitPaths } from '../../intake/register/unit-paths.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import type { DiskFiles } from '../files/files.js';
import { noTable } from '../files/no-table.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { keepApart, writtenFiles } from '../overwriting/written-files.js';
import type { ConfigOptions } from '../policy/judge.js';
import { filesOfSources, type ProjectSource, unmatchedSources } from '../project/project.js';
import { type Reading, readings } from '../project/readings.js';
import type { WhatToRead } from '../project/what-to-read.js';
import { loadRegister } from '../units/load-register.js';
import { responseInput, responseInputs } from './inputs.js';
import { keptFields } from './personal-fields.js';
import { withSameFiles } from './same-files.js';

/** What the command line says of how returned files are read; the same for every command that reads them. */
export interface ReturnsOptions extends ConfigOptions, Reading {
  readonly dates?: DateOrder;
  readonly duplicates: DuplicatePolicy;
  /** Personal fields that are not dropped, where they can come out at all. */
  readonly keep?: readonly string[];
  /** The unit register, instead of the config's. */
  readonly units?: string;
  /** A table of adjustments. */
  readonly adjust?: string;
  /** Whether sources that mean no file at all are told of, or nothing is done; this unless it is said. */
  readonly whenNothing?: 'told' | 'refused';
}

/** Returned files, and how to read them. */
export interface Returns {
  readonly inputs: readonly Input[];
  readonly options: IntakeOptions;
  /** Which units there should be; none are known without a register. */
  readonly units: UnitPaths;
  /** The unit register, where there is one without errors. */
  readonly register: Register | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Gathers the returned files with what the command line and the config say of them. With an error among the findings,
 * in a map, the register, the config or a table of adjustments as a whole, they are not to be read. Files of a source that
 * `isOf` passes over are left out.
 */
export async function openReturns(
  questionnaire: Questionnaire,
  { responses, project }: WhatToRead,
  options: ReturnsOptions,
  host: Host,
  files: DiskFiles,
  isOf: (source: ProjectSource) => boolean = () => true,
): Promise<Returns> {
  const { flavour, map, dates, duplicates, keep = [], units = project?.units, adjust } = options;
  const kept = keptFields(questionnaire, keep);
  const register = units === undefined ? undefined : await loadRegister(units, files, questionnaire);
  const sources = project === undefined ? undefined : await filesOfSources(project, host, files);
  const all = sources?.found ?? [];
  const found = all.filter(({ source }) => isOf(source));
  const others = new Set(
    all.filter((each) => !found.includes(each)).map(({ file }) => resolve(host.cwd, file)),
  );
  const inputs =
    responses.length > 0
      ? (await responseInputs(host, responses)).filter(({ name }) => !others.has(resolve(host.cwd, name)))
      : found.map(({ file }) => responseInput(host, file));
  const read = readings(questionnaire, { flavour, map }, found, register?.register, host, files);
  const adjusting = adjust === undefined ? undefined : await loadAdjustments(questionnaire, adjust, files);
  keepApart(writtenFiles(options), [...files.seen(), ...inputs.map(({ name }) => name)], host);
  const opened = (await withSameFiles(inputs, host)).map((input) => ({
    ...input,
    options: read.of(input.name),
  }));
  const levels = unitFields(questionnaire).map(({ id }) => id);
  return {
    inputs: opened,
    register: register?.register,
    units: register?.register === undefined ? noUnits : unitPaths(register.register, levels),
    options: {
      duplicates,
      keep: kept,
      ...(dates === undefined ? {} : { dates }),
      ...(register?.register === undefined ? {} : { register: register.register }),
      ...(adjusting?.adjustments === undefined ? {} : { adjustments: adjusting.adjustments }),
    },
    findings: [
      ...(project?.findings ?? []),
      ...(register?.findings ?? []),
      // A file that is not there yet is missed only where all are asked for.
      ...(responses.length > 0 || sources === undefined
        ? []
        : unmatchedSources(sources, options.whenNothing ?? 'refused')),
      ...read.findings,
      ...(adjusting?.findings ?? []),
    ],
  };
}

const noUnits: UnitPaths = { all: [], answering: [] };

/** The same, with what is wrong told; nothing where they are not to be read. */
export async function returnsToRead(
  questionnaire: Questionnaire,
  toRead: WhatToRead,
  options: ReturnsOptions & { readonly color: boolean },
  host: Host,
  files: DiskFiles,
): Promise<Returns | undefined> {
  const returns = await openReturns(questionnaire, toRead, options, host, files);
  await printFindings(returns.findings, host, files, options.color);
  return canBeRead(returns) ? returns : undefined;
}

/** Whether the returned files can be read at all. */
export function canBeRead({ findings }: Returns): boolean {
  return !findings.some(isError);
}

async function loadAdjustments(
  questionnaire: Questionnaire,
  file: string,
  files: DiskFiles,
): ReturnType<typeof readAdjustments> {
  const source = files.read(file);
  if ('finding' in source) throw noTable(file, source.finding);
  return readAdjustments(file, source.text, questionnaire);
}

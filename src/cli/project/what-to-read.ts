import { resolve } from 'node:path';
import { isError } from '../../finding/finding.js';
import { attemptStat, isPattern } from '../files/expand.js';
import { reasonOf } from '../files/file-faults.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import type { ConfigOptions } from '../policy/judge.js';
import { responseEndings } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';
import { type Project, readProject } from './project.js';

/** What a command is about, by its arguments or by the config. */
export interface WhatToAsk {
  readonly questionnaire: string;
  /** What the config says, where it is about this questionnaire. */
  readonly project: Project | undefined;
}

/** The same of a command that reads returned files. */
export interface WhatToRead extends WhatToAsk {
  /** RESPONSES as they were named; without any, it is the sources of the project that are read. */
  readonly responses: readonly string[];
}

/** What is said of the config, and whether findings are in colour. */
interface ReadingOptions extends ConfigOptions {
  readonly color: boolean;
}

const namingBoth =
  'Name the questionnaire and then the files, as in `questionnaire.yaml returns/`, or say `questionnaire:` and `sources:`';

/**
 * Makes out what QUESTIONNAIRE and RESPONSES are. The first argument is the questionnaire, unless it can be none: `-`, a
 * directory, a pattern, or a name that ends as returned files do. What is not named is the config's.
 */
export async function whatToRead(
  args: readonly string[],
  options: ReadingOptions,
  host: Host,
  files: DiskFiles,
): Promise<WhatToRead> {
  refuseSwapped(args, host);
  const project = await readProject(options, host, files);
  const [first, ...rest] = args;
  const named = first !== undefined && !isReturned(first, host) ? first : undefined;
  const responses = named === undefined ? args : rest;
  const asked = asksFor(named, project, host);
  if (asked === undefined) {
    await tellFaults(project, options, host, files);
    throw notNamed(`no questionnaire is named${whyNone(args, host)}`, project, namingBoth);
  }
  const { questionnaire, project: own } = asked;
  if (responses.length > 0) return { questionnaire, responses, project: own };
  if (own !== undefined && own.sources.length > 0) return { questionnaire, responses, project: own };
  const stat = named === undefined ? undefined : attemptStat(resolve(host.cwd, named));
  if (named !== undefined && typeof stat === 'string') {
    throw new UsageError(`${named}: ${reasonOf(stat, named, host.cwd)}`);
  }
  const others = project !== undefined && own === undefined && project.sources.length > 0;
  await tellFaults(project, options, host, files);
  throw notNamed(
    others
      ? `no returned files are named, and the sources in ${project.file} are for ${project.questionnaire}`
      : 'no returned files are named',
    project,
    namingBoth,
  );
}

/** Which questionnaire a command that reads no returned files is about: the one named, or else the config's. */
export async function whatToAsk(
  named: string | undefined,
  options: ReadingOptions,
  host: Host,
  files: DiskFiles,
): Promise<WhatToAsk> {
  const project = await readProject(options, host, files);
  const asked = asksFor(named, project, host);
  if (asked !== undefined) return asked;
  await tellFaults(project, options, host, files);
  throw notNamed('no questionnaire is named', project, 'Name the questionnaire, or say `questionnaire:`');
}

function asksFor(named: string | undefined, project: Project | undefined, host: Host): WhatToAsk | undefined {
  const questionnaire = named ?? project?.questionnaire;
  if (questionnaire === undefined) return undefined;
  const stat = named === undefined ? attemptStat(resolve(host.cwd, questionnaire)) : undefined;
  if (typeof stat === 'string') {
    const reason = reasonOf(stat, questionnaire, host.cwd);
    throw new UsageError(
      `${questionnaire}: ${reason}`,
      `It is the \`questionnaire\` of ${project?.file}; mend it there, or name another.`,
    );
  }
  const own = project !== undefined && isAbout(project, questionnaire, host) ? project : undefined;
  return { questionnaire, project: own };
}

/** What a config lacks may be what is wrong in it. */
async function tellFaults(
  project: Project | undefined,
  { color }: ReadingOptions,
  host: Host,
  files: DiskFiles,
): Promise<void> {
  await printFindings(project?.findings ?? [], host, files, color);
}

function notNamed(what: string, project: Project | undefined, help: string): UsageError {
  if (project?.findings.some(isError) === true) {
    return new UsageError(`${what}, and ${project.file} has an error in it`, 'Mend what is told above.');
  }
  return new UsageError(what, `${help} in ${project?.file ?? 'a milepost.config.yaml'}.`);
}

/** Why the first argument is none, where it might have been meant for one. */
function whyNone([first = '-', ...rest]: readonly string[], { cwd }: Host): string {
  if (responseEndings.some((ending) => first.toLowerCase().endsWith(ending)) && !isPattern(first))
    return `: ${first} looks by its name like a file of answers`;
  const stat = rest.length === 0 ? undefined : attemptStat(resolve(cwd, first));
  return typeof stat === 'object' && stat.isDirectory() ? `: ${first} is a directory` : '';
}

/** A definition among the returned files is the questionnaire, named too late, or is none of them. */
function refuseSwapped(args: readonly string[], host: Host): void {
  const [first, ...rest] = args;
  const late = rest.find((arg) => /\.ya?ml$/i.test(arg));
  if (first === undefined || late === undefined) return;
  if (!isReturned(first, host)) {
    throw new UsageError(
      `${late} is a definition, and behind the questionnaire, ${first}, come returned files`,
      `These end in ${responseEndings.join(', ')}. Rubrics, maps and configs are named with --rubric, --map and --config.`,
    );
  }
  const others = args.filter((arg) => arg !== late);
  throw new UsageError(
    `${late} is named behind ${first}, and the questionnaire comes first`,
    `Name them as in \`${[late, ...others].join(' ')}\`.`,
  );
}

function isReturned(path: string, { cwd }: Host): boolean {
  const name = path.toLowerCase();
  if (path === '-' || responseEndings.some((ending) => name.endsWith(ending))) return true;
  const stat = attemptStat(resolve(cwd, path));
  return typeof stat === 'string' ? isPattern(path) : stat.isDirectory();
}

/** A config is about its questionnaire and those of its waves; about any, where it names none. */
function isAbout({ questionnaire, waves }: Project, named: string, { cwd }: Host): boolean {
  if (questionnaire === undefined) return true;
  const all = [questionnaire, ...waves.flatMap((wave) => wave.questionnaire ?? [])];
  return all.some((file) => resolve(cwd, file) === resolve(cwd, named));
}

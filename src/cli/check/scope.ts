import { resolve } from 'node:path';
import { count } from '../../finding/words.js';
import { isDefinition } from '../../questionnaire/definition/is-definition.js';
import { expandPaths } from '../files/expand.js';
import { type DiskFiles, diskFiles, type GivenFile } from '../files/files.js';
import type { Host } from '../host.js';
import type { PolicyOptions } from '../policy/judge.js';
import { stdinName } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';

/** What the command line says of the files to check. */
export interface ScopeOptions extends PolicyOptions {
  readonly stdinFilename?: string;
  readonly changedSince?: string;
}

/** The files to check, in one order whatever order they were named in. */
export interface Scope {
  readonly files: DiskFiles;
  readonly checked: readonly string[];
  /** What is to be said of the files that are not checked, a line each. */
  readonly notes: readonly string[];
}

const endings = ['.yaml', '.yml'];
const shownAtMost = 3;

/** Finds the files to check: of what the paths stand for, the definitions, and of these what a change concerns. */
export async function filesToCheck(
  paths: readonly string[],
  options: ScopeOptions,
  host: Host,
): Promise<Scope> {
  const { cwd } = host;
  const stdin = await standardInput(paths, options, host);
  const onDisk = await expandPaths(
    cwd,
    paths.filter((path) => path !== '-'),
    endings,
  );
  const isStdin = (file: string) => stdin !== undefined && resolve(cwd, file) === resolve(cwd, stdin.file);
  const given = onDisk.filter(({ file }) => !isStdin(file));
  const files = diskFiles(cwd, [...(stdin === undefined ? [] : [stdin]), ...given]);

  const foreign = given.filter(({ file, named }) => !mayBeDefinition(file, files) && !named);
  const definitions = given.filter((each) => !foreign.includes(each)).map(({ file }) => file);
  const notes = foreign.length === 0 ? [] : [passedOver(foreign.map(({ file }) => file))];
  if (definitions.length === 0 && stdin === undefined) {
    throw new UsageError('there is no definition among these files', notes[0]);
  }
  const sorted = (some: readonly string[]) => [...some, ...(stdin === undefined ? [] : [stdin.file])].sort();
  if (options.changedSince === undefined) return { files, checked: sorted(definitions), notes };
  const { concernedBy } = await import('./changed.js');
  const concerned = await concernedBy(options.changedSince, definitions, files, options, host);
  const all = count(definitions.length, 'definition');
  const told = `${concerned.length} of ${all} changed since \`${options.changedSince}\`, or rest on what did.`;
  return { files, checked: sorted(concerned), notes: [...notes, told] };
}

/** A file that cannot be read may be one, and is to be told of. */
function mayBeDefinition(file: string, files: DiskFiles): boolean {
  const read = files.read(file);
  return 'finding' in read || isDefinition(read.text);
}

function passedOver(files: readonly string[]): string {
  const more = files.length - shownAtMost;
  const shown = `${files.slice(0, shownAtMost).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `Passed over, for want of a key \`milepost\`: ${shown}.`;
}

/** Standard input as a file, where it is asked for. */
async function standardInput(
  paths: readonly string[],
  { stdinFilename }: ScopeOptions,
  { stdin }: Host,
): Promise<GivenFile | undefined> {
  if (stdinFilename === '') throw new UsageError('--stdin-filename names no file');
  if (!paths.includes('-')) {
    if (stdinFilename === undefined) return undefined;
    throw new UsageError(
      '--stdin-filename goes with `-`',
      'As in `milepost check - --stdin-filename questionnaires/city.yaml`.',
    );
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return { file: stdinFilename ?? stdinName, bytes: Buffer.concat(chunks) };
}

import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';

/** A file that a command may write, and the option that says so. */
export interface WrittenFile {
  readonly option: string;
  readonly file: string;
}

/** Further files of rejects that are looked for. */
const mostRejects = 50;

/** The files that may be written by the options of a command, but for those that are named after a unit, a response or a table. */
export function writtenFiles(options: object): readonly WrittenFile[] {
  const given = new Map<string, unknown>(Object.entries(options));
  if (given.get('dryRun') !== undefined) return [];
  const of = (key: string, option: string, all: (file: string) => readonly string[] = only) => {
    const file = given.get(key);
    return typeof file === 'string' ? all(file).map((each): WrittenFile => ({ option, file: each })) : [];
  };
  const described = (file: string) => (given.get('datapackage') === true ? [packageBeside(file)] : []);
  const formats = given.get('format');
  return [
    ...of('output', '-o', (file) => [file, ...described(file)]),
    ...(Array.isArray(formats) ? formats : []).flatMap((each: object) => {
      const file: unknown = Reflect.get(each, 'file');
      return typeof file === 'string' ? [{ option: '-o', file }] : [];
    }),
    ...of('ledger', '--ledger'),
    ...of('mapInit', '--map-init'),
    ...of('rejects', '--rejects', withFurtherRejects),
  ];
}

/** Sees that nothing is written over what is read, or twice to one file; links and other ways to write a name do not hide that. */
export function keepApart(
  written: readonly WrittenFile[],
  read: readonly string[],
  { cwd }: Pick<Host, 'cwd'>,
): void {
  const inputs = new Map(read.map((file) => [realPath(cwd, file), file]));
  for (const { option, file } of written) {
    const real = realPath(cwd, file);
    const input = real === undefined ? undefined : inputs.get(real);
    if (input === undefined) continue;
    throw new UsageError(
      `${option} ${file} is also an input${input === file ? '' : `, as ${input}`}`,
      'It would be written over what is read. Name another file.',
    );
  }
  const options = new Map<string, string>();
  for (const { option, file } of written) {
    const path = resolve(cwd, file);
    const other = options.get(path);
    if (other !== undefined && other !== option) {
      throw new UsageError(
        `${other} and ${option} would both be written to ${file}`,
        'Give each a file of its own.',
      );
    }
    options.set(path, option);
  }
}

function only(file: string): readonly string[] {
  return [file];
}

/** The file that describes tables of the folder that this one is in. */
export function packageBeside(file: string): string {
  return join(dirname(file), 'datapackage.json');
}

/** What came as JSON, and rows with other headings, go to files beside it. */
function withFurtherRejects(file: string): readonly string[] {
  const [, stem, ending] = /^(.*)(\.\w+)$/s.exec(file) ?? [];
  if (stem === undefined || ending === undefined) return [file];
  const further = Array.from({ length: mostRejects }, (_, i) => `${stem}-${i + 2}${ending}`);
  return [file, `${stem}.jsonl`, ...further];
}

/** Nothing where there is no file, be it that it stands for something else than one. */
function realPath(cwd: string, file: string): string | undefined {
  try {
    return realpathSync.native(resolve(cwd, file));
  } catch {
    return undefined;
  }
}

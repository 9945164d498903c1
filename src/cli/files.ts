import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Finding, finding } from '../finding/finding.js';
import { suggest } from '../finding/suggest.js';
import type { SourceFiles } from '../questionnaire/definition/source-file.js';
import { UsageError } from './usage-error.js';

/** Definition files on disk, under the paths that the user gave them. What was read is remembered for code frames. */
export interface DiskFiles extends SourceFiles {
  readonly textOf: (file: string) => string | undefined;
}

export function diskFiles(cwd: string): DiskFiles {
  const known = new Map<string, ReturnType<SourceFiles['read']>>();
  return {
    read: (file) => {
      let found = known.get(file);
      if (found === undefined) {
        found = readDefinitionFile(cwd, file);
        known.set(file, found);
      }
      return found;
    },
    resolve: (from, relative) => join(dirname(from), relative),
    textOf: (file) => {
      const found = known.get(file);
      return found !== undefined && 'text' in found ? found.text : undefined;
    },
  };
}

function readDefinitionFile(cwd: string, file: string): { text: string } | { finding: Finding } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(cwd, file));
  } catch (error) {
    return { finding: unreadable(file, error, cwd) };
  }
  if (!isUtf8(bytes)) return { finding: notUtf8(file, bytes) };
  const text = bytes.toString('utf8');
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}

/** Why a file cannot be read, with a name near to it where there is one. */
function unreadable(file: string, error: unknown, cwd: string): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR') return finding('file-is-directory', { file }, {});
  return finding('file-unreadable', { file }, { reason: reasonOf(code, file, cwd) });
}

function reasonOf(code: string, file: string, cwd: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const near = nearName(file, cwd);
      return near === undefined
        ? 'there is no such file'
        : `there is no such file; did you mean \`${near}\`?`;
    }
    case 'EACCES':
    case 'EPERM':
      return 'reading it is not permitted';
    case 'EBUSY':
      return 'another program holds it open';
    default:
      return code;
  }
}

function nearName(file: string, cwd: string): string | undefined {
  try {
    const folder = dirname(resolve(cwd, file));
    const name = suggest(file.split(/[\\/]/).at(-1) ?? '', readdirSync(folder));
    return name === undefined ? undefined : join(dirname(file), name);
  } catch {
    return undefined;
  }
}

function notUtf8(file: string, bytes: Uint8Array): Finding {
  const text = new TextDecoder().decode(bytes);
  let offset = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    offset = Buffer.byteLength(text.slice(0, at));
    // The replacement character may also stand in the file itself.
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) break;
  }
  const before = Buffer.from(bytes.subarray(0, offset)).toString('utf8').split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  const byte = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;
  return finding('file-not-utf8', { file, range: { start: position, end: position } }, { byte });
}

/** The files that a path stands for: itself, or those in a directory with one of these endings. */
export function expandPath(cwd: string, path: string, endings: readonly string[]): readonly string[] {
  const full = resolve(cwd, path);
  let isDirectory: boolean;
  try {
    isDirectory = statSync(full).isDirectory();
  } catch (error) {
    const problem = unreadable(path, error, cwd);
    throw new UsageError(
      `${path}: ${problem.rule === 'file-unreadable' ? problem.args.reason : 'cannot be read'}`,
    );
  }
  if (!isDirectory) return [path];
  const found = readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
    .sort()
    .map((name) => join(path, name));
  if (found.length === 0) throw new UsageError(`${path}: no file in it ends in ${endings.join(', ')}`);
  return found;
}

/** A file's bytes, opened only when they are asked for, so that many files are not open at once. */
export async function* openChunks(cwd: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(resolve(cwd, file), { highWaterMark: 1 << 20 })) yield chunk;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new UsageError(`${file} cannot be read: ${reasonOf(code, file, cwd)}`);
  }
}

/** What the system calls an error of its own, as `ENOENT`. */
function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}

/** Writes a file whole or not at all: to a temporary name beside it, flushed, then renamed. */
export function writeWhole(cwd: string, file: string, chunks: Iterable<string | Uint8Array>): void {
  const sink = openWhole(cwd, file);
  try {
    for (const chunk of chunks) sink.write(chunk);
    sink.finish();
  } catch (error) {
    sink.discard();
    throw error;
  }
}

/** A file that is written bit by bit, and there only once it is finished. */
export interface WholeFile {
  readonly write: (chunk: string | Uint8Array) => void;
  readonly finish: () => void;
  readonly discard: () => void;
}

export function openWhole(cwd: string, file: string): WholeFile {
  const target = resolve(cwd, file);
  const temporary = `${target}.${process.pid}.part`;
  const fd = attempt(file, () => openSync(temporary, 'w'));
  let open = true;
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };
  return {
    write: (chunk) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      attempt(file, () => {
        for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      });
    },
    finish: () => {
      attempt(file, () => {
        fsyncSync(fd);
        close();
        renameSync(temporary, target);
      });
    },
    discard: () => {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

function attempt<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new UsageError(`${file} cannot be written: ${writeFaults[code] ?? code}`);
  }
}

const writeFaults: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted, or another program holds it open',
  EBUSY: 'another program holds it open',
  EISDIR: 'it is a directory',
  ENOTEMPTY: 'it is a directory',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

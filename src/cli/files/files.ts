import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type Finding, finding } from '../../finding/finding.js';
import type { SourceFiles } from '../../questionnaire/definition/source-file.js';
import { UsageError } from '../usage-error.js';
import { errorCode, reasonOf, writeFaults } from './file-faults.js';

/** Definition files on disk, under the paths that the user gave them. What was read is remembered for code frames. */
export interface DiskFiles extends SourceFiles {
  readonly textOf: (file: string) => string | undefined;
  /** The files on disk that were read. */
  readonly seen: () => readonly string[];
}

/** A file that the command line names: it has this name wherever it is included. */
export interface GivenFile {
  readonly file: string;
  /** What it says, where that is not on disk. */
  readonly bytes?: Uint8Array;
}

export function diskFiles(cwd: string, given: readonly GivenFile[] = []): DiskFiles {
  const known = new Map<string, ReturnType<SourceFiles['read']>>();
  const names = new Map(given.map(({ file }) => [resolve(cwd, file), file]));
  for (const { file, bytes } of given) if (bytes !== undefined) known.set(file, decoded(file, bytes));
  return {
    read: (file) => {
      let found = known.get(file);
      if (found === undefined) {
        found = readDefinitionFile(cwd, file);
        known.set(file, found);
      }
      return found;
    },
    resolve: (from, relative) => {
      const path = join(dirname(from), relative);
      return names.get(resolve(cwd, path)) ?? (sep === '/' ? path : path.replaceAll(sep, '/'));
    },
    textOf: (file) => {
      const found = known.get(file);
      return found !== undefined && 'text' in found ? found.text : undefined;
    },
    seen: () => [...known.keys()],
  };
}

function readDefinitionFile(cwd: string, file: string): ReturnType<SourceFiles['read']> {
  try {
    return decoded(file, readFileSync(resolve(cwd, file)));
  } catch (error) {
    return { finding: unreadable(file, error, cwd) };
  }
}

function decoded(file: string, bytes: Uint8Array): ReturnType<SourceFiles['read']> {
  if (!isUtf8(bytes)) return { finding: notUtf8(file, bytes) };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}

function unreadable(file: string, error: unknown, cwd: string): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR') return finding('file-is-directory', { file }, {});
  return finding('file-unreadable', { file }, { reason: reasonOf(code, file, cwd) });
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

/** Does what may fail for a reason of the disk, which is then told of the file that could not be written, with what to do. */
export function attempt<T>(file: string, act: () => T, help?: string): T {
  try {
    return act();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new UsageError(`${file} cannot be written: ${writeFaults[code] ?? code}`, help);
  }
}

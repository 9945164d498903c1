import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type JournalEntry, journalLine } from '../../response/journal/entry.js';

/** A journal that is written to. */
export interface JournalFile {
  /**
   * Adds an entry; when it returns, the entry and all before it are on disk. Where it throws the system's error, nothing of
   * the entry is left in the file, and it may be tried again.
   */
  readonly append: (entry: JournalEntry) => void;
  readonly close: () => void;
}

/** Begins a journal; the file must not be there. Throws the system's error where it cannot be made. */
export function createJournal(path: string): JournalFile {
  const file = journalFile(openSync(path, 'ax'), 0);
  flushFolder(dirname(path));
  return file;
}

/** Opens a journal to be added to, behind its first `wholeBytes`: what is behind them is the rest of a torn line. */
export function openJournal(path: string, wholeBytes: number): JournalFile {
  const fd = openSync(path, 'r+');
  ftruncateSync(fd, wholeBytes);
  return journalFile(fd, wholeBytes);
}

function journalFile(fd: number, start: number): JournalFile {
  let end = start;
  return {
    append: (entry) => {
      const bytes = Buffer.from(journalLine(entry));
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, end + at);
        fsyncSync(fd);
        end += bytes.length;
      } catch (error) {
        cutBack(fd, end);
        throw error;
      }
    },
    close: () => closeSync(fd),
  };
}

/** Half an entry must not stand before the next one; on a disk that fails, the reader drops it as a torn line. */
function cutBack(fd: number, end: number): void {
  try {
    ftruncateSync(fd, end);
  } catch {}
}

/** The name of a new file is itself something to be written; Windows does so by itself and opens no folders. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

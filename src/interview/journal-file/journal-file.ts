import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type JournalEntry, journalLine } from '../../response/journal/entry.js';

/** A journal that is written to. */
export interface JournalFile {
  /**
   * Adds an entry; when it returns, the entry and all before it are flushed to disk. One that says only what is shown is in
   * the file, where no end of the program can reach it, and is flushed with the next. Where it throws the system's error,
   * nothing of the entry is left in the file, and it may be tried again.
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

/**
 * Opens a journal to be added to, behind its first `wholeBytes`: what is behind them is the rest of a torn line. A last line
 * that lacks its end is given one.
 */
export function openJournal(path: string, wholeBytes: number): JournalFile {
  const fd = openSync(path, 'r+');
  try {
    ftruncateSync(fd, wholeBytes);
    const last = Buffer.alloc(1);
    if (wholeBytes === 0 || (readSync(fd, last, 0, 1, wholeBytes - 1) === 1 && last[0] === 0x0a))
      return journalFile(fd, wholeBytes);
    writeSync(fd, '\n', wholeBytes);
    return journalFile(fd, wholeBytes + 1);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function journalFile(fd: number, start: number): JournalFile {
  let end = start;
  let isCutBack = true;
  return {
    append: (entry) => {
      const bytes = Buffer.from(journalLine(entry));
      try {
        // Half an entry must not stand before the next one.
        if (!isCutBack) ftruncateSync(fd, end);
        isCutBack = false;
        for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, end + at);
        if (entry.event !== 'moved') fsyncSync(fd);
        end += bytes.length;
        isCutBack = true;
      } catch (error) {
        isCutBack = isCut(fd, end);
        throw error;
      }
    },
    close: () => closeSync(fd),
  };
}

/** Cuts a file; on a disk that fails at that too, what is left is a torn line, which readers drop. */
function isCut(fd: number, end: number): boolean {
  try {
    ftruncateSync(fd, end);
    return true;
  } catch {
    return false;
  }
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

import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Finding, finding } from '../../finding/finding.js';
import { createJournal, type JournalFile, openJournal } from '../../interview/journal-file/journal-file.js';
import { type Lock, lockJournal } from '../../interview/journal-file/lock.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import {
  type JournalEntry,
  type JournalEvent,
  type Occasion,
  openedEvent,
} from '../../response/journal/entry.js';
import { journalEnding } from '../../response/journal/names.js';
import { askedOf } from '../../response/journal/question-digests.js';
import { type Journal, readJournal } from '../../response/journal/read-journal.js';
import { type Replay, replay } from '../../response/journal/replay.js';
import { errorCode, reasonOf, writeFaults } from '../files/file-faults.js';
import { attempt } from '../files/files.js';
import { makeFolders } from '../files/make-folders.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';

/** A journal that this process alone writes to. */
export interface HeldJournal {
  /** As the user knows it. */
  readonly path: string;
  readonly occasion: Occasion;
  /** What was written to it, by this sitting and by earlier ones. */
  readonly entries: readonly JournalEntry[];
  readonly before: Replay | undefined;
  readonly findings: readonly Finding[];
  /** Writes an event, and gives why that failed. */
  readonly record: (event: JournalEvent) => Finding | undefined;
  readonly close: () => Promise<void>;
}

/** Begins the journal of a new interview in a folder, which is made where it is not there. */
export async function beginJournal(
  folder: string,
  occasion: Occasion,
  questionnaire: Questionnaire,
  host: Host,
): Promise<HeldJournal> {
  const path = join(folder, `${occasion.id}${journalEnding}`);
  const full = resolve(host.cwd, path);
  const help = 'Name a folder that can be written to with --out.';
  makeFolders(host.cwd, folder, { help });
  const file = attempt(path, () => createJournal(full), help);
  const lock = await takeLock(path, host);
  const held = hold({ path, file, lock, occasion, before: undefined, findings: [] }, [], host);
  try {
    attempt(path, () => held.append(openedEvent(askedOf(questionnaire), occasion)), help);
  } catch (error) {
    await held.close();
    rmSync(full, { force: true });
    throw error;
  }
  return held;
}

/** Goes on with a journal. What is wrong with it is told as findings; where that is an error, there is no journal. */
export async function resumeJournal(
  path: string,
  questionnaire: Questionnaire,
  host: Host,
): Promise<HeldJournal | readonly Finding[]> {
  const full = resolve(host.cwd, path);
  bytesOf(path, full, host);
  // Whoever holds it may be in the middle of a line.
  const lock = await takeLock(path, host);
  try {
    const { journal, findings } = readJournal(path, bytesOf(path, full, host));
    if (journal !== undefined) return goOn(path, journal, findings, questionnaire, lock, host);
    await lock.release();
    return findings;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function goOn(
  path: string,
  journal: Journal,
  read: readonly Finding[],
  questionnaire: Questionnaire,
  lock: Lock,
  host: Host,
): HeldJournal {
  const { id } = journal.opened.questionnaire;
  if (id !== questionnaire.id) {
    throw new UsageError(
      `${path} is an interview about \`${id}\`, and the questionnaire is \`${questionnaire.id}\``,
      'Name the questionnaire that it is about.',
    );
  }
  const before = replay(questionnaire, journal);
  const findings = before.isFinished ? [...read, finding('journal-finished', { file: path }, {})] : read;
  const help = 'Make that possible; or copy it to a folder that can be written to, and go on with the copy.';
  const file = attempt(path, () => openJournal(resolve(host.cwd, path), journal.wholeBytes), help);
  const opened = { path, file, lock, occasion: occasionOf(journal), before, findings };
  const held = hold(opened, journal.entries, host);
  try {
    attempt(path, () => held.append({ event: 'resumed', ...askedOf(questionnaire) }), help);
  } catch (error) {
    file.close();
    throw error;
  }
  return held;
}

function occasionOf({ opened: { id, wave, mode, official } }: Journal): Occasion {
  return { id, ...(wave === undefined ? {} : { wave }), mode, ...(official === true ? { official } : {}) };
}

async function takeLock(path: string, { cwd }: Host): Promise<Lock> {
  const lock = await lockJournal(resolve(cwd, path));
  if (lock !== undefined) return lock;
  throw new UsageError(
    `${path} is held by another interview that is going on`,
    'End that one first, or begin another without --resume.',
  );
}

interface Opened extends Pick<HeldJournal, 'path' | 'occasion' | 'before' | 'findings'> {
  readonly file: JournalFile;
  readonly lock: Lock;
}

/** `append` throws the system's error where the disk does not take an event; `record` tells it. */
function hold(
  { file, lock, ...opened }: Opened,
  written: readonly JournalEntry[],
  { now }: Host,
): HeldJournal & { readonly append: (event: JournalEvent) => void } {
  const entries = [...written];
  const append = (event: JournalEvent) => {
    const entry = { ...event, time: new Date(now()).toISOString() };
    file.append(entry);
    entries.push(entry);
  };
  return {
    ...opened,
    entries,
    append,
    record: (event) => {
      try {
        append(event);
        return undefined;
      } catch (error) {
        const code = errorCode(error);
        if (code === undefined) throw error;
        const args = { reason: writeFaults[code] ?? code, isMove: event.event === 'moved' };
        return finding('journal-not-written', { file: opened.path }, args);
      }
    },
    close: async () => {
      file.close();
      await lock.release();
    },
  };
}

function bytesOf(path: string, full: string, { cwd }: Host): Uint8Array {
  try {
    return readFileSync(full);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new UsageError(`${path} cannot be read: ${reasonOf(code, path, cwd)}`);
  }
}

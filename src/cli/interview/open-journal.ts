import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Finding, finding } from '../../finding/finding.js';
import { createJournal, type JournalFile, openJournal } from '../../interview/journal-file/journal-file.js';
import { type Lock, lockJournal } from '../../interview/journal-file/lock.js';
import { journalEnding } from '../../interview/journal-file/names.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import {
  type JournalEntry,
  type JournalEvent,
  type Occasion,
  openedEvent,
} from '../../response/journal/entry.js';
import { askedOf } from '../../response/journal/question-digests.js';
import { type Journal, readJournal } from '../../response/journal/read-journal.js';
import { type Replay, replay } from '../../response/journal/replay.js';
import { errorCode, reasonOf, writeFaults } from '../file-faults.js';
import { attempt } from '../files.js';
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
  const file = attempt(path, () => {
    mkdirSync(resolve(host.cwd, folder), { recursive: true });
    return createJournal(resolve(host.cwd, path));
  });
  const lock = await takeLock(path, host);
  const held = hold({ path, file, lock, occasion, before: undefined, findings: [] }, [], host);
  const failed = held.record(openedEvent(askedOf(questionnaire), occasion));
  if (failed !== undefined) {
    await held.close();
    throw new UsageError(`${path} cannot be written`, 'Name another folder with --out.');
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
  const { journal, findings } = readJournal(path, bytesOf(path, full, host));
  if (journal === undefined) {
    await lock.release();
    return findings;
  }
  const { id } = journal.opened.questionnaire;
  if (id !== questionnaire.id) {
    await lock.release();
    throw new UsageError(
      `${path} is an interview about \`${id}\`, and the questionnaire is \`${questionnaire.id}\``,
      'Name the questionnaire that it is about.',
    );
  }
  const file = attempt(path, () => openJournal(full, journal.wholeBytes));
  const before = replay(questionnaire, journal);
  const held = hold(
    { path, file, lock, occasion: occasionOf(journal), before, findings },
    journal.entries,
    host,
  );
  const failed = held.record({ event: 'resumed', ...askedOf(questionnaire) });
  if (failed === undefined) return held;
  await held.close();
  return [failed];
}

function occasionOf({ opened: { id, wave, mode } }: Journal): Occasion {
  return { id, ...(wave === undefined ? {} : { wave }), mode };
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

function hold(
  { file, lock, ...opened }: Opened,
  written: readonly JournalEntry[],
  { now }: Host,
): HeldJournal {
  const entries = [...written];
  return {
    ...opened,
    entries,
    record: (event) => {
      const entry = { ...event, time: new Date(now()).toISOString() };
      try {
        file.append(entry);
      } catch (error) {
        const code = errorCode(error);
        if (code === undefined) throw error;
        return finding('journal-not-written', { file: opened.path }, { reason: writeFaults[code] ?? code });
      }
      entries.push(entry);
      return undefined;
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

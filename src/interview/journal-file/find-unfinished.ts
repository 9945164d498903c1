import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { journalEnding, responsePath } from '../../response/journal/names.js';
import { readJournal } from '../../response/journal/read-journal.js';
import { type Replay, replay } from '../../response/journal/replay.js';

/** An interview that was left before it was finished. */
export interface Unfinished {
  readonly path: string;
  readonly id: string;
  readonly wave: string | undefined;
  readonly profile: Replay['draft']['profile'];
  /** How many questions have an answer or a non-answer. */
  readonly answered: number;
  /** When something was last written to it: ISO 8601. */
  readonly last: string;
}

/**
 * The interviews about a questionnaire in a folder that were not finished, the one that was left last first. Of a folder or
 * a journal that cannot be read there are none: whoever names it is told why.
 */
export function findUnfinished(folder: string, questionnaire: Questionnaire): readonly Unfinished[] {
  return journalsIn(folder)
    .flatMap((path) => unfinished(path, questionnaire))
    .toSorted((one, other) => (one.last < other.last ? 1 : -1));
}

function journalsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(journalEnding))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function unfinished(path: string, questionnaire: Questionnaire): readonly Unfinished[] {
  const bytes = bytesOf(path);
  const isWritten = existsSync(responsePath(path));
  if (bytes === undefined || (isWritten && endsFinished(bytes))) return [];
  const { journal } = readJournal(path, bytes);
  if (journal === undefined || journal.opened.questionnaire.id !== questionnaire.id) return [];
  const { draft, isFinished } = replay(questionnaire, journal);
  if (isFinished && isWritten) return [];
  const { id, wave } = journal.opened;
  const answered = Object.values(draft.answers).filter(
    ({ value, non_answer: declined }) => value !== undefined || declined !== undefined,
  ).length;
  return [{ path, id, wave, profile: draft.profile, answered, last: journal.entries.at(-1)?.time ?? '' }];
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Whether the last line says so: most journals in a folder are finished, and need not be read. */
function endsFinished(bytes: Buffer): boolean {
  const start = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
  return bytes.subarray(start).toString().startsWith('{"event":"finished",');
}

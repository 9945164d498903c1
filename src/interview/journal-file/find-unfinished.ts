import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { readJournal } from '../../response/journal/read-journal.js';
import { type Replay, replay } from '../../response/journal/replay.js';
import { journalEnding, responsePath } from './names.js';

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

/** The interviews about a questionnaire in a folder that were not finished, the one that was left last first. */
export function findUnfinished(folder: string, questionnaire: Questionnaire): readonly Unfinished[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(journalEnding))
    .flatMap((name) => unfinished(join(folder, name), questionnaire))
    .toSorted((one, other) => (one.last < other.last ? 1 : -1));
}

/** Nothing for a finished one, for another questionnaire's, and for a file that cannot be read: `--resume` says why. */
function unfinished(path: string, questionnaire: Questionnaire): readonly Unfinished[] {
  const { journal } = readJournal(path, readFileSync(path));
  if (journal === undefined || journal.opened.questionnaire.id !== questionnaire.id) return [];
  const { draft, isFinished } = replay(questionnaire, journal);
  if (isFinished && existsSync(responsePath(path))) return [];
  const { id, wave } = journal.opened;
  const answered = Object.values(draft.answers).filter(
    ({ value, non_answer: declined }) => value !== undefined || declined !== undefined,
  ).length;
  return [{ path, id, wave, profile: draft.profile, answered, last: journal.entries.at(-1)?.time ?? '' }];
}

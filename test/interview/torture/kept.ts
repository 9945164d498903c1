import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { loadQuestionnaire } from '../../../src/questionnaire/load.js';
import { readJournal } from '../../../src/response/journal/read-journal.js';
import { type Replay, replay } from '../../../src/response/journal/replay.js';
import type { Driven } from './driven.js';
import { beginning, type Expected, numbers, questions, review, summary } from './model.js';

/** The same seed takes the same steps; what the machine does meanwhile differs. */
export const seed = Number(process.env.TORTURE_SEED ?? 4711);

const program = fileURLToPath(new URL('../../../bin/milepost.js', import.meta.url));
const { questionnaire } = loadQuestionnaire('q.yaml', {
  read: () => ({ text: numbers }),
  resolve: (_, path) => path,
});

export function commandLine({ options }: Driven, how: readonly string[]): readonly string[] {
  return [process.execPath, program, 'interview', 'q.yaml', ...options, ...how];
}

/** What has been kept, which must be one of what may have been. */
export function keptIn(cwd: string, possible: readonly Expected[], screen: string): Expected {
  const kept = replayIn(cwd);
  const expected: Expected =
    kept === undefined ? beginning : { at: placeOf(kept), answers: kept.draft.answers };
  expect(possible, screen).toContainEqual(expected);
  return expected;
}

/** Where it is gone on: with what was shown last; where nothing was shown but the first question, with the first open one. */
function placeOf({ at, draft }: Replay): number {
  switch (at?.at) {
    case undefined: {
      const ids = Array.from({ length: questions }, (_, i) => `q${i + 1}`);
      const isOpen = (id: string) => {
        const { value, non_answer: declined } = draft.answers[id] ?? {};
        return value === undefined && declined === undefined;
      };
      return 1 + ids.findIndex(isOpen);
    }
    case 'question':
      return Number(at.id.slice(1));
    case 'summary':
      return summary;
    case 'review':
      return review;
  }
}

/** The journal that can be gone on with, where there is one. */
export function journalIn(cwd: string): string | undefined {
  return readdirSync(cwd).find((name) => name.endsWith('.journal.jsonl') && readIn(cwd, name) !== undefined);
}

/** Whatever has happened, the file can be read; at most, nothing stands in it yet. */
function readIn(cwd: string, name: string) {
  const { journal, findings } = readJournal(name, readFileSync(join(cwd, name)));
  expect(findings.filter(({ rule }) => rule !== 'journal-line-torn' && rule !== 'journal-empty')).toEqual([]);
  return journal;
}

function replayIn(cwd: string): Replay | undefined {
  const name = journalIn(cwd);
  const journal = name === undefined ? undefined : readIn(cwd, name);
  return questionnaire === undefined || journal === undefined ? undefined : replay(questionnaire, journal);
}

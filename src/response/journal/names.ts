/** How the names of journals end. */
export const journalEnding = '.journal.jsonl';

/** The file that a journal's response is written to, beside it. */
export function responsePath(journal: string): string {
  return journal.endsWith(journalEnding)
    ? `${journal.slice(0, -journalEnding.length)}.json`
    : `${journal}.json`;
}

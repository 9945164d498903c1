import { rule } from '../rule.js';
import { count, shown } from '../words.js';

/** Problems of interviews and their journals. */
export const interviewRules = {
  'not-a-journal': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'is no journal of an interview: its first line does not say which questionnaire is asked',
    help: () => 'A journal ends in `.journal.jsonl`, and stands beside the response that it is to become.',
  }),
  'journal-line-unreadable': rule<{ found: string }>({
    severity: 'error',
    text: ({ found }) => `the line cannot be read: ${shown(found)}`,
    help: () =>
      'Restore the file from a copy; or take the line out by hand, and with it what was answered there.',
  }),
  'journal-line-torn': rule<{ characters: number }>({
    severity: 'warning',
    text: ({ characters }) =>
      `the last line breaks off after ${count(characters, 'character')}: it was being written when the machine stopped, and is dropped`,
    help: () => 'Nothing that the screen had confirmed is in it. See whether the last answer is there.',
  }),
  'too-many-votes': rule<{ name: string; most: number }>({
    severity: 'error',
    text: ({ name, most }) => `\`${name}\`: there are more than ${most} votes`,
    help: () => 'Write how many voted for what: `2x3` are two votes for level 3.',
  }),
  'journal-not-written': rule<{ reason: string }>({
    severity: 'error',
    text: ({ reason }) => `the journal could not be written: ${reason}; the last answer is not kept`,
    help: () => 'What was confirmed before is safe. Make room, or free the file, and give the answer again.',
  }),
};

import { rule } from '../rule.js';
import { count, shown } from '../words.js';

/** Problems of interviews and their journals. */
export const interviewRules = {
  'not-a-journal': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'is no journal of an interview: its first line does not say which questionnaire is asked',
    help: () => 'A journal ends in `.journal.jsonl`, and stands beside the response that it is to become.',
  }),
  'journal-empty': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'is a journal in which nothing stands: the machine stopped before its first line was written',
    help: () => 'Nothing was answered in it. Delete it, and begin without `--resume`.',
  }),
  'journal-line-unreadable': rule<{ found: string; others: number }>({
    severity: 'error',
    text: ({ found, others }) =>
      `the line cannot be read: ${shown(found)}${others === 0 ? '' : `; nor can ${count(others, 'other line')}`}`,
    help: () =>
      'Restore the file from a copy; or take the line out by hand, and with it what was answered there.',
  }),
  'journal-line-torn': rule<{ characters: number }>({
    severity: 'warning',
    text: ({ characters }) =>
      `${count(characters, 'character')} of the line were being written when the machine stopped: the line breaks off there, and they are dropped`,
    help: () => 'Nothing that the screen had confirmed is in it. See whether the last answer is there.',
  }),
  'too-many-votes': rule<{ name: string; most: number }>({
    severity: 'error',
    text: ({ name, most }) => `\`${name}\`: there are more than ${most} votes`,
    help: () => 'Write how many voted for what: `2x3` are two votes for level 3.',
  }),
  'vote-unknown': rule<{ found: string; allowed: string; hasUnknown: boolean }>({
    severity: 'error',
    text: ({ found, allowed, hasUnknown }) =>
      `${shown(found)} is no vote here: ${allowed}${hasUnknown ? ", or d for don't know" : ''}`,
  }),
  'journal-finished': rule<Record<string, never>>({
    severity: 'warning',
    text: () => 'this interview was finished, and is gone on with',
    help: () => 'Where anything is changed, `finish` writes its response anew, over the one that is there.',
  }),
  'journal-not-written': rule<{ reason: string; isMove: boolean }>({
    severity: 'error',
    text: ({ reason, isMove }) =>
      `the journal could not be written: ${reason}; ${isMove ? 'what was said is kept, but it goes no further' : 'what was said last is not kept'}`,
    help: ({ isMove }) =>
      isMove
        ? 'Make room, or free the file, and try again.'
        : 'What was confirmed before is safe. Make room, or free the file, and say it again.',
  }),
};

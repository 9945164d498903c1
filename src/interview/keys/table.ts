/** What a key does. */
export type Action =
  | 'digits'
  | 'write'
  | 'tick'
  | 'confirm'
  | 'keep'
  | 'undo'
  | 'agree'
  | 'last-time'
  | 'carry'
  | 'back'
  | 'close'
  | 'forward'
  | 'jump'
  | 'next-open'
  | 'note'
  | 'target'
  | 'evidence'
  | 'barriers'
  | 'best_practice'
  | 'confidence'
  | 'dont_know'
  | 'not_applicable'
  | 'refused'
  | 'skip'
  | 'clear'
  | 'votes'
  | 'dissent'
  | 'room'
  | 'help'
  | 'summary'
  | 'profile'
  | 'leave'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down';

/** Where keys are pressed: where letters are commands, where they are text, and so on. */
export const contexts = ['choose', 'type', 'pick', 'write', 'list', 'search', 'read', 'finish'] as const;
export type Context = (typeof contexts)[number];

/** Where each of them is, in the reference. */
export const contextWords: Readonly<Record<Context, string>> = {
  choose: 'At a question whose answers are listed:',
  type: 'Where an answer, votes or a number of people are typed:',
  pick: 'Where a target, a confidence or barriers are chosen:',
  write: 'Where a note, evidence, best practice or dissent is written:',
  list: 'In a summary and in the review:',
  search: 'Where somewhere to go to is searched for:',
  read: 'Where there is something to read:',
  finish: 'Where the response is about to be written:',
};

/** One thing that keys do, and which keys do it where; the first of them is the one that hints show. */
export interface KeyRow {
  readonly action: Action;
  /** As a hint has it. */
  readonly word: string;
  /** As the help has it. */
  readonly says: string;
  readonly keys: Readonly<Partial<Record<Context, readonly string[]>>>;
}

const letters = (letter: string, ...everywhere: readonly string[]) => ({
  choose: [letter, ...everywhere],
  type: [...everywhere.slice(1), ...everywhere.slice(0, 1)],
});

const back = ['ctrl+b', 'pageup', 'shift+tab'];
const forward = ['ctrl+f', 'pagedown', 'tab'];

/** Every key, in the order in which hints that do not fit are left out, the last first. */
export const keyTable: readonly KeyRow[] = [
  {
    action: 'digits',
    word: 'choose',
    says: 'choose by number; another number changes one’s mind',
    keys: { choose: ['0-9'], pick: ['0-9'] },
  },
  {
    action: 'write',
    word: 'write',
    says: 'write; a text that is pasted arrives whole, line ends too',
    keys: { type: ['text'], write: ['text'], search: ['text'] },
  },
  {
    action: 'tick',
    word: 'tick',
    says: 'tick or untick, where several can be',
    keys: { choose: ['space'], pick: ['space'] },
  },
  {
    action: 'confirm',
    word: 'confirm',
    says: 'confirm, and go on',
    keys: {
      choose: ['enter'],
      type: ['enter'],
      pick: ['enter'],
      list: ['enter'],
      search: ['enter'],
      finish: ['y'],
    },
  },
  {
    action: 'keep',
    word: 'keep',
    says: 'keep what is written',
    keys: { write: ['ctrl+s', 'ctrl+b', 'shift+tab'] },
  },
  {
    action: 'undo',
    word: 'as it was',
    says: 'leave it as it was, twice where it was changed',
    keys: { write: ['ctrl+x'] },
  },
  {
    action: 'agree',
    word: 'agree on the proposal',
    says: 'choose the level that the votes propose',
    keys: { choose: ['a'] },
  },
  {
    action: 'last-time',
    word: 'as last time',
    says: 'choose what was said last time; Enter then confirms it',
    keys: { choose: ['l'], type: ['ctrl+l'] },
  },
  {
    action: 'carry',
    word: 'as answered elsewhere',
    says: 'confirm the answer that was given elsewhere, and go on',
    keys: { choose: ['k'], type: ['ctrl+k'] },
  },
  {
    action: 'back',
    word: 'back',
    says: 'back to what was before',
    keys: { choose: ['left', ...back], type: back, list: ['left', 'ctrl+b', 'shift+tab'] },
  },
  {
    action: 'close',
    word: 'back',
    says: 'close it, and leave things as they are',
    keys: {
      pick: ['left', 'ctrl+b', 'shift+tab', 'esc'],
      search: ['ctrl+b', 'shift+tab', 'ctrl+g', 'esc'],
      read: ['enter', 'left', 'ctrl+b', 'shift+tab', '?', 'q', 'f1', 'esc'],
      finish: ['n', 'left', 'ctrl+b', 'shift+tab', 'esc'],
    },
  },
  { action: 'note', word: 'note', says: 'a note, in several lines', keys: letters('n', 'f2', 'ctrl+n') },
  {
    action: 'dont_know',
    word: "don't know",
    says: "don't know",
    keys: { choose: ['d', 'f8'], type: ['f8'] },
  },
  {
    action: 'jump',
    word: 'go to',
    says: 'go to a section or question, with search',
    keys: { ...letters('g', 'ctrl+g'), list: ['g', 'ctrl+g'] },
  },
  {
    action: 'skip',
    word: 'skip',
    says: 'skip it for now; it stays open',
    keys: { choose: ['s'], type: ['ctrl+s'] },
  },
  { action: 'target', word: 'target', says: 'the level that is wanted', keys: { choose: ['t', 'f3'] } },
  { action: 'evidence', word: 'evidence', says: 'where it can be seen', keys: letters('e', 'f4', 'ctrl+e') },
  {
    action: 'barriers',
    word: 'barriers',
    says: 'what stands in the way',
    keys: { choose: ['b', 'f5'], type: ['f5'] },
  },
  {
    action: 'best_practice',
    word: 'best practice',
    says: 'what others could learn, whether it may be shared, whom to ask',
    keys: letters('p', 'f6', 'ctrl+p'),
  },
  {
    action: 'confidence',
    word: 'confidence',
    says: 'how sure the answer is',
    keys: { choose: ['c', 'f7'], type: ['f7'] },
  },
  {
    action: 'not_applicable',
    word: 'not applicable',
    says: 'not applicable',
    keys: letters('x', 'f9', 'ctrl+x'),
  },
  { action: 'refused', word: 'refused', says: 'prefer not to say', keys: letters('r', 'f10', 'ctrl+r') },
  {
    action: 'votes',
    word: 'votes',
    says: 'the room’s votes once more',
    keys: { choose: ['v'], type: ['ctrl+v'] },
  },
  {
    action: 'dissent',
    word: 'dissent',
    says: 'a note of dissent: who saw it otherwise, and why',
    keys: { choose: ['m', 'f12'], type: ['f12'] },
  },
  {
    action: 'next-open',
    word: 'next open',
    says: 'to the next question that is open',
    keys: { ...letters('o', 'ctrl+o'), list: ['o', 'ctrl+o'] },
  },
  {
    action: 'room',
    word: 'who is here',
    says: 'who is here, when someone leaves or joins',
    keys: { choose: ['w', 'ctrl+y'], type: ['ctrl+y'], list: ['w', 'ctrl+y'] },
  },
  {
    action: 'summary',
    word: 'summary',
    says: 'what the section has come to, and every question of it',
    keys: letters('u', 'ctrl+t'),
  },
  { action: 'profile', word: 'profile', says: 'who is asked: correct it', keys: { list: ['p'] } },
  {
    action: 'forward',
    word: 'forward',
    says: 'forward, leaving the answer as it is',
    keys: { choose: ['right', ...forward], type: forward, list: ['right', 'ctrl+f', 'tab'] },
  },
  {
    action: 'clear',
    word: 'take back',
    says: 'take the answer back',
    keys: { choose: ['delete', 'backspace'], pick: ['delete', 'backspace'] },
  },
  {
    action: 'up',
    word: 'up',
    says: 'up, in a list or a text',
    keys: {
      choose: ['up'],
      type: ['up'],
      pick: ['up'],
      write: ['up'],
      list: ['up'],
      search: ['up'],
      read: ['up'],
    },
  },
  {
    action: 'down',
    word: 'down',
    says: 'down, in a list or a text',
    keys: {
      choose: ['down'],
      type: ['down'],
      pick: ['down'],
      write: ['down'],
      list: ['down'],
      search: ['down'],
      read: ['down'],
    },
  },
  {
    action: 'page-up',
    word: 'page up',
    says: 'a screen up',
    keys: { list: ['pageup'], search: ['pageup'], read: ['pageup'], write: ['pageup'] },
  },
  {
    action: 'page-down',
    word: 'page down',
    says: 'a screen down',
    keys: { list: ['pagedown'], search: ['pagedown'], read: ['pagedown', 'space'], write: ['pagedown'] },
  },
  {
    action: 'leave',
    word: 'save and leave',
    says: 'leave; everything confirmed is saved, and can be gone on with',
    keys: { choose: ['q', 'ctrl+q'], type: ['ctrl+q'], list: ['q', 'ctrl+q'] },
  },
  {
    action: 'help',
    word: 'help',
    says: 'guidance for the interviewer, and all keys',
    keys: { choose: ['?', 'f1'], type: ['f1'], list: ['?', 'f1'], pick: ['?', 'f1'] },
  },
];

import type { Codes } from './seeds.js';

/** What each question of the questionnaire may be answered with, and the words for it: written by hand, apart from the reader. */
const level = { 1: ['Starting'], 2: ['Emerging'], 3: ['Established'], 4: ['Leading'] };
const options: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  data_owner: {
    ...level,
    1: [...level[1], 'Nobody knows who owns what.'],
    4: [...level[4], 'Every dataset has an owner, who reviews it yearly.'],
  },
  strategy: { true: ['yes', 'y', '1'], false: ['no', 'n', '0'] },
  lead: { officer: ['A chief data officer'], team: ['A team, not one person'], nobody: ['Nobody'] },
  tools: {
    sheets: ['Spreadsheets'],
    own: ['Systems, own or shared'],
    reports: ['Quality reports'],
    other: ['Other', '-oth-', 'Other (please specify)'],
    none: ['None of these'],
  },
  channel_phone: level,
  channel_web: level,
  channel_desk: level,
};

const declined: Readonly<Record<string, readonly string[]>> = {
  dont_know: ['DK', "Don't know"],
  not_applicable: ['NA', 'N/A', 'Not applicable'],
};

export const toolOptions = Object.keys(options.tools ?? {});

/** What a value or a non-answer is called, bare; with what a person has said that codes stand for. */
function wordsFor(question: string, what: string, codes: Codes): readonly string[] {
  const own = [what, ...(options[question]?.[what] ?? declined[what] ?? [])];
  const named = own.map(bare);
  const numbered = options[question]?.[what] === undefined ? [] : named.map((word) => `${bare(what)}${word}`);
  const coded = Object.entries(codes[question] ?? {}).flatMap(([code, text]) =>
    named.includes(bare(text)) ? [bare(code)] : [],
  );
  return [...named, ...numbered, ...coded];
}

/** A text without case, spaces and punctuation; the sign before a number stays. */
export function bare(text: string): string {
  let found = known.get(text);
  if (found === undefined) {
    found = bareOf(text);
    known.set(text, found);
  }
  return found;
}

const known = new Map<string, string>();

function bareOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(/-(?=\d)/g, '−').replace(/[^\p{L}\p{N}\p{S}]+/gu, '');
}

/** Whether a cell may say this one thing. */
export function says(question: string, what: string, cell: string, codes: Codes): boolean {
  const isNumber = /^\s*[+-]?\d+(?:\.\d*)?\s*$/.test(cell);
  return wordsFor(question, what, codes).includes(bare(cell)) || (isNumber && Number(cell) === Number(what));
}

/** Whether a cell says anything at all that would be an answer. */
export function saysAnything(question: string, cell: string, codes: Codes): boolean {
  const known = [...Object.keys(options[question] ?? {}), ...Object.keys(declined)];
  return known.some((what) => says(question, what, cell, codes));
}

/** Whether a cell says all of these options and nothing else, however they are joined; words of one's own stand behind "Other". */
export function saysAll(chosen: readonly string[], cell: string, codes: Codes): boolean {
  const [listed = ''] = cell.split(/\bother\b[^:;]*:/i);
  const hasOwnWords = listed.length < cell.length;
  const wanted = chosen.filter((option) => !(option === 'other' && hasOwnWords));
  const words = wanted.map((option) => wordsFor('tools', option, codes));
  const ends = (text: string, left: ReadonlySet<number>): boolean =>
    (text === '' && left.size === 0) ||
    words.some((list, at) =>
      list.some(
        (word) =>
          word !== '' &&
          text.startsWith(word) &&
          ends(text.slice(word.length), new Set([...left].filter((one) => one !== at))),
      ),
    );
  return ends(bare(listed), new Set(words.keys()));
}

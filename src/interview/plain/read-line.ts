import { suggest } from '../../finding/suggest.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { readAnswer } from '../../response/reading/read-answer.js';
import type { ResponseReader } from '../../response/reading/read-response.js';
import { type WordAction, wordNames, wordOf } from './words.js';

/** What a typed line is meant to do. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly written: string }
  | { readonly kind: 'command'; readonly action: WordAction; readonly rest: string }
  | { readonly kind: 'unknown-word'; readonly word: string; readonly suggestion: string | undefined };

/**
 * Reads a line that was typed at a question. An answer goes before a command of the same word, and `:word` is always a
 * command. Where answers are written in words of one's own, commands need the colon.
 */
export function readLine(reader: ResponseReader, question: Question | undefined, line: string): Line {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (text.startsWith(':')) return commandLine(text.slice(1).trim());
  if (question === undefined) return commandLine(text);
  const written = answerText(question, text);
  const answers = reader.byId.get(question.id);
  const isAnswer =
    question.type === 'text' ||
    (answers !== undefined &&
      readAnswer(answers, written, { place: { file: '' }, name: question.id }).kind !== 'fault');
  if (isAnswer) return { kind: 'answer', written };
  const command = commandLine(text);
  return command.kind === 'command' ? command : { kind: 'answer', written };
}

function commandLine(text: string): Line {
  const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const found = wordOf(word);
  if (found === undefined) return { kind: 'unknown-word', word, suggestion: suggest(word, wordNames) };
  return { kind: 'command', action: found.action, rest };
}

/** Options are chosen by the numbers that they are listed with: several ones with spaces or commas between. */
function answerText(question: Question, text: string): string {
  if (question.type !== 'choice' && question.type !== 'choices') return text;
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const chosen = parts.map((part) =>
    /^\d+$/.test(part) ? question.options[Number(part) - 1]?.id : undefined,
  );
  return chosen.every((id) => id !== undefined) ? chosen.join(';') : text;
}

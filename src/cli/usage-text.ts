import { suggest } from '../finding/suggest.js';

/** The parser's message about a value that is none of a flag's choices, with the one that was likely meant. */
export function withSuggestion(message: string): string {
  const [, value, choices] = /argument '(.*)' is invalid\. Allowed choices are (.*)\./.exec(message) ?? [];
  if (value === undefined || choices === undefined) return message;
  const meant = suggest(value, choices.split(', '));
  return meant === undefined ? message : `${message.trimEnd()}\n(Did you mean ${meant}?)\n`;
}

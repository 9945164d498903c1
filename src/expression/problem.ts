import type { expressionRules } from '../finding/catalogue/expression.js';

type Rules = typeof expressionRules;

/** One mistake in an expression; `start` and `end` are offsets into its text, in UTF-16 units. */
export type Problem = { [R in keyof Rules]: ProblemOf<R> }[keyof Rules];

/** A problem of one rule. */
export interface ProblemOf<R extends keyof Rules> extends Span {
  readonly rule: R;
  readonly args: Parameters<Rules[R]['text']>[0];
}

/** A part of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function problem<R extends keyof Rules>(
  rule: R,
  { start, end }: Span,
  args: ProblemOf<R>['args'],
): ProblemOf<R> {
  return { rule, args, start, end };
}

/** A part of the text for a message: on one line, shortened, with nothing in it that cannot be seen. */
export function excerpt(text: string, { start, end }: Span): string {
  const seen = text
    .slice(start, end)
    .replace(/\s*[\n\r\t]\s*/g, ' ')
    .replace(/[^\P{C}]|[^\P{Z} ]/gu, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  const characters = [...seen];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : seen;
}

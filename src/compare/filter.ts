import { compile } from '../expression/expression.js';
import type { Finding, Position } from '../finding/finding.js';
import type { Given, Questionnaire } from '../questionnaire/questionnaire.js';
import { profileRoot } from '../questionnaire/scope.js';

/** Whether someone of this profile is looked at; `undefined` where the profile does not say. */
export type Filter = (profile: Given['profile']) => boolean | undefined;

/** A filter, or what is wrong with its text. */
export type CompiledFilter =
  | { readonly filter: Filter; readonly findings: readonly [] }
  | { readonly filter?: undefined; readonly findings: readonly Finding[] };

/** Compiles an expression over the profile; `file` is what findings call the text. */
export function compileFilter(
  text: string,
  file: string,
  { profile }: Pick<Questionnaire, 'profile'>,
): CompiledFilter {
  const fields = new Map(profile.map((field) => [field.id, field]));
  const root = profileRoot<Given>(fields, new Set(), (given) => given);
  const { expression, problems } = compile<Given>(
    text,
    {
      roots: {
        profile: {
          ...root,
          resolve: (name) =>
            fields.get(name)?.personal === true
              ? { refused: `\`${name}\` is personal, and is dropped when answers are read` }
              : root.resolve(name),
        },
      },
    },
    'bool',
  );
  if (expression === undefined) {
    return {
      findings: problems.map(({ start, end, ...what }): Finding => {
        const range = { start: positionIn(text, start), end: positionIn(text, end) };
        return { ...what, file, range, severity: 'error' };
      }),
    };
  }
  return {
    filter: (said) => {
      const result = expression.evaluate({ values: [], profile: said });
      return typeof result === 'boolean' ? result : undefined;
    },
    findings: [],
  };
}

/** Where an offset of a text lies in its lines. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}

import type { Name, Root, ValueType } from '../expression/expression.js';
import { isBroken } from './broken.js';
import type { Given, ProfileField, Question } from './questionnaire.js';

/** What an expression sees of an answer to the question. */
function answerType(question: Question): ValueType {
  switch (question.type) {
    case 'level':
    case 'number':
      return { kind: 'number' };
    case 'yes_no':
      return { kind: 'bool' };
    case 'choice':
      return { kind: 'text', oneOf: question.options.map((option) => option.id) };
    case 'choices':
      return { kind: 'list', of: { kind: 'text', oneOf: question.options.map((option) => option.id) } };
    case 'text':
    case 'date':
      return { kind: 'text' };
  }
}

function profileType(field: ProfileField): ValueType {
  switch (field.type) {
    case 'number':
      return { kind: 'number' };
    case 'choice':
      return { kind: 'text', oneOf: field.options.map((option) => option.id) };
    case 'text':
      return { kind: 'text' };
  }
}

/** A name whose definition has errors of its own, so that using it is not one more. */
export const unknownName: Name<unknown> = { type: { kind: 'unknown' }, read: () => undefined };

export interface AnswerNames {
  readonly questions: ReadonlyMap<string, Question>;
  readonly broken: ReadonlySet<string>;
  /** Why a name that exists may not be used here, if it may not. */
  readonly refuse?: (name: string) => string | undefined;
}

/** `answers.<question>` over anything that holds what was given. */
export function answersRoot<F>(
  { questions, broken, refuse }: AnswerNames,
  given: (frame: F) => Given,
): Root<F> {
  return {
    names: () => questions.keys(),
    resolve: (name) => {
      const refused = refuse?.(name);
      if (refused !== undefined) return { refused };
      const question = questions.get(name);
      if (question === undefined) return isBroken(broken, name) ? unknownName : undefined;
      const { index } = question;
      return { type: answerType(question), read: (frame) => given(frame).values[index] };
    },
  };
}

/** `profile.<field>` over anything that holds what was given. */
export function profileRoot<F>(
  fields: ReadonlyMap<string, ProfileField>,
  broken: ReadonlySet<string>,
  given: (frame: F) => Given,
): Root<F> {
  return {
    names: () => fields.keys(),
    resolve: (name) => {
      const field = fields.get(name);
      if (field === undefined) return isBroken(broken, name) ? unknownName : undefined;
      return { type: profileType(field), read: (frame) => given(frame).profile[name] };
    },
  };
}

import { ExitPromptError } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import { visible } from '../../export/visible.js';
import type { TerminalIo } from './terminal-io.js';

/** Something to choose from. */
export interface Choice<Value> {
  readonly name: string;
  readonly value: Value;
}

/** Plain questions, one after the other. Each answer is undefined where the keyboard is gone, or said so with Ctrl-C. */
export interface Questions {
  /** `say` takes the text, or gives why it is no answer. */
  readonly text: (
    message: string,
    before: string,
    say: (text: string) => string | undefined,
  ) => Promise<string | undefined>;
  readonly choose: <Value>(
    message: string,
    choices: readonly Choice<Value>[],
    before: Value | undefined,
  ) => Promise<{ readonly value: Value } | undefined>;
  /** A name out of many, found by some of its letters; or another one. */
  readonly search: (message: string, names: readonly string[]) => Promise<string | undefined>;
}

/** How many choices are shown at once. */
const most = 8;

export function questionsOn({ input, output }: TerminalIo): Questions {
  const ask = createPromptModule({ input, output });
  const pageSize = Math.max(3, Math.min(most, output.rows - 4));
  return {
    text: (message, before, say) =>
      answered(input, async () => {
        const { answer } = await ask([
          {
            type: 'input',
            name: 'answer',
            message: visible(message),
            default: before,
            prefill: 'editable',
            validate: (text: string) => say(text) ?? true,
          },
        ]);
        return answer;
      }),
    choose: (message, choices, before) =>
      answered(input, async () => {
        const { answer } = await ask([
          {
            type: 'select',
            name: 'answer',
            message: visible(message),
            choices: choices.map(({ name }, place) => ({ name: visible(name), value: place })),
            default: choices.findIndex(({ value }) => value === before),
            pageSize,
            loop: false,
          },
        ]);
        const chosen = choices[answer];
        return chosen === undefined ? undefined : { value: chosen.value };
      }),
    search: (message, names) =>
      answered(input, async () => {
        const { answer } = await ask([
          {
            type: 'search',
            name: 'answer',
            message: visible(message),
            source: (term: string | undefined) => found(names, term ?? ''),
            pageSize,
          },
        ]);
        return answer;
      }),
  };
}

/** The names in which a text is found, and the text itself where it is none of them. */
function found(names: readonly string[], term: string): readonly Choice<string>[] {
  const wanted = term.trim().toLowerCase();
  const known = names
    .filter((name) => name.toLowerCase().includes(wanted))
    .map((name) => ({ name: visible(name), value: name }));
  const isNew = wanted !== '' && !names.some((name) => name.toLowerCase() === wanted);
  return isNew ? [...known, { name: `Another name: ${visible(term.trim())}`, value: term.trim() }] : known;
}

/** The answer; nothing where there is nobody to give one. Stopped and woken, the keyboard is listened to again. */
async function answered<Value>(
  input: NodeJS.ReadStream,
  ask: () => Promise<Value>,
): Promise<Value | undefined> {
  const wake = () => setImmediate(() => input.resume());
  process.on('SIGCONT', wake);
  try {
    return await ended(input, ask());
  } catch (error) {
    if (error instanceof ExitPromptError) return undefined;
    throw error;
  } finally {
    process.off('SIGCONT', wake);
  }
}

/** The answer, or nothing once the keyboard is gone: the prompt would wait for ever. */
function ended<Value>(input: NodeJS.ReadStream, answer: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const gone = () => resolve(undefined);
    input.once('end', gone);
    input.once('close', gone);
    answer.then(resolve, reject).finally(() => {
      input.off('end', gone);
      input.off('close', gone);
    });
  });
}

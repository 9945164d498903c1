import { ExitPromptError } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import { visible } from '../../export/text/visible.js';
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

export function questionsOn(io: TerminalIo): Questions {
  const pageSize = Math.max(3, Math.min(most, io.output.rows - 4));
  return {
    text: (message, before, say) =>
      answered(io, async (ask) => {
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
      answered(io, async (ask) => {
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
      answered(io, async (ask) => {
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

function promptsOn({ input, output }: TerminalIo, signal: AbortSignal) {
  return createPromptModule({ input, output, signal });
}

/** What somebody at the keyboard does instead of answering. */
type Instead = 'woken' | 'gone';

/** The answer; nothing where there is nobody to give one. Stopped and woken, the question is asked again: its rows are gone. */
async function answered<Value>(
  io: TerminalIo,
  ask: (prompt: ReturnType<typeof promptsOn>) => Promise<Value>,
): Promise<Value | undefined> {
  for (;;) {
    const stop = new AbortController();
    const prompt = promptsOn(io, stop.signal);
    const watch = watchOver(io);
    try {
      const first = await Promise.race([ask(prompt).then((value) => ({ value })), watch.instead]);
      if (typeof first === 'object') return first.value;
      if (first === 'gone') {
        io.output.write('\n');
        return undefined;
      }
    } catch (error) {
      if (error instanceof ExitPromptError) return undefined;
      throw error;
    } finally {
      watch.close();
      stop.abort();
    }
  }
}

/**
 * Tells when the keyboard is gone, for which a prompt would wait for ever, when the program is told to end, and when it was stopped
 * and is woken.
 */
function watchOver({ input, interruption }: TerminalIo): {
  readonly instead: Promise<Instead>;
  readonly close: () => void;
} {
  const { promise, resolve } = resolvable<Instead>();
  const gone = () => resolve('gone');
  const woken = () => resolve('woken');
  // Ctrl-D on an empty line makes readline stop its input.
  const pressed = (_: unknown, key: { readonly name?: string; readonly ctrl?: boolean } | undefined) => {
    if (key?.ctrl === true && key.name === 'd') setImmediate(() => input.isPaused() && gone());
  };
  if (interruption?.aborted === true) gone();
  interruption?.addEventListener('abort', gone);
  input.once('end', gone);
  input.once('close', gone);
  input.on('keypress', pressed);
  process.on('SIGCONT', woken);
  return {
    instead: promise,
    close: () => {
      interruption?.removeEventListener('abort', gone);
      input.off('end', gone);
      input.off('close', gone);
      input.off('keypress', pressed);
      process.off('SIGCONT', woken);
    },
  };
}

function resolvable<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((taken) => {
    resolve = taken;
  });
  return { promise, resolve };
}

import { visible } from '../../export/text/visible.js';
import { wrap } from '../../export/text/width.js';

/** Where plain lines come from and go to. */
export interface PlainIo {
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
}

/** Lines said, and lines asked for. */
export interface Talk {
  /** Says lines, wrapped, with nothing in them that steers a terminal. An indent in front stands before every part of them. */
  readonly say: (...lines: readonly string[]) => void;
  /** Asks for a line; nothing where there will be no more. */
  readonly ask: (prompt: string) => Promise<string | undefined>;
}

const width = 78;

export function talkOver({ lines, write }: PlainIo): Talk {
  const source = lines[Symbol.asyncIterator]();
  return {
    say: (...all) => {
      for (const line of all) write(wrapped(line));
    },
    ask: async (prompt) => {
      write(`${visible(prompt)} `);
      const { value, done } = await source.next();
      if (done !== true) return value;
      // What is said next does not belong to the prompt.
      write('\n');
      return undefined;
    },
  };
}

function wrapped(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/);
  return lines
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return wrap(visible(line.trim()), width - indent.length).map((part) => `${indent}${part}\n`);
    })
    .join('');
}

import { openWhole } from '../files/files.js';
import type { Host } from '../host.js';

/** Takes text bit by bit, and lets it be seen only once it is finished. */
export interface TextSink {
  readonly write: (text: string) => void;
  readonly finish: () => void;
  readonly discard: () => void;
}

/** Into a file, or to stdout, for which it is held back. */
export function textSink(host: Host, file: string | undefined): TextSink {
  if (file !== undefined) return openWhole(host.cwd, file);
  const held: string[] = [];
  return {
    write: (text) => {
      held.push(text);
    },
    finish: () => {
      for (const text of held) host.stdout.write(text);
    },
    discard: () => {},
  };
}

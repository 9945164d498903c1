import { isatty } from 'node:tty';

/** What a command may touch of the outside: given to it, so that tests give their own. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Where a person sits at a keyboard and a screen, both. */
  readonly console?: Console | undefined;
  /**
   * From now on Ctrl-C, or whoever tells the process to end, aborts this instead of ending it, the first time; and nobody waits
   * for the keyboard then.
   */
  readonly interruption?: () => AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A keyboard and a screen. */
export interface Console {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** A place to write text to. */
export interface Terminal {
  readonly write: (text: string | Uint8Array) => void;
  readonly isTerminal: boolean;
  /** In columns. */
  readonly width: number;
}

/** The process itself as a host. */
export function processHost(): Host {
  const terminal = (stream: NodeJS.WriteStream): Terminal => ({
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    width: stream.isTTY === true ? stream.columns : 100,
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    // Opening it takes a while, and few commands read it.
    get stdin() {
      return process.stdin;
    },
    stdout: terminal(process.stdout),
    stderr: terminal(process.stderr),
    get console() {
      return isatty(0) && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : undefined;
    },
    interruption: () => {
      const interrupted = new AbortController();
      // It stays: a library that finds no listener but its own ends the process.
      const interrupt = () => {
        if (interrupted.signal.aborted) process.exit(130);
        interrupted.abort();
        process.stdin.unref();
      };
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
      return interrupted.signal;
    },
    now: Date.now,
  };
}

/** Whether to write colours: only on a terminal, and only where nobody has said no. */
export function wantsColor(
  { env }: Pick<Host, 'env'>,
  { isTerminal }: Pick<Terminal, 'isTerminal'>,
  asked: boolean,
): boolean {
  if (!asked || !isTerminal || env.TERM === 'dumb') return false;
  return env.NO_COLOR === undefined || env.NO_COLOR === '';
}

/** Whether the terminal can be trusted with more than ASCII. */
export function wantsUnicode({ env }: Pick<Host, 'env'>): boolean {
  const locale = env.LC_ALL ?? env.LC_CTYPE ?? env.LANG ?? '';
  return env.TERM !== 'linux' && (locale === '' || !/^(C|POSIX)$/.test(locale));
}

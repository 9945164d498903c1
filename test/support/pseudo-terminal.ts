import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { tmuxIn } from './tmux.js';

/** A program that runs in a real pseudo-terminal, one of tmux's. */
export interface PseudoTerminal {
  /** The program's process. */
  readonly pid: number;
  /** Types a text as it is, and then keys by tmux's names: `Enter`, `C-c`, `PageUp`. */
  readonly type: (text: string, ...keys: readonly string[]) => void;
  /** What is and was to be seen, without trailing blanks; after the program's end too, unless it was closed. */
  readonly screen: () => string;
  /** Waits until the screen is as it should be, and gives it; fails with the screen as it was. */
  readonly until: (is: (screen: string) => boolean, what?: string) => Promise<string>;
  /** Waits for the end of the program; gives its exit code, or nothing after a signal. */
  readonly ended: () => Promise<number | undefined>;
  /** Ends the program by a signal, or by taking the terminal away from it; gives what could be seen last. */
  readonly kill: (by: NodeJS.Signals | 'close') => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  /** Takes the terminal away. */
  readonly close: () => void;
}

export interface TerminalSetting {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const patience = 20_000;

/** Starts a program with its arguments in a pseudo-terminal of its own. */
export function openTerminal(
  command: readonly string[],
  { cwd, columns = 100, rows = 40, env = {} }: TerminalSetting,
): PseudoTerminal {
  const { run: tmux, ask, resize, close } = tmuxIn(cwd);
  const program = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  tmux(
    ...['start-server', ';', 'set-option', '-g', 'remain-on-exit', 'on', ';'],
    ...['set-option', '-g', 'history-limit', '50000', ';', 'set-option', '-g', 'status', 'off', ';'],
    ...['new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, ...variables, `exec ${program}`],
  );
  const pid = Number(ask('#{pane_pid}'));
  const screen = () =>
    tmux('capture-pane', '-p', '-J', '-S', '-')
      .split('\n')
      .filter((line) => !line.startsWith('Pane is dead ('))
      .join('\n')
      .trimEnd();
  const server = Number(ask('#{pid}'));
  /** The exit code, or nothing after a signal; none of both while it runs. */
  const end = (): { readonly code: number | undefined } | undefined => {
    // It sometimes misses that a program has ended, and would call it running for ever.
    process.kill(server, 'SIGCHLD');
    const [code = '', signal = ''] = ask('#{pane_dead_status},#{pane_dead_signal}').split(',');
    if (code === '' && signal === '') return undefined;
    return { code: code === '' ? undefined : Number(code) };
  };
  const waitFor = async <T>(look: () => T | undefined, otherwise: () => string): Promise<T> => {
    for (const start = Date.now(); Date.now() - start < patience; await pause(5)) {
      const found = look();
      if (found !== undefined) return found;
    }
    throw new Error(otherwise());
  };
  return {
    pid,
    type: (text, ...keys) => {
      if (text !== '') tmux('send-keys', '-l', '--', text);
      if (keys.length > 0) tmux('send-keys', ...keys);
    },
    screen,
    until: (is, what = 'what was awaited') =>
      waitFor(
        () => {
          const now = screen();
          return is(now) ? now : undefined;
        },
        () => `the screen does not show ${what}:\n${screen()}`,
      ),
    ended: async () => (await waitFor(end, () => `the program does not end:\n${screen()}`)).code,
    kill: async (by) => {
      const seen = screen();
      if (by === 'close') {
        close();
        await waitFor(
          () => (isThere(pid) ? undefined : true),
          () => 'the program outlives its terminal',
        );
        return seen;
      }
      await waitFor(
        () => {
          // A program that is barely started may not hear the first one.
          if (isThere(pid)) process.kill(pid, by);
          return end();
        },
        () => `the program outlives ${by}:\n${screen()}`,
      );
      return screen();
    },
    resize,
    close,
  };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended, and that nobody has asked about, is still listed.
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tmuxIn } from '../../support/tmux.js';

const program = fileURLToPath(new URL('../../../bin/milepost.js', import.meta.url));
const longestWait = 15_000;

/** A shell in a pseudo-terminal of its own. */
export interface Terminal {
  /** Presses keys by tmux's names: `Enter`, `Left`, `C-b`, `3`. */
  readonly press: (...keys: readonly string[]) => void;
  readonly type: (text: string) => void;
  /** Pastes as a terminal does for a program that asked to be told. */
  readonly paste: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** What is on the screen now. */
  readonly screen: () => string;
  /** The screen, once a text is on it. */
  readonly shows: (text: string | RegExp) => Promise<string>;
  /** What tmux knows of the pane, as its formats say it. */
  readonly asks: (format: string) => string;
  readonly close: () => void;
}

/** Opens a shell in which `milepost` is the built program, and writes the id of its process to the file `pid`. */
export function openTerminal(cwd: string, columns = 80, rows = 24): Terminal {
  const { run: tmux, ask: asks, resize, close } = tmuxIn(cwd);
  const size = ['-x', String(columns), '-y', String(rows)];
  const shell = `exec env PS1='$ ' LC_ALL=C.UTF-8 NO_COLOR=1 bash --norc --noprofile -i`;
  tmux('new-session', '-d', '-c', cwd, ...size, shell);
  const screen = () => tmux('capture-pane', '-p').replace(/[ ]+$/gm, '');
  const self: Terminal = {
    press: (...keys) => {
      for (const key of keys) tmux('send-keys', key);
    },
    type: (text) => {
      tmux('send-keys', '-l', text);
    },
    paste: (text) => {
      tmux('set-buffer', text);
      tmux('paste-buffer', '-p', '-r');
    },
    resize,
    screen,
    shows: async (text) => {
      const end = Date.now() + longestWait;
      let before = '';
      for (;;) {
        const now = screen();
        const isThere = typeof text === 'string' ? now.includes(text) : text.test(now);
        // A screen that is being drawn is not looked at.
        if (isThere && now === before) return now;
        before = now;
        if (Date.now() > end) throw new Error(`The screen does not show ${text}:\n${now}`);
        await pause(30);
      }
    },
    asks,
    close,
  };
  // The shell alone knows nothing of the program's process, which a test may want to end.
  const started = `sh -c 'echo $$ >pid; exec "$0" "$@"' '${process.execPath}' '${program}' "$@"`;
  self.type(`milepost() { ${started}; }; clear`);
  self.press('Enter');
  return self;
}

import { spawnSync } from 'node:child_process';

/** Why there are no pseudo-terminals on this machine, where there are none: tests that need one are skipped, and say so. */
export const withoutTerminals =
  spawnSync('tmux', ['-V']).status === 0 ? undefined : 'tmux is not installed: apt-get install tmux';

/** A server of tmux's of its own, with one pseudo-terminal on it. */
export interface Tmux {
  /** Runs a command of tmux, and gives what it prints. */
  readonly run: (...args: readonly string[]) => string;
  /** What tmux knows of the terminal, as its formats say it. */
  readonly ask: (format: string) => string;
  readonly resize: (columns: number, rows: number) => void;
  /** Takes the terminal away. */
  readonly close: () => void;
}

let opened = 0;

export function tmuxIn(cwd: string): Tmux {
  opened += 1;
  const server = ['-L', `milepost-${process.pid}-${opened}`];
  const run = (...args: readonly string[]) => {
    const options = { cwd, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(
      'tmux',
      ['-u', ...server, '-f', '/dev/null', ...args],
      options,
    );
    if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr.trim()}`);
    return stdout;
  };
  return {
    run,
    ask: (format) => run('display-message', '-p', format).trim(),
    resize: (columns, rows) => {
      run('resize-window', '-x', `${columns}`, '-y', `${rows}`);
    },
    close: () => {
      spawnSync('tmux', [...server, 'kill-server']);
    },
  };
}

import type { TerminalIo } from './terminal-io.js';

// The other screen, without wrapping at the right edge; pastes are told from what is typed.
const enter = '\u001b[?1049h\u001b[?7l\u001b[?2004h';
const leave = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l\r';

/** The terminal, while an interview is on it. */
export interface Stage {
  /** Gives the terminal back as it was. */
  readonly close: () => void;
  /** Stops the program as Ctrl-Z does elsewhere, until it is woken. */
  readonly suspend: () => void;
}

/** Takes the terminal over, and says when its size has changed, and when somebody else had it in between. */
export function openStage(
  { input, output }: TerminalIo,
  happens: { readonly resized: () => void; readonly woken: () => void },
): Stage {
  const give = () => output.write(leave);
  const wake = () => {
    // The shell has set the terminal's mode meanwhile, and Node does not set one that it believes to be set.
    input.setRawMode(false);
    input.setRawMode(true);
    input.resume();
    output.write(enter);
    happens.woken();
  };
  output.write(enter);
  output.on('resize', happens.resized);
  process.on('exit', give);
  process.on('SIGCONT', wake);
  return {
    close: () => {
      output.off('resize', happens.resized);
      process.off('exit', give);
      process.off('SIGCONT', wake);
      give();
    },
    suspend: () => {
      give();
      input.setRawMode(false);
      // The whole group, as the terminal itself would: whoever started the program stops with it.
      process.kill(0, 'SIGTSTP');
      // Where no shell is there to bring it back, the system does not stop it.
      setImmediate(wake);
    },
  };
}

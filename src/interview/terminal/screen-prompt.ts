import { Writable } from 'node:stream';
import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import type { Conversation, Ending } from '../conversation.js';
import { opening, pressed, resized } from '../press/pressed.js';
import { screenOf } from '../screens/page.js';
import { pageOf } from '../screens/page-of.js';
import { signsOf } from '../screens/signs.js';
import { estimatedMinutes } from '../session/progress.js';
import type { Setting, Shown } from '../view/step.js';
import { keyboard } from './keyboard.js';
import { painterOn } from './painter.js';
import { openStage } from './stage.js';
import type { TerminalIo } from './terminal-io.js';

type Result = { readonly end: Ending | 'profile' } | { readonly failed: unknown };

interface Config {
  readonly conversation: Conversation;
  readonly io: TerminalIo;
}

/**
 * The whole interview as one prompt, so that no key is lost between one question and the next. Inquirer reads the keys and
 * keeps the state. It does not draw: it counts widths in UTF-16 units, and leaves copies behind of what is taller than the
 * screen or was drawn at another size; so what it would draw goes nowhere, and screens are drawn whole.
 */
const prompt = createPrompt<Result, Config>(({ conversation, io }, done) => {
  const estimates = useRef<readonly number[] | undefined>(undefined);
  estimates.current ??= estimatedMinutes(conversation.interview);
  const setting: Setting = {
    conversation,
    size: { columns: io.output.columns, rows: io.output.rows },
    signs: signsOf(io.unicode),
    estimates: estimates.current,
  };
  const [shown, show] = useState<Shown>(() => opening(setting));
  const [, redraw] = useState(0);
  const painter = useRef(painterOn((text) => io.output.write(text), io.color));
  const keys = useRef(keyboard());
  const now = useRef({ setting, shown });
  now.current = { setting, shown };

  /** What goes wrong in a handler of events would end the process with the terminal taken over. */
  const guarded = (handle: () => void) => {
    try {
      handle();
    } catch (failed) {
      done({ failed });
    }
  };

  useKeypress((event, rl) => {
    // Readline keeps a line of its own, which nobody asks for.
    rl.clearLine(0);
    guarded(() => {
      const key = keys.current.take(event);
      if (key === undefined) return;
      const { end, ...next } = pressed(setting, shown, key);
      if (end === undefined) show(next);
      else done({ end });
    });
  });

  useEffect((rl) => {
    const again = () => {
      painter.current.forget();
      redraw((count) => count + 1);
    };
    const stage = openStage(io, {
      resized: () =>
        guarded(() => {
          const { columns, rows } = io.output;
          show(resized({ ...now.current.setting, size: { columns, rows } }, now.current.shown));
          again();
        }),
      woken: again,
    });
    const ended = () => done({ end: 'interrupted' });
    // Readline would stop its input for good.
    rl.on('SIGTSTP', stage.suspend);
    rl.on('close', ended);
    return () => {
      rl.removeListener('SIGTSTP', stage.suspend);
      rl.removeListener('close', ended);
      stage.close();
    };
  }, []);

  // After every change: what hangs on a new object is never as it was.
  useEffect(
    () => guarded(() => painter.current.paint(screenOf(pageOf(setting, shown), setting.size, setting.signs))),
    [{}],
  );
  return '';
});

const nowhere = () => new Writable({ write: (_chunk, _encoding, written) => written() });

/** Holds an interview on the screen until it is finished, left, or who is asked is to be asked again. */
export async function holdOnScreen(conversation: Conversation, io: TerminalIo): Promise<Ending | 'profile'> {
  try {
    const signal = io.interruption === undefined ? {} : { signal: io.interruption };
    const result = await prompt({ conversation, io }, { input: io.input, output: nowhere(), ...signal });
    if ('failed' in result) throw result.failed;
    return result.end;
  } catch (error) {
    if (error instanceof ExitPromptError || error instanceof AbortPromptError) return 'interrupted';
    throw error;
  }
}

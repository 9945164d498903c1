import type { FrontEnd, FrontEndOptions } from '../conversation.js';
import { askProfile } from './ask-profile.js';
import { askWhich } from './ask-which.js';
import { holdOnScreen } from './screen-prompt.js';
import type { TerminalIo } from './terminal-io.js';

/** An interview on a screen: first who is asked, in plain questions; then the questions, each on a screen of its own. */
export function terminalFrontEnd(io: TerminalIo, options: FrontEndOptions): FrontEnd {
  // Inquirer would end the program at a limit to the size of files, where the write itself fails and is told of.
  process.on('SIGXFSZ', () => {});
  return {
    offer: (unfinished) => askWhich(unfinished, io),
    hold: async (conversation) => {
      let which: 'missing' | 'all' = 'missing';
      for (;;) {
        if ((await askProfile(conversation, io, options, which)) !== undefined) return 'interrupted';
        const end = await holdOnScreen(conversation, io);
        if (end !== 'profile') return end;
        which = 'all';
      }
    },
  };
}

import type { FrontEnd, FrontEndOptions } from '../../interview/conversation.js';
import { type Host, wantsColor, wantsUnicode } from '../host.js';
import { UsageError } from '../usage-error.js';
import { typedLines } from './typed-lines.js';

/** The screen where a person sits at one that can draw; plain lines where it was asked for, or where it cannot. */
export async function frontEndFor(
  { plain, color }: { readonly plain: boolean; readonly color: boolean },
  options: FrontEndOptions,
  host: Host,
): Promise<FrontEnd> {
  if (!plain && host.console === undefined) {
    throw new UsageError(
      'an interview needs a terminal, a keyboard and a screen, and this is none',
      'With --plain, answers are read line by line, from a script too.',
    );
  }
  const interruption = host.interruption?.();
  if (plain || host.console === undefined || host.env.TERM === 'dumb') {
    const { plainFrontEnd } = await import('../../interview/plain/plain-front-end.js');
    const lines = typedLines(host.stdin, interruption);
    return plainFrontEnd({ lines, write: host.stdout.write }, options);
  }
  const { terminalFrontEnd } = await import('../../interview/terminal/terminal-front-end.js');
  const io = {
    ...host.console,
    color: wantsColor(host, host.stdout, color),
    unicode: wantsUnicode(host),
    interruption,
  };
  return terminalFrontEnd(io, options);
}

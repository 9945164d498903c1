import { type Host, wantsColor } from '../host.js';

/** A line of the terminal that says what is being done. */
export interface StatusLine {
  readonly show: (text: string) => void;
  /** Leaves nothing of it. */
  readonly wipe: () => void;
}

/** One that is written where somebody waits before a terminal, and nowhere else. */
export function statusLine(host: Host, color: boolean): StatusLine {
  const { stderr } = host;
  if (!wantsColor(host, stderr, color)) return { show: () => {}, wipe: () => {} };
  let isShown = false;
  return {
    show: (text) => {
      isShown = true;
      stderr.write(`\r\u001b[K${text}`);
    },
    wipe: () => {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}

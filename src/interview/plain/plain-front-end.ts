import type { FrontEnd, FrontEndOptions } from '../conversation.js';

/** Where plain lines come from and go to. */
export interface PlainIo {
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
}

export function plainFrontEnd(_io: PlainIo, _options: FrontEndOptions): FrontEnd {
  throw new Error('not there yet');
}

import { fold } from '../non-answer-words.js';

/** As `fold`; quick for the many texts that have no spaces to collapse. */
export function folded(text: string): string {
  return /\s\s|[^\S ]|^ | $/.test(text) ? fold(text) : text.toLowerCase();
}

import { visible } from '../text/visible.js';

/** A remark at the end of a line. */
export function comment(text: string): string {
  return `# ${visible(text)}`;
}

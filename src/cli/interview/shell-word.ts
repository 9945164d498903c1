import { visible } from '../../export/text/visible.js';

/** A path as one word of a command line that is shown, to be copied. */
export function shellWord(path: string, platform: NodeJS.Platform): string {
  const word = visible(path);
  if (platform === 'win32') return /^[\w./:\\-]+$/.test(word) ? word : `"${word}"`;
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

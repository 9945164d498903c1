import { helpOf, textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { MisplacedFile, UsageError } from '../usage-error.js';

/** Refuses to go on with a file that is no definition at all, as one that cannot be read, or one of answers. */
export function refuseUnusable(file: string, findings: readonly Finding[]): void {
  for (const found of findings) {
    if (found.file !== file) continue;
    const message = `${file} ${textOf(found)}`;
    if (found.rule === 'file-of-answers') throw new MisplacedFile(message, helpOf(found));
    if (found.rule === 'file-unreadable' || found.rule === 'file-is-directory')
      throw new UsageError(message, helpOf(found));
  }
}

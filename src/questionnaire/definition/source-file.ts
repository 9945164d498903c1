import type { Finding } from '../../finding/finding.js';

/** How the core gets at the text of files, without touching a disk. Paths are the caller's own. */
export interface SourceFiles {
  /** The file's text, or why there is none. */
  readonly read: (file: string) => { readonly text: string } | { readonly finding: Finding };
  /** The path of a file that `from` names relative to itself. */
  readonly resolve: (from: string, relative: string) => string;
}

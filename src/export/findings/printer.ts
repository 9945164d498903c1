import type { Finding } from '../../finding/finding.js';
import type { FindingFormat } from './names.js';

/** What a printer may need besides the findings. */
export interface PrintOptions {
  /** The text of a file that a finding names, where it can be had. */
  readonly source: (file: string) => string | undefined;
  readonly color: boolean;
  /** In columns of the terminal. */
  readonly width: number;
  /** The files that were looked at, with findings or without. */
  readonly checked?: readonly string[];
  /** Whether a finding makes the run fail; an error does unless said otherwise. */
  readonly fails?: (finding: Finding) => boolean;
  /** What a JSON document tells beside the findings; with it, the document is an object. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** A file's path from the root of its repository, for services that show findings there. */
  readonly inRepository?: (file: string) => string;
}

/** A way to write findings down. What it writes ends with a line break, unless it is empty. */
export interface FindingPrinter {
  readonly name: FindingFormat;
  readonly describe: string;
  readonly write: (findings: readonly Finding[], options: PrintOptions) => string;
}

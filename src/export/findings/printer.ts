import type { Finding } from '../../finding/finding.js';
import type { PluginRule } from '../../rubric/checks/define-rule.js';
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
  /** Whether `check --fix` would mend a finding. */
  readonly mends?: (finding: Finding) => boolean;
  /** Rules of one's own, to be described beside ours. */
  readonly rules?: readonly PluginRule[];
  /** A file's path from the root of its repository, for services that show findings there. */
  readonly inRepository?: (file: string) => string;
  /** Written by `pretty` and `json`; the others have no place for it. */
  readonly supplement?: Supplement;
}

/** What a report says of its files besides the findings. */
export interface Supplement {
  /** For people, in lines of at most so many columns. */
  readonly text: (width: number, color: boolean) => string;
  /** For programs: members of the JSON document, which with them is an object. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** A way to write findings down. What it writes ends with a line break, unless it is empty. */
export interface FindingPrinter {
  readonly name: FindingFormat;
  readonly describe: string;
  readonly write: (findings: readonly Finding[], options: PrintOptions) => string;
}

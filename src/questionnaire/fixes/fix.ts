import type { RuleId } from '../../finding/catalogue.js';
import type { Finding, FindingOf } from '../../finding/finding.js';
import type { YamlSource } from '../definition/yaml-source.js';

/** Characters of a text and what is to stand there instead. Offsets count UTF-16 units from 0, the end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A value, or the name of a key, that is another one after a fix. */
export interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

/** How one finding in one file is mended. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** All that may be read differently afterwards; usually nothing else than the mistake. */
  readonly changes: readonly Change[];
}

/** A file as it is written. Offsets in it are those of the findings. */
export interface Written {
  readonly text: string;
  /** None where the text is no YAML. */
  readonly source?: YamlSource;
  /** Everything found in this run, in all files. */
  readonly findings: readonly Finding[];
}

/** Mends findings of one rule; nothing where it cannot be done without loss. */
export type MakeFix<R extends RuleId> = (finding: FindingOf<R>, written: Written) => Fix | undefined;

/** How findings of one rule are mended, and in words what is done. */
export interface FixRule<R extends RuleId> {
  readonly does: string;
  readonly make: MakeFix<R>;
}

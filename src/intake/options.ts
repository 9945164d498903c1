import type { FlavourName } from './flavours/names.js';

/** How all files of one intake are read. */
export interface IntakeOptions {
  /** Ids of personal profile fields that are kept; the others are dropped. */
  readonly keep?: ReadonlySet<string>;
}

/** How one file is read, where that is not to be found out. */
export interface FileOptions {
  readonly flavour?: FlavourName;
}

export const noOptions: Required<IntakeOptions> = { keep: new Set() };

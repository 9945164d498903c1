import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import type { FailOn } from '../exit-code.js';
import type { OutputOptions } from '../output/write-table.js';
import type { PrivacyOptions } from '../privacy/min-group.js';
import type { ReturnsOptions } from '../returns/returns.js';
import type { ScoringOptions } from '../scoring/prepare.js';
import type { TableChoice } from './tables/choose-tables.js';

/** Which rows and columns a comparison has. */
export interface ShapeOptions {
  readonly by: readonly string[];
  readonly filter?: string;
  readonly sort?: string;
  readonly total: boolean;
  readonly columns: ColumnChoice;
  readonly depth: number;
  readonly layout: 'wide' | 'long';
  readonly transpose: boolean;
}

/** What is said of a unit beside its figures. */
export interface StandingOptions {
  readonly rank: boolean;
  readonly strictRanks: boolean;
  readonly peers?: string;
}

/** What is written beside the table. */
export interface ProvenanceOptions {
  readonly stamp: boolean;
  readonly datapackage: boolean;
}

/** The same as it is asked for: without a layout, scores are wide and other tables long. */
export type CompareAsked = Omit<CompareOptions, 'layout'> & Partial<Pick<CompareOptions, 'layout'>>;

export interface CompareOptions
  extends OutputOptions,
    ScoringOptions,
    ReturnsOptions,
    TableChoice,
    ShapeOptions,
    StandingOptions,
    PrivacyOptions,
    ProvenanceOptions {
  /** The attribute or profile field that says what kind of unit one is; `type` unless it is said. */
  readonly kind?: string;
  readonly failOn: FailOn;
}

import type { ReportFormatName } from '../../export/report/format-names.js';
import type { CompareOptions, ShapeOptions, StandingOptions } from '../compare/options.js';
import type { FailOn } from '../exit-code.js';
import type { PrivacyOptions } from '../privacy/min-group.js';
import type { ReturnsOptions } from '../returns/returns.js';
import type { ScoringOptions } from '../scoring/prepare.js';

export interface ReportOptions
  extends ScoringOptions,
    ReturnsOptions,
    PrivacyOptions,
    StandingOptions,
    Pick<ShapeOptions, 'by' | 'filter' | 'sort'> {
  readonly waves: readonly string[];
  readonly kind?: string;
  /** `field=name`: whose own page it is. */
  readonly unit: readonly string[];
  /** A unit field: a page for each of its units. */
  readonly each?: string;
  readonly namePeers: boolean;
  readonly withNotes: boolean;
  readonly open: boolean;
  readonly stamp: boolean;
  readonly format?: ReportFormatName;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** What stands for the name of a unit in the name of a file. */
export const placeholder = '{unit}';

/**
 * What `compare` is asked for by a report: all figures, with the matrix of dimensions and themes. `units` are the unit fields whose
 * own pages are asked for.
 */
export function asCompareOptions(options: ReportOptions, units: readonly string[]): CompareOptions {
  const { by, unit: _, each: __, format: ___, output: ____, ...rest } = options;
  return {
    ...rest,
    by: [...new Set([...by, ...units])],
    tables: [],
    layout: 'long',
    columns: 'cells',
    depth: 1,
    total: false,
    transpose: false,
    datapackage: false,
  };
}

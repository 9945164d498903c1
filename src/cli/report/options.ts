import type { ReportFormatName } from '../../export/report/format-names.js';
import type { CompareOptions, ShapeOptions, StandingOptions } from '../compare/options.js';
import type { FailOn } from '../exit-code.js';
import type { ScoringOptions } from '../prepare.js';
import type { PrivacyOptions } from '../privacy/min-group.js';
import type { ReturnsOptions } from '../returns.js';

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

/** What `compare` is asked for by a report: all figures, with the matrix of dimensions and themes. */
export function asCompareOptions(options: ReportOptions): CompareOptions {
  const { by, unit, each, format: _, output: __, ...rest } = options;
  const fields = each === undefined ? unit.map((part) => part.split('=')[0]?.trim() ?? '') : [each];
  return {
    ...rest,
    by: [...new Set([...by, ...fields])],
    tables: [],
    layout: 'long',
    columns: 'cells',
    depth: 1,
    total: false,
    transpose: false,
    datapackage: false,
  };
}

import type { Provenance } from '../provenance/provenance.js';
import type { Table } from './table.js';

/** Tables that belong together, and what they were made of. */
export interface TableDocument {
  readonly tables: readonly Table[];
  readonly provenance?: Provenance;
}

import { basename, dirname, extname, join } from 'node:path';
import { dataPackage } from '../../../export/provenance/data-package.js';
import type { Provenance } from '../../../export/provenance/provenance.js';
import type { Table } from '../../../export/tables/table.js';
import { writeWhole } from '../../files/files.js';
import type { Host } from '../../host.js';
import { sha256Of } from '../../returns/digests.js';

/** Writes a `datapackage.json` beside a table that was written as delimited text. */
export function describeFile(
  file: string,
  text: string,
  table: Table,
  provenance: Provenance,
  { cwd }: Pick<Host, 'cwd'>,
): void {
  const described = {
    name: basename(file),
    format: extname(file).toLowerCase() === '.tsv' ? ('tsv' as const) : ('csv' as const),
    bytes: Buffer.byteLength(text),
    hash: `sha256:${sha256Of(text)}`,
  };
  writeWhole(cwd, join(dirname(file), 'datapackage.json'), [dataPackage(table, described, provenance)]);
}

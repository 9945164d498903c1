import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { grouped } from '../../../compare/grouped.js';
import { dataPackage } from '../../../export/provenance/data-package.js';
import type { Provenance } from '../../../export/provenance/provenance.js';
import type { Table } from '../../../export/tables/table.js';
import { writeWhole } from '../../files/files.js';
import type { Host } from '../../host.js';
import { packageBeside } from '../../overwriting/written-files.js';
import { sha256Of } from '../../returns/digests.js';
import { UsageError } from '../../usage-error.js';

/** A table as it was written to a file as delimited text. */
export interface WrittenTable {
  readonly file: string;
  readonly text: string;
  readonly table: Table;
}

/** Writes a `datapackage.json` beside such tables, in each folder that has any. */
export function describeFiles(
  written: readonly WrittenTable[],
  provenance: Provenance,
  { cwd }: Pick<Host, 'cwd'>,
): void {
  for (const [description, beside] of grouped(written, descriptionOf)) {
    const described = beside.map(({ file, text, table }) => ({
      table,
      name: basename(file),
      format: extname(file).toLowerCase() === '.tsv' ? ('tsv' as const) : ('csv' as const),
      bytes: Buffer.byteLength(text),
      hash: `sha256:${sha256Of(text)}`,
    }));
    writeWhole(cwd, description, [dataPackage(described, provenance)]);
  }
}

/** Refuses to write a description over one of other files, with a usage error: what they hold would be said nowhere any more. */
export function keepDescriptions(files: readonly string[], { cwd }: Pick<Host, 'cwd'>): void {
  for (const [description, beside] of grouped(
    files.map((file) => ({ file })),
    descriptionOf,
  )) {
    if (!existsSync(resolve(cwd, description))) continue;
    const own = new Set(beside.map(({ file }) => basename(file)));
    const others = describedIn(resolve(cwd, description))?.filter((path) => !own.has(path));
    if (others?.length === 0) continue;
    throw new UsageError(
      `--datapackage would be written over ${description}, which ${others === undefined ? 'is no description of tables' : `describes ${others.join(', ')}`}`,
      'Write to a folder of its own, all tables of a folder at once (`-o {table}.csv`), or remove it.',
    );
  }
}

function descriptionOf({ file }: { readonly file: string }): string {
  return packageBeside(file);
}

/** The files that a data package describes; nothing where it is none. */
function describedIn(description: string): readonly string[] | undefined {
  try {
    const { resources }: { readonly resources: readonly { readonly path: string }[] } = JSON.parse(
      readFileSync(description, 'utf8'),
    );
    return resources.map(({ path }) => path);
  } catch {
    return undefined;
  }
}

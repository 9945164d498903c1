import type { ComparisonTableName } from '../../../export/comparison/tables/names.js';
import type { Provenance } from '../../../export/provenance/provenance.js';
import type { Table } from '../../../export/tables/table.js';
import type { Host } from '../../host.js';
import { type OutputOptions, tableFormatFor, writeDocument } from '../../output/write-table.js';
import { keepApart } from '../../overwriting/written-files.js';
import { UsageError } from '../../usage-error.js';
import type { ProvenanceOptions } from '../options.js';
import { describeFile } from './describe-file.js';

/** What stands for the name of a table in the name of a file. */
const placeholder = '{table}';

/** Whether each table goes to a file of its own. */
export function isFileEach({ output }: Pick<OutputOptions, 'output'>): boolean {
  return output?.includes(placeholder) === true;
}

/** Sees beforehand that so many tables can be written as asked. */
export function checkTables(names: readonly ComparisonTableName[], options: OutputOptions): void {
  const format = tableFormatFor(options);
  if (names.length < 2 || format.writeDocument !== undefined || isFileEach(options)) return;
  throw new UsageError(
    `a ${format.name} file holds one table, and ${names.length} are asked for: ${names.join(', ')}`,
    `Write ${placeholder} in the name of the file, as in \`-o comparison-${placeholder}.${format.extensions[0] ?? 'csv'}\`, or ask for one at a time.`,
  );
}

/**
 * Writes tables and what they were made of as one document, described beside it where that is asked for; or each to a file
 * of its own where the name of the file has a place for theirs: then each is made only when the one before is written.
 */
export async function writeTables(
  names: readonly ComparisonTableName[],
  make: (name: ComparisonTableName) => readonly Table[],
  provenance: Provenance,
  options: OutputOptions & ProvenanceOptions,
  host: Host,
): Promise<void> {
  const { output } = options;
  if (output !== undefined && isFileEach(options)) {
    const fileOf = (name: string) => output.replaceAll(placeholder, name);
    const written = names.map((name) => ({ option: '-o', file: fileOf(name) }));
    const read = provenance.inputs.map(({ name }) => name);
    keepApart(written, read, host);
    for (const name of names) {
      const own = { ...options, output: fileOf(name) };
      await writeDocument({ tables: make(name), provenance }, own, host);
    }
    return;
  }
  const tables = names.flatMap((name) => {
    const made = make(name);
    return names.length > 1 && made.length === 1 ? made.map((table) => ({ ...table, name })) : made;
  });
  const written = await writeDocument({ tables, provenance }, options, host);
  const [table] = tables;
  if (options.datapackage && output !== undefined && table !== undefined) {
    describeFile(output, String(written), table, provenance, host);
  }
}

import type { ComparisonTableName } from '../../../export/comparison/tables/names.js';
import type { Provenance } from '../../../export/provenance/provenance.js';
import { withheldCells } from '../../../export/tables/absence.js';
import type { Table } from '../../../export/tables/table.js';
import type { Host } from '../../host.js';
import { checkPlaceholders } from '../../output/placeholders.js';
import { type OutputOptions, tableFormatFor, writeDocument } from '../../output/write-table.js';
import { keepApart } from '../../overwriting/written-files.js';
import { UsageError } from '../../usage-error.js';
import type { ProvenanceOptions } from '../options.js';
import { describeFiles, keepDescriptions, type WrittenTable } from './describe-files.js';

/** What stands for the name of a table in the name of a file. */
const placeholder = '{table}';

/** Whether each table goes to a file of its own. */
function isFileEach({ output }: Pick<OutputOptions, 'output'>): boolean {
  return output?.includes(placeholder) === true;
}

/** Sees beforehand that so many tables can be written as asked. */
export function checkTables(names: readonly ComparisonTableName[], options: OutputOptions): void {
  checkPlaceholders(options.output ?? '', { [placeholder]: 'the name of a table' });
  const format = tableFormatFor(options);
  if (names.length < 2 || format.writeDocument !== undefined || isFileEach(options)) return;
  throw new UsageError(
    `a ${format.name} file holds one table, and ${names.length} are asked for: ${names.join(', ')}`,
    `Write ${placeholder} in the name of the file, as in \`-o comparison-${placeholder}.${format.extensions[0] ?? 'csv'}\`, or ask for one at a time.`,
  );
}

/** What tables are written with. */
export interface WritingContext {
  readonly provenance: Provenance;
  /** The files that were read, as they were named. */
  readonly read: readonly string[];
}

/** Sees that tables with these names can be written without losing what is there, with a usage error where they cannot. */
export function keepWhatIsThere(
  names: readonly ComparisonTableName[],
  options: OutputOptions & ProvenanceOptions,
  host: Host,
): void {
  if (options.datapackage && options.output !== undefined) {
    keepDescriptions(filesOf(names, options.output), host);
  }
}

/**
 * Writes tables and what they were made of as one document, described beside it where that is asked for; or each to a file
 * of its own where the name of the file has a place for theirs: then each is made only when the one before is written. Comes to
 * the number of cells that are withheld in them.
 */
export async function writeTables(
  names: readonly ComparisonTableName[],
  make: (name: ComparisonTableName) => readonly Table[],
  { provenance, read }: WritingContext,
  options: OutputOptions & ProvenanceOptions,
  host: Host,
): Promise<number> {
  const { output } = options;
  const described: WrittenTable[] = [];
  let cells = 0;
  const write = async (tables: readonly Table[], file: string | undefined) => {
    const own = file === undefined ? options : { ...options, output: file };
    const written = await writeDocument({ tables, provenance }, own, host);
    const [table] = tables;
    for (const each of tables) cells += withheldCells(each);
    if (options.datapackage && file !== undefined && table !== undefined) {
      described.push({ file, text: String(written), table });
    }
  };
  if (output !== undefined && isFileEach(options)) {
    const written = filesOf(names, output).map((file) => ({ option: '-o', file }));
    keepApart(written, read, host);
    for (const name of names) await write(make(name), fileOf(name, output));
  } else {
    const tables = names.flatMap((name) => {
      const made = make(name);
      return names.length > 1 && made.length === 1 ? made.map((table) => ({ ...table, name })) : made;
    });
    await write(tables, output);
  }
  describeFiles(described, provenance, host);
  return cells;
}

function filesOf(names: readonly string[], output: string): readonly string[] {
  return names.map((name) => fileOf(name, output));
}

function fileOf(name: string, output: string): string {
  return output.replaceAll(placeholder, name);
}

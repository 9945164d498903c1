import type { Table } from '../export/table.js';
import { writeWhole } from './files.js';
import { type Host, wantsColor, wantsUnicode } from './host.js';
import { type OutputOptions, tableFormatFor, writeTable } from './output.js';
import { UsageError } from './usage-error.js';

/** What stands for the name of a table in the name of a file. */
const placeholder = '{table}';

/** Sees beforehand that so many tables can be written as asked. */
export function checkTables(names: readonly string[], options: OutputOptions): void {
  const { output } = options;
  const format = tableFormatFor(options);
  if (names.length < 2 || format.writeSeveral !== undefined || output?.includes(placeholder) === true) return;
  throw new UsageError(
    `a ${format.name} file holds one table, and ${names.length} are asked for: ${names.join(', ')}`,
    `Write ${placeholder} in the name of the file, as in \`-o comparison-${placeholder}.${format.extensions[0] ?? 'csv'}\`, or ask for one at a time.`,
  );
}

/**
 * Writes tables one after the other, or each to a file of its own where the name of the file has a place for theirs: then
 * each is made only when the one before is written.
 */
export function writeTables<N extends string>(
  names: readonly N[],
  make: (name: N) => Table,
  options: OutputOptions,
  host: Host,
): void {
  const { output } = options;
  if (output?.includes(placeholder) === true) {
    for (const name of names) {
      writeTable(make(name), { ...options, output: output.replaceAll(placeholder, name) }, host);
    }
    return;
  }
  const format = tableFormatFor(options);
  const [first] = names;
  if (names.length < 2 || format.writeSeveral === undefined) {
    if (first !== undefined) writeTable(make(first), options, host);
    return;
  }
  const tables = names.map((name) => ({ name, table: make(name) }));
  const toTerminal = output === undefined && host.stdout.isTerminal;
  const written = format.writeSeveral(tables, {
    width: output === undefined ? host.stdout.width : 100,
    color: output === undefined && wantsColor(host, host.stdout, options.color),
    unicode: !toTerminal || wantsUnicode(host),
  });
  if (output === undefined) host.stdout.write(written);
  else writeWhole(host.cwd, output, [written]);
}

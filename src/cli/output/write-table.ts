import { formatForFile, tableFormats } from '../../export/tables/formats.js';
import type { Table } from '../../export/tables/table.js';
import type { TableDocument } from '../../export/tables/table-document.js';
import type { TableFormat, TableOptions } from '../../export/tables/table-format.js';
import { writeWhole } from '../files/files.js';
import { type Host, wantsColor, wantsUnicode } from '../host.js';
import { UsageError } from '../usage-error.js';

export interface OutputOptions {
  readonly format?: string;
  readonly output?: string;
  readonly color: boolean;
}

/** Writes a table to stdout, or whole to a file, in the format asked for or that the file's ending says. */
export async function writeTable(table: Table, options: OutputOptions, host: Host): Promise<void> {
  await put((format, shown) => format.write(table, shown), options, host);
}

/** Writes tables and what they were made of in the same way; a format that holds one table alone has that. */
export async function writeDocument(
  document: TableDocument,
  options: OutputOptions,
  host: Host,
): Promise<Uint8Array | string> {
  return put(
    (format, shown) => {
      if (format.writeDocument !== undefined) return format.writeDocument(document, shown);
      const [table, ...more] = document.tables;
      if (table === undefined || more.length > 0) {
        throw new UsageError(`${format.name} holds one table, and there are ${document.tables.length}`);
      }
      return format.write(table, shown);
    },
    options,
    host,
  );
}

async function put(
  write: (format: TableFormat, shown: TableOptions) => ReturnType<TableFormat['write']>,
  options: OutputOptions,
  host: Host,
): Promise<Uint8Array | string> {
  const { output } = options;
  const format = tableFormatFor(options);
  const toTerminal = output === undefined && host.stdout.isTerminal;
  if (toTerminal && format.binary === true) {
    throw new UsageError(`${format.name} is not for a terminal`, 'Name a file with -o.');
  }
  const written = await write(format, {
    width: output === undefined ? host.stdout.width : 100,
    color: output === undefined && wantsColor(host, host.stdout, options.color),
    unicode: !toTerminal || wantsUnicode(host),
  });
  if (output === undefined) host.stdout.write(written);
  else writeWhole(host.cwd, output, [written]);
  return written;
}

/** The format asked for, or the one of the file's ending. */
export function tableFormatFor({ format, output }: Pick<OutputOptions, 'format' | 'output'>): TableFormat {
  const named = tableFormats.find(({ name }) => name === format);
  if (named !== undefined) {
    const byEnding = output === undefined ? undefined : formatForFile(output);
    if (byEnding === undefined || byEnding === named) return named;
    throw new UsageError(
      `-o ${output} ends as ${byEnding.name} does, and --format is ${named.name}`,
      `Leave --format out, or end the name in .${named.extensions[0]}.`,
    );
  }
  if (output !== undefined) {
    const byEnding = formatForFile(output);
    if (byEnding !== undefined) return byEnding;
    const endings = tableFormats.flatMap(({ extensions }) => extensions).map((ending) => ending);
    throw new UsageError(
      `the ending of ${output} names no format`,
      `Use --format, or one of ${endings.join(', ')}.`,
    );
  }
  const [first] = tableFormats;
  if (first === undefined) throw new Error('there are no table formats');
  return first;
}

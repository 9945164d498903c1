import { formatForFile, tableFormats } from '../export/formats.js';
import type { Table } from '../export/table.js';
import { writeWhole } from './files.js';
import { type Host, wantsColor, wantsUnicode } from './host.js';
import { UsageError } from './usage-error.js';

export interface OutputOptions {
  readonly format?: string;
  readonly output?: string;
  readonly color: boolean;
}

/** Writes a table to stdout, or whole to a file, in the format asked for or that the file's ending says. */
export function writeTable(table: Table, options: OutputOptions, host: Host): void {
  const { output } = options;
  const format = tableFormatFor(options);
  const toTerminal = output === undefined && host.stdout.isTerminal;
  const written = format.write(table, {
    width: output === undefined ? host.stdout.width : 100,
    color: output === undefined && wantsColor(host, host.stdout, options.color),
    unicode: !toTerminal || wantsUnicode(host),
  });
  if (output === undefined) host.stdout.write(written);
  else writeWhole(host.cwd, output, [written]);
}

/** The format asked for, or the one of the file's ending. */
export function tableFormatFor({ format, output }: Pick<OutputOptions, 'format' | 'output'>) {
  const named = tableFormats.find(({ name }) => name === format);
  if (named !== undefined) return named;
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

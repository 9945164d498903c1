import type { Column, TableCell } from '../../export/tables/table.js';
import type { TableFormat } from '../../export/tables/table-format.js';
import { openWhole, type WholeFile } from '../files/files.js';
import type { Host } from '../host.js';
import { type OutputOptions, writeTable } from './write-table.js';

/** A second wave came after so many rows were written without a column for it. */
export class LateWave extends Error {}

/** Takes rows as they come and writes them as they come, where the format can; otherwise together at the end. */
export interface RowSink {
  readonly add: (rows: readonly (readonly TableCell[])[], wave: string) => void;
  readonly finish: () => Promise<void>;
  readonly discard: () => void;
}

export interface SinkColumns {
  readonly columns: readonly Column[];
  /** Where the wave stands; −1 where it always stays. It is left out while there is one wave only. */
  readonly waveAt: number;
}

/** Rows held back until it is settled whether there is more than one wave, and then written at a time. */
const heldBack = 2_000;
const batchSize = 500;

export function rowSink(
  { columns, waveAt }: SinkColumns,
  format: TableFormat,
  options: OutputOptions,
  host: Host,
  severalWaves: boolean,
  title: string,
): RowSink {
  const { stream } = format;
  const waves = new Set<string>();
  const held: (readonly TableCell[])[] = [];
  let file: WholeFile | undefined;
  /** Known once it is settled. */
  let withWave: boolean | undefined = severalWaves || waveAt < 0 ? true : undefined;
  let begun = false;

  const put = (text: string) => {
    if (options.output === undefined) host.stdout.write(text);
    else {
      file ??= openWhole(host.cwd, options.output);
      file.write(text);
    }
  };
  const shown = <T>(row: readonly T[]): readonly T[] => (withWave === true ? row : row.toSpliced(waveAt, 1));
  const flush = ({ head, rows }: NonNullable<TableFormat['stream']>) => {
    withWave ??= waves.size > 1;
    const kept = shown(columns);
    if (!begun) put(head(kept));
    begun = true;
    if (held.length > 0) put(rows(kept, held.map(shown)));
    held.length = 0;
  };
  return {
    add: (rows, wave) => {
      waves.add(wave);
      if (begun && withWave === false && waves.size > 1) throw new LateWave();
      held.push(...rows);
      if (stream !== undefined && held.length >= (withWave === undefined ? heldBack : batchSize))
        flush(stream);
    },
    finish: async () => {
      if (stream !== undefined) {
        flush(stream);
        file?.finish();
        return;
      }
      withWave ??= waves.size > 1;
      await writeTable({ title, columns: shown(columns), rows: held.map(shown), notes: [] }, options, host);
    },
    discard: () => file?.discard(),
  };
}

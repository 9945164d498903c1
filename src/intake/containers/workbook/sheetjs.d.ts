import type { ParsingOptions, WorkBook } from '@e965/xlsx';

// Exported by the library's module, and left out of its types.
declare module '@e965/xlsx' {
  /** Reads the parts of an xlsx or ods file that are already unpacked. */
  export function parse_zip(
    parts: {
      readonly FullPaths: readonly string[];
      readonly FileIndex: readonly {
        readonly name: string;
        readonly type: number;
        readonly content: Buffer;
      }[];
    },
    options?: ParsingOptions,
  ): WorkBook;
  /** Reads the streams of an xls file. */
  export function parse_xlscfb(container: unknown, options?: ParsingOptions): WorkBook;
}

import { htmlRecord } from './html.js';
import { markdownRecord } from './markdown.js';
import type { RecordFormat, RecordFormatName } from './record-format.js';
import { textRecord } from './text.js';

/** Every format that a record can be written in. */
export const recordFormats: Readonly<Record<RecordFormatName, RecordFormat>> = {
  html: htmlRecord,
  md: markdownRecord,
  txt: textRecord,
};

/** The format that a file's ending asks for, in upper or lower case. */
export function recordFormatForFile(path: string): RecordFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return Object.values(recordFormats).find(
    ({ extensions }) => extension !== undefined && extensions.includes(extension),
  );
}

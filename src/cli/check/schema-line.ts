import { type Finding, finding } from '../../finding/finding.js';
import { placesIn } from '../../questionnaire/checks/source-lines.js';
import { schemaFile, schemaLine } from '../../questionnaire/definition/schema-line.js';
import type { DiskFiles } from '../files/files.js';

/** Whether the schema that a file names for editors is there. */
export function missingSchema(file: string, files: DiskFiles): readonly Finding[] {
  const text = files.textOf(file) ?? '';
  const line = schemaLine(text);
  const path = line === undefined ? undefined : schemaFile(line);
  if (line === undefined || path === undefined || file.startsWith('<')) return [];
  const read = files.read(files.resolve(file, path));
  if (!('finding' in read)) return [];
  const place = placesIn(file, text)(line.start, line.end);
  return [finding('schema-not-there', { ...place, path: [] }, { schema: line.schema })];
}

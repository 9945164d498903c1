import type { FindingFormat } from './names.js';
import type { FindingPrinter } from './printer.js';

/** Every format findings can be written in. Each is loaded when it is asked for: most runs find nothing to print. */
const printers: Readonly<Record<FindingFormat, () => Promise<FindingPrinter>>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  compact: async () => (await import('./compact.js')).compact,
  json: async () => (await import('./json.js')).json,
  junit: async () => (await import('./junit.js')).junit,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
};

/** Formats that write nothing where there is nothing to tell. The others say so in a valid document. */
const silentWhenEmpty: readonly FindingFormat[] = ['pretty', 'compact', 'github'];

/** Whether a format writes anything for no findings; if not, it need not be loaded for them. */
export function writesWhenEmpty(format: FindingFormat): boolean {
  return !silentWhenEmpty.includes(format);
}

/** The printer of a format. */
export function findingPrinter(format: FindingFormat): Promise<FindingPrinter> {
  return printers[format]();
}

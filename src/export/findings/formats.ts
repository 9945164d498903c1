import type { FindingFormat } from './names.js';
import type { FindingPrinter } from './printer.js';

/** Every format findings can be written in. Each is loaded when it is asked for: most runs find nothing to print. */
const printers: Readonly<Record<FindingFormat, () => Promise<FindingPrinter>>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  compact: async () => (await import('./compact.js')).compact,
  json: async () => (await import('./json.js')).json,
};

/** The printer of a format. */
export function findingPrinter(format: FindingFormat): Promise<FindingPrinter> {
  return printers[format]();
}

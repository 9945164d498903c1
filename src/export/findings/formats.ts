import { compact } from './compact.js';
import { json } from './json.js';
import type { FindingFormat } from './names.js';
import { pretty } from './pretty.js';
import type { FindingPrinter } from './printer.js';

/** Every format findings can be written in. */
export const findingFormats = { pretty, compact, json } satisfies Readonly<
  Record<FindingFormat, FindingPrinter>
>;

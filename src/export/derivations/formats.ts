import type { ExplanationWriter } from './explanation.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import type { DerivationFormat } from './names.js';
import { text } from './text.js';

const byName: Readonly<Record<DerivationFormat, ExplanationWriter>> = { text, json, md: markdown };

/** The writer of a format. */
export function explanationWriter(format: DerivationFormat): ExplanationWriter {
  return byName[format];
}

import { suggest } from '../../finding/suggest.js';
import { schemaLine } from './schema-line.js';

/**
 * Whether a YAML text is one of our definitions, or was meant to be: it has a key `milepost` at its top, or one that is
 * nearly that, or tells an editor that it goes by a schema of ours. Read off its lines, since it may be broken.
 */
export function isDefinition(text: string): boolean {
  if (schemaLine(text)?.kind !== undefined) return true;
  const indent = /^(?!---)([ \t]*)[^\s#%]/m.exec(text)?.[1];
  if (indent === undefined) return false;
  const inBraces = /^\s*\{/.test(text);
  const key = inBraces
    ? /[{,]\s*["']?([\w-]+)["']?\s*:/g
    : new RegExp(`^${indent}["']?([\\w-]+)["']?[ \\t]*:(?=\\s|$)`, 'gm');
  for (const [, name = ''] of text.matchAll(key)) {
    if (suggest(name, ['milepost']) !== undefined) return true;
  }
  return false;
}

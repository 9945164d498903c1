import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { knownKeys } from './known-keys.js';
import { childOf, isMap } from './tree.js';
import type { YamlSource } from './yaml-source.js';

const kinds = ['questionnaire', 'fragment', 'rubric', 'map', 'config'] as const;
export type Kind = (typeof kinds)[number];

/** What a file is, or why that cannot be said. A list or a text is left to the reader of the kind that is needed. */
export function kindOf(
  source: YamlSource,
  needed: Kind,
): { readonly kind: Kind } | { readonly finding: Finding } {
  const { data, file } = source;
  if (!isMap(data)) return { kind: needed };
  const written = childOf(data, 'kind');
  const said = kinds.find((kind) => kind === written);
  if (written === undefined || said !== undefined) {
    const meant = kindMeant(Object.keys(data), said ?? 'questionnaire');
    if (meant === (said ?? 'questionnaire')) return { kind: meant };
    const path = said === undefined ? [] : ['kind'];
    const args = { kind: meant, ...(said === undefined ? {} : { said }) };
    return { finding: finding('mistaken-kind', { file, path, range: source.locate(path) }, args) };
  }
  const place = { file, path: ['kind'], range: source.locate(['kind']) };
  const suggestion = suggest(String(written), kinds);
  return {
    finding: finding('unknown-word', place, {
      key: 'kind',
      found: String(written),
      allowed: kinds,
      ...(suggestion === undefined ? {} : { suggestion }),
    }),
  };
}

/** What a file is by its keys: what it says it is, unless several are foreign to that and all are those of another kind. */
function kindMeant(keys: readonly string[], said: Kind): Kind {
  const foreign = (kind: Kind) => {
    const known = knownKeys(kind, []);
    return keys.filter((key) => key !== 'kind' && !known.includes(key)).length;
  };
  // One key of too little is still the kind that the file says: its other keys are there.
  if (foreign(said) < (said === 'questionnaire' ? 1 : 2)) return said;
  return kinds.find((kind) => foreign(kind) === 0) ?? said;
}

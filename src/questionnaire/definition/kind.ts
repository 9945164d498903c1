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
    const meant = kindMeant(Object.keys(data), said);
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

/** Keys that say nothing of the kind of file. */
const common = ['milepost', 'kind', 'id', 'version', 'title', 'description'];

/** What a file is by its keys: what it says it is, unless these are plainly the keys of another kind. */
function kindMeant(all: readonly string[], said: Kind | undefined): Kind {
  const keys = all.filter((key) => !common.includes(key));
  const foreignTo = (kind: Kind) => {
    const known = knownKeys(kind, []);
    return all.filter((key) => key !== 'kind' && !known.includes(key)).length;
  };
  const self = said ?? 'questionnaire';
  const doubtful = said === undefined ? keys.length > 0 && !keys.includes('dimensions') : foreignTo(self) > 1;
  if (!doubtful) return self;
  return (
    kinds.find((kind) => (kind !== 'questionnaire' || said !== undefined) && foreignTo(kind) === 0) ?? self
  );
}

import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { type Kind, kinds } from './kinds.js';
import { knownKeys } from './known-keys.js';
import { schemaLine } from './schema-line.js';
import { childOf, isMap } from './tree.js';
import type { YamlSource } from './yaml-source.js';

/** What a file is, with what is wrong with how it says so; without `kind` the findings say why it cannot be told. */
export interface KindRead {
  readonly kind?: Kind;
  readonly findings: readonly Finding[];
}

/** What a file is. A list or a text is left to the reader of the kind that is needed. */
export function kindOf(source: YamlSource, needed: Kind): KindRead {
  const { data, file } = source;
  if (!isMap(data)) return { kind: needed, findings: [] };
  const written = childOf(data, 'kind');
  const said = kinds.find((kind) => kind === written);
  if (written === undefined || said !== undefined) {
    const schema = schemaLine(source.text);
    const keys = Object.keys(data);
    const meant = kindMeant(keys, said);
    const byKeys = meant === (said ?? 'questionnaire');
    const isOther = schema?.kind !== undefined && schema.kind !== (said ?? 'questionnaire');
    if (schema?.kind !== undefined && isOther && (byKeys || said === undefined)) {
      const { kind, start, end } = schema;
      const range = source.span(start, end);
      // A file that does not say what it is, and does not look like a questionnaire, is what its editor takes it for.
      if (said === undefined && suggest('dimensions', keys) === undefined) {
        return { findings: [finding('mistaken-kind', { file, path: [], range }, { kind, by: 'schema' })] };
      }
      const args = { schema: kind, kind: meant, ...(said === undefined ? {} : { said }) };
      return { kind: meant, findings: [finding('schema-of-other-kind', { file, path: [], range }, args)] };
    }
    if (byKeys) return { kind: meant, findings: [] };
    const path = said === undefined ? [] : ['kind'];
    const args = { kind: meant, ...(said === undefined ? {} : { said }) };
    return { findings: [finding('mistaken-kind', { file, path, range: source.locate(path) }, args)] };
  }
  const place = { file, path: ['kind'], range: source.locate(['kind']) };
  const suggestion = suggest(String(written), kinds);
  const args = {
    key: 'kind',
    found: String(written),
    allowed: kinds,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  return { findings: [finding('unknown-word', place, args)] };
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

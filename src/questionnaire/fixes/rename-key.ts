import type { RuleId } from '../../finding/catalogue.js';
import type { FindingOf, Path } from '../../finding/finding.js';
import { clearKey } from '../definition/known-keys.js';
import { childOf, isMap, valueAt } from '../definition/tree.js';
import type { Fix, MakeFix, Written } from './fix.js';

/** A misspelt key gets its right name, where only one can be meant and it is free. */
export const renameUnknownKey: MakeFix<'unknown-key'> = ({ path = [], args }, written) => {
  const owner = valueAt(written.source?.data, path.slice(0, -1));
  const to = clearKey(args.key, owner, args.allowed);
  return to === undefined || to !== args.suggestion ? undefined : renameKey(path, to, written);
};

/** A key that names something by a misspelt id. */
export function renameSure<R extends Extract<RuleId, KeyRule>>(
  finding: FindingOf<R>,
  written: Written,
): Fix | undefined {
  const { sure, suggestion } = finding.args;
  return sure === true && suggestion !== undefined
    ? renameKey(finding.path ?? [], suggestion, written)
    : undefined;
}

/** Rules of ids that are keys of a map. */
type KeyRule =
  | 'rubric-unknown-question'
  | 'rubric-unknown-dimension'
  | 'unknown-rollup-level'
  | 'example-unknown-question'
  | 'example-unknown-node'
  | 'config-unknown-rule';

/** The definition that several places name otherwise. */
export const renameDefinition: MakeFix<'named-otherwise'> = ({ path = [], args }, written) => {
  const { id, meant, sure } = args;
  if (sure !== true) return undefined;
  const last = path.at(-1);
  return last === id ? renameKey(path, meant, written) : undefined;
};

/** The key token alone is changed, with what stands around it, quotes too. */
export function renameKey(path: Path, to: string, { text, source }: Written): Fix | undefined {
  const key = path.at(-1);
  if (source === undefined || typeof key !== 'string') return undefined;
  const owner = valueAt(source.data, path.slice(0, -1));
  if (!isMap(owner) || !Object.hasOwn(owner, key) || childOf(owner, to) !== undefined) return undefined;
  const { start, end } = source.locate(path, 'key');
  const token = text.slice(start.offset, end.offset);
  const quotes = token === key ? 0 : token === `"${key}"` || token === `'${key}'` ? 1 : undefined;
  if (quotes === undefined) return undefined;
  return {
    edits: [{ start: start.offset + quotes, end: end.offset - quotes, text: to }],
    changes: [{ from: key, to }],
  };
}

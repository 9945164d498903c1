import type { RuleId } from '../../finding/catalogue.js';
import type { FindingOf, Path, Place } from '../../finding/finding.js';
import { suggestOnly } from '../../finding/suggest.js';
import { valueAt } from '../definition/tree.js';
import type { Change, Fix, MakeFix, Written } from './fix.js';
import { renameKey } from './rename-key.js';

/** A misspelt word of the format, where only one can be meant. */
export const replaceUnknownWord: MakeFix<'unknown-word'> = (finding, written) => {
  const { found, allowed } = finding.args;
  const to = suggestOnly(found, allowed);
  return to === undefined ? undefined : replaceWord(finding, found, to, written);
};

/** An id in another form than ids have: `Data-Owner` for `data_owner`. */
export const replaceBadForm: MakeFix<'bad-form'> = (finding, written) => {
  const { found, suggestion, isKey = false } = finding.args;
  if (suggestion === undefined) return undefined;
  return isKey
    ? renameKey(finding.path ?? [], suggestion, written)
    : replaceWord(finding, found, suggestion, written);
};

/** An id that names nothing, and is one slip away from the only one that it can name. */
export function replaceSure<R extends WordRule>(
  finding: FindingOf<R>,
  word: string,
  written: Written,
): Fix | undefined {
  const { suggestion, sure } = finding.args;
  return sure === true && suggestion !== undefined
    ? replaceWord(finding, word, suggestion, written)
    : undefined;
}

type WordRule = Extract<
  RuleId,
  | 'unknown-scale'
  | 'unknown-option-list'
  | 'unknown-theme'
  | 'unknown-method'
  | 'unknown-threshold'
  | 'unknown-gate-node'
  | 'staged-unknown-member'
  | 'rollup-weight'
  | 'expression-unknown-option'
  | 'expression-unknown-function'
  | 'ignore-unknown-rule'
>;

/** A name with a root: only the half that is misspelt is marked, and only it is changed. */
export const replaceName: MakeFix<'expression-unknown-name'> = (finding, written) => {
  const { name, suggestion, sure } = finding.args;
  if (sure !== true || suggestion === undefined) return undefined;
  const [root = '', member = ''] = name.split('.');
  const [newRoot = '', newMember = ''] = suggestion.split('.');
  return root === newRoot
    ? replaceWord(finding, member, newMember, written)
    : replaceWord(finding, root, newRoot, written);
};

/** Puts one word for another where a finding points, in quotes or not, in a text of its own or within a longer one. */
export function replaceWord(
  { range, path }: Place,
  from: string,
  to: string,
  written: Written,
): Fix | undefined {
  if (range === undefined) return undefined;
  const { start, end } = range;
  const token = written.text.slice(start.offset, end.offset);
  const at = token.indexOf(from);
  const around = at < 0 ? token : token.slice(0, at) + token.slice(at + from.length);
  if (at < 0 || !/^[\\"']*$/.test(around)) return undefined;
  const first = start.offset + at;
  return {
    edits: [{ start: first, end: first + from.length, text: to }],
    changes: textChanges(path ?? [], from, to, written),
  };
}

/** What the text at a path is with one word in place of another, at whichever place it stands. */
function textChanges(path: Path, from: string, to: string, { source }: Written): readonly Change[] {
  const text = valueAt(source?.data, path);
  if (typeof text !== 'string') return [];
  const changes: Change[] = [];
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
    changes.push({ from: text, to: text.slice(0, at) + to + text.slice(at + from.length) });
  }
  return changes;
}

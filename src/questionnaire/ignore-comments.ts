import { Lexer } from 'yaml';
import { type Finding, finding, type Position, type Range } from '../finding/finding.js';
import { suggestion } from '../finding/suggest.js';
import { isRuleName, type RuleNames } from './rule-names.js';

/** A rule's id in a comment that ignores it. */
export interface Ignore {
  readonly rule: string;
  /** The line whose findings are ignored. */
  readonly line: number;
  /** Where the id stands. */
  readonly range: Range;
}

/** What the comments of one file ignore, and what is wrong with them. */
export interface IgnoreComments {
  readonly ignores: readonly Ignore[];
  readonly findings: readonly Finding[];
}

const word = 'milepost-ignore';
const comment = /^(#+[ \t]*)(milepost-ignore[\w-]*)(:?[ \t]*)(.*)$/;
const id = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/;

/** Whether a text can have such comments at all: most have none, and need not be read for them. */
export function mayIgnore(text: string): boolean {
  return text.includes(word);
}

/** Reads `# milepost-ignore-next-line rule-id, rule-id -- reason` wherever YAML sees a comment. */
export function ignoreComments(file: string, text: string, names: RuleNames): IgnoreComments {
  const ignores: Ignore[] = [];
  const findings: Finding[] = [];
  if (!mayIgnore(text)) return { ignores, findings };
  const lines = text.split('\n');
  for (const { text: written, start } of commentsOf(text)) {
    const [, sign = '', directive = '', gap = '', rest = ''] = comment.exec(written) ?? [];
    if (directive === '') continue;
    const range = (from: number, length: number): Range => ({
      start: moved(start, from),
      end: moved(start, from + length),
    });
    const malformed = (why: string) => {
      const place = { file, path: [], range: range(0, written.length) };
      findings.push(finding('ignore-malformed', place, { found: written, why }));
    };
    if (directive !== 'milepost-ignore-next-line') {
      malformed('the word is `milepost-ignore-next-line`');
      continue;
    }
    const [ids = ''] = rest.split(/(?:^|\s)--(?:\s|$)/);
    if (ids.trim() === '') {
      malformed('it names no rule');
      continue;
    }
    const parts = partsOf(ids, sign.length + directive.length + gap.length);
    const bad = parts.find(({ name }) => !id.test(name));
    if (bad !== undefined) {
      malformed(bad.name === '' ? 'a comma has no rule beside it' : reasonFor(bad.name));
      continue;
    }
    const line = nextLine(lines, start.line);
    for (const { name, from } of parts) {
      const place = { file, path: [], range: range(from, name.length) };
      if (names.ids.has(name)) ignores.push({ rule: name, line, range: place.range });
      else if (!isRuleName(name, names)) {
        findings.push(finding('ignore-unknown-rule', place, { rule: name, ...suggestion(name, names.ids) }));
      }
    }
  }
  return { ignores, findings };
}

function reasonFor(name: string): string {
  return /\s/.test(name)
    ? 'ids are joined by commas, and a reason stands behind ` -- `'
    : 'a rule’s id has small letters, digits and hyphens';
}

/** The ids with their places in the comment. */
function partsOf(ids: string, offset: number): readonly { readonly name: string; readonly from: number }[] {
  let from = offset;
  return ids.split(',').map((part) => {
    const found = { name: part.trim(), from: from + part.length - part.trimStart().length };
    from += part.length + 1;
    return found;
  });
}

/** The line that a comment speaks of: the next one that is no comment, so that comments can be stacked. */
function nextLine(lines: readonly string[], line: number): number {
  let next = line + 1;
  while (/^\s*#/.test(lines[next - 1] ?? '')) next++;
  return next;
}

/** The comments of a YAML text. A `#` in a quoted or block text is none. */
function commentsOf(text: string): readonly { readonly text: string; readonly start: Position }[] {
  const found: { text: string; start: Position }[] = [];
  let [offset, line, lineStart] = [0, 1, 0];
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // Signs of the lexer's own, which stand for no text.
    if (token === '\x02' || token === '\x18' || token === '\x1f') {
      isScalar = token === '\x1f';
      continue;
    }
    if (token.startsWith('#') && !isScalar) {
      found.push({ text: token.trimEnd(), start: { line, column: offset - lineStart + 1, offset } });
    }
    isScalar = false;
    for (let at = token.indexOf('\n'); at !== -1; at = token.indexOf('\n', at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
    offset += token.length;
  }
  return found;
}

function moved({ line, column, offset }: Position, by: number): Position {
  return { line, column: column + by, offset: offset + by };
}

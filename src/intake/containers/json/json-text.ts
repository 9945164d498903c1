import type { Path, Position } from '../../../finding/finding.js';

/** Where a text stops being JSON, and what would have had to stand there. */
export interface JsonFault {
  readonly offset: number;
  readonly detail: string;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none in its texts
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const word = /true|false|null/y;
const space = /[ \t\n\r]*/y;

/** The first fault of a text that is not JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('[' | '{')[] = [];
  let at = skip(space, text, 0);
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | 'after' = 'value';
  for (;;) {
    const char = text[at];
    if (expected === 'after') {
      const inside = open.at(-1);
      if (inside === undefined) return char === undefined ? undefined : fault(text, at, 'nothing more');
      if (char === ',') {
        expected = inside === '[' ? 'value' : 'key';
        at = skip(space, text, at + 1);
      } else if (char === (inside === '[' ? ']' : '}')) {
        open.pop();
        at = skip(space, text, at + 1);
      } else return fault(text, at, inside === '[' ? '`,` or `]`' : '`,` or `}`');
      continue;
    }
    if (expected === 'key' || expected === 'key or }') {
      if (char === '}' && expected === 'key or }') {
        open.pop();
        expected = 'after';
        at = skip(space, text, at + 1);
        continue;
      }
      const end = skip(string, text, at);
      if (end === at)
        return fault(text, at, expected === 'key' ? 'a key in quotes' : 'a key in quotes or `}`');
      at = skip(space, text, end);
      if (text[at] !== ':') return fault(text, at, '`:`');
      expected = 'value';
      at = skip(space, text, at + 1);
      continue;
    }
    if (char === ']' && expected === 'value or ]') {
      open.pop();
      expected = 'after';
      at = skip(space, text, at + 1);
    } else if (char === '{' || char === '[') {
      open.push(char);
      expected = char === '{' ? 'key or }' : 'value or ]';
      at = skip(space, text, at + 1);
    } else {
      const end = scalarEnd(text, at);
      if (end === at) return fault(text, at, 'a value');
      expected = 'after';
      at = skip(space, text, end);
    }
  }
}

/** Where in a JSON text the value at a path begins and ends, or as much of the path as there is. */
export function jsonRange(text: string, path: Path): readonly [number, number] {
  let at = skip(space, text, 0);
  for (const step of path) {
    const inner = childOf(text, at, step);
    if (inner === undefined) break;
    at = inner;
  }
  return [at, valueEnd(text, at)];
}

/** The offset of a member or element; of the last one with the name, as `JSON.parse` has it. */
function childOf(text: string, start: number, step: string | number): number | undefined {
  const open = text[start];
  if (open !== '{' && open !== '[') return undefined;
  let found: number | undefined;
  let at = skip(space, text, start + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    let key: unknown = index;
    if (open === '{') {
      const end = skip(string, text, at);
      if (end === at) return found;
      key = JSON.parse(text.slice(at, end));
      at = skip(space, text, skip(space, text, end) + 1);
    }
    if (String(key) === String(step)) found = at;
    if (found !== undefined && open === '[') return found;
    at = skip(space, text, valueEnd(text, at));
    if (text[at] === ',') at = skip(space, text, at + 1);
  }
  return found;
}

function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text[at];
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    at =
      char === '"'
        ? Math.max(skip(string, text, at), at + 1)
        : depth === 0
          ? Math.max(scalarEnd(text, at), at + 1)
          : at + 1;
    if (depth <= 0) return at;
  }
  return at;
}

function scalarEnd(text: string, at: number): number {
  const char = text[at];
  if (char === '"') return skip(string, text, at);
  return char === 't' || char === 'f' || char === 'n' ? skip(word, text, at) : skip(number, text, at);
}

function skip(what: RegExp, text: string, at: number): number {
  what.lastIndex = at;
  return what.test(text) ? what.lastIndex : at;
}

function fault(text: string, offset: number, needed: string): JsonFault {
  const char = text[offset];
  if (char === undefined) return { offset, detail: `it ends where ${needed} is needed` };
  if (char === '"')
    return {
      offset,
      detail: `a text in quotes that is not closed, or holds a line break or a bad escape, where ${needed} is needed`,
    };
  return { offset, detail: `\`${char}\` where ${needed} is needed` };
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number, line = 1): Position {
  let lines = line;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    lines += 1;
    start = end + 1;
  }
  return { line: lines, column: offset - start + 1, offset };
}

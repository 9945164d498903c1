import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';
import { type Finding, finding, type Range } from '../../finding/finding.js';
import { offsetsOf, type Survey } from './nodes.js';

/** The deepest that parts of a definition may lie in each other. */
export const mostDepth = 60;

type RangeOf = (start: number, end: number) => Range;

/** What is wrong with a text as YAML, in the words of someone who writes questionnaires. */
export function yamlFindings(
  file: string,
  document: Document,
  text: string,
  { lost, twice, cut, tagged }: Survey,
  range: RangeOf,
): readonly Finding[] {
  const place = (start: number, end: number) => ({ file, range: range(start, Math.max(end, start + 1)) });
  const asked = document.directives?.yaml;
  if (asked?.explicit === true && asked.version !== '1.2') {
    return [finding('yaml-version', place(0, text.indexOf('\n')), { version: asked.version })];
  }
  const findings: Finding[] = [];
  for (const problem of [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
    switch (problem.code) {
      case 'MULTIPLE_DOCS':
        findings.push(finding('yaml-multiple-documents', place(...secondDocument(text, problem)), {}));
        break;
      case 'RESOURCE_EXHAUSTION':
        return [finding('yaml-too-deep', place(...problem.pos), { most: mostDepth })];
      case 'TAG_RESOLVE_FAILED':
      case 'BAD_COLLECTION_TYPE':
        break;
      default: {
        const [start, end] = whereFrom(problem, document);
        // What the parser says after its first syntax error mostly follows from it.
        return [...findings, finding('yaml-syntax', place(start, end), inWords(problem))];
      }
    }
  }
  for (const node of tagged) {
    const start = text.lastIndexOf('!', offsetsOf(node)[0]);
    const from = text[start - 1] === '!' ? start - 1 : start;
    const tag = /^[^\s,[\]{}]*/.exec(text.slice(from))?.[0] ?? '';
    findings.push(finding('yaml-tag', place(from, from + tag.length), { tag }));
  }
  for (const { key, at, first, also } of twice) {
    const { line } = range(first, first).start;
    findings.push(
      finding('yaml-duplicate-key', place(...at), { key, line, ...(also.length === 0 ? {} : { also }) }),
    );
  }
  for (const { at, ...what } of cut) findings.push(finding('yaml-cut-at-comma', place(...at), what));
  for (const alias of lost) {
    findings.push(finding('yaml-unknown-anchor', place(...offsetsOf(alias)), { name: alias.source }));
  }
  return findings;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** The first character that YAML does not have, and the parser lets pass. */
export function controlCharacter(file: string, text: string): Finding | undefined {
  const found = control.exec(text);
  if (found === null) return undefined;
  const { index: offset } = found;
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
  const end = { ...start, column: start.column + 1, offset: offset + 1 };
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  return finding(
    'yaml-syntax',
    { file, range: { start, end } },
    {
      detail: `the control character U+${code} stands here, which no text may have`,
      advice: 'Take it out; your editor may not show it.',
    },
  );
}

/** The line with the dashes, which stands before what the parser points at. */
function secondDocument(text: string, { pos: [start, end] }: YAMLError): [number, number] {
  const dashes = text.lastIndexOf('\n---', start + 3) + 1;
  return dashes === 0 ? [start, end] : [dashes, dashes + 3];
}

/** What is never closed is shown where it was opened, not where the parser gave up. */
function whereFrom(problem: YAMLError, document: Document): readonly [number, number] {
  const { pos } = problem;
  const opens = isOpenBracket(problem) ? isFlow : isOpenQuote(problem) ? isQuoted : undefined;
  if (opens === undefined) return pos;
  let open: Node | undefined;
  visit(document, {
    Node: (_, node) => {
      if (opens(node) && offsetsOf(node)[0] < pos[0]) open = node;
    },
  });
  const [start] = offsetsOf(open);
  return open === undefined ? pos : [start, start + 1];
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}

function isOpenBracket({ code, message }: YAMLError): boolean {
  return (code === 'BAD_INDENT' || code === 'MISSING_CHAR') && message.startsWith('Flow ');
}

function isOpenQuote({ message }: YAMLError): boolean {
  return message.startsWith('Missing closing ');
}

/** The parser's message in words that need no knowledge of YAML's grammar, and what to do about it. */
function inWords(problem: YAMLError): { readonly detail: string; readonly advice: string } {
  const { code, message } = problem;
  if (isOpenBracket(problem)) {
    return { detail: 'this bracket is not closed', advice: 'Close it, or check the indentation below it.' };
  }
  const known = Object.entries(plain).find(([start]) => `${code} ${message}`.startsWith(start))?.[1];
  if (known !== undefined) return { detail: known[0], advice: known[1] };
  return {
    detail: message,
    advice: 'Check the indentation, and put texts with `: ` or ` #` in quotes.',
  };
}

const ofLines: readonly [detail: string, advice: string] = [
  'a `>` or `|` begins a text of several lines, and nothing may stand behind it',
  'Put the text in quotes, or begin it in the next line.',
];

const plain: Readonly<Record<string, readonly [detail: string, advice: string]>> = {
  'TAB_AS_INDENT ': ['a tab stands where only spaces may', 'Indent with spaces.'],
  'MISSING_CHAR Missing closing': [
    'the text in quotes is not closed',
    'Close it with the quote it began with.',
  ],
  'MISSING_CHAR Sequence item without -': [
    'this line is indented less than the keys above it and begins no new list item',
    'Indent it like the line above, or begin it with `- `.',
  ],
  'BLOCK_AS_IMPLICIT_KEY Nested mappings': [
    'a second `: ` stands in this line',
    'Put a text that has a `: ` in it in quotes.',
  ],
  'BLOCK_AS_IMPLICIT_KEY A block sequence': [
    'a list item stands where a key is needed',
    'Check the indentation of the `-`.',
  ],
  'BLOCK_IN_FLOW ': [
    'inside brackets a `: ` or `- ` is out of place here',
    'Put a text that has a `: ` in it in quotes; is a comma missing, or a bracket left open?',
  ],
  'MULTILINE_IMPLICIT_KEY ': [
    'a key stands in one line, with a `: ` behind it',
    'Is the `: ` missing, or a line indented otherwise than those beside it?',
  ],
  'BAD_INDENT All mapping items': [
    'this line is indented otherwise than the keys beside it',
    'Keys of one map begin in the same column.',
  ],
  'BAD_INDENT All sequence items': [
    'this line is indented otherwise than the list items beside it',
    'Items of one list begin in the same column.',
  ],
  'UNEXPECTED_TOKEN Unexpected scalar at node end': [
    'this stands behind something that has ended',
    'Is the indentation right? Inside single quotes, write an apostrophe twice.',
  ],
  'UNEXPECTED_TOKEN Unexpected flow-': [
    'this bracket closes nothing',
    'Take it out; or, if it belongs to a text such as an expression, put the whole text in quotes.',
  ],
  'UNEXPECTED_TOKEN Block scalar header': ofLines,
  'UNEXPECTED_TOKEN Unexpected block-scalar-header': ofLines,
  'UNEXPECTED_TOKEN Not a YAML token': ofLines,
  'UNEXPECTED_TOKEN Unexpected , in': ['nothing stands before this comma', 'Take it out.'],
  'MISSING_CHAR Missing ,': ['a comma is missing before this', 'Put a comma between the two.'],
  'MISSING_CHAR Comments must': [
    'a `#` stands here that begins no comment',
    'Put a space before it if it does, or the text in quotes.',
  ],
  'MISSING_CHAR Tags and anchors must': [
    'a text cannot begin with `&` or `!` unless it is in quotes',
    'Put the text in quotes.',
  ],
  'MISSING_CHAR Implicit map keys': [
    'a key stands in one line, with a `: ` behind it',
    'Is the `: ` missing, or a line indented otherwise than those beside it?',
  ],
  'UNEXPECTED_TOKEN Unexpected block-seq-ind': [
    'a list cannot begin in the line of its key',
    'Put the `- ` in the next line, or the text in quotes.',
  ],
  'BAD_SCALAR_START ': [
    'a text cannot begin with this character unless it is in quotes',
    'Put the text in quotes.',
  ],
  'BAD_DQ_ESCAPE ': [
    'a backslash in double quotes must begin an escape such as `\\n` or `\\\\`',
    'Use single quotes, in which a backslash is a backslash.',
  ],
  'BAD_ALIAS ': ['a text cannot begin with `*` or `&` unless it is in quotes', 'Put the text in quotes.'],
  'NON_STRING_KEY ': ['a key must be a text', 'Write `key: value`, one a line.'],
};

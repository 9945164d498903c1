import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { Disallowed } from '../finding/catalogue/expression.js';
import { excerpt, type Problem, problem, type Span } from './problem.js';
import { MOST_CHARACTERS, MOST_TERMS, scan } from './scan.js';
import type { Tree } from './tree.js';

/** How deep brackets, calls and conditionals may be nested. */
const MOST_LEVELS = 200;

let made: Environment | undefined;

/** The parser, made when the first expression comes: many a definition has none, and making it takes milliseconds. */
function parser(): Environment {
  made ??= new Environment({
    limits: {
      maxDepth: MOST_LEVELS,
      // No text within our own limit reaches these, so that only ours are ever reported.
      maxAstNodes: 10 * MOST_CHARACTERS,
      maxListElements: MOST_CHARACTERS,
      maxMapEntries: MOST_CHARACTERS,
      maxCallArguments: MOST_CHARACTERS,
    },
  });
  return made;
}

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['COLON', '`:`'],
  ['RPAREN', '`)`'],
  ['RBRACKET', '`]`'],
  ['RBRACE', '`}`'],
  ['IDENTIFIER', 'a name'],
]);

/** Parses CEL and refuses all of it that is not ours. This file is the only one that knows the library. */
export function parse(text: string): { readonly tree?: Tree; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...scan(text)];
  if (problems.some(({ rule }) => rule === 'expression-too-large')) return { problems };
  let ast: ASTNode;
  try {
    ast = parser().parse(text).ast;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // A comment takes the rest of its line with it; what is missing then is not another mistake.
    return { problems: problems.length > 0 ? problems : [syntaxProblem(text, error)] };
  }
  const translator = new Translator(problems);
  const tree = translator.translate(ast, 0);
  if (translator.tooDeep) {
    const whole = { start: 0, end: text.length };
    return { problems: [problem('expression-too-large', whole, { what: 'terms', most: MOST_TERMS })] };
  }
  return { tree, problems };
}

function syntaxProblem(text: string, { code, summary, range }: ParseError): Problem {
  const start = range?.start ?? 0;
  const width = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  const span = { start, end: Math.min(text.length, Math.max(range?.end ?? start, start + width)) };
  const found = excerpt(text, span);
  if (text.trim() === '') return problem('expression-syntax', span, { found });
  switch (code) {
    case 'limit_exceeded':
      return problem('expression-too-large', span, { what: 'levels of nesting', most: MOST_LEVELS });
    case 'invalid_macro_argument':
      return problem('expression-not-allowed', span, { what: 'method' });
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
      return problem('expression-literal', span, { fault: 'unterminated', found });
    case 'newline_in_string':
      return problem('expression-literal', span, { fault: 'line-break', found });
    case 'invalid_number':
    case 'invalid_integer':
    case 'invalid_hex_integer':
    case 'invalid_exponent':
      return problem('expression-literal', span, { fault: 'number', found });
    case 'expected_token': {
      const expected = EXPECTED.get(/^Expected (\w+)/.exec(summary)?.[1] ?? '');
      return problem('expression-syntax', span, { found, ...(expected && { expected }) });
    }
    case 'unexpected_token':
      return problem('expression-syntax', span, { found, expected: 'a value' });
    case 'unexpected_character':
    case 'reserved_identifier':
      return problem('expression-syntax', span, { found });
    default:
      return problem('expression-literal', span, { fault: 'escape', found });
  }
}

class Translator {
  tooDeep = false;
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  translate(node: ASTNode, depth: number): Tree {
    const { start, end } = node;
    const refuse = (what: Disallowed, within: readonly ASTNode[] = []): Tree => {
      this.#problems.push(problem('expression-not-allowed', node, { what }));
      // A bare word within is part of the same mistake, as in `answers["x"]`.
      return { kind: 'refused', start, end, within: within.filter(({ op }) => op !== 'id').map(inner) };
    };
    const inner = (child: ASTNode): Tree => this.translate(child, depth + 1);
    const sign = (operator: '!' | '-', operand: Tree): Tree => {
      const span = around(node.input, { start, end: start + 1 }, operand);
      return { kind: 'unary', ...span, operator, operand };
    };
    if (depth > MOST_TERMS) {
      this.tooDeep = true;
      return { kind: 'refused', start, end, within: [] };
    }
    switch (node.op) {
      case 'value': {
        const value = typeof node.args === 'bigint' ? Number(node.args) : node.args;
        if (value === null) return refuse('null');
        if (typeof value === 'object') return refuse(value instanceof Uint8Array ? 'bytes' : 'unsigned');
        if (typeof value === 'number' && !Number.isFinite(value)) {
          const found = excerpt(node.input, node);
          this.#problems.push(problem('expression-literal', { start, end }, { fault: 'number', found }));
          return { kind: 'refused', start, end, within: [] };
        }
        return { kind: 'literal', start, end, value };
      }
      case 'id':
        return { kind: 'word', start, end, word: node.args };
      case '.': {
        const [object, name] = node.args;
        if (object.op !== 'id') return refuse('member');
        return {
          kind: 'name',
          start,
          end,
          root: object.args,
          rootEnd: object.end,
          name,
          nameStart: node.pos,
        };
      }
      case 'call': {
        const [name, args] = node.args;
        return { kind: 'call', start, end, name, args: args.map(inner) };
      }
      case 'rcall': {
        const [name, receiver, args] = node.args;
        // The arguments of a macro use names of its own.
        return refuse('method', MACROS.has(name) ? [receiver] : [receiver, ...args]);
      }
      case 'list':
        return { kind: 'list', start, end, items: node.args.map(inner) };
      case 'map':
        return refuse('map');
      case '[]':
        return refuse('index', node.args);
      case '!_':
        return sign('!', inner(node.args));
      case '-_':
        return sign('-', inner(node.args));
      case '?:': {
        const [test, whenTrue, whenFalse] = [inner(node.args[0]), inner(node.args[1]), inner(node.args[2])];
        const span = {
          start: around(node.input, test, whenTrue).start,
          end: around(node.input, whenTrue, whenFalse).end,
        };
        return { kind: 'conditional', ...span, test, whenTrue, whenFalse };
      }
      case '.?':
      case '[?]':
        return refuse('member');
      default: {
        const [left, right] = [inner(node.args[0]), inner(node.args[1])];
        return { kind: 'binary', ...around(node.input, left, right), operator: node.op, left, right };
      }
    }
  }
}

const MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map', 'bind']);

/** From `left` to `right` with the round brackets around each, which the parser leaves out of its ranges. */
function around(text: string, left: Span, right: Span): Span {
  const between = text.slice(left.end, right.start);
  let { start } = left;
  for (let closed = between.split(')').length - 1; closed > 0 && start > 0; )
    if (text[--start] === '(') closed--;
  let { end } = right;
  for (let open = between.split('(').length - 1; open > 0 && end < text.length; )
    if (text[end++] === ')') open--;
  return { start, end };
}

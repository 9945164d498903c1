import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Finding, finding, type Path, type Position, type Range } from '../../finding/finding.js';
import { keyOf, offsetsOf, type PairOf, pairFinder, type Survey, survey } from './nodes.js';
import { scalarOffsets } from './scalar-offsets.js';
import { controlCharacter, mostDepth, yamlFindings } from './yaml-problems.js';

/** A YAML document as plain data that still knows where each part of it stands. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  /** The path of an object or array of `data`. */
  readonly pathOf: (part: object) => Path;
  /** Where the key or the value at a path stands; of a path that is not there, its nearest parent. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Range;
  /** The range between two offsets of the file's text. */
  readonly span: (start: number, end: number) => Range;
  /** Where characters of a text at a path stand; the whole text where YAML writes it differently. */
  readonly locateWithin: (path: Path, value: string, start: number, end: number) => Range;
}

/** `aliased` counts the values that are there only because an alias repeats them. */
const limits = { bytes: 4_000_000, depth: mostDepth, nodes: 400_000, aliased: 10_000 };

class TooMuch extends Error {
  readonly most: number;

  constructor(most: number) {
    super();
    this.most = most;
  }
}

/** Reads one YAML 1.2 document. Without `source` the findings say why there is none. */
export function parseYaml(
  file: string,
  text: string,
): { readonly source?: YamlSource; readonly findings: readonly Finding[] } {
  if (text.length > limits.bytes) {
    return {
      findings: [
        finding('file-too-large', { file }, { megabytes: text.length / 1e6, most: limits.bytes / 1e6 }),
      ],
    };
  }
  if (text.trim() === '') return { findings: [finding('file-empty', { file }, {})] };
  const lines = new LineCounter();
  const range = (start: number, end: number): Range => ({
    start: position(lines, start),
    end: position(lines, end),
  });
  const control = controlCharacter(file, text);
  if (control !== undefined) return { findings: [control] };
  // The parser makes a regular expression of a line's indentation, and dies of a very long one.
  if (/^[ \t?:-]{2000}/m.test(text)) return { findings: [tooDeep(file, text)] };
  let document: ReturnType<typeof parseDocument>;
  let known: Survey;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
      version: '1.2',
      // Anything quieter keeps a second document to itself.
      logLevel: 'error',
    });
    known = survey(document);
  } catch (error) {
    // Block collections nested so deeply that the parser's own recursion ends.
    if (error instanceof RangeError) return { findings: [tooDeep(file, text)] };
    throw error;
  }
  const findings = yamlFindings(file, document, text, known, range);
  if (findings.length > 0) return { findings };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { findings: [finding('file-only-comments', { file }, {})] };
  }
  const steps = new Map<object, Step>();
  const pairOf = pairFinder();
  const offsets = (path: Path, part: 'key' | 'value') => offsetsAt(path, part, contents, known, pairOf);
  try {
    const data = plain(contents, known, steps);
    const source: YamlSource = {
      file,
      text,
      data,
      pathOf: (part) => pathTo(part, steps),
      span: range,
      locate: (path, part = 'value') => range(...offsets(path, part)),
      locateWithin: (path, value, start, end) => {
        const [from, to] = offsets(path, 'value');
        const places = scalarOffsets(text, from, to, value);
        const first = places?.[start];
        if (first === undefined) return range(from, to);
        return range(first, Math.max(places?.[end] ?? first, first + 1));
      },
    };
    return { source, findings };
  } catch (error) {
    if (error instanceof TooMuch) {
      const first = range(0, firstLine(text));
      return { findings: [finding('yaml-too-many-aliases', { file, range: first }, { most: error.most })] };
    }
    if (error instanceof RangeError) return { findings: [tooDeep(file, text)] };
    throw error;
  }
}

function tooDeep(file: string, text: string): Finding {
  const start = { line: 1, column: 1, offset: 0 };
  const end = { line: 1, column: firstLine(text) + 1, offset: firstLine(text) };
  return finding('yaml-too-deep', { file, range: { start, end } }, { most: limits.depth });
}

function firstLine(text: string): number {
  const end = text.indexOf('\n');
  return end === -1 ? text.length : end;
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), offset };
}

/** How a part of the data is reached from the part around it. */
interface Step {
  readonly from: object;
  readonly by: string | number;
}

function pathTo(part: object, steps: ReadonlyMap<object, Step>): Path {
  const path: (string | number)[] = [];
  for (let step = steps.get(part); step !== undefined; step = steps.get(step.from)) path.push(step.by);
  return path.reverse();
}

function plain(root: Node, { targets }: Survey, steps: Map<object, Step>): unknown {
  let nodes = 0;
  let aliased = 0;
  let within = 0;
  const visit = (node: unknown, depth: number, from: object | undefined, by: string | number): unknown => {
    if (++nodes > limits.nodes) throw new TooMuch(limits.nodes);
    if (within > 0 && ++aliased > limits.aliased) throw new TooMuch(limits.aliased);
    if (depth > limits.depth || within > limits.depth) throw new RangeError();
    if (isAlias(node)) {
      within++;
      const value = visit(targets.get(node), depth, from, by);
      within--;
      return value;
    }
    if (isMap(node)) {
      const object: Record<string, unknown> = {};
      if (from !== undefined) steps.set(object, { from, by });
      for (const pair of node.items) {
        const key = keyOf(pair);
        const value = visit(pair.value, depth + 1, object, key);
        // `__proto__` too is just a key, to be refused as any other.
        if (key === '__proto__') {
          Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
        } else object[key] = value;
      }
      return object;
    }
    if (isSeq(node)) {
      const array: unknown[] = [];
      if (from !== undefined) steps.set(array, { from, by });
      for (const [i, item] of node.items.entries()) array.push(visit(item, depth + 1, array, i));
      return array;
    }
    if (!isScalar(node)) return null;
    const { value } = node;
    // JSON has no infinities: let the schema refuse them as the texts they are.
    return typeof value === 'number' && !Number.isFinite(value) ? String(node.source ?? value) : value;
  };
  return visit(root, 0, undefined, '');
}

function offsetsAt(
  path: Path,
  part: 'key' | 'value',
  root: Node,
  { targets }: Survey,
  pairOf: PairOf,
): [number, number] {
  let node: unknown = root;
  let key: unknown;
  for (const step of path) {
    if (isAlias(node)) node = targets.get(node);
    if (isMap(node)) {
      const pair = pairOf(node, String(step));
      if (pair === undefined) break;
      key = pair.key;
      node = pair.value ?? pair.key;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      key = undefined;
      node = node.items[step];
    } else break;
  }
  return nodeOffsets(part === 'key' && key !== undefined ? key : node);
}

function nodeOffsets(node: unknown): [number, number] {
  if (isMap(node)) {
    // A whole map is shown by its first key.
    const first = node.items[0];
    if (!node.flow && first !== undefined) return nodeOffsets(first.key);
  }
  if (isSeq(node) && !node.flow && node.items[0] !== undefined) return nodeOffsets(node.items[0]);
  return offsetsOf(node);
}

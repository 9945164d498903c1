import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** A key that stands twice in one map, by its offsets and those of the first. */
export interface Twice {
  readonly key: string;
  readonly at: readonly [number, number];
  readonly first: number;
  /** The keys right behind it that stand twice as well: what makes one of two maps is one mistake. */
  readonly also: readonly string[];
}

/** A text in braces that ended at a comma of its own, and the keys without a value that YAML made of the rest. */
export interface Cut {
  readonly kept: string;
  readonly lost: readonly string[];
  readonly at: readonly [number, number];
}

/** What one walk through a document finds out about it. */
export interface Survey {
  /** What each alias stands for: the last anchor of its name before it. */
  readonly targets: ReadonlyMap<Alias, Node>;
  /** Aliases without an anchor before them. */
  readonly lost: readonly Alias[];
  readonly twice: readonly Twice[];
  readonly cut: readonly Cut[];
  /** Nodes with a tag of their own, as `!!omap`. */
  readonly tagged: readonly Node[];
}

/**
 * Walks a document once: the parser's own ways to do this take a walk for each alias, and for each key, and its `visit`
 * takes as long as half of the parsing.
 */
export function survey({ contents }: Document): Survey {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const lost: Alias[] = [];
  const twice: Twice[] = [];
  const cut: Cut[] = [];
  const tagged: Node[] = [];
  const visit = (node: unknown): void => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) lost.push(node);
      else targets.set(node, target);
      return;
    }
    if (!isNode(node)) return;
    if (node.tag !== undefined) tagged.push(node);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap(node)) {
      const keys = new Set(node.items.map(keyOf));
      if (keys.size < node.items.length) twice.push(...keysTwice(node.items));
      if (node.flow === true) cut.push(...textsCut(node.items));
      for (const { key, value } of node.items) {
        visit(key);
        visit(value);
      }
    } else if (isSeq(node)) for (const item of node.items) visit(item);
  };
  visit(contents);
  return { targets, lost, twice, cut, tagged };
}

function keysTwice(pairs: readonly Pair[]): readonly Twice[] {
  const first = new Map<string, number>();
  const twice: (Twice & { readonly also: string[] })[] = [];
  let run: string[] | undefined;
  for (const pair of pairs) {
    const key = keyOf(pair);
    const [start, end] = offsetsOf(pair.key);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, start);
      run = undefined;
    } else if (run === undefined) {
      run = [];
      twice.push({ key, at: [start, end], first: before, also: run });
    } else run.push(key);
  }
  return twice;
}

function textsCut(pairs: readonly Pair[]): readonly Cut[] {
  return pairs.flatMap(({ value }, i) => {
    if (pairs[i + 1]?.value !== null) return [];
    if (!isScalar(value) || value.type !== 'PLAIN' || !isOpen(String(value.source))) return [];
    const behind = pairs.slice(i + 1);
    const end = behind.findIndex((pair) => pair.value !== null);
    const lost = behind.slice(0, end === -1 ? undefined : end).map(keyOf);
    return { kept: String(value.source), lost, at: offsetsOf(value) };
  });
}

/** Whether a bracket or a quote in a text is not closed in it. */
function isOpen(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  return count('(') > count(')') || count('"') % 2 === 1;
}

/** Finds the pair of a key in the maps of one document, without looking through a map each time. */
export function pairFinder(): PairOf {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  return (map, key) => {
    let known = pairs.get(map);
    if (known === undefined) {
      known = new Map(map.items.toReversed().map((pair) => [keyOf(pair), pair]));
      pairs.set(map, known);
    }
    return known.get(key);
  };
}

export type PairOf = (map: YAMLMap, key: string) => Pair | undefined;

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

/** Where a node begins and ends, the space behind it left out. */
export function offsetsOf(node: unknown): [number, number] {
  if (isPair(node)) return offsetsOf(node.key);
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  if (!Array.isArray(range)) return [0, 0];
  const [start, end]: unknown[] = range;
  return typeof start === 'number' && typeof end === 'number' ? [start, Math.max(end, start)] : [0, 0];
}

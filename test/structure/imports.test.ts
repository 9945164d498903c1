import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { readSources, roomOf, type Source, sourceOf } from './sources.js';

// cli → interview, intake, export, compare → rubric → response → questionnaire → expression → finding
const below = {
  finding: [],
  expression: ['finding'],
  questionnaire: ['expression', 'finding'],
  response: ['questionnaire', 'expression', 'finding'],
  rubric: ['response', 'questionnaire', 'expression', 'finding'],
};
const engine = ['rubric', ...below.rubric];
const clients = ['interview', 'intake', 'export', 'compare'];

/** What each room may import besides itself. A new room is a line here. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  finding: below.finding,
  expression: below.expression,
  questionnaire: [...below.questionnaire, 'generated'],
  response: [...below.response, 'generated'],
  rubric: [...below.rubric, 'generated'],
  compare: engine,
  // It writes comparisons.
  export: [...engine, 'compare', 'intake'],
  intake: [...engine, 'generated'],
  // It shows answers in the words, and texts in the widths, that exports have.
  interview: [...engine, 'export'],
  cli: [...clients, ...engine],
  index: [...clients, ...engine, 'generated'],
};

/** Files that may touch the process, the disk and the terminal. */
const edges = [/^src\/cli\//, /^src\/interview\/(journal-file|terminal)\//];
/** Modules of Node that reach nothing outside. */
const pureModules = ['node:buffer', 'node:crypto', 'node:path/posix', 'node:util', 'node:zlib'];
const compilerOfAjv = 'src/response/schema/validate.ts';
/** Globals that reach outside, or differ from run to run. */
const impureGlobals = ['process', 'console', 'performance', 'fetch', 'Date.now', 'Math.random'];

const sources = readSources();

function isEdge({ path }: Source): boolean {
  return edges.some((edge) => edge.test(path));
}

function badArrows({ path, room, imports }: Source): readonly string[] {
  return imports.flatMap(({ file, line, specifier }) => {
    const to = file === undefined ? room : roomOf(file);
    if (to === room || allowed[room]?.includes(to)) return [];
    return [`${path}:${line} ${room} may not import ${to} ('${specifier}')`];
  });
}

function badModules(source: Source): readonly string[] {
  const { path, imports } = source;
  return imports.flatMap(({ specifier, line, isType }) => {
    const at = `${path}:${line}`;
    if (specifier === undefined) return isEdge(source) ? [] : [`${at} imports what is computed`];
    if (/^ajv(\/|$)/.test(specifier) && !isType && path !== compilerOfAjv) {
      return [`${at} loads ${specifier}: only ${compilerOfAjv} compiles schemas`];
    }
    if (specifier.startsWith('node:') && !pureModules.includes(specifier) && !isEdge(source)) {
      return [`${at} imports ${specifier}: only the edges touch the machine`];
    }
    return [];
  });
}

/** The free names that reach outside, as the bundler sees them: not in strings, comments or types, nor a local variable. */
function badGlobals(source: Source): readonly string[] {
  if (isEdge(source)) return [];
  const names = impureGlobals.flatMap((name) => (name.includes('.') ? [name] : [name, `globalThis.${name}`]));
  const define = Object.fromEntries(names.map((name, i) => [name, `impureGlobal${i}`]));
  const { code } = transformSync(source.text, { loader: 'ts', define, minifyWhitespace: true });
  const found = names.filter((_, i) => new RegExp(`\\bimpureGlobal${i}\\b`).test(code));
  if (/\bnew Date(\(\)|(?![\w(]))/.test(code)) found.push('new Date()');
  return found.map((name) => `${source.path} touches ${name}`);
}

test('the sources are found, and every room is known', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect([...new Set(sources.map(({ room }) => room))].filter((room) => !(room in allowed))).toEqual([]);
});

test('every import of ours is of a file that is there', () => {
  const known = new Set(sources.map(({ path }) => path));
  const missing = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== undefined && roomOf(file) !== 'generated' && !known.has(file))
      .map(({ line, specifier }) => `${path}:${line} ${specifier}`),
  );
  expect(missing).toEqual([]);
});

test('imports between rooms run one way', () => {
  expect(sources.flatMap(badArrows)).toEqual([]);
});

test('only the edges import what touches the machine, and one file compiles schemas', () => {
  expect(sources.flatMap(badModules)).toEqual([]);
});

test('only the edges touch the process, the clock and the like', () => {
  expect(sources.flatMap(badGlobals)).toEqual([]);
});

test('no cycle of imports passes through more than one room', () => {
  const cycles = knots(sources).filter((knot) => new Set(knot.map(roomOf)).size > 1);
  expect(cycles).toEqual([]);
});

test('a fault of each kind is found', () => {
  const bad = sourceOf(
    'src/rubric/bad.ts',
    `
    import type { Row } from '../compare/row.js';
    import {
      a,
      type B,
    } from '../intake/a.js';
    export * from '../export/all.js';
    import '../cli/main.js';
    // import '../cli/comment.js';
    const lazy = await import('../interview/run.js');
    type Late = import('../index.js').Late;
    import { good } from '../questionnaire/good.js';
    import fs from 'node:fs';
    import { createHash } from 'node:crypto';
    import type { ErrorObject } from 'ajv';
    import { type ValidateFunction } from 'ajv';
    import { Ajv2020 } from 'ajv/dist/2020.js';
    await import(file);
    `,
  );
  expect(badArrows(bad)).toEqual([
    "src/rubric/bad.ts:2 rubric may not import compare ('../compare/row.js')",
    "src/rubric/bad.ts:3 rubric may not import intake ('../intake/a.js')",
    "src/rubric/bad.ts:7 rubric may not import export ('../export/all.js')",
    "src/rubric/bad.ts:8 rubric may not import cli ('../cli/main.js')",
    "src/rubric/bad.ts:10 rubric may not import interview ('../interview/run.js')",
    "src/rubric/bad.ts:11 rubric may not import index ('../index.js')",
  ]);
  expect(badModules(bad)).toEqual([
    'src/rubric/bad.ts:13 imports node:fs: only the edges touch the machine',
    'src/rubric/bad.ts:17 loads ajv/dist/2020.js: only src/response/schema/validate.ts compiles schemas',
    'src/rubric/bad.ts:18 imports what is computed',
  ]);
  const impure = sourceOf(
    'src/rubric/impure.ts',
    `
    export function f(console: string) { return console.length + Date.parse('process.exit') + new Date(0).getTime(); }
    export const now = () => [Date.now(), new Date(), globalThis.process.cwd()]; // console.log
    `,
  );
  expect(badGlobals(impure)).toEqual([
    'src/rubric/impure.ts touches globalThis.process',
    'src/rubric/impure.ts touches Date.now',
    'src/rubric/impure.ts touches new Date()',
  ]);
  const one = sourceOf('src/rubric/one.ts', "import './two.js';");
  const two = sourceOf('src/rubric/two.ts', "import '../response/three.js';");
  const three = sourceOf('src/response/three.ts', "import type { One } from '../rubric/one.js';");
  expect(knots([one, two, three])).toEqual([[three.path, one.path, two.path]]);
});

/** The groups of files that all reach one another. */
function knots(files: readonly Source[]): readonly (readonly string[])[] {
  const next = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
  const reach = new Map([...next.keys()].map((path) => [path, reachable(path, next)]));
  const seen = new Set<string>();
  return [...next.keys()].flatMap((path) => {
    if (seen.has(path) || !reach.get(path)?.has(path)) return [];
    const knot = [...next.keys()]
      .filter((other) => reach.get(path)?.has(other) && reach.get(other)?.has(path))
      .sort();
    for (const member of knot) seen.add(member);
    return [knot];
  });
}

/** What can be come to from a file, itself only by a cycle. */
function reachable(from: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(next.get(from) ?? [])];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    open.push(...(next.get(path) ?? []));
  }
  return found;
}

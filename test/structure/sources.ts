import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
  readonly line: number;
  /** What is imported, as written; undefined where it is computed. */
  readonly specifier: string | undefined;
  readonly isType: boolean;
  /** The file of ours that it is, from the root of the repository. */
  readonly file: string | undefined;
}

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The folder below src/; `index` for the public API. */
  readonly room: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below src/ but declarations and what is generated. */
export function readSources(): readonly Source[] {
  return readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.startsWith('src/generated/'))
    .sort()
    .map((path) => sourceOf(path, readFileSync(`${root}${path}`, 'utf8')));
}

export function sourceOf(path: string, text: string): Source {
  return { path, text, room: roomOf(path), imports: importsOf(path, text) };
}

export function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

const statement =
  /^[ \t]*(import|export)\b(\s+type\b(?!\s*,|\s+from\b))?(?:[^'"`;]*?\bfrom)?\s*(['"])([^'"\n]+)\3/gm;
const call = /(\btypeof\s+|:\s*|\|\s*|<\s*|\bas\s+)?\bimport\s*\(\s*(?:(['"`])([^'"`\n$]+)\2)?/g;

/** Static, dynamic and type imports, and re-exports. */
function importsOf(path: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  const add = (offset: number, specifier: string | undefined, isType: boolean) =>
    found.push({
      line: code.slice(0, offset).split('\n').length,
      specifier,
      isType,
      file: specifier?.startsWith('.') ? resolve(path, specifier) : undefined,
    });
  for (const match of code.matchAll(statement)) {
    add(match.index + match[0].search(/\S/), match[4], match[2] !== undefined || onlyTypes(match[0]));
  }
  for (const match of code.matchAll(call)) add(match.index, match[3], match[1] !== undefined);
  return found;
}

/** `import { type A, type B } from 'c'` */
function onlyTypes(text: string): boolean {
  const names = /^\s*(?:import|export)\s*\{([^}]*)\}/.exec(text)?.[1] ?? 'a value';
  return names.split(',').every((name) => /^\s*(type\s|$)/.test(name));
}

/** Whole lines and blocks of comment, blanked so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (block) => block.replace(/[^\n]/g, ' '))
    .replace(/^[ \t]*\/\/.*$/gm, '');
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A page of the documentation. */
export interface Page {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly fences: readonly Fence[];
}

/** A fenced block. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** The line that it begins in, from 1. */
  readonly line: number;
}

/** README, CONTRIBUTING and everything below docs/. */
export const pages: readonly Page[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'))
    .sort(),
].map((path) => {
  const text = readFileSync(`${root}${path}`, 'utf8');
  return { path, text, fences: fencesOf(text) };
});

/** Every fenced block of some languages, with a name for the test that looks at it. */
export function fences(...languages: readonly string[]): readonly (Fence & { readonly name: string })[] {
  return pages.flatMap(({ path, fences }) =>
    fences
      .filter(({ language }) => languages.includes(language))
      .map((fence) => ({ ...fence, name: `${path}:${fence.line}` })),
  );
}

/** The fenced blocks of a page. */
export function fencesOf(text: string): readonly Fence[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** The page without its fenced blocks. */
export function prose({ text }: Page): string {
  return text.replace(/^```\w*\n[\s\S]*?^```$/gm, '');
}

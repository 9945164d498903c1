import { fences } from './pages.js';

/** A call of the program that a page shows. */
export interface CommandLine {
  /** The page, and the line that its block begins in. */
  readonly name: string;
  /** The program's name first. */
  readonly words: readonly string[];
}

/** Every call of the program in the blocks of all pages, in their order. */
export function commandLines(): readonly CommandLine[] {
  return [...fences('sh'), ...fences('console')].flatMap(({ name, text, language }) =>
    text
      .replace(/\\\n\s*/g, ' ')
      .split('\n')
      .filter((line) => language === 'sh' || line.startsWith('$ '))
      .flatMap((line) => commandsIn(line.replace(/^\$ /, '')).map((words) => ({ name, words })))
      .filter(({ words }) => words[0] === 'milepost'),
  );
}

/** The commands of a shell line as words, without what is done with their output, and without comments. */
export function commandsIn(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const [token] of line.matchAll(/"[^"]*"|'[^']*'|&&|\|\||[|;]|[^\s|;&"']+/g)) {
    if (token === '#') break;
    if (/^(&&|\|\||[|;])$/.test(token)) commands.push([]);
    else commands.at(-1)?.push(token.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return commands.map((words) => {
    const redirected = words.findIndex((word) => /^\d?>/.test(word));
    return redirected === -1 ? words : words.slice(0, redirected);
  });
}

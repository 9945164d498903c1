import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandNames, idleProgram } from './command-tables.js';
import { fences, pages, root } from './pages.js';

const lines = [...fences('sh'), ...fences('console')].flatMap(({ name, text, language }) =>
  text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => language === 'sh' || line.startsWith('$ '))
    .flatMap((line) => commandsIn(line.replace(/^\$ /, '')).map((words) => ({ name, words })))
    .filter(({ words }) => words[0] === 'milepost'),
);

describe('command lines', () => {
  test('there are some', () => {
    expect(lines.length).toBeGreaterThan(10);
  });

  test.each(lines)('$name: $words', ({ words }) => {
    expect(faultOf(words.slice(1))).toBeUndefined();
    const absent = words.filter(
      (word) => /^(questionnaires|examples)\//.test(word) && !existsSync(`${root}${word}`),
    );
    expect(absent).toEqual([]);
  });

  test('an unknown flag is noticed', () => {
    expect(faultOf(['check', 'a.yaml', '--wat'])).toContain('--wat');
    expect(faultOf(['migrate', 'a.yaml', 'b.yaml'])).toContain('responses');
  });
});

test('every command has its section', () => {
  const text = pages.find(({ path }) => path === 'docs/commands.md')?.text ?? '';
  const sections = [...text.matchAll(/^## milepost (\w+)$/gm)].map((match) => match[1]);
  expect(sections).toEqual(commandNames);
});

/** What the program has against a command line. */
function faultOf(args: readonly string[]): string | undefined {
  try {
    idleProgram().parse(args, { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? undefined : error.message;
  }
}

/** The commands of a shell line as words, without what is done with their output, and without comments. */
function commandsIn(line: string): readonly (readonly string[])[] {
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

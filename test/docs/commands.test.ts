import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandLines } from './command-lines.js';
import { commandNames, idleProgram } from './command-tables.js';
import { pages, root } from './pages.js';

const lines = commandLines();

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

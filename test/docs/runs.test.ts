import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { commandLines } from './command-lines.js';
import { root } from './pages.js';

/** A folder with what the repository has for users, where what is written does no harm. */
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-docs-'));
  for (const name of ['questionnaires', 'examples', 'schemas'])
    symlinkSync(`${root}${name}`, join(cwd, name));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/**
 * Those that read files of the repository alone. An interview needs somebody to answer; reports take a while, and those of the
 * reference stand for all.
 */
const lines = commandLines().filter(
  ({ name, words: [, command, ...words] }) =>
    command !== 'interview' &&
    (command !== 'report' || name.startsWith('docs/commands.md:')) &&
    words.some((word) => /^(questionnaires|examples)\//.test(word)) &&
    words.every((word, at) => isWritten(words[at - 1]) || !isFile(word) || existsSync(`${root}${word}`)),
);

test('there are some', () => expect(lines.length).toBeGreaterThan(10));

test.each(lines)('$name: $words', async ({ words }) => {
  const { exit, err } = await milepost(words.slice(1), { cwd });
  expect(exit, err).toBeLessThan(2);
});

function isWritten(before: string | undefined): boolean {
  return before !== undefined && ['-o', '--output', '--out'].includes(before);
}

function isFile(word: string): boolean {
  return /^[\w{}*.-]+\/|\.(ya?ml|csv|jsonl?|xlsx|mjs)$/.test(word);
}

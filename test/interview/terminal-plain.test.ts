import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.js';
import { questionnaire } from '../support/questionnaire.js';
import { withoutTerminals } from '../support/tmux.js';
import { definition } from './fixture.js';

const program = fileURLToPath(new URL('../../bin/milepost.js', import.meta.url));
let cwd = '';
const terminals: PseudoTerminal[] = [];
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-plain-'));
  writeFileSync(join(cwd, 'q.yaml'), questionnaire(definition));
});
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.close();
  rmSync(cwd, { recursive: true, force: true });
});

const open = (...args: readonly string[]) => {
  const terminal = openTerminal(
    [
      process.execPath,
      program,
      'interview',
      'q.yaml',
      '--plain',
      '--set',
      'organisation=Northbridge',
      ...args,
    ],
    { cwd },
  );
  terminals.push(terminal);
  return terminal;
};
const asks = (question: string) => (screen: string) =>
  screen.lastIndexOf(question) > 0 && /^Answer:$/.test(screen.split('\n').at(-1) ?? '');
const journal = () => readdirSync(cwd).find((name) => name.endsWith('.journal.jsonl')) ?? '';

describe.skipIf(withoutTerminals !== undefined)(
  `plain lines in a terminal (${withoutTerminals ?? 'tmux'})`,
  () => {
    test.each([
      ['Ctrl-C', 'C-c'],
      ['Ctrl-D', 'C-d'],
    ])('%s says how to go on, and ends with 130', async (_, key) => {
      const terminal = open();
      await terminal.until(asks('Who owns it?'));
      terminal.type('3', 'Enter');
      await terminal.until(asks('Which are in use?'));
      terminal.type('half a line', key, ...(key === 'C-d' ? [key] : []));
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toMatch(
        /\nEvery answer is kept in (sample-\S+)\.\nGo on with: milepost interview q\.yaml --plain --resume \1$/,
      );
      expect(readFileSync(join(cwd, journal()), 'utf8')).not.toContain('half a line');
    });

    test('who ends the program is told how to go on, too', async () => {
      const terminal = open();
      await terminal.until(asks('Who owns it?'));
      process.kill(terminal.pid, 'SIGTERM');
      expect(await terminal.ended()).toBe(130);
      expect(terminal.screen()).toMatch(/\nGo on with: milepost interview q\.yaml --plain --resume \S+$/);
    });

    test('Ctrl-C before anything was chosen ends it too', async () => {
      open().type('');
      await terminals[0]?.until(asks('Who owns it?'));
      terminals[0]?.type('', 'C-c');
      await terminals[0]?.ended();
      const terminal = open();
      await terminal.until((screen) => screen.includes('Which one to go on with?'));
      terminal.type('', 'C-c');
      expect(await terminal.ended()).toBe(130);
    });

    test('quitting gives the terminal back', async () => {
      const terminal = open();
      await terminal.until(asks('Who owns it?'));
      terminal.type('quit', 'Enter');
      expect(await terminal.ended()).toBe(0);
    });

    test('two cannot go on with one journal; when the one is killed, the other can at once', async () => {
      const first = open();
      await first.until(asks('Who owns it?'));
      first.type('3', 'Enter');
      await first.until(asks('Which are in use?'));
      const second = open('--resume', journal());
      expect(await second.ended()).toBe(2);
      expect(second.screen()).toBe(
        `milepost: ${journal()} is held by another interview that is going on\nEnd that one first, or begin another without --resume.`,
      );
      process.kill(first.pid, 'SIGKILL');
      await first.ended();
      const third = open('--resume', journal());
      await third.until(asks('Which are in use?'));
    });
  },
);

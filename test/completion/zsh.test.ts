import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-zsh-'));
  writeFileSync(join(folder, 'script.zsh'), (await milepost('completion zsh')).out);
  mkdirSync(join(folder, 'functions'));
  writeFileSync(join(folder, 'functions', '_milepost'), (await milepost('completion zsh')).out);
  mkdirSync(join(folder, 'forms'));
  for (const name of ['b c.yml', 'answers.csv', 'x.txt', 'd:e.yaml']) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasZsh = spawnSync('zsh', ['--version']).status === 0;

/** What becomes of lines that are typed at a zsh with a tab behind them. */
function typed(setup: string, ...lines: readonly string[]): readonly string[] {
  const driver = fileURLToPath(new URL('type.zsh', import.meta.url));
  const { stdout } = spawnSync('zsh', ['-f', driver, setup, ...lines], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, TERM: 'dumb', LC_ALL: 'C.UTF-8', ZDOTDIR: folder },
  });
  return stdout.split('\n').slice(0, -1);
}

describe.skipIf(!hasZsh)('zsh (skipped where there is none)', () => {
  const sourced = 'compinit -u -D; source ./script.zsh';

  test('commands, options, choices and files are completed', () => {
    const lines = typed(
      sourced,
      'milepost comple',
      'milepost check --upd',
      'milepost check --fail-on w',
      'milepost check --fail-on=w',
      'milepost completion z',
      'milepost score x.yaml an',
      'milepost init fo',
      'milepost check b',
      'milepost check d',
    );
    expect(lines).toEqual([
      'milepost completion ',
      'milepost check --update-baseline ',
      'milepost check --fail-on warning ',
      'milepost check --fail-on=warning ',
      'milepost completion zsh ',
      'milepost score x.yaml answers.csv ',
      'milepost init forms/',
      'milepost check b\\ c.yml ',
      'milepost check d:e.yaml ',
    ]);
  });

  test('it may also lie in a folder of fpath', () => {
    const lines = typed('fpath=(./functions $fpath); compinit -u -D', 'milepost val', 'milepost check --up');
    expect(lines).toEqual(['milepost validate ', 'milepost check --update-baseline ']);
  });
});

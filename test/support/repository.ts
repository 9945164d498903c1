import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** A git repository in a folder of its own, without anything of the machine's configuration. */
export interface Repository {
  readonly cwd: string;
  readonly git: (...args: readonly string[]) => string;
  /** Writes files, takes away those without a text, commits everything, and gives the commit. */
  readonly commit: (files: Readonly<Record<string, string | undefined>>) => string;
}

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What git must not take from the machine. */
export const gitEnv: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** A new repository on branch `main`, or a clone. */
export function repository(clone: readonly string[] = []): Repository {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-git-')));
  folders.push(cwd);
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnv },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  git(...(clone.length === 0 ? ['init', '--quiet', '-b', 'main'] : ['clone', '--quiet', ...clone, '.']));
  return {
    cwd,
    git,
    commit: (files) => {
      for (const [name, text] of Object.entries(files)) {
        const path = join(cwd, name);
        mkdirSync(dirname(path), { recursive: true });
        if (text === undefined) rmSync(path);
        else writeFileSync(path, text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', 'change');
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

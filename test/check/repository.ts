import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A git repository in a folder of its own. */
export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
}

/** A repository with some files in one commit on the branch `main`, and a branch `work` checked out. */
export function repository(files: Readonly<Record<string, string>>): Repository {
  const made = opened(newFolder());
  made.git('init', '--quiet', '--initial-branch', 'main');
  made.write(files);
  made.git('add', '--all');
  made.git('commit', '--quiet', '--message', 'First');
  made.git('checkout', '--quiet', '-b', 'work');
  return made;
}

/** A clone of the branch `work` that has its last commit only. */
export function shallowClone({ folder }: Repository): Repository {
  const target = newFolder();
  opened(target).git('clone', '--quiet', '--depth', '1', '--branch', 'work', `file://${folder}`, '.');
  return opened(target);
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-git-'));
  folders.push(folder);
  return folder;
}

function opened(folder: string): Repository {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  return {
    folder,
    git: (...args) =>
      execFileSync('git', [...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    write: (files) => {
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    },
  };
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder in which there is little room. */
export interface FullDisk {
  readonly folder: string;
  /** Put before a command line, so that the program finds no room. */
  readonly before: readonly string[];
  /** What the program is to say of it. */
  readonly says: RegExp;
  /** Makes room, for a program that is running too. */
  readonly makeRoom: (pid: number) => void;
  readonly remove: () => void;
}

export interface DiskKind {
  readonly name: string;
  /** Why there is none on this machine, where there is none. */
  readonly missing: string | undefined;
  readonly make: (parent: string, room: number) => FullDisk;
}

const size = 128 * 1024;

function succeeds(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

function tmpfsMissing(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux';
  const isPossible = succeeds('unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt');
  return isPossible ? undefined : 'mounting is not permitted here';
}

/** A small file system of its own, in memory, that other files fill. */
export const tmpfs: DiskKind = {
  name: 'a full tmpfs',
  missing: tmpfsMissing(),
  make: (parent, room) => {
    const folder = join(parent, 'small');
    mkdirSync(folder);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      encoding: 'utf8',
    });
    if (mounted.status !== 0) throw new Error(mounted.stderr);
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(size - 4096 * Math.ceil(room / 4096)));
    return {
      folder,
      before: [],
      says: /the\s+disk\s+is\s+full/,
      makeRoom: () => rmSync(filler),
      remove: () => {
        spawnSync('umount', ['-l', folder]);
      },
    };
  },
};

/** No file may become larger than that. */
export const sizeLimit: DiskKind = {
  name: 'a limit to the size of files',
  missing: succeeds('prlimit', '--version') ? undefined : 'there is no prlimit',
  make: (parent, room) => ({
    folder: parent,
    before: ['prlimit', `--fsize=${room}:unlimited`],
    says: /larger\s+than\s+a\s+file\s+can\s+be/,
    makeRoom: (pid) => {
      spawnSync('prlimit', ['--pid', `${pid}`, '--fsize=unlimited:unlimited']);
    },
    remove: () => {},
  }),
};

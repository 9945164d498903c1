import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { suggest } from '../../finding/suggest.js';

/** What the system calls an error of its own, as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}

/** Why a file cannot be read, with a name near to it where there is one. */
export function reasonOf(code: string, file: string, cwd: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const near = nearName(file, cwd);
      return near === undefined
        ? 'there is no such file'
        : `there is no such file; did you mean \`${near}\`?`;
    }
    case 'EACCES':
    case 'EPERM':
      return 'reading it is not permitted';
    case 'EBUSY':
      return 'another program holds it open';
    case 'EISDIR':
      return 'it is a directory';
    default:
      return code;
  }
}

/** A name near to that of a file that is not there, or whose folder is not. */
export function nearName(file: string, cwd: string): string | undefined {
  const folder = dirname(file);
  if (folder !== file && !existsSync(resolve(cwd, folder))) {
    const near = nearName(folder, cwd);
    const within = near === undefined ? undefined : join(near, basename(file));
    return within !== undefined && existsSync(resolve(cwd, within)) ? within : undefined;
  }
  try {
    const name = suggest(basename(file), readdirSync(resolve(cwd, folder)));
    return name === undefined ? undefined : join(folder, name);
  } catch {
    return undefined;
  }
}

/** Why a file cannot be written. */
export const writeFaults: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EACCES: 'writing there is not permitted, or another program holds it open',
  EPERM: 'writing there is not permitted, or another program holds it open',
  EBUSY: 'another program holds it open',
  ETXTBSY: 'another program holds it open',
  EISDIR: 'it is a directory',
  ENOTEMPTY: 'it is a directory',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'there is a file of that name already',
  EINVAL: 'its name cannot be that of a file',
  ELOOP: 'its links go round in a circle',
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for this user',
  EFBIG: 'it would be larger than a file can be',
  EIO: 'the disk failed',
  EROFS: 'the disk is read-only',
};

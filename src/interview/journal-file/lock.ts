import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Held by one process at a time. */
export interface Lock {
  readonly release: () => Promise<void>;
}

/**
 * Takes the lock of a journal that is there, or gives nothing where another process on this machine holds it. The lock is a
 * local socket that is listened to, so that it ends with its owner, however that ends; no file has to be tidied up, no clock
 * is compared, and no process id is taken for another's.
 */
export async function lockJournal(path: string): Promise<Lock | undefined> {
  const name = socketName(realpathSync(path));
  const server = (await listening(name)) ?? (await takenOver(name));
  if (server === undefined) return undefined;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function socketName(path: string): string {
  const key = `milepost-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  switch (process.platform) {
    case 'win32':
      return `\\\\.\\pipe\\${key}`;
    case 'linux':
      // A name without a file, which the kernel drops with its owner.
      return `\0${key}`;
    default:
      return join(tmpdir(), `${key}.sock`);
  }
}

/** A server by that name, or nothing where there is one. */
function listening(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}

/** Where sockets are files, the file outlives a process that was killed: nobody answers behind it then. */
async function takenOver(name: string): Promise<Server | undefined> {
  if (process.platform === 'win32' || process.platform === 'linux' || (await isAnswered(name)))
    return undefined;
  rmSync(name, { force: true });
  return listening(name);
}

function isAnswered(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

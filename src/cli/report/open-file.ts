import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Host } from '../host.js';

/** What opens a file as a click on it would, by platform. */
function opener(): readonly [string, ...string[]] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/** Opens a file for the person at the screen, without waiting for them; a line says where that cannot be done. */
export async function openFile(
  file: string,
  { cwd, env, stderr }: Pick<Host, 'cwd' | 'env' | 'stderr'>,
): Promise<void> {
  const [program, ...args] = opener();
  const failed = await new Promise<boolean>((done) => {
    const child = spawn(program, [...args, resolve(cwd, file)], { detached: true, stdio: 'ignore', env });
    child.once('error', () => done(true));
    child.once('spawn', () => {
      child.unref();
      done(false);
    });
  });
  if (failed) stderr.write(`${file} is written, but there is no ${program} to open it.\n`);
}

import { dirname, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Matches } from './severities.js';

/** Globs relative to the folder of the config that they stand in. */
export function globsOf(cwd: string, config: string): Matches {
  const base = dirname(resolve(cwd, config));
  const tests = new Map<string, (path: string) => boolean>();
  return (glob, file) => {
    const test = tests.get(glob) ?? picomatch(glob.replace(/^\.\//, ''), { dot: true, windows: false });
    tests.set(glob, test);
    return test(relative(base, resolve(cwd, file)).replaceAll('\\', '/'));
  };
}

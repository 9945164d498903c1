// Starts npm and npx without a shell, so that nothing depends on how a platform quotes or finds them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The folder of npm-cli.js: npm's own word for it, else where Node's installers put it. */
const folder = [
  process.env.npm_execpath?.endsWith('npm-cli.js') ? dirname(process.env.npm_execpath) : undefined,
  join(dirname(process.execPath), 'node_modules', 'npm', 'bin'),
  join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin'),
].find((path) => path !== undefined && existsSync(join(path, 'npm-cli.js')));

/**
 * Runs a program to its end: its exit code, and what it wrote. `node` is the one that child processes find first.
 * What npm tells a script about the package that it belongs to is not handed on.
 */
export function run(program, args, { cwd, node = process.execPath, env = {} }) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|command|config_local_prefix)|node_options|path$)/i.test(name),
  );
  const path = process.env.PATH ?? process.env.Path ?? '';
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...Object.fromEntries(own), PATH: `${dirname(node)}${delimiter}${path}`, NO_COLOR: '1', ...env },
  });
  if (error) throw error;
  return { code: status ?? signal, stdout, stderr };
}

export function npm(args, options) {
  return runCli('npm-cli.js', args, options);
}

export function npx(args, options) {
  return runCli('npx-cli.js', args, options);
}

function runCli(name, args, options) {
  if (folder === undefined) throw new Error('npm was not found: start this script through npm (npm run …).');
  return run(options.node ?? process.execPath, [join(folder, name), ...args], options);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const milepost = join(root, 'bin', 'milepost.js');

const preload = new URL('../programs/usage.mjs', import.meta.url).href;

/** The path of a program to measure against. */
export function program(name) {
  return fileURLToPath(new URL(`../programs/${name}`, import.meta.url));
}

/**
 * Runs Node once: the wall time in milliseconds, and what it wrote. `usage` asks for its peak memory in bytes and its time
 * on the processor too.
 */
export function measure(args, { usage = false } = {}) {
  const folder = usage ? mkdtempSync(join(tmpdir(), 'milepost-bench-')) : undefined;
  try {
    const file = folder === undefined ? undefined : join(folder, 'usage');
    const all = file === undefined ? args : ['--import', preload, ...args];
    const env = { ...process.env, ...(file === undefined ? {} : { BENCH_USAGE_FILE: file }) };
    const start = process.hrtime.bigint();
    const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, all, {
      cwd: root,
      encoding: 'utf8',
      env,
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const time = Number(process.hrtime.bigint() - start) / 1e6;
    if (error) throw error;
    if (status !== 0)
      throw new Error(`node ${args.join(' ')}: exit ${status ?? signal}\n${stderr.slice(-2000)}`);
    return { time, stdout, ...(file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'))) };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures two commands in turns, changing which is first, and gives the medians of each. */
export function compare(a, b, { runs, warmUps = 1, usage = false }) {
  const found = { a: [], b: [] };
  const take = (name) => measure(name === 'a' ? a : b, { usage });
  for (let i = 0; i < warmUps; i++) {
    take('a');
    take('b');
  }
  for (let i = 0; i < runs; i++) {
    for (const name of i % 2 === 0 ? ['a', 'b'] : ['b', 'a']) found[name].push(take(name));
  }
  const [first, second] = [found.a, found.b].map((each) => ({
    time: median(each.map(({ time }) => time)),
    ...(usage
      ? {
          processor: median(each.map(({ processor }) => processor)),
          // The most, since that is what must fit.
          peak: Math.max(...each.map(({ peak }) => peak)),
        }
      : {}),
  }));
  return { a: first, b: second, ratio: first.time / second.time };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function times(ratio) {
  return `${ratio.toFixed(2)}×`;
}

export function duration(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

export function thousands(number) {
  return Math.round(number).toLocaleString('en-GB');
}

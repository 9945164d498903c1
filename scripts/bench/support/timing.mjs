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
 * on the processor too; `input` is what it reads.
 */
export function measure(args, { usage = false, input = '' } = {}) {
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
      input,
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

/**
 * Measures commands in turns, each round beginning with another one, so that what else the machine does meets all of them
 * alike. Gives, by name, every run; `figures` sums them up. A command that differs from run to run is a function.
 */
export function inTurns(commands, { runs, warmUps = 1, usage = false, input = '' }) {
  const names = Object.keys(commands);
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUps; round < runs; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + Math.max(round, 0)) % names.length];
      const command = commands[name];
      const run = measure(typeof command === 'function' ? command() : command, { usage, input });
      if (round >= 0) found[name].push(run);
    }
  }
  return found;
}

/** Median time in milliseconds; with `usage` also the least time on the processor, and the most memory. */
export function figures(runs) {
  const usage = runs.every(({ processor }) => processor !== undefined);
  return {
    time: median(runs.map(({ time }) => time)),
    // What else runs only ever adds to it.
    ...(usage ? { processor: Math.min(...runs.map(({ processor }) => processor)) } : {}),
    // The most, since that is what must fit.
    ...(usage ? { peak: Math.max(...runs.map(({ peak }) => peak)) } : {}),
  };
}

/** How many times as long the one took as the other: the median over the rounds, each of which knew the same machine. */
export function ratioOf(runs, others) {
  return median(runs.map(({ time }, round) => time / others[round].time));
}

/** Measures two commands in turns: the figures of each, and their ratio. */
export function compare(a, b, options) {
  const found = inTurns({ a, b }, options);
  return { a: figures(found.a), b: figures(found.b), ratio: ratioOf(found.a, found.b) };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The number that a share of the others do not exceed. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
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

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { longInterview } from './support/data.mjs';
import { keysTo } from './support/screen.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const questions = 500;
const conditions = 200;

/** What a key takes until the screen shows what it did, and a confirmed answer until it is on disk. */
export async function run({ folder }) {
  const program = join(folder, 'interview.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/programs/hold-interview.mts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // As in scripts/build.mjs.
    banner: { js: 'const require=process.getBuiltinModule;' },
  });
  const { hold } = await import(pathToFileURL(program).href);
  const { press, repaints, records } = keysTo((io) =>
    hold({ yaml: longInterview(questions, conditions), journal: join(folder, 'bench.journal.jsonl'), ...io }),
  );
  await press('\r');
  for (let i = 0; i < 300; i++) await press('1', '3', '\r');
  for (let i = 0; i < 100; i++) await press('\u001b[D');
  await press('u');
  for (let i = 0; i < 100; i++) await press('\u001b[B');
  await press('\u001b[D', '\u0007', 'l', 'o', 'n', 'g');
  for (let i = 0; i < 100; i++) await press('\u001b[B');
  return [
    figure(`key to repaint, ${questions} questions, ${conditions} conditions, p99`, repaints, '≤ 16 ms'),
    figure('an event of it to disk, p99', records, '≤ 10 ms'),
  ];
}

function figure(what, times, goal) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => `${sorted[Math.floor((sorted.length - 1) * share)].toFixed(2)} ms`;
  return { what, found: at(0.99), goal, from: `median ${at(0.5)}, longest ${at(1)}, of ${sorted.length}` };
}

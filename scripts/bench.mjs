// Measures Milepost against what it stands on: npm run bench -- --only check,batch --rows 100000
// Prints one table with the goals beside the figures, and judges nothing. What is compared is measured in turns, in one run.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as batch from './bench/batch.mjs';
import * as bomb from './bench/bomb.mjs';
import * as check from './bench/check.mjs';
import * as checks from './bench/checks.mjs';
import * as compare from './bench/compare.mjs';
import * as engine from './bench/engine.mjs';
import * as explain from './bench/explain.mjs';
import * as importing from './bench/import.mjs';
import * as interview from './bench/interview.mjs';
import * as keys from './bench/keys.mjs';
import * as report from './bench/report.mjs';
import * as suppress from './bench/suppress.mjs';
import * as version from './bench/version.mjs';
import * as workbook from './bench/workbook.mjs';

const benchmarks = {
  version,
  check,
  checks,
  bomb,
  batch,
  import: importing,
  workbook,
  engine,
  explain,
  compare,
  report,
  interview,
  keys,
  suppress,
};
const usage = `node scripts/bench.mjs [--only ${Object.keys(benchmarks).join(',')}] [--rows N]`;

const { only, rows } = options();
const shelf = fileURLToPath(new URL('../.bench/', import.meta.url));
await mkdir(shelf, { recursive: true });
const folder = await mkdtemp(join(shelf, 'run-'));
const lines = [];
try {
  for (const name of only) {
    console.error(`${name} …`);
    try {
      const figures = await benchmarks[name].run({ folder, rows });
      lines.push(...figures.map(({ what, found, goal, from }) => [name, what, found, goal, from]));
    } catch (error) {
      process.exitCode = 1;
      lines.push([name, 'could not be measured', '', '', '']);
      console.error(`${name} could not be measured: ${error.message}`);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores\n`,
);
print([['benchmark', 'figure', 'found', 'goal', 'medians'], ...lines]);

function options() {
  let values;
  try {
    ({ values } = parseArgs({ options: { only: { type: 'string' }, rows: { type: 'string' } } }));
  } catch (error) {
    stop(error.message);
  }
  const names = values.only?.split(',') ?? Object.keys(benchmarks);
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown !== undefined) stop(`There is no benchmark \`${unknown}\`.`);
  const count = Number(values.rows ?? process.env.BENCH_ROWS ?? 1_000_000);
  if (!Number.isInteger(count) || count < 1) stop('--rows needs a whole number.');
  return { only: names, rows: count };
}

function stop(message) {
  console.error(`${message}\nUsage: ${usage}`);
  process.exit(2);
}

function print(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  for (const line of table) {
    const cells = line.map((cell, i) =>
      i === 2 || i === 3 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

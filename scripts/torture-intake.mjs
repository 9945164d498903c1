// Holds intake against files that were spoilt at random: npm run torture:intake -- --cases 50000 --seed 7
// What it prints of a failure repeats that one: --path says which case, after fast-check had made it as small as it can be.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage =
  'npm run torture:intake -- [--cases N] [--seed N] [--only tables|responses|forms] [--path PATH]';

const { cases, seed, path } = options();
const env = {
  TORTURE_CASES: cases,
  TORTURE_SEED: seed,
  ...(path === undefined ? {} : { TORTURE_PATH: path }),
};
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
console.log(`${cases} cases, seed ${seed}`);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/intake/torture'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, ...env },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

function options() {
  let values;
  try {
    const text = { type: 'string' };
    ({ values } = parseArgs({ options: { cases: text, seed: text, only: text, path: text } }));
  } catch (error) {
    stop(error.message);
  }
  const { cases = '10000', seed = String(Math.floor(Math.random() * 2 ** 31)), only, path } = values;
  for (const number of [cases, seed]) if (!/^\d+$/.test(number)) stop(`${number} is no whole number.`);
  if (only !== undefined && !['tables', 'responses', 'forms'].includes(only))
    stop(`There is no kind \`${only}\`.`);
  return { cases, seed, only, path };
}

function stop(message) {
  console.error(`${message}\nUsage: ${usage}`);
  process.exit(2);
}

// Kills interviews at random moments, a thousand times: npm run torture -- --kills 1000 --seed 42
// The suite does the same sixty times. The same seed takes the same steps; what the machine does meanwhile differs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
  },
});
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/interview/torture'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: {
    ...process.env,
    TORTURE_KILLS: values.kills,
    TORTURE_SEED: values.seed,
  },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

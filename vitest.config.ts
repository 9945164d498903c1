import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { mendedInTests } from './scripts/mended-packages.mjs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  // As in scripts/build.mjs.
  define: { MILEPOST_VERSION: JSON.stringify(version) },
  plugins: [mendedInTests],
  test: {
    server: { deps: { inline: [/@e965\/xlsx/] } },
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // Tests that start the built program wait for a process.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});

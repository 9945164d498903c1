// Builds dist/: the program as a split bundle whose commands load when they run, the public API, its types, and the notices.
import { execFileSync } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { gathered } from './gather.mjs';
import { mendedPackages } from './mended-packages.mjs';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

/** commander could start commands as programs of their own. Ours are no such, and loading what that takes takes a while. */
const withoutChildProcesses = {
  name: 'without child processes',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ kind, path }) =>
      kind === 'require-call' ? { path, namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
const options = {
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  // A library that reads workbooks tells of odd formats there; what matters of a file is told as findings.
  pure: ['console.error', 'console.warn', 'console.log'],
  metafile: true,
  // The same code as Node gets, as ES modules: what is not called is left out, and each call is a plain one.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/dist/index.js', import.meta.url)) },
  chunkNames: 'chunks/[name]-[hash]',
  // ECharts checks what it is told, and says so, unless this is production.
  define: { MILEPOST_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
  // CommonJS packages inside an ESM bundle still call require, for Node's own modules only.
  banner: { js: 'const require=process.getBuiltinModule;' },
  plugins: [mendedPackages, withoutChildProcesses],
  logLevel: 'warning',
};
const { metafile: scattered } = await build({ ...options, write: false });
const check = gathered('src/cli/commands/check.ts', scattered, root);
const result = await build({ ...options, plugins: [mendedPackages, ...options.plugins, check] });
// The solver looks for its code beside the chunk that it is in.
await copyFile(
  new URL('../node_modules/highs/build/highs.wasm', import.meta.url),
  new URL('../dist/chunks/highs.wasm', import.meta.url),
);
await writeFile(new URL('../dist/meta.json', import.meta.url), JSON.stringify(result.metafile));
await writeFile(new URL('../THIRD-PARTY-NOTICES.txt', import.meta.url), await notices(root, result.metafile));
execFileSync(
  process.execPath,
  [
    fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url)),
    '-p',
    'tsconfig.types.json',
  ],
  {
    cwd: root,
    stdio: 'inherit',
  },
);

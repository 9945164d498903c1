import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { program } from './timing.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A program of `programs/` that looks behind the public API, bundled from the sources; gives its path. */
export async function bundled(name, folder) {
  const outfile = join(folder, name);
  await build({
    absWorkingDir: root,
    entryPoints: [program(name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // CommonJS packages ask for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

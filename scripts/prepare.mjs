// Builds the program wherever npm installs the repository itself, as pre-commit does: npm runs this before it packs a checkout.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

// For `npm install --global` of a repository, npm leaves out what building it takes.
if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  const { code, stderr } = npm(['ci', '--no-global', '--include=dev', '--ignore-scripts'], { cwd: root });
  if (code !== 0) {
    console.error(`npm ci failed:\n${stderr}`);
    process.exit(1);
  }
}
await import('./ensure-built.mjs');

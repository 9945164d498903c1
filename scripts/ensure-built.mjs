// Builds dist/ unless it is there and newer than everything it is made of.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const sources = [
  'src/',
  'schemas/',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.types.json',
  'scripts/generate.mjs',
  'scripts/build.mjs',
  'scripts/gather.mjs',
  'scripts/notices.mjs',
];
const built = ['dist/cli.js', 'dist/index.js', 'dist/meta.json', 'dist/types/index.d.ts'];

// No comparison with NaN, the time of a missing file, is true.
if (!(Math.max(...sources.map((path) => newest(new URL(path, root)))) < oldest(built))) {
  for (const script of ['generate.mjs', 'build.mjs']) {
    try {
      execFileSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], { stdio: 'inherit' });
    } catch {
      console.error(`scripts/${script} failed.`);
      process.exit(1);
    }
  }
}

function oldest(paths) {
  return Math.min(
    ...paths.map((path) => statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN),
  );
}

/** A folder's own time tells of files that went away; that of src/ changes with each build, which makes src/generated. */
function newest(url) {
  const { mtimeMs } = statSync(url);
  if (!url.pathname.endsWith('/')) return mtimeMs;
  return Math.max(
    url.pathname.endsWith('/src/') ? 0 : mtimeMs,
    ...readdirSync(url, { withFileTypes: true })
      .filter(({ name }) => name !== 'generated')
      .map((entry) => newest(new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, url))),
  );
}

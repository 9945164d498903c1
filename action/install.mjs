// Installs Milepost beside the checkout, never from within it, and says where it is: INPUT_VERSION, RUNNER_TEMP, GITHUB_OUTPUT.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { INPUT_VERSION, RUNNER_TEMP, GITHUB_OUTPUT } = process.env;
const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version = INPUT_VERSION || own.version;

// A tag, a version or a range of one part: no address, no path, no flag.
if (/^[\w^~][\w.+-]*$/.test(version)) {
  // A new folder with a project of its own: npm would take a version that the checkout brought along for the one asked for.
  const folder = mkdtempSync(join(RUNNER_TEMP, 'milepost-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${own.name}@${version}`],
    { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status === 0) {
    appendFileSync(
      GITHUB_OUTPUT,
      `program=${join(folder, 'node_modules', own.name, 'bin', 'milepost.js')}\n`,
    );
  } else {
    console.log(`::error title=milepost::npm could not install ${own.name}@${version}.`);
    process.exitCode = 2;
  }
} else {
  console.log('::error title=milepost::The input `version` is no version, such as 1.2.3, ^1.2 or latest.');
  process.exitCode = 2;
}

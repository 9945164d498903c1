import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

const executable = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

/** Why there is no browser on this machine, where there is none: tests that need one are skipped, and say so. */
export const withoutBrowser =
  executable === undefined
    ? 'Chromium is not installed: apt-get install chromium fonts-dejavu-core'
    : undefined;

/** Chromium without a window, which asks nothing of any network. Whoever opens it closes it. */
export function openBrowser(): Promise<Browser> {
  if (executable === undefined) throw new Error(withoutBrowser);
  const path = spawnSync('sh', ['-c', `command -v ${executable}`], { encoding: 'utf8' }).stdout.trim();
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

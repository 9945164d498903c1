// Takes the picture in the README, docs/images/report.png, of a page that report makes of examples/city: npm run picture.
// It needs Chromium, at /usr/bin/chromium or where CHROMIUM says.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const picture = join(root, 'docs/images/report.png');
/** What is shown: a heading that the program worked out, and the chart that it is about. */
const part = '#spread';
const margin = 24;

const folder = mkdtempSync(join(tmpdir(), 'milepost-picture-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const file = join(folder, 'larkmoor.html');
  const config = join(root, 'examples/city/milepost.config.yaml');
  const args = ['report', '--config', config, '--waves', '2025,2026', '--unit', 'organisation=Larkmoor'];
  execFileSync(process.execPath, [join(root, 'bin/milepost.js'), ...args, '-o', file], { stdio: 'inherit' });
  const page = await browser.newPage({ viewport: { width: 920, height: 900 }, deviceScaleFactor: 1.5 });
  await page.goto(pathToFileURL(file).href);
  const heading = await page.locator(part).boundingBox();
  const chart = await page.locator(`${part} figure`).first().boundingBox();
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({
    path: picture,
    fullPage: true,
    clip: {
      x: Math.max(0, chart.x - margin),
      y: heading.y - margin,
      width: chart.width + 2 * margin,
      height: chart.y + chart.height - heading.y + 2 * margin,
    },
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

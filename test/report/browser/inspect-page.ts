import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** How a page is looked at. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly media: 'screen' | 'print';
  readonly scheme: 'light' | 'dark';
}

/** On a desk and on a telephone, on paper, and in the dark. */
export const views: readonly View[] = [
  { name: '1280-light', width: 1280, media: 'screen', scheme: 'light' },
  { name: '1280-dark', width: 1280, media: 'screen', scheme: 'dark' },
  { name: '390-light', width: 390, media: 'screen', scheme: 'light' },
  { name: '390-dark', width: 390, media: 'screen', scheme: 'dark' },
  // A4 within margins of 14 mm, at 96 pixels an inch.
  { name: 'print', width: 688, media: 'print', scheme: 'dark' },
];

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const layoutFaults = readFileSync(new URL('layout-faults.js', import.meta.url), 'utf8');
const artefacts = fileURLToPath(new URL('../../artefacts/report/', import.meta.url));

/**
 * What is wrong with a page, as lines: what the browser complains of or asks for, what overlaps or does not fit, what axe finds, and
 * what keys do not reach. The page, a screenshot of each view and a PDF are kept in test/artefacts/report/.
 */
export async function inspectPage(
  browser: Browser,
  name: string,
  html: string,
  looks: readonly View[] = views,
): Promise<readonly string[]> {
  mkdirSync(artefacts, { recursive: true });
  const file = `${artefacts}${name}.html`;
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const found = await Promise.all(
    looks.map(async (view) => {
      const faults = await inspectView(browser, url, `${artefacts}${name}-${view.name}`, view);
      return faults.map((fault) => `${view.name}: ${fault}`);
    }),
  );
  return found.flat();
}

async function inspectView(
  browser: Browser,
  url: string,
  shot: string,
  view: View,
): Promise<readonly string[]> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.scheme,
  });
  const faults: string[] = [];
  try {
    const page = await context.newPage();
    await page.emulateMedia({ media: view.media, colorScheme: view.scheme });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(`request: ${request.url().slice(0, 100)}`);
    });
    await page.goto(url);
    await page.screenshot({ path: `${shot}.png`, fullPage: true });
    faults.push(...(await page.evaluate<string[]>(layoutFaults)));
    if (view.media === 'print')
      await page.pdf({ path: `${shot}.pdf`, preferCSSPageSize: true, printBackground: true });
    else faults.push(...(await violations(page)), ...(await outOfReach(page)));
  } finally {
    await context.close();
  }
  return faults;
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return results.violations.map(({ id, nodes }) => {
    const [first] = nodes;
    const where = `${nodes.length} times, first ${first?.html.slice(0, 200)}`;
    return `axe ${id}: ${where}: ${first?.failureSummary?.replace(/\s+/g, ' ')}`;
  });
}

/** What can be pressed or scrolled, and where Tab does not stop, or stops without showing it. */
async function outOfReach(page: Page): Promise<readonly string[]> {
  const stops = await page.evaluate<number>(`(() => {
    const all = [...document.querySelectorAll('a[href], button, summary, input, select, [tabindex="0"]')];
    globalThis.waiting = new Set(all.filter((element) => element.checkVisibility()));
    return globalThis.waiting.size;
  })()`);
  const faults = new Set<string>();
  // Chromium also stops at what scrolls by itself.
  for (let at = 0; at < 2 * stops; at += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate<{ readonly left: number; readonly unseen: string }>(`(() => {
      const at = document.activeElement;
      globalThis.waiting.delete(at);
      const { outlineStyle, boxShadow } = getComputedStyle(at);
      const shows = at === document.body || outlineStyle !== 'none' || boxShadow !== 'none';
      return { left: globalThis.waiting.size, unseen: shows ? '' : at.outerHTML.slice(0, 100) };
    })()`);
    if (found.unseen !== '') faults.add(`focus is not seen: ${found.unseen}`);
    if (found.left === 0) break;
  }
  const missed = await page.evaluate<string[]>(
    '[...globalThis.waiting].map((element) => element.outerHTML.slice(0, 100))',
  );
  return [...faults, ...missed.map((element) => `no key reaches: ${element}`)];
}

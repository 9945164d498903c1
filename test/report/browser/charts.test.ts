import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/export/report/charts/chart.js';
import { chartStyle } from '../../../src/export/report/charts/style.js';
import { paletteStyle } from '../../../src/export/report/colours/style.js';
import { openBrowser, withoutBrowser } from '../../support/browser.js';
import { samples } from '../charts/samples.js';
import { inspectPage, views } from './inspect-page.js';

const style = `${paletteStyle}${chartStyle}
  @page { size: A4; margin: 14mm; }
  body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 1rem; max-width: 60rem; }
  @media print { body { margin: 0; } }
  figure { margin: 2rem 0; }
  figcaption { font-weight: 600; margin-bottom: 0.5rem; break-after: avoid; }
`;

/** A page as strict as the report's. */
function pageOf(charts: readonly Chart[]): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const figures = charts.map(
    ({ title, svg }) => `<figure>\n<figcaption>${title}</figcaption>\n${svg}\n</figure>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Charts</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Charts</h1>
${figures.join('\n')}
</main>
</body>
</html>
`;
}

describe.skipIf(withoutBrowser !== undefined)(
  `in a browser${withoutBrowser === undefined ? '' : ` (skipped: ${withoutBrowser})`}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    test('charts can be read at every width, in light, in the dark and on paper', {
      timeout: 120_000,
    }, async () => {
      const html = pageOf(Object.values(samples).map((make) => make()));
      expect(await inspectPage(browser, 'charts', html)).toEqual([]);
    });

    test('what would go wrong is found', async () => {
      const html = `<!doctype html><html><head><title>Bad</title><style>
        .wide { width: 2000px } .over { position: relative; top: -36px } .cut { overflow: hidden; width: 40px; white-space: nowrap }
        .box { overflow: auto; width: 100px } a { outline: none } .faint { color: #bbb }
        </style></head><body><main><h1>Bad</h1>
        <p class="wide">Wide</p><p>Under</p><p class="over">Over it</p><p class="cut">Much longer than it may be</p>
        <div class="box"><p class="wide">Scrolled</p></div><a href="#x">Unseen</a><p class="faint" id="x">Faint</p>
        <img src="https://example.org/logo.png" alt="Logo"><script>nothing()</script>
        <svg viewBox="0 0 100 10" width="100" height="10"><text x="80" y="8" font-size="8">Outside</text></svg>
        </main></body></html>`;
      const [desk] = views;
      const faults = await inspectPage(browser, 'bad', html, desk === undefined ? [] : [desk]);
      const kinds = [
        'page is',
        'overlap: ',
        'clipped: ',
        'scrolls, but not by keys',
        'focus is not seen',
        'request: ',
      ];
      const more = [
        'script: ',
        'out of its picture',
        'letters of 8.0',
        'axe color-contrast',
        'axe html-has-lang',
      ];
      for (const kind of [...kinds, ...more]) {
        expect(faults, kind).toContainEqual(expect.stringContaining(kind));
      }
    });
  },
);

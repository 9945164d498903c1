import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from '../../support/browser.js';
import { cases } from './cases.js';
import { inspectPage, views } from './inspect-page.js';

/** Those that are looked at in every way; the others on a desk, on a telephone in the dark, and on paper. */
const thorough = ['whole', 'themed'];
const some = views.filter(({ name }) => ['1280-light', '390-dark', 'print'].includes(name));

describe.skipIf(withoutBrowser !== undefined)(
  `a report in a browser${withoutBrowser === undefined ? '' : ` (skipped: ${withoutBrowser})`}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    test.each(Object.entries(cases))('%s is a sound page', { timeout: 120_000 }, async (name, make) => {
      const html = await make();
      expect(html.length).toBeLessThan(1_000_000);
      expect(await inspectPage(browser, name, html, thorough.includes(name) ? views : some)).toEqual([]);
    });
  },
);

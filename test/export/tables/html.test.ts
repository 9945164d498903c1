import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/export/tables/writers/html.js';
import { label, score, table } from '../fixture.js';

const bodyOf = (page: string) => page.slice(page.indexOf('<body>'));

test('a page with the table', () => {
  const shown = table(
    [label('unit', 'Unit'), score('data', 'Data'), score('overall', 'Overall')],
    [
      ['North & East', 62.5, 10],
      ['South', 'withheld', 'insufficient'],
    ],
    { title: 'Digital check', notes: ['A note.'] },
  );
  const page = html.write(shown);
  expect(bodyOf(page)).toMatchInlineSnapshot(`
    "<body>
    <p>[c] withheld for confidentiality</p>
    <p>– not enough answers for a score</p>
    <table>
    <caption>Digital check</caption>
    <thead>
    <tr><th scope="col">Unit</th><th scope="col" class="figure">Data</th><th scope="col" class="figure">Overall</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">North &amp; East</th><td class="figure shade-3" data-band="Established">62.50</td><td class="figure shade-0" data-band="Starting">10.00</td></tr>
    <tr><th scope="row">South</th><td class="figure" data-absent="[c]" title="withheld for confidentiality"></td><td class="figure" data-absent="–" title="not enough answers for a score"></td></tr>
    </tbody>
    </table>
    <p>A note.</p>
    </body>
    </html>
    "
  `);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
  expect(page).toContain('<title>Digital check</title>');
});

test('it needs nothing from elsewhere', () => {
  expect(html.write(table([label('unit')], []))).not.toMatch(/<script|<link|@import|url\(|https?:/);
});

test('texts mean nothing to HTML', () => {
  const nasty = `<script>"'&\n\u001b[31m`;
  const band = { id: 'x', label: nasty, step: 0, steps: 1 };
  const shown = table(
    [label('unit', nasty), score('a', 'A')],
    [[nasty, { kind: 'number', value: 1, band }]],
    {
      title: nasty,
      notes: [nasty],
    },
  );
  expect(bodyOf(html.write(shown))).toMatchInlineSnapshot(`
    "<body>
    <table>
    <caption>&lt;script&gt;&quot;&#39;&amp;<br>\\x1b[31m</caption>
    <thead>
    <tr><th scope="col">&lt;script&gt;&quot;&#39;&amp; \\x1b[31m</th><th scope="col" class="figure">A</th></tr>
    </thead>
    <tbody>
    <tr><th scope="row">&lt;script&gt;&quot;&#39;&amp;<br>\\x1b[31m</th><td class="figure shade-4" data-band="&lt;script&gt;&quot;&#39;&amp; \\x1b[31m">1.00</td></tr>
    </tbody>
    </table>
    <p>&lt;script&gt;&quot;&#39;&amp;<br>\\x1b[31m</p>
    </body>
    </html>
    "
  `);
});

test('whatever the text, it opens no tag and steers no terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const page = html.write(
        table([label('unit', text)], [[{ kind: 'text', text }]], { title: text, notes: [text] }),
      );
      expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect(page.replaceAll('<br>', '').match(/</g)).toHaveLength(
        html.write(table([label('unit', '')], [['']], { title: '', notes: [''] })).match(/</g)?.length ?? 0,
      );
    }),
  );
});

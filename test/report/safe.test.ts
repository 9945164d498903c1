import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { csv, definition, report } from './fixture.js';

const hostile = '<script>alert(1)</script>';
const files = {
  'q.yaml': definition({ language: 'he' }).replace('title: Data\n', `title: "${hostile}"\n`),
  'a.csv': csv([
    `a1,2026,"<b>North</b>",Housing,inner,1,2,3,2,3,skills,,,,"${hostile} & [x](javascript:alert) | **b**"`,
    'b1,2026,בית,Housing,outer,3,2,3,2,3,skills,<img src=x>,yes,"=HYPERLINK(""x"")",',
  ]),
};
const own = ['--unit', 'organisation=<b>North</b>', '--with-notes', '--name-peers'];

async function page(options: readonly string[] = own): Promise<string> {
  const ran = await report([...options, '-o', 'r.html'], files);
  expect(ran.exit).toBe(0);
  return ran.file('r.html');
}

describe('a page', () => {
  test('shows what was typed as it was typed', async () => {
    const html = await page();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('<bdi>&lt;b&gt;North&lt;/b&gt;</bdi>');
    expect(html).not.toMatch(/<script|<b>|<img|\son\w+=|javascript:[^a]/i);
  });

  test('allows nothing from outside, no script, and no style but its own', async () => {
    const html = await page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<[^>]*\s(style|src)=|<link|@import|url\(/i);
  });

  test('lets names be written in their own direction, and titles be in their own language', async () => {
    const html = await page([]);
    expect(html).toMatch(/<html lang="en" dir="ltr">/);
    expect(html).toContain('<th scope="row" dir="auto">בית</th>');
    expect(html).toContain(`<bdi lang="he">&lt;script&gt;`);
    // Digests, names of files and options are in no language.
    expect(html).toContain('<bdi>a.csv, ');
    expect(html).not.toMatch(/<bdi lang="he">[^<]*(sha256|a\.csv|--)/);
  });

  test('has headings in order, one region a part, and a caption for each table', async () => {
    const html = await page();
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.slice(1).entries()) expect(level - (levels[at] ?? 0)).toBeLessThan(2);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:aria-labelledby="|href="#)([^"]+)"/g)) expect(ids).toContain(id);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<caption/g)?.length);
  });
});

test('Markdown shows what was typed as it was typed', async () => {
  const { out } = await report(own, files);
  expect(out).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; & \\[x\\](javascript:alert) \\| \\*\\*b\\*\\*',
  );
  expect(out).not.toMatch(/<script|<b>|<img/i);
});

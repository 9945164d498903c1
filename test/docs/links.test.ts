import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { pages, prose, root } from './pages.js';

test.each(pages)('every relative link of $path leads somewhere', (page) => {
  const dead = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => !leads(page.path, link));
  expect(dead).toEqual([]);
});

test.each(pages)('$path names no place on a machine', ({ text }) => {
  expect(text.match(/(?:^|[\s("`])(?:\/(?:work|home|root|tmp|Users)\/|[A-Z]:\\)\S*/g)).toBeNull();
});

function leads(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!existsSync(`${root}${target}`)) return false;
  if (anchor === undefined) return true;
  const page = pages.find(({ path }) => path === target);
  return page === undefined || anchorsOf(prose(page)).includes(anchor);
}

/** The anchors that a reader of Markdown makes of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

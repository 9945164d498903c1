import { expect, test } from 'vitest';
import { pages, root } from './pages.js';
import { parts } from './parts.js';

// `npx vitest run test/docs -u` writes the parts anew.

const part = /^<!-- generated: (.+) -->$[\s\S]*?^<!-- end -->$/gm;

const generated = pages.filter(({ text }) => text.includes('<!-- generated: '));

test.each(generated)('the generated parts of $path are as the program has them', async ({ path, text }) => {
  await expect(await renewed(text)).toMatchFileSnapshot(`${root}${path}`);
});

test('every part stands in one page', () => {
  const used = pages.flatMap(({ text }) => [...text.matchAll(part)].map((match) => match[1]));
  expect(used.sort()).toEqual([...parts.keys()].sort());
});

test.each(generated)('$path says at its top that parts of it are generated, and how', ({ text }) => {
  expect(text.slice(0, 400)).toContain('npx vitest run test/docs -u');
});

async function renewed(text: string): Promise<string> {
  const pieces: string[] = [];
  let end = 0;
  for (const match of text.matchAll(part)) {
    const name = match[1] ?? '';
    const make = parts.get(name);
    if (make === undefined) throw new Error(`there is no part “${name}” to generate`);
    pieces.push(
      text.slice(end, match.index),
      `<!-- generated: ${name} -->\n\n${await make()}\n\n<!-- end -->`,
    );
    end = match.index + match[0].length;
  }
  return pieces.join('') + text.slice(end);
}

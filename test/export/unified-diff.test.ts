import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/export/text/unified-diff.js';

test('hunks with their context', () => {
  const before = Array.from({ length: 20 }, (_, i) => `line ${i + 1}\n`);
  const after = before.with(1, 'second\n').toSpliced(14, 1);
  expect(unifiedDiff('./a\\b.yaml', before.join(''), after.join(''))).toMatchInlineSnapshot(`
    "--- a/a/b.yaml
    +++ b/a/b.yaml
    @@ -1,5 +1,5 @@
     line 1
    -line 2
    +second
     line 3
     line 4
     line 5
    @@ -12,7 +12,6 @@
     line 12
     line 13
     line 14
    -line 15
     line 16
     line 17
     line 18
    "
  `);
});

test('a last line without an end', () => {
  expect(unifiedDiff('a', 'x', 'x\n')).toBe(
    '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n',
  );
  expect(unifiedDiff('a', 'x', 'x')).toBe('');
});

const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', 'd\r', ''), { maxLength: 30 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''));

test('a diff makes the one of the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff('a', before, after))).toBe(after);
    }),
  );
});

/** What `patch` would make of it. */
function patched(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const parts = diff.split('\n').slice(2, -1);
  let [at, out] = [0, ''];
  for (const [i, part] of parts.entries()) {
    const [, from, count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(part) ?? [];
    if (from !== undefined) {
      const start = Number(from) - (count === '0' ? 0 : 1);
      out += lines.slice(at, start).join('');
      at = start;
      continue;
    }
    const end = parts[i + 1]?.startsWith('\\') === true ? '' : '\n';
    if (part.startsWith('+')) out += part.slice(1) + end;
    else if (part.startsWith(' ') || part.startsWith('-')) {
      expect(lines[at]).toBe(part.slice(1) + end);
      if (part.startsWith(' ')) out += lines[at] ?? '';
      at++;
    }
  }
  return out + lines.slice(at).join('');
}

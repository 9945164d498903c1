import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/questionnaire/fixes/apply-edits.js';
import { type Found, valid } from '../definitions/valid.js';
import { milepost } from '../support/milepost.js';

/** Mistakes that can stand side by side, of which only one thing can have been meant. */
const slips: readonly (readonly [right: string, wrong: string])[] = [
  ['    weight: 2', '    weigth: 2'],
  ['scale: maturity\n        levels', 'scale: maturty\n        levels'],
  ['type: choices', 'type: chioces'],
  ['themes: [people]', 'themes: [people, people]'],
  ['evidence, barriers', 'evidnce, barriers'],
  ['minutes: 1.5', 'minutes: "1.5"'],
  ['>= 2', '≥ 2'],
  ['options: hosting', 'options: hostng'],
  ['themes: [tools]', 'themes: [toools]'],
  ['from: 50, score: 1', 'from: 050, score: 1'],
  ['            required: true', '            required: yes'],
  ['clamp(value', 'clmp(value'],
  ['online_form && answers', 'online_form and answers'],
  ['id: other_text', 'id: Other-Text'],
  ['max_length: 200', 'max_length: "200"'],
  ['dont_know: lowest', 'dont_know: lowst'],
  ['scores.service', 'scores.servce'],
  ['on: overall', 'on: overal'],
  ['data_share: 60', 'data_shar: 60'],
];

const remark = fc.string({
  unit: fc.constantFrom('a', ' ', 'é', '😀', '“', '\t', '"', "'", '\\'),
  maxLength: 12,
});
interface Layout {
  readonly mark: boolean;
  readonly lineEnd: string;
  readonly above: readonly (readonly [number, string])[];
  readonly behind: readonly (readonly [number, string])[];
  readonly atEnd: string;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  mark: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  above: fc.array(fc.tuple(fc.nat(), remark), { maxLength: 6 }),
  behind: fc.array(fc.tuple(fc.nat(), remark), { maxLength: 6 }),
  atEnd: fc.constantFrom('', '\n', '# end', '\n\n'),
});

/** A text laid out otherwise, which says the same. */
function laidOut(text: string, { mark, lineEnd, above, behind, atEnd }: Layout): string {
  const lines = text.trimEnd().split('\n');
  for (const [at, words] of behind) {
    const i = at % lines.length;
    if (!(lines[i] ?? '').includes(' #')) lines[i] = `${lines[i] ?? ''}  # ${words}`;
  }
  for (const [at, words] of above) lines.splice(1 + (at % lines.length), 0, `# ${words}`);
  return (mark ? '\ufeff' : '') + [...lines, atEnd].join('\n').replaceAll('\n', lineEnd);
}

test('after --fix a file is byte for byte what it was before the mistakes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([...slips], { minLength: 1 }), layout, async (made, how) => {
      const sound = laidOut(valid, how);
      const lines = (text: string) => text.replaceAll('\n', how.lineEnd);
      const mistaken = made.reduce(
        (text, [right, wrong]) => text.replace(lines(right), () => lines(wrong)),
        sound,
      );
      const asIs = await milepost('check q.yaml --format json', { files: { 'q.yaml': sound } });
      const ran = await milepost('check q.yaml --fix --format json', { files: { 'q.yaml': mistaken } });
      expect(ran.file('q.yaml')).toBe(sound);
      expect(JSON.parse(ran.out)).toEqual(JSON.parse(asIs.out));
      expect(ran.exit).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('whatever is wrong, --fix brings no finding, and a second one finds nothing to do', async () => {
  const edit = fc.tuple(
    fc.nat(),
    fc.constantFrom('', 'x', ' ', '"', ':', '#', 'é', '\t', ', ', '- ', 'yes', '010'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const text = edits.reduce((text, [at, put]) => {
        const i = at % text.length;
        return put === '' ? text.slice(0, i) + text.slice(i + 1) : text.slice(0, i) + put + text.slice(i);
      }, valid);
      const before = await milepost('check q.yaml --format json', { files: { 'q.yaml': text } });
      const ran = await milepost('check q.yaml --fix --format json', { files: { 'q.yaml': text } });
      const mended = ran.file('q.yaml');
      const again = await milepost('check q.yaml --fix --format json', { files: { 'q.yaml': mended } });
      expect(again.file('q.yaml')).toBe(mended);
      expect(again.out).toBe(ran.out);
      if (mended !== text)
        expect(errorsIn(ran.out)).toBeLessThanOrEqual(Math.max(errorsIn(before.out), hidden(before.out)));
    }),
    { numRuns: 60 },
  );
});

function errorsIn(out: string): number {
  const found: readonly Found[] = JSON.parse(out);
  return found.filter(({ severity }) => severity === 'error').length;
}

/** A file that is no YAML, or an expression that cannot be read, hides what else is wrong. */
function hidden(out: string): number {
  const found: readonly Found[] = JSON.parse(out);
  return found.some(({ rule }) => rule === 'yaml-syntax' || rule.startsWith('expression-')) ? 20 : 0;
}

test('edits leave everything outside them', () => {
  const cuts = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 40 }), cuts, fc.string(), (text, places, put) => {
      const ordered = places.toSorted((a, b) => a - b);
      const edits = ordered.flatMap((start, i) => {
        const end = ordered[i + 1];
        return i % 2 === 0 && end !== undefined ? [{ start, end, text: put }] : [];
      });
      const after = applyEdits(text, edits.toReversed());
      let [from, at] = [0, 0];
      for (const { start, end } of edits) {
        expect(after.slice(at, at + start - from)).toBe(text.slice(from, start));
        at += start - from + put.length;
        from = end;
      }
      expect(after.slice(at)).toBe(text.slice(from));
    }),
  );
});

import { expect, test } from 'vitest';
import { edited, valid } from '../definitions/valid.js';
import { milepost } from '../support/milepost.js';

/** Mistakes of which nobody but the author knows what was meant. */
const doubtful: readonly (readonly [name: string, right: string, wrong: string])[] = [
  ['a key that is there already', '    weight: 2\n', '    weight: 2\n    weigth: 3\n'],
  ['a key that nothing is near to', '    weight: 2\n', '    importance: 2\n'],
  ['a type between two', 'type: choices', 'type: choicse'],
  ['an id that two others are near to', 'answers.data_owner >= 2', 'answers.data_ >= 2'],
  ['a short word', 'themes: [people]', 'themes: [pep]'],
  ['a version that is a number', 'version: 1.2.0', 'version: 1.10'],
  ['levels out of order', '{ value: 4, label: Leading }', '{ value: 2.5, label: Leading }'],
  ['a text that may be followed by a comment', 'text: Since when?', 'text: Since #3?'],
  [
    'a condition that may be followed by a comment',
    'answers.data_owner >= 2',
    'answers.data_owner >= 2 #&& answers.x',
  ],
  ['two keys in one line', 'text: Since when?', 'text: Since when? type: date'],
  ['a list without brackets that may have two members', 'themes: [people]', 'themes: people, tools'],
  ['a number where an id is needed', 'id: other_text', 'id: 5'],
  ['a label that a spreadsheet changes', 'label: Cloud', 'label: 1-2'],
];

test.each(doubtful)('%s is left as it is', async (_, right, wrong) => {
  const { text } = edited(right, wrong);
  const before = await milepost('check q.yaml --format compact', { files: { 'q.yaml': text } });
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': text } });
  expect(ran.file('q.yaml')).toBe(text);
  expect(ran.err).toMatch(/^Mended nothing\.\n/);
  expect(ran.out).toBe(before.out);
  expect(ran.out).not.toBe('');
  expect(ran.exit).toBe(before.exit);
});

test('an id is not taken for the next in number', async () => {
  const numbered = valid
    .replaceAll('data_owner', 'data_1')
    .replace('answers.data_1 >= 2', 'answers.data_2 >= 2');
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': numbered } });
  expect(ran.out).toContain('did you mean `answers.data_1`?');
  expect(ran.file('q.yaml')).toBe(numbered);
});

test('tabs whose width matters are left', async () => {
  const text = 'milepost: 1\ndimensions:\n  - id: data\n\ttitle: Data\n';
  const mixed =
    'milepost: 1\nprompts:\n  note: |\n    x\n    \ta\nscales:\n\tx: 1\n\ty: |\n\t\tb\n\t\t\tc\ndimensions:\n\tx: 1\n';
  for (const file of [`${text}    \tx: 1\n`, mixed]) {
    const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': file } });
    expect(ran.file('q.yaml')).toBe(file);
    expect(ran.out).toContain('a tab stands where only spaces may');
  }
});

test('a comment that ignores nothing is left while errors keep rules from being looked at', async () => {
  const comment = '# milepost-ignore-next-line bands-start-late -- for now\n';
  const text = comment + valid.replace('    weight: 2\n', '    importance: 2\n');
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': text } });
  expect(ran.out).toContain('ignore-unused');
  expect(ran.file('q.yaml')).toBe(text);
});

const fragment =
  'milepost: 1\nkind: fragment\noption_lists:\n  more:\n    - { id: one, label: One, scroe: 1 }\n';
const including = valid.replace('option_lists:\n', 'use: [f.yaml]\noption_lists:\n');

test('a file that another includes is mended only where it is named', async () => {
  const files = { 'q.yaml': including, 'f.yaml': fragment };
  const one = await milepost('check q.yaml --fix --format compact', { files });
  expect(one.out).toContain('f.yaml:5:30: error unknown-key');
  expect(one.err).toContain('Mended nothing.');
  expect(one.file('f.yaml')).toBe(fragment);
  const both = await milepost('check q.yaml f.yaml --fix --format compact', { files });
  expect(both.err).toContain('Mended 1 finding in 1 file.');
  expect(both.file('f.yaml')).toBe(fragment.replace('scroe', 'score'));
  expect(both.exit).toBe(0);
});

test('what is ignored, off or known to the baseline is left', async () => {
  const text = valid.replace('label: Cloud', 'label: On');
  const config = 'milepost: 1\nkind: config\nrules: { yaml-boolean-word: off }\n';
  const off = await milepost('check q.yaml --fix', {
    files: { 'q.yaml': text, 'milepost.config.yaml': config },
  });
  expect(off.file('q.yaml')).toBe(text);
  const ignored = text.replace(/^(.*label: On.*)$/m, '    # milepost-ignore-next-line yaml-boolean-word\n$1');
  const comment = await milepost('check q.yaml --fix', { files: { 'q.yaml': ignored } });
  expect(comment.file('q.yaml')).toBe(ignored);
  const written = await milepost('check q.yaml --baseline b.json --update-baseline', {
    files: { 'q.yaml': text },
  });
  const known = written.file('b.json');
  const files = { 'q.yaml': text, 'b.json': known };
  const baseline = await milepost('check q.yaml --fix --baseline b.json', { files });
  expect(baseline.file('q.yaml')).toBe(text);
  expect(baseline.err).toBe('Mended nothing.\n1 file checked, nothing found.\n');
});

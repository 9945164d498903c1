import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { brief, small } from './fixture.js';

const check = async (text: string) =>
  brief((await milepost('check a.yaml --format compact', { files: { 'a.yaml': text } })).out);
const usual = ['a.yaml 1 warning missing-recommended', 'a.yaml 2 info no-example'];
const mistaken = (comments: string) => small({ question: ', weigth: 2', before: comments });

test('a comment ignores findings of its rules on the next line', async () => {
  expect(await check(mistaken(''))).toContain('a.yaml 13 error unknown-key');
  const ignored = await check(
    mistaken('      # milepost-ignore-next-line unknown-key -- kept for an old tool\n'),
  );
  expect(ignored).toEqual(usual);
  expect(await check(`# milepost-ignore-next-line missing-recommended\n${small()}`)).toEqual([
    'a.yaml 3 info no-example',
  ]);
});

test('several ids are joined by commas, and comments may be stacked', async () => {
  const one = '      # milepost-ignore-next-line unknown-key, yaml-syntax\n';
  expect(await check(mistaken(one))).toEqual([...usual, 'a.yaml 13 warning ignore-unused']);
  const two = '      # milepost-ignore-next-line unknown-key\n      # another remark\n';
  expect(await check(mistaken(two))).toEqual(usual);
});

test.each([
  ['# milepost-ignore-next-line', '"# milepost-ignore-next-line" ignores nothing: it names no rule'],
  ['# milepost-ignore-next-line -- why', 'it names no rule'],
  ['# milepost-ignore-next-line unknown-key, -- why', 'a comma has no rule beside it'],
  [
    '# milepost-ignore-next-line unknown-key because',
    'ids are joined by commas, and a reason stands behind ` -- `',
  ],
  ['# milepost-ignore-line unknown-key', 'the word is `milepost-ignore-next-line`'],
])('%s is malformed', async (comment, message) => {
  const ran = await milepost('check a.yaml --format compact', {
    files: { 'a.yaml': mistaken(`      ${comment}\n`) },
  });
  expect(ran.out).toContain('a.yaml:13:7: warning ignore-malformed: ');
  expect(ran.out).toContain(message);
  expect(brief(ran.out)).toContain('a.yaml 14 error unknown-key');
});

test('an id that is no rule has a suggestion, and is not also unused', async () => {
  const text = mistaken('      # milepost-ignore-next-line unknown-kye\n');
  const ran = await milepost('check a.yaml --format compact', { files: { 'a.yaml': text } });
  expect(ran.out).toContain(
    'a.yaml:13:35: warning ignore-unknown-rule: this comment ignores "unknown-kye", which is no rule; did you mean `unknown-key`?\n',
  );
  expect(ran.out).not.toContain('ignore-unused');
});

test('only what YAML takes for a comment is one', async () => {
  const block = small().replace(
    'What is asked, and of whom.',
    '|\n  # milepost-ignore-next-line no-such-rule\n  "# milepost-ignore-next-line"',
  );
  expect(await check(block)).toEqual(usual);
  const quoted = small({ question: ', help: "x # milepost-ignore-next-line"' });
  expect(await check(quoted)).toEqual(usual);
});

test('a comment for a rule that is off is not unused', async () => {
  const files = {
    'a.yaml': `# milepost-ignore-next-line missing-recommended\n${small()}`,
    'milepost.config.yaml':
      'milepost: 1\nkind: config\nrules: { missing-recommended: off, no-example: off }\n',
  };
  expect((await milepost('check a.yaml --format compact', { files })).out).toBe('');
});

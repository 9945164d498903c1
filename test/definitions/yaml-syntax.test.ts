import { expect, test } from 'vitest';
import { edited, errors } from './valid.js';

/** One edit that makes a file no YAML, or YAML that definitions do not use: what, from, to, and what is said of it. */
const edits: readonly (readonly [name: string, from: string, to: string, error: string])[] = [
  [
    'a tab for indentation',
    '    title: Service\n',
    '\ttitle: Service\n',
    '1 yaml-syntax: YAML cannot be read here: a tab stands where only spaces may',
  ],
  [
    'a text with a colon, not in quotes',
    'text: Is there an online form?',
    'text: Note: is there an online form?',
    '19 yaml-syntax: YAML cannot be read here: a second `: ` stands in this line',
  ],
  [
    'quotes that are not closed',
    '"clamp(value / 50, 0, 1)"',
    '"clamp(value / 50, 0, 1)',
    '20 yaml-syntax: YAML cannot be read here: the text in quotes is not closed',
  ],
  [
    'a bracket that is not closed',
    '        themes: [people]',
    '        themes: [people',
    '17 yaml-syntax: YAML cannot be read here: this bracket is not closed',
  ],
  [
    'a line indented too little',
    '            text: Is there an online form?',
    '           text: Is there an online form?',
    '1 yaml-syntax: YAML cannot be read here: this line is indented less than the keys above it and begins no new list item',
  ],
  [
    'a bracket too many',
    '        themes: [people]',
    '        themes: [people]]',
    '25 yaml-syntax: YAML cannot be read here: this bracket closes nothing',
  ],
  [
    'a text that begins with @',
    'title: Service',
    'title: @Service',
    '12 yaml-syntax: YAML cannot be read here: a text cannot begin with this character unless it is in quotes',
  ],
  [
    'a key twice',
    'language: en',
    'language: en\nlanguage: de',
    '1 yaml-duplicate-key: the key `language` stands twice in the same map, first in line 9',
  ],
  [
    'a list item without its dash',
    '      - id: data_hosting',
    '        id: data_hosting',
    '9 yaml-duplicate-key: the key `id` stands twice in the same map, first in line 56, and so do `text`, `type` and `options` after it',
  ],
  [
    'an expression that a comma in braces cuts in two',
    'score: 0.6 * scores.data + 0.4 * scores.service',
    'score: clamp(scores.data, 0, 1)',
    '49 yaml-cut-at-comma: in braces a comma ends a text: YAML ends this one at "clamp(scores.data" and takes `0` and `1)` for keys',
  ],
  [
    'a text in an expression that a comma in braces cuts in two',
    'if: scores.data < 20',
    'if: bands.data == "low, or so"',
    '26 yaml-cut-at-comma: in braces a comma ends a text: YAML ends this one at "bands.data == "low" and takes `or so"` for a key',
  ],
  [
    'an expression that begins with `>`',
    'when: answers.data_owner >= 2',
    'when: > answers.data_owner',
    '17 yaml-syntax: YAML cannot be read here: a `>` or `|` begins a text of several lines, and nothing may stand behind it',
  ],
  [
    'a comma too many',
    '{ id: inner, label: Inner }',
    '{ id: inner,, label: Inner }',
    '27 yaml-syntax: YAML cannot be read here: nothing stands before this comma',
  ],
  [
    'a character that cannot be seen',
    'title: Service',
    'title: Ser\u0007vice',
    '15 yaml-syntax: YAML cannot be read here: the control character U+0007 stands here, which no text may have',
  ],
  [
    'a second document',
    '\ndimensions:',
    '\n---\ndimensions:',
    '1 yaml-multiple-documents: a second YAML document starts here; a definition is one document',
  ],
  [
    'an `!!omap`',
    'prompts: {',
    'prompts: !!omap {',
    '10 yaml-tag: definitions have no YAML tags such as `!!omap`',
  ],
  [
    'a tag of one’s own',
    'title: Service',
    'title: !text Service',
    '12 yaml-tag: definitions have no YAML tags such as `!text`',
  ],
  ['a merge key', '    weight: 2', '    <<: { weight: 2 }', '5 unknown-key: unknown key `<<`'],
  [
    'an alias of nothing',
    '        themes: [people]',
    '        themes: *nothing',
    '17 yaml-unknown-anchor: `*nothing` repeats what `&nothing` names, and nothing before it has that name',
  ],
  [
    'another version of YAML',
    'milepost: 1',
    '%YAML 1.1\n---\nmilepost: 1',
    '1 yaml-version: the file asks for YAML 1.1; definitions are YAML 1.2',
  ],
];

test.each(edits)('%s', async (_, from, to, error) => {
  const { text, line } = edited(from, to);
  expect(await errors(text)).toEqual([`q.yaml:${line}:${error}`]);
});

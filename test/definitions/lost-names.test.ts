import { expect, test } from 'vitest';
import { edited, errors } from './valid.js';

// What is wrong with the name of a part is told there, and not again wherever the part is named. Each of these parts is
// named elsewhere: in a condition, the rubric, an index, the roll-up or an example.

const id = 'snake_case id: small letters, digits and single underscores, starting with a letter';

const edits: readonly (readonly [name: string, from: string, to: string, error: string])[] = [
  [
    'a dimension’s id that is a number',
    '  - id: service',
    '  - id: 2',
    '9 wrong-type: `id` is a number where a text is needed',
  ],
  [
    'a dimension’s id with a space',
    '  - id: service',
    '  - id: my service',
    `9 bad-form: \`id\` is "my service"; it must be a ${id}; did you mean \`my_service\`?`,
  ],
  [
    'a dimension’s id that can be read as none',
    '  - id: service',
    '  - id: 🚂',
    `9 bad-form: \`id\` is "🚂"; it must be a ${id}`,
  ],
  [
    'a dimension with the id of another',
    '  - id: service',
    '  - id: data',
    '9 duplicate-id: the id `data` is taken: the dimension in line 43 has it',
  ],
  [
    'a dimension without an id',
    '  - id: service\n    title',
    '  - title',
    '5 missing-key: this dimension needs the key `id`',
  ],
  [
    'a question’s id that is empty',
    '      - id: data_owner',
    '      - id:',
    '12 wrong-type: `id` is empty where a text is needed',
  ],
  [
    'a question with the id of a dimension',
    '      - id: data_owner',
    '      - id: data',
    '13 duplicate-id: the id `data` is taken: the dimension in line 43 has it',
  ],
  [
    'a question with a reserved id',
    '      - id: data_owner',
    '      - id: overall',
    '13 reserved-id: the id `overall` is reserved: Milepost uses the word itself',
  ],
  [
    'a unit field’s id that is a number',
    '{ id: department,',
    '{ id: 7,',
    '11 wrong-type: `id` is a number where a text is needed',
  ],
  [
    'a unit field with the id of another',
    '{ id: department,',
    '{ id: organisation,',
    '11 duplicate-name: the profile field `organisation` is defined twice, first in line 12',
  ],
  ['a theme without an id', '{ id: people, title', '{ title', '5 missing-key: this theme needs the key `id`'],
  [
    'a scale’s name that is a number',
    '  maturity:\n',
    '  7:\n',
    `3 bad-form: the key "7" of \`scales\` must be a ${id}`,
  ],
  [
    'an option with the id of another',
    '{ id: cloud, label',
    '{ id: own, label',
    '13 duplicate-name: the option `own` is defined twice, first in line 30',
  ],
  [
    'an option’s id that reads as a non-answer',
    '{ id: cloud, label',
    '{ id: dk, label',
    '13 reads-as-non-answer: the option id "dk" would be read as `dont_know`',
  ],
];

test.each(edits)('%s', async (_, from, to, error) => {
  const { text, line } = edited(from, to);
  expect(await errors(text)).toEqual([`q.yaml:${line}:${error}`]);
});

import { expect, test } from 'vitest';
import { edited, errors } from './valid.js';

// What is missing is missed where it should stand in: at the first key of its parent.

test('a question without a text', async () => {
  const { text } = edited('        text: Which of these are in use?\n', '');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:56:9 missing-key: the question \`data_tools\` needs the key \`text\`",
    ]
  `);
});

test('a questionnaire without a title', async () => {
  const { text } = edited('title: Housing service digital check\n', '');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:1:1 missing-key: the questionnaire needs the key \`title\`",
    ]
  `);
});

test('a choice without options', async () => {
  const { text } = edited('        options: hosting\n', '');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:64:9 missing-key: the question \`data_hosting\` needs the key \`options\`",
    ]
  `);
});

test('a score that is an expression, without its range', async () => {
  const { text } = edited('            range: [0, 1]\n', '');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:87:13 missing-key: the question \`online_use\` needs the key \`range\`",
    ]
  `);
});

test('a step table of a number without a lower limit', async () => {
  const { text } = edited('        min: 0\n', '');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:74:13 steps-without-min: numbers below 0 have no step",
    ]
  `);
});

test('a dimension with nothing in it', async () => {
  const { text } = edited('  - id: data\n', '  - { id: empty, title: Empty }\n  - id: data\n');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:43:5 missing-key: the dimension \`empty\` needs the key \`questions\`",
    ]
  `);
});

test('a question with neither a scale nor a type', async () => {
  const { text } = edited('            type: yes_no\n', '');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:83:13 missing-key: the question \`online_form\` needs the key \`scale\`",
    ]
  `);
});

test('a profile field with options and no type', async () => {
  const { text } = edited('    type: choice\n    options: [{ id: inner', '    options: [{ id: inner');
  expect(await errors(text)).toMatchInlineSnapshot(`
    [
      "q.yaml:14:5 missing-key: the profile field \`type\` needs the key \`type\`",
    ]
  `);
});

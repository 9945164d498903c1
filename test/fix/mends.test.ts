import { expect, test } from 'vitest';
import { edited, valid } from '../definitions/valid.js';
import { milepost } from '../support/milepost.js';

/** Mistakes in the valid questionnaire: what is written, what should be, and what `--fix` makes of it if not that. */
const mistakes: readonly (readonly string[])[] = [
  ['a misspelt key', '    weight: 2\n', '    weigth: 2\n'],
  ['a misspelt key in quotes', '    weight: 2\n', '    "weigth": 2\n', '    "weight": 2\n'],
  ['a key by another name', 'email, title: E-mail', 'email, label: E-mail'],
  ['a misspelt type', 'type: choices', 'type: chioces'],
  ['a misspelt policy', 'dont_know: lowest', 'dont_know: lowst'],
  ['a misspelt follow-up', 'evidence, barriers', 'evidnce, barriers'],
  ['a misspelt scale', 'scale: maturity\n        levels', 'scale: maturty\n        levels'],
  ['a misspelt definition of a scale', '  maturity:\n', '  matrity:\n'],
  ['a misspelt option list', 'options: hosting', "options: 'hostng'", "options: 'hosting'"],
  ['a misspelt theme', 'themes: [people]', 'themes: [peple]'],
  ['a theme named twice', 'themes: [people]', 'themes: [people, people]'],
  [
    'a theme named twice, a line each',
    '        themes: [people]\n',
    '        themes:\n          - people\n          - people\n',
    '        themes:\n          - people\n',
  ],
  ['a misspelt name in a `when`', 'answers.data_owner >= 2', 'answers.data_ownr >= 2'],
  ['a misspelt root in a `when`', 'answers.data_owner >= 2', 'answer.data_owner >= 2'],
  ['a misspelt option in a `when`', '== "cloud"', '== "clouds"'],
  ['a misspelt function', 'clamp(value', 'clmp(value'],
  ['`=` to compare', 'data_hosting == "cloud"', 'data_hosting = "cloud"'],
  ['`and` to join', 'online_form && answers', 'online_form and answers'],
  ['bent quotes', '== "cloud"', '== “cloud”'],
  ['a sign that is no ASCII', 'answers.data_owner >= 2', 'answers.data_owner ≥ 2'],
  ['a misspelt question in a rubric', 'scores.service', 'scores.servce'],
  ['a misspelt node of a gate', 'on: overall', 'on: overal'],
  ['a misspelt unit field', 'organisation: { of', 'organistion: { of'],
  ['a misspelt question in an example', 'data_share: 60', 'data_shar: 60'],
  ['an id in another form', 'id: other_text', 'id: Other-Text'],
  ['`yes` for true', '            required: true\n', '            required: yes\n'],
  ['a number in quotes', 'max_length: 200', 'max_length: "200"'],
  ['a number for a text', 'label: Cloud', 'label: 1.10', 'label: "1.10"'],
  ['a single member without brackets', 'themes: [people]', 'themes: people'],
  ['a leading zero', 'from: 50, score: 1', 'from: 050, score: 1'],
  ['a word that others read as false', 'label: Cloud', 'label: On', 'label: "On"'],
  ['a text with a second `: `', 'text: Since when?', 'text: Since: when?', 'text: "Since: when?"'],
  [
    'a conditional without quotes',
    'when: answers.data_owner >= 2',
    'when: answers.data_owner >= 2 ? true : false  # why',
    'when: "answers.data_owner >= 2 ? true : false"  # why',
  ],
  [
    'a text that begins with a sign of YAML',
    'text: Since when?',
    'text: @ since when?',
    'text: "@ since when?"',
  ],
  ['a backslash in double quotes', '"^[A-Z].*$"', '"^\\d+\\s\\w+$"', '"^\\\\d+\\\\s\\\\w+$"'],
];

test.each(mistakes)('%s', async (_, right = '', wrong = '', mended = right) => {
  const { text } = edited(right, wrong);
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': text } });
  expect(ran.file('q.yaml')).toBe(edited(right, mended).text);
  expect(ran.err).toMatch(/^Mended \d findings? in 1 file\.\n/);
  expect(ran.out).not.toContain(' error ');
  expect(ran.exit).toBe(0);
});

test('the line that every file begins with', async () => {
  const text = `# yaml-language-server: $schema=x\n${valid.replace('milepost: 1\n', '')}`;
  const ran = await milepost('check q.yaml --fix', { files: { 'q.yaml': text } });
  expect(ran.file('q.yaml')).toBe(`# yaml-language-server: $schema=x\n${valid}`);
});

test('an expression that YAML cut within a text', async () => {
  const cut = valid.replace(
    'text: Since when?\n',
    'text: Since when?\n            when: answers.other_text == "my #1"\n',
  );
  const ran = await milepost('check q.yaml --fix', { files: { 'q.yaml': cut } });
  expect(ran.file('q.yaml')).toBe(cut.replace(/answers.*#1"/, (whole) => `'${whole}'`));
  expect(ran.exit).toBe(0);
});

test('tabs that lines begin with', async () => {
  const tabbed = valid.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2));
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': tabbed } });
  expect(ran.file('q.yaml')).toBe(valid);
  expect(ran.exit).toBe(0);
});

test('comments that ignore nothing', async () => {
  const text = valid.replace(
    'dimensions:\n',
    '# milepost-ignore-next-line no-example, labels-alike -- old\ndimensions: # milepost-ignore-next-line no-example\n',
  );
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': text } });
  expect(ran.file('q.yaml')).toBe(valid);
  expect(ran.err).toContain('Mended 3 findings in 1 file.');
});

test('a rule that a comment or a config misspells', async () => {
  const config = 'milepost: 1\nkind: config\nrules:\n  no-exampel: off\n';
  const ran = await milepost('check milepost.config.yaml --fix --format compact', {
    files: { 'milepost.config.yaml': config },
  });
  expect(ran.file('milepost.config.yaml')).toBe(config.replace('exampel', 'example'));
});

test('what an alias repeats is mended once, where it is written', async () => {
  const text = valid
    .replace('        themes: [people]', '        themes: &own [peple]')
    .replace('        themes: [tools]', '        themes: *own')
    .replace('text: Since when?', 'text: Since when?\n            themes: [people]');
  const ran = await milepost('check q.yaml --fix --format compact', { files: { 'q.yaml': text } });
  expect(ran.file('q.yaml')).toBe(text.replace('peple', 'people'));
});

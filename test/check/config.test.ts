import { expect, test } from 'vitest';
import { check, standing } from './fixture.js';

const config = `milepost: 1
kind: config
rules: { no-exmple: off }
overrides:
  - { files: [drafts/**, drafs/**], rules: { no-example: off } }
  - { files: none.yaml, rules: { no-example: off } }
`;

const found = (name: string) => [
  `${name}:3:10: error config-unknown-rule: there is no rule "no-exmple"; did you mean \`no-example\`?`,
  `${name}:5:26: warning config-glob-unmatched: "drafs/**" means no file there is`,
  `${name}:6:14: warning config-glob-unmatched: "none.yaml" means no file there is`,
];

test('a config that nothing goes by is checked as one that is gone by', async () => {
  const files = { 'other/strict.yaml': config, 'other/drafts/x.yaml': standing(), 'a.yaml': standing() };
  expect((await check('other/strict.yaml', { files })).lines).toEqual(found('other/strict.yaml'));
  expect((await check('. --no-config', { files })).lines).toEqual(found('other/strict.yaml'));
});

test('a config that is gone by is told of once, checked or not', async () => {
  const files = { 'milepost.config.yaml': config, 'drafts/x.yaml': standing(), 'a.yaml': standing() };
  for (const args of ['a.yaml', 'a.yaml milepost.config.yaml', '.']) {
    expect((await check(args, { files })).lines).toEqual(found('milepost.config.yaml'));
  }
});

test('globs see folders that start with a dot, and nothing in node_modules', async () => {
  const files = {
    'milepost.config.yaml':
      'milepost: 1\nkind: config\noverrides: [{ files: [.github/*.yaml, node_modules/x.yaml], rules: { no-example: off } }]\n',
    '.github/x.yaml': standing(),
    'node_modules/x.yaml': standing(),
    'a.yaml': standing(),
  };
  expect((await check('a.yaml', { files })).lines).toEqual([
    'milepost.config.yaml:3:39: warning config-glob-unmatched: "node_modules/x.yaml" means no file there is',
  ]);
});

test('files that a config names are told of where they are not there, or are of another kind', async () => {
  const files = {
    'milepost.config.yaml': `milepost: 1
kind: config
questionnaire: a.yaml
theme: a.yaml
sources: [{ files: '*.csv', map: notes.txt }]
waves:
  "2024": { questionnaire: look.yaml, rubric: rubrc.yaml }
  "2025": { rubric: look.yaml, map: logo.png }
  "2026": { questionnaire: answers.csv }
`,
    'a.yaml': standing(),
    'answers.csv': 'response_id\n',
    'look.yaml': 'milepost: 1\nkind: theme\n',
    'notes.txt': 'Ask Jo for the map.\n',
    'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]),
    'rubric.yaml': 'milepost: 1\nkind: rubric\nid: r\nversion: 1.0.0\ntitle: R\n',
  };
  const { lines } = await check('milepost.config.yaml', { files });
  expect(lines).toEqual([
    'milepost.config.yaml:4:8: error config-file-kind: "a.yaml" is a questionnaire, and a theme is needed here',
    'milepost.config.yaml:5:34: error config-file-kind: "notes.txt" is no map',
    'milepost.config.yaml:7:28: error config-file-kind: "look.yaml" is a theme, and a questionnaire is needed here',
    'milepost.config.yaml:7:47: error config-file-unreadable: the rubric "rubrc.yaml" cannot be read: there is no such file; did you mean `rubric.yaml`?',
    'milepost.config.yaml:8:21: error config-file-kind: "look.yaml" is a theme, and a rubric is needed here',
    'milepost.config.yaml:8:37: error config-file-unreadable: the map "logo.png" cannot be read: it is not UTF-8: the byte 0x89 stands here',
    'milepost.config.yaml:9:28: error config-file-unreadable: the questionnaire "answers.csv" cannot be read: it looks by its name like a file of answers, and a definition is needed here',
  ]);
});

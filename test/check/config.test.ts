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

import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { brief, config, small } from './fixture.js';

const check = async (args: string, files: Readonly<Record<string, string>>) => {
  const ran = await milepost(`check ${args} --format compact`, { files });
  return { exit: ran.exit, err: ran.err, found: brief(ran.out) };
};

test('rules have the severities that the config gives them', async () => {
  const files = {
    'a.yaml': small(),
    'milepost.config.yaml': config('rules: { missing-recommended: error, no-example: off }\n'),
  };
  expect(await check('a.yaml', files)).toMatchObject({
    exit: 1,
    found: ['a.yaml 1 error missing-recommended'],
  });
  expect(await check('a.yaml --no-config', files)).toMatchObject({
    exit: 0,
    found: ['a.yaml 1 warning missing-recommended', 'a.yaml 2 info no-example'],
  });
});

test('a file that is no YAML is no good file, whatever the config says', async () => {
  const files = {
    'a.yaml': 'a: [1\n',
    'milepost.config.yaml': config('rules: { yaml-syntax: off }\n'),
  };
  expect(await check('a.yaml', files)).toMatchObject({ exit: 1, found: ['a.yaml 1 error yaml-syntax'] });
});

test('overrides are for some paths, and later ones prevail', async () => {
  const files = {
    'a.yaml': small(),
    'drafts/b.yaml': small(),
    'drafts/old/c.yaml': small(),
    'milepost.config.yaml': config(`rules: { no-example: off }
overrides:
  - files: drafts/**
    rules: { missing-recommended: info }
  - files: [./drafts/old/*.yaml, "{x,y}.yaml"]
    rules: { missing-recommended: off, no-example: warning }
`),
  };
  expect((await check('.', files)).found).toEqual([
    'a.yaml 1 warning missing-recommended',
    'drafts/b.yaml 1 info missing-recommended',
    'drafts/old/c.yaml 2 warning no-example',
    'milepost.config.yaml 7 warning config-glob-unmatched',
  ]);
});

test('--config names another file, to which globs are relative', async () => {
  const files = {
    'sub/a.yaml': small(),
    'sub/strict.yaml': config('overrides: [{ files: a.yaml, rules: { no-example: error } }]\n'),
  };
  expect((await check('sub/a.yaml --config sub/strict.yaml', files)).found).toContain(
    'sub/a.yaml 2 error no-example',
  );
});

test('unknown rules and other mistakes in the config are findings', async () => {
  const files = {
    'a.yaml': small(),
    'milepost.config.yaml': config(
      'rules:\n  no-exmple: off\n  no-example: of\n  missing-recommended: off\n',
    ),
  };
  const ran = await milepost('check a.yaml --format compact', { files });
  expect(ran.out).toBe(
    [
      'a.yaml:2:5: info no-example: there is no example, so nothing shows that the scores come out as they should',
      'milepost.config.yaml:4:3: error config-unknown-rule: there is no rule "no-exmple"; did you mean `no-example`?',
      'milepost.config.yaml:5:15: error unknown-word: `no-example` is "of"; allowed: `off`, `info`, `warning` or `error`; did you mean `off`?',
      '',
    ].join('\n'),
  );
  expect(ran.exit).toBe(1);
  const both = await check('a.yaml ./milepost.config.yaml', files);
  expect(both.found).toHaveLength(3);
});

test('a file that the config names and that is not there is told where it is named', async () => {
  const files = {
    'survey/a.yaml': small(),
    'survey/plain.theme.yaml': 'milepost: 1\nkind: theme\n',
    'survey/milepost.config.yaml': config(`questionnaire: a.yaml
theme: plane.theme.yaml
units: units/
sources: [{ files: yet-to-come/*.csv, map: columns.yaml }]
waves: { "2025": { questionnaire: ../a.yaml } }
`),
    'survey/units/north.csv': '',
  };
  const ran = await milepost('check survey/milepost.config.yaml --format compact', { files });
  expect(ran.out).toBe(
    [
      'survey/milepost.config.yaml:4:8: error config-file-unreadable: the theme "plane.theme.yaml" cannot be read: there is no such file; did you mean `plain.theme.yaml`?',
      'survey/milepost.config.yaml:5:8: error config-file-unreadable: the unit register "units/" cannot be read: it is a directory',
      'survey/milepost.config.yaml:6:44: error config-file-unreadable: the map "columns.yaml" cannot be read: there is no such file',
      'survey/milepost.config.yaml:7:35: error config-file-unreadable: the questionnaire "../a.yaml" cannot be read: there is no such file',
      '',
    ].join('\n'),
  );
  expect(ran.exit).toBe(1);
});

test.each([
  ['a: [', 'milepost.config.yaml:1:'],
  [small(), 'milepost.config.yaml is no config'],
])('a config that says nothing usable ends the run', async (text, message) => {
  const ran = await check('a.yaml', { 'a.yaml': small(), 'milepost.config.yaml': text });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain(message);
});

test('validate goes by the config; a refused row stays refused', async () => {
  const files = {
    'a.yaml': small(),
    'r.csv': 'response_id,owner,x\nr1,9,1\n',
    'milepost.config.yaml': config('rules: { unknown-column: info }\n'),
  };
  const ran = await milepost('validate a.yaml r.csv --format compact', { files });
  expect(brief(ran.out)).toContain('r.csv 1 info unknown-column');
  expect(ran.exit).toBe(1);
});

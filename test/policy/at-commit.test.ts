import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { repository } from '../support/repository.js';
import { brief, config, small } from './fixture.js';

const strict = config('rules: { no-example: error, missing-recommended: off }\n');
const lax = config('rules: { no-example: off, missing-recommended: off }\n');
const misspelt = ', weigth: 2';

/** A config and a baseline on main, and a change of both in the working tree. */
function changed() {
  const { commit, git, cwd } = repository();
  const known = (places: readonly string[]) =>
    `${JSON.stringify({ milepost: 1, kind: 'baseline', findings: { 'a.yaml': { 'unknown-key': places } } })}\n`;
  commit({
    'forms/milepost.config.yaml': `${strict}baseline: known.json\noverrides: [{ files: drafts/**, rules: { no-example: off } }]\n`,
    'forms/known.json': known([]),
    'forms/a.yaml': small(),
  });
  git('switch', '--quiet', '-c', 'change');
  commit({
    'forms/milepost.config.yaml': `${lax}baseline: known.json\n`,
    'forms/known.json': known(['dimensions/data/questions/owner/weigth']),
    'forms/a.yaml': small({ question: misspelt }),
    'forms/drafts/b.yaml': small({ question: misspelt }),
  });
  return { cwd, commit };
}

const found = async (args: string, cwd: string) => {
  const { exit, out, err } = await milepost(`check ${args} --format compact`, { cwd });
  return { exit, out, err, found: brief(out) };
};

test('a config at a commit says what counts, and names the baseline of that commit', async () => {
  const { cwd } = changed();
  expect(await found('forms --config main:forms/milepost.config.yaml', cwd)).toMatchObject({
    exit: 1,
    found: [
      'forms/a.yaml 2 error no-example',
      'forms/a.yaml 13 error unknown-key',
      'forms/drafts/b.yaml 13 error unknown-key',
    ],
  });
});

test('its path is from the top of the repository, or with ./ from here; what it names is from its own folder', async () => {
  const { cwd } = changed();
  for (const name of ['main:forms/milepost.config.yaml', 'main:./milepost.config.yaml']) {
    const ran = await found(`a.yaml drafts/b.yaml --config ${name}`, join(cwd, 'forms'));
    expect(ran.found).toEqual([
      'a.yaml 2 error no-example',
      'a.yaml 13 error unknown-key',
      'drafts/b.yaml 13 error unknown-key',
    ]);
  }
});

test('a baseline at a commit can be named alone', async () => {
  const { cwd } = changed();
  const ran = (ref: string) => found(`forms/a.yaml --no-config --baseline ${ref}:forms/known.json`, cwd);
  expect((await ran('change')).exit).toBe(0);
  expect((await ran('main')).exit).toBe(1);
});

test('mending what the baseline of another commit knows is no fault', async () => {
  const { cwd, commit } = changed();
  commit({ 'forms/a.yaml': small(), 'forms/known.json': undefined });
  const baseline = '--baseline change~1:forms/known.json';
  expect((await found(`forms/a.yaml --no-config ${baseline}`, cwd)).found).toEqual([
    'forms/a.yaml 1 warning missing-recommended',
    'forms/a.yaml 2 info no-example',
  ]);
});

test('what is wrong in the config of another commit is not told of this one', async () => {
  const { cwd, commit } = changed();
  commit({ 'milepost.config.yaml': config('rules: { no-exmple: off }\n') });
  commit({ 'milepost.config.yaml': undefined });
  const ran = await found('forms/a.yaml --config change~1:milepost.config.yaml', cwd);
  expect(ran.out).not.toContain('config');
  expect(ran.err).toContain('change~1:milepost.config.yaml: 1 finding in it, for its own check to tell.\n');
});

test.each([
  ['--config mian:milepost.config.yaml', 'git knows no commit `mian`'],
  ['--config main:none.yaml', 'main:none.yaml: cannot be read: it is not in that commit'],
  ['--no-config --baseline main:none.json', 'main:none.json: cannot be read: it is not in that commit'],
  ['--no-config --baseline main:forms/a.yaml', 'main:forms/a.yaml is no baseline'],
  [
    '--no-config --baseline main:forms/known.json --update-baseline',
    'main:forms/known.json is at a commit, and cannot be updated',
  ],
])('%s could not be done', async (args, message) => {
  const ran = await found(`forms/a.yaml ${args}`, changed().cwd);
  expect(ran).toMatchObject({ exit: 2, found: [] });
  expect(ran.err).toContain(message);
});

test('no file on disk can pass for one at a commit; ./ says that a file is meant', async () => {
  const { cwd } = changed();
  const files = { 'main:forms/milepost.config.yaml': lax };
  const ran = async (name: string) =>
    (await milepost(['check', 'forms/a.yaml', '--config', name], { cwd, files })).out;
  expect(await ran('main:forms/milepost.config.yaml')).toContain('no-example');
  expect(await ran('./main:forms/milepost.config.yaml')).not.toContain('no-example');
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { fragment, standing, using } from './fixture.js';
import { type Repository, repository, shallowClone } from './repository.js';

const rubric = 'milepost: 1\nkind: rubric\nid: r\nversion: 1.0.0\ntitle: R\n';
const files = {
  'common/four.yaml': fragment,
  'common/fünf scales.yaml': fragment,
  'rubrics/r.yaml': rubric,
  'rubrics/for-d.yaml': `${rubric.replace('id: r', 'id: for-d')}for: d\n`,
  'questionnaires/a.yaml': using('../common/four.yaml', { id: 'a' }),
  'questionnaires/b.yaml': using('"../common/fünf scales.yaml"', { id: 'b' }),
  'questionnaires/c.yaml': standing({ id: 'c', more: 'rubric: ../rubrics/r.yaml\n' }),
  'questionnaires/d.yaml': standing({ id: 'd' }),
  'README.md': 'four.yaml, r.yaml\n',
};

/** The files that a check looks at, by the suites of the format junit. */
async function checkedIn({ folder }: Repository, args = 'check . --changed-since main', below = '') {
  const ran = await milepost(`${args} --format junit`, { cwd: join(folder, below) });
  return { ...ran, files: [...ran.out.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name) };
}

const edited = (name: keyof typeof files) => ({ [name]: `${files[name]}# edited\n` });

describe('what a change reaches', () => {
  test('a questionnaire that changed, and the rubric that is for it', async () => {
    const made = repository(files);
    made.write(edited('questionnaires/d.yaml'));
    const { files: checked, exit, err } = await checkedIn(made);
    expect({ checked, exit }).toEqual({ checked: ['questionnaires/d.yaml', 'rubrics/for-d.yaml'], exit: 0 });
    expect(err).toContain('2 of 8 definitions changed since `main`, or rest on what did.\n');
  });

  test('what includes a fragment, with a name that has spaces and is not ASCII', async () => {
    const made = repository(files);
    made.write(edited('common/fünf scales.yaml'));
    expect((await checkedIn(made)).files).toEqual(['common/fünf scales.yaml', 'questionnaires/b.yaml']);
  });

  test('what is scored by a rubric', async () => {
    const made = repository(files);
    made.write(edited('rubrics/r.yaml'));
    expect((await checkedIn(made)).files).toEqual(['questionnaires/c.yaml', 'rubrics/r.yaml']);
  });

  test('only what the paths stand for', async () => {
    const made = repository(files);
    made.write({ ...edited('common/four.yaml'), ...edited('questionnaires/d.yaml') });
    expect((await checkedIn(made, 'check questionnaires/a.yaml common --changed-since main')).files).toEqual([
      'common/four.yaml',
      'questionnaires/a.yaml',
    ]);
  });

  test('what includes a file that is gone', async () => {
    const made = repository(files);
    made.git('rm', '--quiet', 'common/four.yaml');
    const { files: checked, exit, out } = await checkedIn(made);
    expect({ checked, exit }).toEqual({ checked: ['questionnaires/a.yaml'], exit: 1 });
    expect(out).toContain('included-file');
    rmSync(join(made.folder, 'common/fünf scales.yaml'));
    expect((await checkedIn(made)).files).toEqual(['questionnaires/a.yaml', 'questionnaires/b.yaml']);
  });

  test('a file under its new name, and what includes it by the old', async () => {
    const made = repository(files);
    made.git('mv', 'common/four.yaml', 'common/vier.yaml');
    made.git('commit', '--quiet', '--message', 'Rename');
    expect((await checkedIn(made)).files).toEqual(['common/vier.yaml', 'questionnaires/a.yaml']);
  });

  test('what is committed, staged, and not yet known to git', async () => {
    const made = repository(files);
    made.write(edited('questionnaires/a.yaml'));
    made.git('commit', '--quiet', '--all', '--message', 'Second');
    made.write(edited('questionnaires/c.yaml'));
    made.git('add', '--all');
    made.write({
      'new/é.yaml': standing({ id: 'e' }),
      '.gitignore': 'ignored\n',
      'ignored/f.yaml': standing({ id: 'f' }),
    });
    expect((await checkedIn(made)).files).toEqual([
      'new/é.yaml',
      'questionnaires/a.yaml',
      'questionnaires/c.yaml',
    ]);
  });

  test('nothing that changed on the other branch', async () => {
    const made = repository(files);
    made.git('checkout', '--quiet', 'main');
    made.write(edited('questionnaires/a.yaml'));
    made.git('commit', '--quiet', '--all', '--message', 'Elsewhere');
    made.git('checkout', '--quiet', 'work');
    made.write(edited('questionnaires/d.yaml'));
    expect((await checkedIn(made)).files).toEqual(['questionnaires/d.yaml', 'rubrics/for-d.yaml']);
  });

  test('seen from a folder below the top, whatever git is set to say', async () => {
    const made = repository(files);
    made.git('config', 'diff.relative', 'true');
    made.git('config', 'diff.noprefix', 'true');
    made.write({ ...edited('common/four.yaml'), ' odd /x.yaml': standing({ id: 'x' }) });
    expect((await checkedIn(made, undefined, 'questionnaires')).files).toEqual(['a.yaml']);
    expect((await checkedIn(made, 'check ../common --changed-since main', 'questionnaires')).files).toEqual([
      '../common/four.yaml',
    ]);
    expect((await checkedIn(made, undefined, ' odd ')).files).toEqual(['x.yaml']);
  });

  test.each([
    [
      'the config changed',
      { 'milepost.config.yaml': 'milepost: 1\nkind: config\nrules: { no-example: off }\n' },
      '',
    ],
    [
      'the baseline changed',
      { 'known.json': '{ "milepost": 1, "kind": "baseline", "findings": {} }\n' },
      ' --baseline known.json',
    ],
  ])('everything when %s', async (_, more, args) => {
    const made = repository(files);
    made.write(more);
    expect((await checkedIn(made, `check questionnaires --changed-since main${args}`)).files).toHaveLength(4);
  });

  test('everything when the config is gone', async () => {
    const made = repository({ ...files, 'milepost.config.yaml': 'milepost: 1\nkind: config\n' });
    rmSync(join(made.folder, 'milepost.config.yaml'));
    expect((await checkedIn(made, undefined, 'questionnaires')).files).toHaveLength(4);
    expect((await checkedIn(made, 'check . --changed-since main --no-config')).files).toEqual([]);
  });
});

describe('no change', () => {
  test('is nothing to check, in every format', async () => {
    const made = repository(files);
    made.write({ 'README.md': 'four.yaml changed\n' });
    const { exit, out, err } = await checkedIn(made);
    expect({ exit, out, err }).toMatchInlineSnapshot(`
      {
        "err": "0 of 8 definitions changed since \`main\`, or rest on what did.
      Nothing to check.
      ",
        "exit": 0,
        "out": "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="milepost" tests="0" failures="0" errors="0">
      </testsuites>
      ",
      }
    `);
    const ran = await milepost('check . --changed-since main --format json', { cwd: made.folder });
    expect(ran).toMatchObject({ exit: 0, out: '[]\n' });
  });
});

describe('a commit that git does not know', () => {
  test('cannot be followed', async () => {
    const { exit, out, err } = await checkedIn(repository(files), 'check . --changed-since mian');
    expect({ exit, out, err }).toMatchInlineSnapshot(`
      {
        "err": "milepost: git knows no commit \`mian\`
      Give a branch, a tag or a commit of this repository.
      ",
        "exit": 2,
        "out": "",
      }
    `);
  });

  test.each(['main', 'origin/main', 'HEAD~1'])(
    'in a shallow clone: the command that mends it for %s does',
    async (ref) => {
      const made = repository(files);
      made.write(edited('questionnaires/d.yaml'));
      made.git('commit', '--quiet', '--all', '--message', 'Second');
      const clone = shallowClone(made);
      const { exit, out, err } = await checkedIn(clone, `check . --changed-since ${ref}`);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      const command =
        /This clone is shallow\..*: git (.*) \(with actions\/checkout: fetch-depth: 0\)/.exec(err)?.[1] ?? '';
      clone.git(...command.split(' '));
      expect((await checkedIn(clone, `check . --changed-since ${ref}`)).files).toEqual([
        'questionnaires/d.yaml',
        'rubrics/for-d.yaml',
      ]);
    },
  );

  test('in no repository', async () => {
    expect(await milepost('check . --changed-since main', { files })).toMatchObject({
      exit: 2,
      err: 'milepost: this folder is in no git repository\nRun it in one, or name files on disk.\n',
    });
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { milepost } from '../support/milepost.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-init-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test('init lists what it wrote, and says what to do next', async () => {
  const { exit, out, err } = await milepost('init', { cwd });
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    ".github/workflows/milepost.yml
    milepost.config.yaml
    questionnaires/README.md
    questionnaires/service-check.yaml
    .milepost/schemas/config.schema.json
    .milepost/schemas/fragment.schema.json
    .milepost/schemas/map.schema.json
    .milepost/schemas/questionnaire.schema.json
    .milepost/schemas/response.schema.json
    .milepost/schemas/rubric.schema.json
    .milepost/schemas/theme.schema.json
    "
  `);
  expect(err).toBe('11 files written. Next, milepost check questionnaires\n');
  expect(filesIn(cwd)).toEqual(out.trimEnd().split('\n').sort());
});

test('init makes the folder that it is told', async () => {
  const { exit, err, out } = await milepost(['init', 'my surveys/2026'], { cwd });
  expect(exit).toBe(0);
  expect(err).toBe('11 files written. Next, in my surveys/2026: milepost check questionnaires\n');
  expect(filesIn(cwd)).toEqual(out.trimEnd().split('\n').sort());
});

test('its workflow passes at once, and is of this version', async () => {
  await milepost('init', { cwd });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { jobs } = parse(readFileSync(join(cwd, '.github/workflows/milepost.yml'), 'utf8'));
  const runs = jobs.check.steps.flatMap(({ run }: { run?: string }) => run ?? []);
  expect(runs).toHaveLength(1);
  const [, args = ''] = /^npx --yes milepost@(\S+ .*)$/.exec(runs[0]) ?? [];
  expect(args).toMatch(/--fail-on info$/);
  expect(args.split(' ')[0]).toBe(version);
  const ran = await milepost(args.split(' ').slice(1), { cwd, env: { GITHUB_ACTIONS: 'true' } });
  expect(ran).toMatchObject({ exit: 0, out: '', err: '2 files checked, nothing found.\n' });
});

test('the next command is right, and the commands of its README are', async () => {
  await milepost('init', { cwd });
  expect((await milepost('check questionnaires', { cwd })).exit).toBe(0);
  const readme = readFileSync(join(cwd, 'questionnaires/README.md'), 'utf8');
  const lines = [...readme.matchAll(/^milepost ([^#\n]*?)\s*(?:#.*)?$/gm)].map((match) => match[1] ?? '');
  expect(lines).toHaveLength(3);
  const answers =
    'response_id,organisation,team,user_research,online,online_finish,ownership,measures\n' +
    'r1,Northbridge,Housing,3,yes,2,4,waiting;complaints\nr2,Northbridge,Parking,2,no,,1,none\n';
  for (const line of lines) {
    const ran = await milepost(line, { cwd, files: { 'answers.csv': answers } });
    expect(ran, line).toMatchObject({ exit: 0 });
  }
  expect(readFileSync(join(cwd, 'scores.csv'), 'utf8')).toContain(
    'r1,Northbridge,Housing,1,66.67,83.33,77.78',
  );
});

test('every $schema line leads to a schema that is there, of the right kind', async () => {
  await milepost('init', { cwd });
  const modelines = filesIn(cwd).flatMap((file) => {
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(textOf(file)) ?? [];
    return schema === undefined ? [] : [{ file, schema }];
  });
  expect(modelines.map(({ file }) => file)).toEqual([
    'milepost.config.yaml',
    'questionnaires/service-check.yaml',
  ]);
  for (const { file, schema } of modelines) {
    const { kind = 'questionnaire' } = parse(textOf(file));
    const target = resolve(cwd, dirname(file), schema);
    expect(existsSync(target), file).toBe(true);
    const { out } = await milepost(['schema', '--of', kind]);
    expect(readFileSync(target, 'utf8')).toBe(out);
  }
});

test('a schema needs no other file', async () => {
  await milepost('init', { cwd });
  for (const file of filesIn(cwd).filter((name) => name.endsWith('.schema.json'))) {
    expect([...textOf(file).matchAll(/"\$ref": "(?!#)[^"]*"/g)]).toEqual([]);
  }
});

test('the questionnaire shows what one needs to know', async () => {
  await milepost('init', { cwd });
  const text = textOf('questionnaires/service-check.yaml');
  for (const key of ['help', 'levels', 'themes', 'ask', 'when', 'bands', 'expect']) {
    expect(text).toMatch(new RegExp(`\\b${key}:`));
  }
  const wrong = text.replace('overall: 77.78', 'overall: 77.87');
  const ran = await milepost('check wrong.yaml', { cwd, files: { 'wrong.yaml': wrong } });
  expect(ran.exit).toBe(1);
});

test('what is there already is named, and nothing is written', async () => {
  const files = { 'milepost.config.yaml': 'mine\n', 'questionnaires/README.md': 'mine too\n' };
  const ran = await milepost('init', { cwd, files });
  expect(ran.exit).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).toBe(
    `milepost: nothing was written, because there are already milepost.config.yaml, questionnaires/README.md
Name another folder, as in \`milepost init survey\`, or move what is there out of the way.
`,
  );
  expect(filesIn(cwd)).toEqual(['milepost.config.yaml', 'questionnaires/README.md']);
  expect(ran.file('milepost.config.yaml')).toBe('mine\n');
});

test('a second init is refused', async () => {
  await milepost('init new', { cwd });
  const before = filesIn(cwd);
  expect((await milepost('init new', { cwd })).exit).toBe(2);
  expect(filesIn(cwd)).toEqual(before);
});

test.each([
  [{ new: 'a file\n' }, ['new']],
  [{ 'new/questionnaires': 'a file\n' }, ['new/questionnaires']],
])('where a folder cannot be made nothing is left behind', async (files, left) => {
  const ran = await milepost('init new', { cwd, files });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('its folder is a file');
  expect(filesIn(cwd)).toEqual(left);
  expect(readdirSync(cwd)).toEqual(['new']);
});

test.skipIf(!existsSync('/proc/version'))('where the system has no folders to make it says so', async () => {
  const ran = await milepost('init /proc/new');
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('cannot be written: its folder does not exist');
});

test('folders that were there stay, whatever happens', async () => {
  mkdirSync(join(cwd, 'new/kept'), { recursive: true });
  await milepost('init new', { cwd, files: { 'new/questionnaires': 'a file\n' } });
  expect(readdirSync(join(cwd, 'new')).sort()).toEqual(['kept', 'questionnaires']);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function textOf(file: string): string {
  return readFileSync(join(cwd, file), 'utf8');
}

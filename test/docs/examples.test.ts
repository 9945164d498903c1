import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { type Fence, fences, pages, root } from './pages.js';

/** Those that need a plugin are run with it, below; those of rules, bad ones among them, in test/checks. */
const definitions = fences('yaml').filter(
  ({ name, text }) =>
    /^milepost: 1$/m.test(text) && !text.includes('plugin:') && !name.startsWith('docs/rules.md:'),
);

/** What a config on a page names is not beside it. */
const alone = 'milepost: 1\nkind: config\nrules: { config-file-unreadable: off }\n';

test.each(definitions)('the definition at $name passes `check`', async ({ text }) => {
  const { exit, out } = await milepost('check file.yaml', {
    files: { 'file.yaml': text, 'milepost.config.yaml': alone },
  });
  expect(out).not.toContain(' error ');
  expect(exit).toBe(0);
});

test('the response of docs/format.md answers its questionnaire', async () => {
  const page = pages.find(({ path }) => path === 'docs/format.md');
  const definition = page?.fences.find(({ text }) => /^dimensions:$/m.test(text))?.text ?? '';
  const response = page?.fences.find(({ language }) => language === 'json')?.text ?? '';
  const { err, out } = await milepost('validate q.yaml r.json', {
    files: { 'q.yaml': definition, 'r.json': response },
  });
  expect(out).toBe('');
  expect(err).toBe('1 response valid.\n');
});

test('the program of README.md runs as it stands', () => {
  const readme = pages.find(({ path }) => path === 'README.md');
  const out = runs('use.mjs', library(blockOf(readme?.fences, 'js')), {
    'questionnaire.yaml': blockOf(readme?.fences, 'yaml'),
    'returned.csv': 'data_owner,data_tools\n3,4\n2,7\n',
  });
  expect(out).toContain('returned:1 overall 3.5');
  expect(out).toContain('line 3 refused');
});

test('the plugin of docs/plugins.md scores', () => {
  const page = pages.find(({ path }) => path === 'docs/plugins.md');
  const out = runs(
    'milepost',
    undefined,
    {
      'second-best.mjs': library(blockOf(page?.fences, 'js')),
      'questionnaire.yaml': blockOf(page?.fences, 'yaml'),
      'returned.csv': 'owner,quality,sharing\n1,3,4\n',
    },
    ['score', 'questionnaire.yaml', 'returned.csv', '--plugin', './second-best.mjs', '--format', 'csv'],
  );
  expect(out).toBe('response_id,responses,data,overall\nreturned:1,1,3,3\n');
});

test('the rule of docs/plugins.md finds what it says', () => {
  const fences = pages.find(({ path }) => path === 'docs/plugins.md')?.fences;
  const [, rule = ''] = fences?.filter(({ language }) => language === 'js').map(({ text }) => text) ?? [];
  const [questionnaire = '', config = ''] =
    fences?.filter(({ language }) => language === 'yaml').map(({ text }) => text) ?? [];
  const run = () =>
    runs(
      'milepost',
      undefined,
      {
        'house-rules.mjs': library(rule),
        'milepost.config.yaml': config,
        'questionnaire.yaml': questionnaire.split('rubric:')[0] ?? '',
      },
      ['check', 'questionnaire.yaml', '--allow-plugins', '--format', 'compact', '--fail-on', 'never'],
    );
  expect(run()).toContain(
    'questionnaire.yaml:12:15: error house/evidence-asked: `owner` asks for a level and for no evidence of it\n',
  );
});

function blockOf(fences: readonly Fence[] | undefined, language: string): string {
  return fences?.find((fence) => fence.language === language)?.text ?? '';
}

/** A program that imports the package as it is built. */
function library(text: string): string {
  return text.replace("'milepost'", JSON.stringify(new URL('../../dist/index.js', import.meta.url).href));
}

/** Runs a program, or milepost itself, in a folder with some files. */
function runs(
  name: string,
  text: string | undefined,
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-docs-'));
  try {
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    if (text !== undefined) writeFileSync(join(folder, name), text);
    const program = text === undefined ? `${root}bin/milepost.js` : join(folder, name);
    return execFileSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

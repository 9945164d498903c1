import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idleProgram } from '../docs/command-tables.js';
import { milepost } from '../support/milepost.js';

let folder = '';
let script = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-bash-'));
  script = (await milepost('completion bash')).out;
  mkdirSync(join(folder, 'forms'));
  mkdirSync(join(folder, 'my forms'));
  for (const name of [
    'a.yaml',
    'b c.yml',
    'answers.csv',
    'more.jsonl',
    'x.txt',
    'd:e.yaml',
    'forms/f.yaml',
  ]) {
    writeFileSync(join(folder, name), '');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasBash = spawnSync('bash', ['--version']).status === 0;

/** What bash would offer behind a line, from its words as bash takes them apart. */
function offered(line: string, breaks = ' \t\n"\'><=;|&(:'): readonly string[] {
  const signs = [':', '='].filter((sign) => breaks.includes(sign)).join('');
  const word = `(?:\\\\.|"[^"]*"?|'[^']*'?|[^\\s"'\\\\${signs}])+`;
  const found = [...line.matchAll(new RegExp(signs === '' ? word : `[${signs}]+|${word}`, 'g'))];
  const words = found.map(([text]) => text);
  const last = found.at(-1);
  // A space that is quoted belongs to the last word.
  if (last !== undefined && last.index + last[0].length < line.length) words.push('');
  const program = `${script}
COMP_WORDBREAKS=$1 COMP_LINE=$2 COMP_POINT=\${#2}
shift 2
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_milepost
((\${#COMPREPLY[@]} == 0)) || printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', program, 'bash', breaks, line, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
    .split('\n')
    .filter((each) => each !== '')
    .sort();
}

const commands = idleProgram().commands.map((command) => ({ name: command.name(), command }));
const definitions = ['a.yaml', 'b c.yml', 'd:e.yaml', 'forms', 'my forms'];

describe.skipIf(!hasBash)('bash (skipped where there is none)', () => {
  test('commands are offered, and options before them', () => {
    expect(offered('milepost ')).toEqual([...commands.map(({ name }) => name), 'help'].sort());
    expect(offered('milepost co')).toEqual(['compare', 'completion']);
    expect(offered('milepost --n')).toEqual(['--no-color']);
    expect(offered('milepost --no-color com')).toEqual(['compare', 'completion']);
    expect(offered('milepost nothing ')).toEqual([]);
  });

  test.each(commands)('every option of $name is offered', ({ command }) => {
    const flags = command.options
      .filter(({ hidden }) => !hidden)
      .flatMap(({ long }) => long ?? [])
      .concat('--help');
    expect(offered(`milepost ${command.name()} --`)).toEqual(flags.sort());
  });

  test.each(commands)('every choice of $name is offered', ({ command }) => {
    for (const { long, argChoices } of command.options) {
      if (argChoices === undefined) continue;
      const choices = [...argChoices].sort();
      expect(offered(`milepost ${command.name()} ${long} `)).toEqual(choices);
      expect(offered(`milepost ${command.name()} ${long}=`)).toEqual(choices);
    }
    for (const [i, { argChoices }] of command.registeredArguments.entries()) {
      if (argChoices === undefined) continue;
      expect(offered(`milepost ${command.name()} ${'x '.repeat(i)}`)).toEqual([...argChoices].sort());
    }
  });

  test('part of a choice narrows it, behind = too', () => {
    expect(offered('milepost check --format j')).toEqual(['json', 'junit']);
    expect(offered('milepost check --format=j')).toEqual(['json', 'junit']);
    expect(offered('milepost check a.yaml --fail-on w')).toEqual(['warning']);
    expect(offered('milepost check --format=j', ' \t\n')).toEqual(['--format=json', '--format=junit']);
  });

  test('files are offered by what a place takes', () => {
    expect(offered('milepost check ')).toEqual(definitions);
    expect(offered('milepost check a.yaml ')).toEqual(definitions);
    expect(offered('milepost check --fail-on never --update-baseline ')).toEqual(definitions);
    expect(offered('milepost score ')).toEqual(definitions);
    expect(offered('milepost score a.yaml ')).toEqual(['answers.csv', 'forms', 'more.jsonl', 'my forms']);
    expect(offered('milepost score a.yaml answers.csv m')).toEqual(['more.jsonl', 'my forms']);
    expect(offered('milepost score a.yaml answers.csv -o ')).toContain('x.txt');
    expect(offered('milepost check forms/')).toEqual(['forms/f.yaml']);
    expect(offered('milepost init ')).toEqual(['forms', 'my forms']);
    expect(offered('milepost explain a.yaml answers.csv --wave ')).toEqual([]);
    expect(offered('milepost check -- ')).toEqual(definitions);
  });

  test('names with spaces are one name, however they are quoted', () => {
    expect(offered('milepost check b')).toEqual(['b c.yml']);
    expect(offered('milepost check b\\ ')).toEqual(['b c.yml']);
    expect(offered('milepost check "b ')).toEqual(['b c.yml']);
    expect(offered("milepost check 'b c")).toEqual(['b c.yml']);
    expect(offered('milepost score "b c.yml" an')).toEqual(['answers.csv']);
    expect(offered('milepost score b\\ c.yml an')).toEqual(['answers.csv']);
  });

  test('names with a colon are one name, of which bash replaces what is behind it', () => {
    expect(offered('milepost check d')).toEqual(['d:e.yaml']);
    expect(offered('milepost check d:')).toEqual(['e.yaml']);
    expect(offered('milepost check d:e')).toEqual(['e.yaml']);
    expect(offered('milepost check d:e', ' \t\n')).toEqual(['d:e.yaml']);
    expect(offered('milepost score d:e.yaml an')).toEqual(['answers.csv']);
    expect(offered('milepost score a.yaml answers.csv --rubric=d:e')).toEqual(['e.yaml']);
  });
});

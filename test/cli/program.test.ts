import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { levels } from '../support/questionnaire.js';

// The built program itself, in a process of its own.

const program = fileURLToPath(new URL('../../bin/milepost.js', import.meta.url));
let folder = '';

const files: Readonly<Record<string, string | Uint8Array>> = {
  'q.yaml': levels(2),
  'a.csv': 'response_id,q1,q2\nr1,1,2\n',
  'empty.yaml': '',
  'comments.yaml': '# nothing yet\n',
  'list.yaml': '- 1\n',
  'open.yaml': 'a: [1, 2\n',
  'tab.yaml': 'a:\n\tb: 1\n',
  'twice.yaml': 'milepost: 1\nmilepost: 1\n',
  'two.yaml': 'milepost: 1\n---\nmilepost: 1\n',
  'tag.yaml': 'milepost: !!js/function 1\n',
  'proto.yaml': 'milepost: 1\n__proto__: { id: 1 }\nconstructor: 2\ntoString: 3\n',
  'alias.yaml': 'a: *b\n',
  'latin.yaml': Buffer.from('title: Caf\xe9\n', 'latin1'),
  'binary.yaml': Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256),
  'deep.yaml': `a: ${'['.repeat(50_000)}`,
  'deeper.yaml': `${'- '.repeat(50_000)}x`,
  'null.yaml': '~\n',
  'bad.csv': 'response_id,q1,q2\n"r1,1,2\n',
  'binary.csv': Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256),
  'empty.csv': '',
  'bad.json': '{"milepost": 1,',
  'null.json': 'null',
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-program-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = (command: string) =>
  spawnSync(process.execPath, [program, ...command.split(' ')], { cwd: folder, encoding: 'utf8' });

describe('whatever it is given, it says what is wrong, and never with a stack trace', () => {
  const definitions = Object.keys(files).filter((name) => name.endsWith('.yaml') && name !== 'q.yaml');
  test.each(definitions)('check %s', (name) => {
    const { status, stdout, stderr } = start(`check ${name}`);
    expect(stdout + stderr).not.toMatch(/^\s+at .*[:(]\d+/m);
    expect(status).toBe(1);
    expect(stdout).toContain(name);
  });

  test.each(['bad.csv', 'binary.csv', 'empty.csv', 'bad.json', 'null.json'])('score q.yaml %s', (name) => {
    const { status, stdout, stderr } = start(`score q.yaml ${name}`);
    expect(stdout + stderr).not.toMatch(/^\s+at .*[:(]\d+/m);
    expect(status).toBe(1);
    expect(stderr).toContain(name);
  });
});

test.skipIf(process.platform === 'win32')(
  'a reader that has seen enough, as `head`, is no error',
  async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `r${i},1,2\n`).join('');
    writeFileSync(join(folder, 'long.csv'), `response_id,q1,q2\n${rows}`);
    const child = spawn(process.execPath, [program, 'score', 'q.yaml', 'long.csv', '--format', 'csv'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await exit).toBe(0);
    expect(err).toBe('');
  },
);

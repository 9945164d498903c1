import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { small } from '../policy/fixture.js';
import { milepost } from '../support/milepost.js';

const mistaken = small({ question: ', wieght: 2' });
const mended = small({ question: ', weight: 2' });

test('findings that --fix mends are marked, and counted', async () => {
  const ran = await milepost('check a.yaml', { files: { 'a.yaml': mistaken } });
  expect(ran.out).toMatch(/^a\.yaml:13:\d+ {2}error {2}unknown-key {2}\(--fix mends it\)$/m);
  expect(ran.out).toContain('a.yaml:2:5  info  no-example\n');
  expect(ran.err).toBe('1 error, 1 warning, 1 info in 1 file. --fix mends 1 of these.\n');
  const left = await milepost('check a.yaml', { files: { 'a.yaml': mended } });
  expect(left.err).toBe('1 warning, 1 info in 1 file.\n');
});

test('what is left is told as usual, and decides the exit code', async () => {
  const files = { 'a.yaml': mistaken, 'b.yaml': mistaken.replace('title: Small', 'titel: Small') };
  const ran = await milepost('check a.yaml b.yaml --fix --format compact', { files });
  expect(ran.exit).toBe(0);
  expect(ran.err).toBe('Mended 3 findings in 2 files.\n2 warnings, 2 info in 2 files.\n');
  expect(ran.out).not.toContain('unknown-key');
  const strict = await milepost('check a.yaml --fix --fail-on warning', { files });
  expect(strict.exit).toBe(1);
  const error = await milepost('check a.yaml --fix', {
    files: { 'a.yaml': small({ question: ', wieght: 2, oddity: 1' }) },
  });
  expect(error.exit).toBe(1);
  expect(error.file('a.yaml')).toBe(small({ question: ', weight: 2, oddity: 1' }));
});

test('machine formats tell what is left', async () => {
  const ran = await milepost('check a.yaml --fix --format json', { files: { 'a.yaml': mistaken } });
  expect(JSON.parse(ran.out).map(({ rule }: { rule: string }) => rule)).toEqual([
    'missing-recommended',
    'no-example',
  ]);
});

test('--fix-dry-run prints a diff and writes nothing', async () => {
  const ran = await milepost('check a.yaml --fix-dry-run', { files: { 'a.yaml': mistaken } });
  expect(ran.out).toMatchInlineSnapshot(`
    "--- a/a.yaml
    +++ b/a.yaml
    @@ -10,4 +10,4 @@
       - id: data
         title: Data
         questions:
    -      - { id: owner, text: Does every dataset have an owner?, scale: maturity, wieght: 2 }
    +      - { id: owner, text: Does every dataset have an owner?, scale: maturity, weight: 2 }
    "
  `);
  expect(ran.err).toBe('Would mend 1 finding in 1 file.\n1 warning, 1 info in 1 file.\n');
  expect(ran.file('a.yaml')).toBe(mistaken);
  expect(ran.exit).toBe(0);
});

test('the diff of a dry run has stdout to itself', async () => {
  const files = { 'a.yaml': mistaken };
  const both = await milepost('check a.yaml --fix-dry-run --format json', { files });
  expect([both.exit, both.out]).toEqual([2, '']);
  expect(both.err).toContain('the diff of --fix-dry-run and the findings cannot share stdout');
  const apart = await milepost('check a.yaml --fix-dry-run --format json -o left.json', { files });
  expect(apart.out).toMatch(/^--- a\/a\.yaml\n/);
  expect(JSON.parse(apart.file('left.json'))).toHaveLength(2);
});

test.each(['--fix --fix-dry-run', '--fix --update-baseline --baseline b.json'])(
  '%s cannot go together',
  async (options) => {
    const ran = await milepost(`check a.yaml ${options}`, { files: { 'a.yaml': mistaken } });
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('cannot be used with');
    expect(ran.file('a.yaml')).toBe(mistaken);
  },
);

test('a file named twice is mended once', async () => {
  const ran = await milepost('check a.yaml ./a.yaml --fix', { files: { 'a.yaml': mistaken } });
  expect(ran.err).toContain(' in 1 file.\n');
  expect(ran.file('a.yaml')).toBe(mended);
});

test('links, permissions and the byte order mark stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-'));
  try {
    mkdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept', 'a.yaml'), `\ufeff${mistaken}`);
    chmodSync(join(folder, 'kept', 'a.yaml'), 0o640);
    symlinkSync(join('kept', 'a.yaml'), join(folder, 'link.yaml'));
    await milepost('check link.yaml --fix', { cwd: folder });
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'kept', 'a.yaml'), 'utf8')).toBe(`\ufeff${mended}`);
    expect(statSync(join(folder, 'kept', 'a.yaml')).mode & 0o777).toBe(0o640);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file with many mistakes is mended in one run', async () => {
  const questions = Array.from(
    { length: 300 },
    (_, i) => `      - { id: q${i}, txet: Is it ${i}?, scael: maturity }\n`,
  );
  const ran = await milepost('check a.yaml --fix --format json', {
    files: { 'a.yaml': small({ before: questions.join('') }) },
  });
  expect(ran.err).toContain('Mended 600 findings in 1 file.');
  expect(ran.exit).toBe(0);
});

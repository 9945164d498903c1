import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const questionnaire = 'questionnaires/digital-maturity.yaml';
const responses = 'examples/digital-maturity/responses.csv';

test('the questionnaire passes its check, examples included', async () => {
  const { exit, out } = await milepost(`check ${questionnaire} --fail-on warning`, { cwd: root });
  expect([exit, out]).toEqual([0, '']);
});

test('all 134 answers are accepted, and twelve authorities stand side by side', async () => {
  const { exit, out, err } = await milepost(
    `compare ${questionnaire} ${responses} --by organisation --format csv`,
    {
      cwd: root,
    },
  );
  expect(exit).toBe(0);
  expect(err).toContain('134 responses scored.');
  expect(rowsOf(out)).toHaveLength(12);
});

test('its answers are what its script makes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-example-'));
  try {
    for (const part of ['scripts/examples', 'questionnaires', 'package.json']) {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    }
    cpSync(join(root, 'examples/digital-maturity'), join(folder, 'examples/digital-maturity'), {
      recursive: true,
    });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    rmSync(join(folder, responses));
    execFileSync(process.execPath, ['scripts/examples/digital-maturity.mjs'], { cwd: folder });
    expect(readFileSync(join(folder, responses), 'utf8')).toBe(readFileSync(join(root, responses), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import type { Buffer } from 'node:buffer';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { take } from '../fixture.js';
import { workbook } from './fixture.js';
import { asked, filled, form } from './form-fixture.js';

const absent = spawnSync('soffice', ['--version']).status !== 0;
const formats = { xlsx: 'xlsx:Calc MS Excel 2007 XML', ods: 'ods', xls: 'xls:MS Excel 97' };

/** The workbook as LibreOffice saves it again. */
function savedAgain(bytes: Buffer, as: keyof typeof formats): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-office-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [
      profile,
      '--headless',
      '--convert-to',
      formats[as],
      '--outdir',
      join(folder, 'out'),
      join(folder, 'in.xlsx'),
    ];
    execFileSync('soffice', args, { stdio: 'ignore' });
    return readFileSync(join(folder, 'out', `in.${as}`));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

test.skipIf(absent).each(['xlsx', 'ods', 'xls'] as const)(
  'a form that LibreOffice saved again as %s is the same response',
  { timeout: 120_000 },
  async (as) => {
    const written = form({
      values: { ...filled, owner__note: '=1+1\ntwo  spaces', tools: '' },
      facts: { wave: '2026' },
    });
    const sent = await take({ 'north.xlsx': written }, { questionnaire: asked });
    const again = await take({ [`north.${as}`]: savedAgain(written, as) }, { questionnaire: asked });
    expect(sent.accepted).toEqual(['north:1']);
    expect(again).toEqual(sent);
  },
);

test.skipIf(absent).each(['xlsx', 'ods', 'xls'] as const)(
  'so is a table, with the faults of its cells, as %s',
  { timeout: 120_000 },
  async (as) => {
    const rows = [
      ['Returns', null, null, null, null],
      ['response_id', 'organisation', 'department', 'q1', 'q2'],
      ['r-1', 'A & B', 'X', 'High', { t: 'n' as const, v: 2, f: '1+1' }],
      ['r-2', 'Été', 'X', true, { t: 'e' as const, v: 0x17, f: '#REF!' }],
      ['r-3', 'A & B', 'X', { t: 'n' as const, v: 46083, z: 'dd-mmm' }, 1],
    ];
    const hidden = { hidden: true, rows: rows.slice(1) };
    const written = workbook({ 'A & B': { rows, merges: ['A1:E1'] }, Old: hidden });
    const sent = await take({ 'r.xlsx': written });
    const again = await take({ 'r.xlsx': savedAgain(written, as) });
    expect(sent.accepted).toEqual(['r-1']);
    expect(sent.rejected).toEqual(['4 answer-unknown', '5 cell-is-date']);
    expect(sent.findings).toContain('1 sheet-hidden');
    expect(again).toEqual(sent);
  },
);

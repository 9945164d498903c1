import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { fileOf } from './flavours/exports.js';

const files = {
  'q.yaml': fileOf('questionnaire.yaml'),
  'forms.csv': fileOf('microsoft-forms/survey.csv'),
  'late.csv': 'response_id,organisation,department,data_ownr,analysts\nr1,N,H,3,4\nr2,N,H,1,few\n',
};

test('--dry-run shows what each column is taken for, how the first responses of each table are understood, and what would become of all', async () => {
  const run = await milepost(
    'import q.yaml forms.csv late.csv --dry-run 1 -o out.jsonl --ledger ledger.json --rejects no.csv',
    { files },
  );
  expect(run.out).toMatchInlineSnapshot(`
    "forms.csv: Microsoft Forms
      A   ID → response_id
      B   Start time: not read
      C   Completion time → completed
      D   Email → email, which is personal: dropped, unless --keep email is given
      E   Name: not read
      F   Authority → organisation
      G   Department → department
      H   Does every dataset have a named owner? → data_owner
      I   Is there a data strategy? → strategy
      J   Who leads on data? → lead
      K   Which of these are in use? (choose all that apply) → tools
      L   Telephone → channel_phone
      M   Website, forms included → channel_web
      N   Front desk → channel_desk
      O   How many analysts are there (full-time equivalents)? → analysts
      P   When was the strategy last reviewed? → reviewed
      Q   What stands in the way? → obstacle

    late.csv: a table with a header of ids
      A   response_id → response_id
      B   organisation → organisation
      C   department → department
      D   data_ownr: not known, not read; perhaps data_owner
      E   analysts → analysts

    forms.csv:4 response 1
      completed: 2026-11-23T10:05:33
      organisation: Northbridge
      department: Housing
      data_owner: 3 Established
      strategy: yes
      lead: A chief data officer
      tools: Spreadsheets; Systems, own or shared
      channel_phone: 2 Emerging
      channel_web: 3 Established
      channel_desk: 4 Leading
      analysts: 2.5
      reviewed: 2025-03-14
      obstacle: Money, mostly.\\nAnd people.

    late.csv:2 response r1
      organisation: N
      department: H
      data_owner: (blank)
      strategy: (blank)
      lead: (blank)
      tools: (blank)
      channel_phone: (blank)
      channel_web: (blank)
      channel_desk: (blank)
      analysts: 4
      reviewed: (blank)
      obstacle: (blank)

    "
  `);
  expect(run.err.trimEnd().split('\n').slice(-4)).toMatchInlineSnapshot(`
    [
      "forms.csv (Microsoft Forms): 6 rows read = 6 accepted.",
      "late.csv (a table with a header of ids): 2 rows read = 1 accepted + 1 refused.",
      "In all: 8 rows read = 7 accepted + 1 refused.",
      "Nothing was written: this is a dry run.",
    ]
  `);
  expect(run.exit).toBe(1);
  for (const name of ['out.jsonl', 'ledger.json', 'no.csv']) {
    expect(existsSync(join(run.folder, name))).toBe(false);
  }
});

test('--dry-run says of a personal field that is kept nothing special, and shows it', async () => {
  const { out } = await milepost('import q.yaml forms.csv --dry-run 1 --keep email', { files });
  expect(out).toContain('  D   Email → email\n');
  expect(out).toContain('  email: ann@northbridge.example\n');
});

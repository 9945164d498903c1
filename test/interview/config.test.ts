import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { definition } from './fixture.js';

const files = {
  'forms/q.yaml': questionnaire(definition),
  'units.csv': 'id,title,level\nnb,Northbridge,organisation\nsw,Southwick,organisation\n',
  'milepost.config.yaml': 'milepost: 1\nkind: config\nquestionnaire: forms/q.yaml\nunits: units.csv\n',
  'r.json': JSON.stringify({
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id: 'r-1',
    profile: { organisation: 'Northbridge' },
    answers: { owner: { value: 2 }, open: { value: true } },
  }),
};

test('an interview asks the config’s questionnaire, and offers the units of its register', async () => {
  const ran = await milepost('interview --plain', { files, stdin: '2\n:q\n' });
  expect(ran.exit).toBe(0);
  expect(ran.out).toContain('Authority\n  1 Northbridge\n  2 Southwick\n');
  expect(ran.out).toContain('Who owns it?');
});

test('a record is of the config’s questionnaire', async () => {
  const ran = await milepost('record r.json', { files });
  expect(ran.exit).toBe(0);
  expect(ran.out).toContain('Authority: Northbridge\n');
});

test.each(['interview --plain --no-config', 'record r.json --no-config'])(
  'without either, both ways to name it are told: %s',
  async (args) => {
    const ran = await milepost(args, { files });
    expect(ran.exit).toBe(2);
    expect(ran.err).toBe(
      'milepost: no questionnaire is named\nName the questionnaire, or say `questionnaire:` in a milepost.config.yaml.\n',
    );
  },
);

test.skipIf(!existsSync('/proc/self'))(
  'a folder that cannot be made is told at once, where Node would go on trying for ever',
  async () => {
    const ran = await milepost('interview forms/q.yaml --plain --out /proc/x/y', { files });
    expect(ran.exit).toBe(2);
    expect(ran.err).toBe(
      'milepost: /proc/x/y cannot be written: its folder does not exist\nName a folder that can be written to with --out.\n',
    );
  },
);

test('a folder is made with those above it', async () => {
  const ran = await milepost('interview forms/q.yaml --plain --out new/in/it', { files, stdin: '' });
  expect(readdirSync(join(ran.folder, 'new/in/it'))).toHaveLength(1);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-units-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const files = {
  'old.csv': 'organisation,department,open\nNorthbridge,Housing,yes\n',
  'q.yaml': questionnaire(`
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
dimensions:
  - { id: data, title: Data, questions: [{ id: open, text: Is it open?, type: yes_no }] }
rubric: { range: [0, 1] }
`),
  'units.csv': `id,title,level,parent,type
nb,Northbridge,organisation,,inner
nb-hou,Housing,department,nb,
nb-lib,Libraries,department,nb,
sw,Southwick,organisation,,outer
sw-hou,Housing,department,sw,
`,
};
const interview = (stdin: string, args = '') =>
  milepost(`interview q.yaml --plain --units units.csv ${args}`.trim(), { files, cwd, stdin });
const profile = () =>
  JSON.parse(readFileSync(join(cwd, readdirSync(cwd).find((name) => name.endsWith('.json')) ?? ''), 'utf8'))
    .profile;

test('the departments of the chosen authority are offered, and what the register says of it is not asked', async () => {
  const ran = await interview('1\nHous\n2\nyes\nfinish\n');
  expect(ran.out).toContain('Department\n  1 Housing\n  2 Libraries\nDepartment:');
  expect(ran.out).toContain('Hous is none of the names in the register.');
  expect(ran.out).not.toContain('Kind');
  expect(profile()).toEqual({ organisation: 'Northbridge', department: 'Libraries', type: 'inner' });
  expect(ran.err).not.toContain('asked-unit-unknown');
});

test('a unit that the register does not know is told when the interview is gone on with, and at its end', async () => {
  await milepost('interview q.yaml --plain --set organisation=Northbridge', {
    files,
    cwd,
    stdin: 'Hous\n\nquit\n',
  });
  const [journal] = readdirSync(cwd).filter((name) => name.endsWith('.journal.jsonl'));
  const ran = await interview('yes\nfinish\n', `--resume ${journal}`);
  expect(ran.exit).toBe(0);
  expect(ran.err.match(/`department` is "Hous", and units\.csv has no unit called so/g)).toHaveLength(2);
});

test('the command to go on with says the register again, and all else that holds for the next sitting', async () => {
  const { err } = await interview(
    '1\n1\nquit\n',
    '--no-scores --discard-journal --no-config --previous old.csv',
  );
  expect(err).toMatch(
    /milepost interview q\.yaml --plain --no-scores --discard-journal --previous old\.csv --units units\.csv --no-config --resume /,
  );
});

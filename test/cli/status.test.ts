import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

const asked = questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q1, text: Q1?, type: yes_no }
      - { id: q2, text: Q2?, type: yes_no }
      - { id: q3, text: Q3?, type: yes_no, when: answers.q1 }
`);

const units = `id,title,level,parent,becomes
nb,Northbridge,organisation,,
nb-h,Housing,department,nb,
nb-t,Transport,department,nb,
em,Eastmere,organisation,,
em-h,Housing,department,em,
old,Old Borough,organisation,,nb
`;

const answers = `response_id,organisation,department,mode,completed,q1,q2,q3
a,Northbridge,Housing,self_completion,2026-11-03,yes,yes,
b,Northbridge,Housing,self_completion,2026-11-01T09:00:00Z,no,DK,
c,Northbridge,Housing,workshop,,no,,
d,Northbridge,Homes,workshop,2026-11-02,no,yes,
`;

const status = (args: string, files: Record<string, string> = {}, csv = answers) =>
  milepost(`status ${args}`.trim(), {
    files: { 'q.yaml': asked, 'units.csv': units, 'a.csv': csv, ...files },
  });

describe('milepost status', () => {
  test('without a register: what is there, by unit and mode', async () => {
    const { exit, out, err } = await status('q.yaml a.csv --format csv');
    expect(out).toMatchInlineSnapshot(`
      "organisation,department,mode,status,responses,complete,answered,first_completed,last_completed
      Northbridge,Housing,self_completion,returned,2,1,0.8,2026-11-01T09:00:00Z,2026-11-03
      Northbridge,Housing,workshop,partly,1,0,0.5,,
      Northbridge,Homes,workshop,returned,1,1,1,2026-11-02,2026-11-02
      "
    `);
    expect(err).toBe('4 responses read.\n2 units: 2 returned, 0 partly, 0 missing.\n');
    expect(exit).toBe(0);
  });

  test('with one: also what is missing; a refused row has returned nothing', async () => {
    const { exit, out, err } = await status('q.yaml a.csv --units units.csv --format csv');
    expect(out).toMatchInlineSnapshot(`
      "organisation,department,mode,status,responses,complete,answered,first_completed,last_completed
      Northbridge,Housing,self_completion,returned,2,1,0.8,2026-11-01T09:00:00Z,2026-11-03
      Northbridge,Housing,workshop,partly,1,0,0.5,,
      Northbridge,Transport,,missing,0,0,,,
      Eastmere,Housing,,missing,0,0,,,
      "
    `);
    expect(err).toContain('a.csv:5:C (department)  error  unit-unknown');
    expect(err).toMatch(/3 of 4 responses read, 1 refused\.\n3 units: 1 returned, 0 partly, 2 missing\.\n$/);
    expect(exit).toBe(1);
  });

  test('every wave has its own, and a unit of which everything leaves something blank is there in part', async () => {
    const csv = `response_id,wave,organisation,department,q1,q2,q3
a,2025,Northbridge,Housing,yes,,
b,2026,Northbridge,Housing,no,yes,
c,2026,Eastmere,Housing,no,,
`;
    const { out } = await status('q.yaml a.csv --units units.csv --format csv', {}, csv);
    expect(out).toMatchInlineSnapshot(`
      "organisation,department,wave,mode,status,responses,complete,answered,first_completed,last_completed
      Northbridge,Housing,2025,,partly,1,0,0.3333,,
      Northbridge,Transport,2025,,missing,0,0,,,
      Eastmere,Housing,2025,,missing,0,0,,,
      Northbridge,Housing,2026,,returned,1,1,1,,
      Northbridge,Transport,2026,,missing,0,0,,,
      Eastmere,Housing,2026,,partly,1,0,0.5,,
      "
    `);
  });

  test('before anything is returned all is missing, and the file is valid', async () => {
    const config = `milepost: 1
kind: config
questionnaire: q.yaml
units: units.csv
sources: [{ files: returns/*.xlsx }]
`;
    const { exit, out, err } = await status('--format json', { 'milepost.config.yaml': config });
    expect(JSON.parse(out)).toMatchObject([
      { organisation: 'Northbridge', department: 'Housing', mode: null, status: 'missing', responses: 0 },
      { organisation: 'Northbridge', department: 'Transport', status: 'missing', answered: null },
      { organisation: 'Eastmere', department: 'Housing', status: 'missing', last_completed: null },
    ]);
    expect(err).toContain('config-glob-unmatched');
    expect(err).toContain('3 units: 0 returned, 0 partly, 3 missing.\n');
    expect(exit).toBe(0);
  });

  test('with neither a register nor a response, machine formats are valid and empty', async () => {
    const csv = 'response_id,organisation,department,q1\n';
    expect((await status('q.yaml a.csv --format json', {}, csv)).out).toBe('[]\n');
    const { file } = await status('q.yaml a.csv -o status.csv', {}, csv);
    expect(file('status.csv')).toBe(
      'organisation,department,mode,status,responses,complete,answered,first_completed,last_completed\n',
    );
  });

  test('a register that lists authorities only is content with any department of theirs', async () => {
    const { out } = await status('q.yaml a.csv --units units.csv --format csv', {
      'units.csv': 'id,title,level\nem,Eastmere,organisation\nnb,Northbridge,organisation\n',
    });
    expect(out.split('\n').map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
      'organisation department mode status',
      'Eastmere   missing',
      'Northbridge Housing self_completion returned',
      'Northbridge Housing workshop partly',
      'Northbridge Homes workshop returned',
      '',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { milepost, type Ran } from '../support/milepost.js';
import { workbook } from './workbook/fixture.js';

const questionnaire = `milepost: 1
id: small
version: 1.0.0
title: Small
description: A small one.
notice: Nobody sees it.
licence: CC0-1.0
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: email, title: E-mail, personal: true }
  - { id: extension, title: Telephone, type: number, personal: true }
  - { id: office, title: Office, type: choice, options: [{ id: north, label: North }], personal: true }
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q1, text: How is it going?, scale: s, required: true }
      - { id: q2, text: Anything else?, type: text, max_length: 5 }
`;
/** What must be nowhere: it stands in every field that is personal. */
const secret = 'ann.example';
const header = 'response_id,organisation,email,extension,office,q1,q2';
const person = `${secret}@n.example,${secret} 12,${secret} room`;

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args: string;
}

const json = (id: string, q1: unknown, profile: object = {}) => ({
  milepost: 1,
  questionnaire: { id: 'small', version: '1.0.0' },
  id,
  profile: { organisation: 'N', email: `${secret}@n.example`, extension: secret, office: secret, ...profile },
  answers: { q1: { value: q1 } },
});

const cases: Readonly<Record<string, Case>> = {
  'in a row that is accepted': { files: { 'a.csv': `${header}\nr1,N,${person},1,\n` }, args: 'a.csv' },
  'in a row that is refused': {
    files: { 'a.csv': `${header}\nr1,N,${person},9,\nr2,N,${person},1,too long\n` },
    args: 'a.csv',
  },
  'in a row with too many cells': { files: { 'a.csv': `${header}\nr1,N,${person},1,,,\n` }, args: 'a.csv' },
  'in a row with bytes that are no characters': {
    files: { 'a.csv': Buffer.from(`\ufeff${header}\nr1,N,${person}\0,1,\n`) },
    args: 'a.csv',
  },
  'in rows of one key': {
    files: { 'a.csv': `${header}\nr1,N,${person},1,\nr1,N,other@n.example,1,north,2,\n` },
    args: 'a.csv',
  },
  'in rows that are merged': {
    files: { 'a.csv': `${header}\nr1,N,${person},1,\nr1,N,b${person},2,\n` },
    args: 'a.csv --duplicates merge',
  },
  'in rows alike in all cells': {
    files: { 'a.csv': `${header.replace('response_id,', '')}\nN,${person},1,\nN,${person},1,\n` },
    args: 'a.csv',
  },
  'in a table that breaks off in a quoted cell': {
    files: { 'a.csv': `${header}\nr1,N,"${person},1,\n` },
    args: 'a.csv',
  },
  'in a workbook': {
    files: {
      'a.xlsx': workbook({
        Data: [
          header.split(','),
          ['r1', 'N', ...person.split(','), 1, ''],
          ['r2', 'N', ...person.split(','), 9, ''],
        ],
      }),
    },
    args: 'a.xlsx',
  },
  'in an export of Microsoft Forms': {
    files: {
      'a.csv': `ID,Start time,Completion time,Email,Name,Authority,How is it going?\n1,11/23/2026 10:00:00,11/23/2026 10:01:00,${secret}@n.example,${secret},N,Low\n2,11/23/2026 10:00:00,11/23/2026 10:01:00,${secret}@n.example,${secret},N,Lowish\n`,
    },
    args: 'a.csv',
  },
  'in a sheet with a respondent a column': {
    files: {
      'a.csv': `Authority:,N,M\nE-mail:,${secret}@n.example,${secret}\nHow is it going?,1,7\nAnything else?,,\n`,
    },
    args: 'a.csv',
  },
  'in a response in JSON': {
    files: { 'a.json': JSON.stringify([json('r1', 1), json('r2', 9)]) },
    args: 'a.json',
  },
  'in lines of JSON, some of them broken': {
    files: {
      'a.jsonl': `${JSON.stringify(json('r1', 1))}\n${JSON.stringify(json('r1', 1))}\n${JSON.stringify(json('r2', 9)).slice(0, -4)}\n${JSON.stringify(json('r3', 1, { email: [secret] }))}\n`,
    },
    args: 'a.jsonl',
  },
};

function imported({ files, args }: Case, more = ''): Promise<Ran> {
  return milepost(`import q.yaml ${args} -o out.jsonl --ledger ledger.json --map-init map.yaml${more}`, {
    files: { 'q.yaml': questionnaire, ...files },
  });
}

describe('what a personal field holds', () => {
  test.each(Object.entries(cases))('%s is in no message, ledger, map or response', async (_, one) => {
    const run = await imported(one);
    expect(run.err).toMatch(/read = |cannot be read/);
    for (const text of [
      run.err,
      run.out,
      run.file('out.jsonl'),
      run.file('ledger.json'),
      run.file('map.yaml'),
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  test.each(Object.entries(cases))(
    '%s is in no message and no ledger, even where it is kept',
    async (_, one) => {
      const run = await imported(one, ' --keep email --keep extension --keep office');
      expect(`${run.err}${run.file('ledger.json')}`).not.toContain(secret);
    },
  );

  test.each(['a.csv', 'a.json', 'a.jsonl'])('is kept where it is asked for: %s', async (file) => {
    const files = {
      'a.csv': 'response_id,organisation,email,extension,q1\nr1,N,ann@n.example,12,1\n',
      'a.json': JSON.stringify(json('r1', 1, { email: 'ann@n.example', extension: 12, office: 'north' })),
      'a.jsonl': JSON.stringify(json('r1', 1, { email: 'ann@n.example', extension: 12, office: 'north' })),
    };
    const { file: written, exit } = await imported({ files, args: file }, ' --keep email');
    expect(exit).toBe(0);
    expect(JSON.parse(written('out.jsonl')).profile).toEqual({ organisation: 'N', email: 'ann@n.example' });
  });

  test('and cannot be read is told of without it', async () => {
    const { err } = await imported(
      { files: { 'a.csv': `${header}\nr1,N,${person},1,\n` }, args: 'a.csv' },
      ' --keep extension',
    );
    expect(err).toContain(`a.csv:2:D (extension)  error  personal-unreadable
  \`extension\` is not a number
  help: It is a personal field, so what it holds is not shown here.`);
  });

  test('stays in rejects, which are the rows as they came', async () => {
    const run = await imported(
      { files: { 'a.csv': `${header}\nr1,N,${person},9,\n` }, args: 'a.csv' },
      ' --rejects rejects.csv',
    );
    expect(run.file('rejects.csv')).toContain(secret);
    const [, why] = run.file('rejects.csv').split('F2: ');
    expect(why).toContain('`q1` is');
    expect(why).not.toContain(secret);
  });

  test('is in no table of scores', async () => {
    const { out, err } = await milepost('score q.yaml a.csv --format csv', {
      files: { 'q.yaml': questionnaire, 'a.csv': `${header}\nr1,N,${person},1,\n` },
    });
    expect(out + err).not.toContain(secret);
  });
});

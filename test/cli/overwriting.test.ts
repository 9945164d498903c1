import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-overwriting-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const config = `milepost: 1
kind: config
questionnaire: q.yaml
units: units.csv
sources: [{ files: [returns/*.csv], map: map.yaml }]
`;
const files = {
  'q.yaml': levels(2),
  'answers.csv': 'response_id,q1,q2\nr1,1,2\nr2,9,2\n',
  'answers.jsonl': `${JSON.stringify({ milepost: 1, questionnaire: { id: 'q', version: '1.0.0' }, id: 'r1', answers: {} })}\n`,
  'returns/first.csv': 'response_id,q1,q2\nr1,1,2\n',
  'units.csv': 'id,title,level\nn,Northbridge,organisation\n',
  'map.yaml': 'milepost: 1\nkind: map\n',
  'configs/milepost.yaml': config,
};
const help = '\nIt would be written over what is read. Name another file.\n';

describe('what is read is never written over', () => {
  test.each([
    ['the answers by scores', 'score q.yaml answers.csv -o answers.csv', '-o answers.csv is also an input'],
    [
      'written otherwise',
      'score q.yaml ./returns/../answers.csv -o answers.csv',
      '-o answers.csv is also an input, as ./returns/../answers.csv',
    ],
    [
      'by refused rows',
      'import q.yaml answers.csv --rejects answers.csv',
      '--rejects answers.csv is also an input',
    ],
    [
      'by refused responses beside them',
      'import q.yaml answers.jsonl --rejects answers.csv',
      '--rejects answers.jsonl is also an input',
    ],
    [
      'by a ledger',
      'import q.yaml answers.jsonl --ledger answers.jsonl',
      '--ledger answers.jsonl is also an input',
    ],
    [
      'a file of a directory',
      'import q.yaml returns --rejects returns/first.csv',
      '--rejects returns/first.csv is also an input',
    ],
    [
      'a file of a pattern',
      'explain q.yaml returns/*.csv --response r1 -o returns/first.csv',
      '-o returns/first.csv is also an input',
    ],
    ['the questionnaire', 'score q.yaml answers.csv --format csv -o q.yaml', '-o q.yaml is also an input'],
    [
      'the register',
      'status q.yaml answers.csv --units units.csv -o units.csv',
      '-o units.csv is also an input',
    ],
    [
      'a map',
      'import q.yaml answers.csv --map map.yaml --map-init map.yaml',
      '--map-init map.yaml is also an input',
    ],
    ['the definition that is checked', 'check q.yaml --format json -o q.yaml', '-o q.yaml is also an input'],
    [
      'findings in answers',
      'validate q.yaml answers.csv --format json -o answers.csv',
      '-o answers.csv is also an input',
    ],
    ['a version that is compared', 'diff q.yaml q.yaml -o q.yaml', '-o q.yaml is also an input'],
    [
      'answers that are carried over',
      'migrate q.yaml q.yaml answers.jsonl -o answers.jsonl',
      '-o answers.jsonl is also an input',
    ],
    [
      'answers that a form is filled in from',
      'form q.yaml --from answers.csv -o answers.csv',
      '-o answers.csv is also an input',
    ],
    ['a register by a form', 'form q.yaml --units units.csv -o units.csv', '-o units.csv is also an input'],
    [
      'a table that was given out',
      'compare q.yaml answers.csv --by response --published old.json -o old.json',
      '-o old.json is also an input',
    ],
    [
      'by a table of several',
      'compare q.yaml returns/scores.csv --by response --tables scores,alpha -o returns/{table}.csv',
      '-o returns/scores.csv is also an input',
    ],
    [
      'by a table of several, where a config in another folder names the file',
      'compare --config survey/milepost.config.yaml --by response --tables scores,alpha -o returns/{table}.csv',
      '-o returns/scores.csv is also an input',
    ],
    [
      'by a report',
      'report q.yaml answers.csv --format md -o answers.csv',
      '-o answers.csv is also an input',
    ],
    [
      'a record',
      'record answers.jsonl --questionnaire q.yaml --format txt -o answers.jsonl',
      '-o answers.jsonl is also an input',
    ],
  ])('%s', async (_, args, message) => {
    const more = {
      'old.json': '{}',
      'survey/milepost.config.yaml':
        'milepost: 1\nkind: config\nquestionnaire: ../q.yaml\nsources: [{ files: ../returns/*.csv }]\n',
      'returns/scores.csv': 'response_id,q1,q2\nr3,1,2\n',
    };
    const before: Readonly<Record<string, string>> = { ...files, ...more };
    const ran = await milepost(args, { cwd, files: before });
    expect([ran.exit, ran.out, ran.err]).toEqual([2, '', `milepost: ${message}${help}`]);
    for (const [name, content] of Object.entries(before)) expect(ran.file(name), name).toBe(content);
  });

  test.each([
    ['the sources', '--rejects returns/first.csv'],
    ['the register', '--rejects units.csv'],
    ['the map', '--map-init map.yaml'],
    ['the config itself', '--map-init milepost.config.yaml'],
  ])('nor what only the config names: %s', async (_, output) => {
    const ran = await milepost(`import ${output}`, {
      cwd,
      files: { ...files, 'milepost.config.yaml': config },
    });
    expect([ran.exit, ran.err]).toEqual([2, `milepost: ${output} is also an input${help}`]);
  });

  test('nor through a link', async () => {
    symlinkSync('answers.csv', join(cwd, 'link.csv'));
    const ran = await milepost('score q.yaml link.csv -o answers.csv', { cwd, files });
    expect([ran.exit, ran.err]).toEqual([2, `milepost: -o answers.csv is also an input, as link.csv${help}`]);
  });

  test('nor by forms that are named after responses', async () => {
    const form = 'response_id,q1,q2\nfirst,,\n';
    const ran = await milepost('form q.yaml --from returns/first.csv -o returns/{id}.csv', {
      cwd,
      files: { ...files, 'returns/first.csv': form },
    });
    expect([ran.exit, ran.err]).toEqual([2, `milepost: -o returns/first.csv is also an input${help}`]);
  });

  test('and a dry run, which writes nothing, may name it', async () => {
    const ran = await milepost('import q.yaml answers.csv --rejects answers.csv --dry-run', { cwd, files });
    expect(ran.exit).toBe(1);
  });
});

test.each([
  ['-o a.jsonl --ledger a.jsonl', '-o and --ledger would both be written to a.jsonl'],
  ['-o a.jsonl --rejects a.csv', '-o and --rejects would both be written to a.jsonl'],
])('nothing is written to one file twice: %s', async (options, message) => {
  const ran = await milepost(`import q.yaml answers.csv ${options}`, { cwd, files });
  expect([ran.exit, ran.err]).toEqual([2, `milepost: ${message}\nGive each a file of its own.\n`]);
});

describe('an import that accepts nothing leaves the responses of an earlier one as they were', () => {
  test.each([
    ['no row', 'response_id,q1,q2\n'],
    ['refused rows', 'response_id,q1,q2\nr1,9,9\n'],
    ['another table', 'name,town\nAnna,Northbridge\n'],
    ['no byte', ''],
  ])('%s', async (_, content) => {
    await milepost('import q.yaml returns -o kept.jsonl', { cwd, files });
    const before = readFileSync(join(cwd, 'kept.jsonl'), 'utf8');
    const ran = await milepost('import q.yaml late.csv -o kept.jsonl --ledger ledger.json', {
      cwd,
      files: { 'late.csv': content },
    });
    expect(ran.err.endsWith('Nothing was accepted: kept.jsonl was left as it was.\n')).toBe(true);
    expect(ran.file('kept.jsonl')).toBe(before);
    expect(JSON.parse(ran.file('ledger.json'))).toMatchObject({ outputs: [] });
  });

  test('and makes an empty file where there is none', async () => {
    const ran = await milepost('import q.yaml late.csv -o new.jsonl', {
      cwd,
      files: { ...files, 'late.csv': 'response_id,q1,q2\nr1,9,9\n' },
    });
    expect([ran.exit, ran.file('new.jsonl')]).toEqual([1, '']);
    expect(ran.err).not.toContain('left as it was');
  });
});

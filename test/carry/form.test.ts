import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { first, given, second } from './fixture.js';

const answers = { owner: { value: 3 }, uses: { value: ['a'] }, share: { value: 40 }, tools: { value: 4 } };
const files = { 'first.yaml': first, 'second.yaml': second, 'first.jsonl': given('r-1', answers) };
const carry = '--set organisation=Northbridge --carry first.jsonl';

test('a table has the answers of elsewhere, with a note that says so', async () => {
  const { exit, err, file } = await milepost(`form second.yaml ${carry} -o form.csv`, { files });
  expect(exit).toBe(0);
  const [head = '', , row = ''] = file('form.csv').split('\n');
  const cells = Object.fromEntries(
    head.split(',').map((name, i) => [name, row.match(/("[^"]*"|[^,]*)(,|$)/g)?.[i]]),
  );
  expect(cells).toMatchObject({
    organisation: 'Northbridge,',
    // Who fills it in may be somebody else.
    kind: ',',
    owner: 'Established,',
    owner__note: '"Brought over from Digital maturity 1.0.0, 2026-10-02: please confirm or change",',
    uses: 'A catalogue,',
    share: '40,',
    tools: ',',
    appetite: ',',
  });
  expect(err).toContain('Brought over, to be confirmed: 3 answers in 1 form.');
});

test('a workbook marks them, and tells how long the rest takes', async () => {
  const { bytes } = await milepost(`form second.yaml ${carry} -o form.xlsx`, { files });
  const { Sheets } = XLSX.read(bytes('form.xlsx'), { type: 'buffer' });
  const text = Object.values(Sheets)
    .map((sheet) => XLSX.utils.sheet_to_csv(sheet))
    .join('\n');
  expect(text).toContain('About 1 minute for 2 questions, and 3 to confirm');
  expect(text).toContain('Brought over from Digital maturity 1.0.0, 2026-10-02: please confirm or change.');
  expect(text).toContain('✓ to confirm');
});

test('sent back as it is, the form gives the same answers', async () => {
  const { bytes } = await milepost(`form second.yaml ${carry} -o form.xlsx`, { files });
  const { out } = await milepost('import second.yaml form.xlsx', {
    files: { ...files, 'form.xlsx': bytes('form.xlsx') },
  });
  expect(JSON.parse(out).answers).toMatchObject({
    owner: { value: 3 },
    uses: { value: ['a'] },
    share: { value: 40 },
  });
});

test('a handout reads out what is known', async () => {
  const { file } = await milepost(`form second.yaml ${carry} -o form.md`, { files });
  expect(file('form.md')).toContain(
    'Answered in Digital maturity 1.0.0, 2026-10-02, to be confirmed: Established.',
  );
});

test('what a response says itself goes before', async () => {
  const mine = JSON.stringify({
    milepost: 1,
    questionnaire: { id: 'second', version: '1.0.0' },
    id: 's-1',
    profile: { organisation: 'Northbridge' },
    answers: { owner: { value: 1 } },
  });
  const more = { ...files, 'second.jsonl': `${mine}\n` };
  const { file } = await milepost('form second.yaml --from second.jsonl --carry first.jsonl -o form.csv', {
    files: more,
  });
  expect(file('form.csv')).toMatch(/s-1,.*,Starting,.*,A catalogue,/);
});

describe('what there is nothing of is told', () => {
  test('each unit of a register has its own', async () => {
    const units = 'id,title,level\nnb,Northbridge,organisation\nsw,Southwick,organisation\n';
    const { exit, err } = await milepost(
      'form second.yaml --for units.csv --carry first.jsonl -o {unit}.csv',
      {
        files: { ...files, 'units.csv': units },
      },
    );
    expect(exit).toBe(0);
    expect(err).toContain('among the answers to carry none is of `Southwick`');
    expect(err).toContain('Brought over, to be confirmed: 3 answers in 1 form.');
  });

  test('nobody knows whose a blank form is', async () => {
    const { err } = await milepost('form second.yaml --carry first.jsonl -o form.csv', { files });
    expect(err).toContain('nothing is carried: it is not known for which unit');
  });

  test('several answers of which none goes first', async () => {
    const tie = given('r-1', { owner: { value: 3 } }) + given('r-2', { owner: { value: 4 } });
    const { err, file } = await milepost(`form second.yaml ${carry} -o form.csv`, {
      files: { ...files, 'first.jsonl': tie },
    });
    expect(err).toContain('`owner` is not carried to "Northbridge": `r-1` and `r-2` say different things');
    expect(file('form.csv')).not.toContain('Brought over');
  });
});

import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

const lines = [
  ...responses({ A: both(3, 3, 3, 3, 4), B: both(2, 2, 3, 3), C: both(1, 2, 3, 4, 4, 4) }),
  // Nobody of D has an answer that counts.
  ...[1, 2, 3, 4, 5].map((i) => `d${i},Northbridge,D,,NA,1,`),
];
const command = 'compare q.yaml r.csv --by department --publish';

test('five are the least where the questionnaire says nothing, and gaps are marked and explained above', async () => {
  const ran = await milepost(`${command} --format md`, setting(lines, questionnaire({ privacy: '' })));
  expect(ran.out.split('\n## About')[0]).toBe(`## Check

[c] withheld for confidentiality

[x] not enough answers for a score

[z] does not apply

| Organisation | Department | Responses | Data | Culture | Overall |
| :----------- | :--------- | --------: | ---: | ------: | ------: |
| Northbridge  | A          |         5 | 3.20 |    3.20 |    3.20 |
| Northbridge  | B          |         4 |  [c] |     [c] |     [c] |
| Northbridge  | C          |         6 | 3.00 |    3.00 |    3.00 |
| Northbridge  | D          |         5 |  [x] |     [z] |     [x] |

3 cells are withheld for confidentiality: figures about fewer than 5 people.
`);
});

test('in a page the marks are text, and stand in the cells', async () => {
  const ran = await milepost(`${command} --format html`, setting(lines));
  expect(ran.out).toContain('<p>[c] withheld for confidentiality</p>');
  expect(ran.out).toContain('<td class="figure">[c]</td>');
  expect(ran.out.indexOf('[c] withheld')).toBeLessThan(ran.out.indexOf('<table>'));
});

test('in a workbook the marks stand in the cells, and are explained between the title and the heading', async () => {
  const ran = await milepost(`${command} -o out.xlsx`, setting(lines));
  const { Sheets } = XLSX.read(ran.bytes('out.xlsx'), { type: 'array' });
  const rows = XLSX.utils.sheet_to_json<unknown[]>(Sheets.Check ?? {}, { header: 1 });
  expect(rows.slice(0, 7)).toEqual([
    ['Check'],
    ['[c] withheld for confidentiality'],
    ['[x] not enough answers for a score'],
    ['[z] does not apply'],
    ['Organisation', 'Department', 'Responses', 'Data', 'Culture', 'Overall'],
    ['Northbridge', 'A', 5, 3.2, 3.2, 3.2],
    ['Northbridge', 'B', 4, '[c]', '[c]', '[c]'],
  ]);
});

test('no cell is without a word, and no column either', async () => {
  const long = 'compare q.yaml r.csv --by organisation,department --publish --layout long';
  const { out } = await milepost(`${long} --format md`, setting(lines));
  const [head = '', , ...body] = out.split('\n').filter((line) => line.startsWith('|'));
  const cellsOf = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  // There are neither bands nor ranks.
  expect(cellsOf(head)).toEqual([
    'Level',
    'Organisation',
    'Department',
    'Node',
    'Title',
    'Score',
    'Low',
    'High',
    'Coverage',
    'Responses',
    'Returned',
    'Expected',
    'Status',
    'Target',
  ]);
  expect(body.flatMap(cellsOf)).not.toContain('');
  const [whole = ''] = body;
  expect(cellsOf(whole).slice(0, 3)).toEqual(['organisation', 'Northbridge', '[z]']);
  const small = body.map(cellsOf).find(([, , department]) => department === 'B');
  expect(small?.slice(5, 9)).toEqual(['[c]', '[c]', '[c]', '[c]']);
  const machine = await milepost(`${long} --format csv`, setting(lines));
  expect(machine.out.split('\n')[0]).toContain('response_id');
});

test('the questionnaire’s own threshold holds where it has one', async () => {
  const privacy = 'privacy: { min_group: 3 }';
  const ran = await milepost(`${command} --format csv`, setting(lines, questionnaire({ privacy })));
  expect(ran.err).not.toContain('withheld');
});

test('files for machines have an empty cell, and no mark', async () => {
  const ran = await milepost(`${command} --format csv`, setting(lines));
  expect(ran.out).toContain('Northbridge,B,4,,,\n');
});

test('there are no ranks in what is released', async () => {
  const ran = await milepost(`${command} --rank`, setting(lines));
  expect(ran.exit).toBe(2);
  expect(ran.err).toBe(
    `milepost: --publish --rank: a table for release has no ranks, since places look surer than the figures are
Leave --rank out; or leave --publish out, for a table that stays with those who answered.
`,
  );
});

test('what changed since is said under the table', async () => {
  const { files } = setting(lines);
  const earlier = await milepost(`${command} --format json`, { files });
  const now = setting([
    ...lines,
    ...responses({ A: both(1, 1, 1, 1, 1) }).map((line) => `later-${line}`),
  ]).files;
  const ran = await milepost(`${command} --published earlier.json --format md`, {
    files: { ...now, 'earlier.json': earlier.out },
  });
  expect(ran.out).toContain('Northbridge › A, Data: 3.2 → 2.1 (5 → 10 responses)');
});

const waves = (unit: string, scores: readonly number[], newcomers: readonly number[]) =>
  ['2025', '2026'].flatMap((wave) =>
    [...scores, ...(wave === '2026' ? newcomers : [])].map(
      (score, at) => `${unit}${at},${wave},Northbridge,${unit},${score},${wave === '2025' ? 1 : score}`,
    ),
  );

test('as many cells are said to be withheld as a reader counts, of a change that is withheld whole too', async () => {
  const all = [...waves('A', [1, 2, 3, 4, 4], [3]), ...waves('B', [1, 2, 3, 3, 4, 4], [1, 2, 2, 2, 4])];
  const given = {
    files: {
      'q.yaml': questionnaire(),
      'r.csv': `response_id,wave,organisation,department,q1,q2\n${all.join('\n')}\n`,
    },
  };
  const command = 'compare q.yaml r.csv --by department --tables waves --publish';
  const { out, err } = await milepost(`${command} --format md`, given);
  const marks = out.match(/(?<=\| +)\[c\](?= \|)/g)?.length ?? 0;
  // The matched change and the four parts, in each of three figures of A, where one person came.
  expect(marks).toBe(15);
  expect(out).toContain('\n15 cells are withheld for confidentiality: figures about fewer than 5 people.\n');
  expect(err).toContain('15 cells are withheld for confidentiality');
  const csv = await milepost(`${command} --format csv`, given);
  expect(csv.err).toContain('15 cells are withheld for confidentiality');
});

import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting, twoBarriers } from './support.js';

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
  expect(rowsOf(csv.out).map(({ department, node, withheld }) => [department, node, withheld])).toEqual([
    ...['data', 'culture', 'overall'].map((node) => [
      'A',
      node,
      'matched_change;who_answered;answers_changed;newly_or_no_longer_answered;definition_or_rubric',
    ]),
    ...['data', 'culture', 'overall'].map((node) => ['B', node, '']),
  ]);
});

test('what is withheld is told from what is missing in every format, for release or not', async () => {
  const long = await milepost(
    'compare q.yaml r.csv --by department --layout long --format csv',
    setting(lines),
  );
  const culture = rowsOf(long.out).filter(({ node }) => node === 'culture');
  expect(culture.map(({ department, score, status }) => [department, score, status])).toEqual([
    ['A', '3.2', 'scored'],
    ['B', '', 'withheld'],
    ['C', '3', 'scored'],
    ['D', '', 'not_applicable'],
  ]);
  // Other tables have no status: their last column says which cells of a row are withheld.
  const agreement = 'compare q.yaml r.csv --by department --tables agreement';
  const csv = await milepost(`${agreement} --format csv`, setting(lines));
  const rows = rowsOf(csv.out).map(({ department, n, withheld }) => [department, n, withheld]);
  const all = 'n;lowest;highest;range;sd;rwg';
  expect(rows.filter(([department]) => department === 'B')).toEqual([
    ['B', '', all],
    ['B', '', all],
  ]);
  expect(rows.filter(([department]) => department === 'A')).toEqual([
    ['A', '5', ''],
    ['A', '5', ''],
  ]);
  const json = await milepost(`${agreement} --format json`, setting(lines));
  expect(JSON.parse(json.out).tables[0].rows.map((row: Record<string, unknown>) => row.withheld)).toContain(
    all,
  );
  // Where nothing is kept the table is as it always was.
  const open = await milepost(`${agreement} --format csv`, setting(lines, questionnaire({ privacy: '' })));
  expect(open.out.split('\n')[0]).not.toContain('withheld');

  const wide = 'compare q.yaml r.csv --by department';
  const md = await milepost(`${wide} --format md`, setting(lines));
  expect(md.out).toContain('\n[c] withheld for confidentiality\n');
  expect(md.out).toContain('| Northbridge  | B          |         4 |  [c] |     [c] |     [c] |');
  expect(md.out).toContain('| Northbridge  | D          |         5 |      |         |         |');
  const xlsx = await milepost(`${wide} -o out.xlsx`, setting(lines));
  const { Sheets } = XLSX.read(xlsx.bytes('out.xlsx'), { type: 'array' });
  expect(XLSX.utils.sheet_to_json<unknown[]>(Sheets.Check ?? {}, { header: 1 }).slice(1, 5)).toEqual([
    ['[c] withheld for confidentiality'],
    ['Organisation', 'Department', 'Responses', 'Data', 'Culture', 'Overall'],
    ['Northbridge', 'A', 5, 3.2, 3.2, 3.2],
    ['Northbridge', 'B', 4, '[c]', '[c]', '[c]'],
  ]);
  const html = await milepost(`${wide} --format html`, setting(lines));
  expect(html.out).toContain('<p>[c] withheld for confidentiality</p>');
});

test('says which are people and which are responses, where a workshop stands for several', async () => {
  const workshop = lines.map((line) => line.replace(/^Northbridge-C-0,(.*),1,$/, 'Northbridge-C-0,$1,8,'));
  const people = 'Responses and people are not the same: a workshop is one response';
  const text = questionnaire({ privacy: 'privacy: { min_group: 5, count: people }' });
  expect((await milepost(`${command} --format md`, setting(workshop, text))).out).toContain(people);
  expect((await milepost(`${command} --format md`, setting(lines, text))).out).not.toContain(people);
});

test('says of counts that those of 1 are no breach in a large unit', async () => {
  const text = questionnaire({ barriers: twoBarriers, ask: { q1: ['barriers'], q2: [] } });
  const { out } = await milepost(
    `${command} --tables talk,barriers,scores --format md`,
    setting(lines, text),
  );
  expect(out.match(/Counts of 1 or 2 are no breach/g)).toHaveLength(2);
});

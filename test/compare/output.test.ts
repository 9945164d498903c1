import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { dataPackageFaults } from '../support/published.js';
import { levels, questionnaire } from '../support/questionnaire.js';
import { compare, numbered, rows } from './support.js';

const answers =
  'organisation,department,type,q\nNorthbridge,Housing,inner,8\nEastmere,Housing,outer,2.5\n=Westcombe,Housing,outer,\n';
const banded = numbered('{ bands: [{ id: low, label: Low, from: 0 }, { id: high, label: High, from: 5 }] }');
const setting = { answers, definition: banded };

describe('what figures were made of', () => {
  const facts = [
    /A sample \(sample 1\.0\.0, sha256:[0-9a-f]{64}\)/,
    /a\.csv, 3 rows, sha256:[0-9a-f]{64}/,
    /--by organisation,department/,
    /Milepost 0\.0\.0/,
  ];

  test.each(['html', 'md'])('stands in %s', async (format) => {
    const { out } = await compare(`--by organisation,department --format ${format}`, setting);
    for (const fact of facts) expect(out).toMatch(fact);
  });

  test('stands in JSON, beside the tables', async () => {
    const { out } = await compare('--format json', setting);
    const { provenance, tables } = JSON.parse(out);
    expect(provenance).toMatchObject({
      program: { name: 'Milepost', version: '0.0.0' },
      questionnaire: {
        id: 'sample',
        version: '1.0.0',
        digest: expect.stringMatching(/^sha256:/),
        licence: 'CC0-1.0',
      },
      rubrics: [{ id: 'sample', version: '1.0.0', digest: expect.stringMatching(/^sha256:/) }],
      inputs: [{ name: 'a.csv', kind: 'answers', rows: 3, digest: expect.stringMatching(/^sha256:/) }],
    });
    expect(tables[0].rows[1]).toEqual({
      organisation: 'Eastmere',
      responses: 1,
      returned: 1,
      expected: 1,
      d: 2.5,
      overall: 2.5,
    });
  });

  test('names files from the config on, wherever it is made, and no folders of anybody’s disk', async () => {
    const files = {
      'survey/milepost.config.yaml':
        'milepost: 1\nkind: config\nquestionnaire: q.yaml\nunits: units.csv\nsources: [{ files: 2026/*.csv }]\n',
      'survey/q.yaml': banded,
      'survey/2026/a.csv': 'organisation,q\nEastmere,2\n',
      'survey/units.csv': 'id,title,level\nem,Eastmere,organisation\n',
    };
    const config = join('survey', 'milepost.config.yaml');
    const named = await milepost(['compare', '--config', config, '--format', 'json'], { files });
    const at = (file: string) => join(named.folder, 'survey', file);
    const absolute = await milepost(
      ['compare', '--config', at('milepost.config.yaml'), '--units', at('units.csv'), '--format', 'json'],
      { cwd: tmpdir() },
    );
    const inputs = JSON.parse(named.out).provenance.inputs;
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(['2026/a.csv', 'units.csv']);
    expect(JSON.parse(absolute.out).provenance).toMatchObject({
      inputs,
      options: expect.arrayContaining([{ option: '--units', value: 'units.csv' }]),
    });
  });

  test('says below how many people figures are withheld', async () => {
    const { out } = await compare('--min-group 3 --format md', setting);
    expect(out).toContain('- Small groups: figures about fewer than 3 people are withheld');
    expect((await compare('--format md', setting)).out).not.toContain('Small groups');
  });

  test('names the unit register too', async () => {
    const units = 'id,title,level\nnb,Northbridge,organisation\nem,Eastmere,organisation\n';
    const { out } = await compare('--format json', { answers: 'organisation,q\nEastmere,2\n', units });
    expect(JSON.parse(out).provenance.inputs[1]).toMatchObject({
      name: 'units.csv',
      kind: 'register',
      rows: 2,
    });
  });

  test('tells a rubric by what it says', async () => {
    const digest = async (rubric: string) => {
      const { out } = await compare('--format json', { answers, definition: numbered(rubric) });
      return JSON.parse(out).provenance.rubrics[0].digest;
    };
    expect(await digest('{ method: mean }')).toBe(await digest('{ method: mean }'));
    expect(await digest('{ method: mean }')).not.toBe(await digest('{ method: min }'));
  });

  test('is not in CSV, which holds the table alone', async () => {
    expect((await compare('--format csv', setting)).out).toBe(
      "organisation,responses,returned,expected,d,overall\nNorthbridge,1,1,1,8,8\nEastmere,1,1,1,2.5,2.5\n'=Westcombe,1,1,1,,\n",
    );
  });

  test.each(['xlsx', 'html', 'md', 'json', 'csv'])(
    'the same inputs give the same bytes as %s',
    async (format) => {
      const bytes = async () => (await compare(`--rank -o out.${format}`, setting)).bytes(`out.${format}`);
      expect(await bytes()).toEqual(await bytes());
    },
  );

  test('says when it was made only with --stamp', async () => {
    const stampIn = async (options: string) =>
      JSON.parse((await compare(`--format json ${options}`, setting)).out).provenance.stamp;
    expect(await stampIn('')).toBeUndefined();
    expect(await stampIn('--stamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

/** The files with such names in a workbook, as texts. */
function partsOf(workbook: Uint8Array, name: RegExp): readonly string[] {
  const files: {
    readonly FileIndex: readonly { content: Uint8Array }[];
    readonly FullPaths: readonly string[];
  } = XLSX.CFB.read(workbook, { type: 'array' });
  return files.FileIndex.flatMap(({ content }, at) =>
    name.test(files.FullPaths[at]?.replace(/^Root Entry/, '') ?? '') ? [Buffer.from(content).toString()] : [],
  );
}

describe('a workbook', () => {
  const read = async (options: string) => {
    const ran = await compare(`${options} -o out.xlsx`, setting);
    return { ran, book: XLSX.read(ran.bytes('out.xlsx'), { type: 'array', cellNF: true }) };
  };

  test('has a sheet a table and one about what it was made of', async () => {
    const { book } = await read('');
    expect(book.SheetNames).toEqual(['A sample', 'About']);
    const about = XLSX.utils.sheet_to_json<string[]>(book.Sheets.About ?? {}, { header: 1 });
    expect(about.map(([name]) => name)).toEqual([
      'About',
      'Questionnaire',
      'Licence',
      'Rubric',
      'Answers',
      'Option',
      'Option',
      'Option',
      'Option',
      'Made by',
    ]);
  });

  test('holds real numbers, nothing where there is no score, and texts that no program runs', async () => {
    const { book } = await read('');
    const sheet = book.Sheets['A sample'] ?? {};
    expect(sheet.E4).toMatchObject({ t: 'n', v: 2.5, z: '0.00' });
    expect(sheet.E5).toBeUndefined();
    expect(sheet.A5).toMatchObject({ t: 's', v: '=Westcombe' });
    expect(sheet.A5).not.toHaveProperty('f');
  });

  test('colours scores by conditional formats, at the starts of bands', async () => {
    const { ran } = await read('');
    const sheet = XLSX.CFB.find(
      XLSX.CFB.read(ran.bytes('out.xlsx'), { type: 'array' }),
      '/xl/worksheets/sheet1.xml',
    );
    const xml = Buffer.from(sheet?.content ?? []).toString();
    expect(xml.match(/<conditionalFormatting sqref="[^"]*"|<formula>[^<]*/g)).toEqual([
      '<conditionalFormatting sqref="E3:F4"',
      '<formula>AND(ISNUMBER(E3),E3&gt;=0,E3&lt;5)',
      '<conditionalFormatting sqref="E3:F4"',
      '<formula>AND(ISNUMBER(E3),E3&gt;=5)',
    ]);
  });

  test('colours a score that only rounding lifts into a band by the one that it is in, as a terminal does', async () => {
    const files = { 'q.yaml': banded, 'a.csv': 'organisation,q\nNorthbridge,4.996\nEastmere,5\n' };
    const ran = await milepost('compare q.yaml a.csv -o out.xlsx', { files });
    const [xml = ''] = partsOf(ran.bytes('out.xlsx'), /^\/xl\/worksheets\/sheet1\.xml$/);
    const [styles = ''] = partsOf(ran.bytes('out.xlsx'), /^\/xl\/styles\.xml$/);
    const grounds = [...styles.matchAll(/<dxf>.*?<\/dxf>/gs)].map(
      ([dxf]) => /[0-9A-F]{6}(?=")/.exec(dxf)?.[0],
    );
    const rules = [
      ...xml.matchAll(
        /<conditionalFormatting sqref="([^"]*)"><cfRule [^>]*dxfId="(\d+)" priority="(\d+)"><formula>([^<]*)/g,
      ),
    ].map(([, range, dxf, priority, formula]) => [range, priority, grounds[Number(dxf)], formula]);
    const low = rules.find(([, , , formula]) => formula?.includes('&lt;5'))?.[2];
    expect(rules[0]).toEqual(['E3:E3', '1', low, 'AND(ISNUMBER(E3),E3=5)']);
    const { out } = await milepost('compare q.yaml a.csv --format html', { files });
    expect(out.match(/data-band="[^"]*"/g)?.[0]).toBe('data-band="Low"');
  });

  test('prints the headings again on every page, and leaves the first row whole below them', async () => {
    const { ran } = await read('');
    const [names] = partsOf(ran.bytes('out.xlsx'), /^\/xl\/workbook\.xml$/);
    expect(names).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">'A sample'!\$A:\$[A-D],'A sample'!\$2:\$2<\/definedName>/,
    );
    const [sheet] = partsOf(ran.bytes('out.xlsx'), /^\/xl\/worksheets\/sheet1\.xml$/);
    expect(sheet).toMatch(/<row r="3" ht="16" customHeight="1">/);
  });

  test('marks the table on each sheet as one, under headings that differ', async () => {
    const twins = questionnaire(`dimensions:
  - { id: a, title: Data, questions: [{ id: q, text: How much?, type: number, min: 0, max: 10 }] }
  - { id: b, title: data, questions: [{ id: r, text: How often?, type: number, min: 0, max: 10 }] }
`);
    const ran = await milepost('compare q.yaml a.csv --by response -o out.xlsx', {
      files: { 'q.yaml': twins, 'a.csv': 'response_id,q,r\nx,1,2\ny,3,4\n' },
    });
    const [xml = '', ...others] = partsOf(ran.bytes('out.xlsx'), /^\/xl\/tables\//);
    expect(others).toEqual([]);
    expect(xml).toContain('ref="A2:E4"');
    expect([...xml.matchAll(/<tableColumn id="\d" name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Response',
      'Responses',
      'Data',
      'data (2)',
      'Overall',
    ]);
    const book = XLSX.read(ran.bytes('out.xlsx'), { type: 'array' });
    expect(book.Sheets['A sample']?.D2).toMatchObject({ v: 'data (2)' });
    const [sheet] = partsOf(ran.bytes('out.xlsx'), /^\/xl\/worksheets\/sheet1\.xml$/);
    expect(sheet).toMatch(/<tableParts count="1"><tablePart [^>]*r:id="rId-milepost-table"/);
  });

  test('is not written to a terminal', async () => {
    const { exit, err } = await milepost('compare q.yaml a.csv --format xlsx', {
      files: { 'q.yaml': banded, 'a.csv': answers },
      terminal: true,
    });
    expect(exit).toBe(2);
    expect(err).toContain('xlsx is not for a terminal');
  });
});

describe('--datapackage', () => {
  test('describes the CSV file by the published profile: fields, types, units, licence and sources', async () => {
    const ran = await compare('--rank --datapackage -o Scores.csv', setting);
    const described = JSON.parse(ran.file('datapackage.json'));
    expect(dataPackageFaults(described)).toEqual([]);
    expect(described.licenses).toEqual([{ name: 'CC0-1.0', title: 'CC0-1.0' }]);
    const [resource] = described.resources;
    expect(resource).toMatchObject({
      name: 'scores',
      path: 'Scores.csv',
      bytes: ran.bytes('Scores.csv').length,
    });
    expect(resource.sources).toMatchObject([{ title: 'a.csv', kind: 'answers', rows: 3 }]);
    const fields = resource.schema.fields.map(
      ({ name, type, unit = '' }: Record<string, string>) => `${name} ${type} ${unit}`,
    );
    expect(fields.slice(0, 7)).toEqual([
      'organisation string ',
      'responses integer count',
      'returned integer count',
      'expected integer count',
      'd number score from 0 to 10',
      'd__rank integer count',
      'd__rank_best integer count',
    ]);
    expect(fields).toHaveLength(ran.file('Scores.csv').split('\n')[0]?.split(',').length ?? 0);
  });

  test('and the profile does refuse what is no such description', () => {
    expect(dataPackageFaults({ profile: 'tabular-data-package', resources: [] })).not.toEqual([]);
  });

  test('describes several tables in one, each with the units of its figures', async () => {
    const files = { 'q.yaml': levels(1), 'a.csv': 'response_id,q1\nx,1\ny,3\n' };
    const options = '--by response --tables scores,agreement,alpha --datapackage -o out/{table}.csv';
    const ran = await milepost(`compare q.yaml a.csv ${options}`, {
      files: { ...files, 'out/notes.txt': '' },
    });
    const described = JSON.parse(ran.file('out/datapackage.json'));
    expect(dataPackageFaults(described)).toEqual([]);
    expect(
      described.resources.map(({ path, bytes }: { path: string; bytes: number }) => [path, bytes]),
    ).toEqual(
      ['scores.csv', 'agreement.csv', 'alpha.csv'].map((path) => [path, ran.bytes(`out/${path}`).length]),
    );
    const fields: readonly Record<string, string>[] = described.resources[1].schema.fields;
    expect(fields.slice(-6).map(({ name, type, unit }) => `${name} ${type} ${unit}`)).toEqual([
      'n integer count',
      'lowest number level',
      'highest number level',
      'range integer level',
      'sd number level',
      'rwg number coefficient',
    ]);
  });

  test.each([
    ['another table', '{"resources":[{"path":"other.csv"}]}', 'which describes other.csv'],
    ['something else', '[1, 2]', 'which is no description of tables'],
  ])('is not written over a description of %s', async (_, there, message) => {
    const files = { 'q.yaml': banded, 'a.csv': answers, 'datapackage.json': there };
    const ran = await milepost('compare q.yaml a.csv --datapackage -o out.csv', { files });
    expect([ran.exit, ran.err]).toEqual([
      2,
      `milepost: --datapackage would be written over datapackage.json, ${message}\nWrite to a folder of its own, all tables of a folder at once (\`-o {table}.csv\`), or remove it.\n`,
    ]);
    expect(ran.file('datapackage.json')).toBe(there);
    const own = '{"resources":[{"path":"out.csv"}]}';
    const again = await milepost('compare q.yaml a.csv --datapackage -o out.csv', {
      files: { ...files, 'datapackage.json': own },
    });
    expect([again.exit, JSON.parse(again.file('datapackage.json')).resources[0].bytes]).toEqual([
      0,
      again.bytes('out.csv').length,
    ]);
  });

  test.each(['--datapackage', '--datapackage -o out.html'])(
    'needs a file of that kind: %s',
    async (options) => {
      const { exit, err } = await compare(options, setting);
      expect(exit).toBe(2);
      expect(err).toContain('--datapackage describes a CSV or TSV file, and none is written');
    },
  );
});

describe('--columns cells', () => {
  const definition = questionnaire(`profile: [{ id: organisation, title: Authority, unit: true }]
themes: [{ id: people, title: People }, { id: tools, title: Tools }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: q, text: How much?, type: number, min: 0, max: 10, themes: [people] }
      - { id: r, text: How often?, type: number, min: 0, max: 10, themes: [tools] }
  - { id: culture, title: Culture, questions: [{ id: s, text: How many?, type: number, min: 0, max: 10, themes: [people] }] }
`);
  const files = { 'q.yaml': definition, 'a.csv': 'organisation,q,r,s\nNorthbridge,2,4,6\nEastmere,1,1,1\n' };

  test('is the matrix, one table a unit', async () => {
    const { out } = await milepost('compare q.yaml a.csv --columns cells --format md', { files });
    expect(out.split('\n## ')[0]).toBe(`## Northbridge

| Dimension            | People | Tools | Whole dimension |
| :------------------- | -----: | ----: | --------------: |
| Data                 |   2.00 |  4.00 |            3.00 |
| Culture              |   6.00 |       |            6.00 |
| Whole theme, overall |   4.00 |  4.00 |            4.50 |
`);
    expect(out).toContain('\n## Eastmere\n');
  });

  test('is one sheet a unit in a workbook', async () => {
    const ran = await milepost('compare q.yaml a.csv --columns cells -o m.xlsx', { files });
    expect(XLSX.read(ran.bytes('m.xlsx'), { type: 'array' }).SheetNames).toEqual([
      'Northbridge',
      'Eastmere',
      'About',
    ]);
  });

  test('is one row a unit where a format holds one table, a column a cell that has questions', async () => {
    const { out } = await milepost('compare q.yaml a.csv --columns cells --format csv', { files });
    expect(out).toBe(`organisation,responses,data__people,data__tools,culture__people,overall
Northbridge,1,2,4,6,4.5
Eastmere,1,1,1,1,1
`);
  });
});

describe('--transpose', () => {
  test('gives each unit a column', async () => {
    expect(
      (await compare('--transpose --format csv', setting)).out,
    ).toBe(`figure,Northbridge,Eastmere,'=Westcombe
Responses,1,1,1
Returned,1,1,1
Expected,1,1,1
Data,8,2.5,
Overall,8,2.5,
`);
  });

  test('shows counts as counts, and scores with their decimals', async () => {
    const { out } = await compare('--transpose', setting);
    expect(out).toMatch(/^Responses +1 +1 +1$/m);
    expect(out).toMatch(/^Data +8\.00 .* 2\.50 /m);
    const ran = await compare('--transpose -o out.xlsx', setting);
    const book = XLSX.read(ran.bytes('out.xlsx'), { type: 'array', cellNF: true });
    const sheet = book.Sheets['A sample'] ?? {};
    expect([sheet.B3?.z, sheet.B6?.z]).toEqual(['0', '0.00']);
  });

  test('is for wide tables', async () => {
    const { exit, err } = await compare('--transpose --layout long', setting);
    expect(exit).toBe(2);
    expect(err).toContain('--transpose turns a wide table');
  });
});

test('groups and totals have their columns in the long table', async () => {
  const found = await rows('--by type --total --layout long', setting);
  const overall = found.filter((row) => row.node === 'overall');
  expect(
    overall.map((row) => [row.level, row.type, row.score, row.returned, row.expected].join(' ')),
  ).toEqual(['type Inner 8 1 1', 'type Outer 2.5 1 2', '(all)  5.25 2 3']);
});

test('a word in braces that stands for nothing names no file', async () => {
  const { exit, err } = await compare('-o {tabel}.csv --tables scores', setting);
  expect({ exit, err }).toEqual({
    exit: 2,
    err: 'milepost: -o {tabel}.csv: {tabel} stands for nothing; did you mean {table}?\nIn the name of a file, {table} stands for the name of a table.\n',
  });
});

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sheetNames } from '../../src/export/workbook/sheet-names.js';
import { milepost } from '../support/milepost.js';
import { everyKind } from './fixture.js';
import { partsOf, readForm } from './read-form.js';

async function form(options = '', definition = everyKind) {
  const ran = await milepost(`form q.yaml -o form.xlsx ${options}`.trim(), {
    files: { 'q.yaml': definition },
  });
  expect(ran.exit, ran.err).toBe(0);
  return { ...ran, form: readForm(ran.bytes('form.xlsx')), parts: partsOf(ran.bytes('form.xlsx')) };
}

/** The XML of the sheet that has something in its cells. */
function sheetOf(parts: ReadonlyMap<string, string>, nth: number): string {
  return parts.get(`xl/worksheets/sheet${nth}.xml`) ?? '';
}

/** The XML of the cell's rule. */
function ruleOf(xml: string, cell: string): string {
  const rules = [...xml.matchAll(/<dataValidation [^>]*?(?:\/>|>.*?<\/dataValidation>)/gs)].map(
    ([rule]) => rule,
  );
  return rules.find((rule) => rule.includes(`sqref="${cell}"`)) ?? '';
}

test('the hidden sheet says what form it is and where everything stands', async () => {
  const { form: read, parts } = await form('--wave 2026');
  expect(read.facts).toEqual({
    milepost: '1',
    form: 'full',
    questionnaire: 'sample',
    version: '1.0.0',
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    wave: '2026',
    definition: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
  });
  expect(
    read.cells.map(({ target, option, sheet, cell, name }) =>
      [target, option, sheet, cell, name].join(' | '),
    ),
  ).toMatchInlineSnapshot(`
    [
      "organisation |  | Start | B9 | mp_organisation",
      "department |  | Start | B10 | mp_department",
      "type |  | Start | B11 | mp_type",
      "staff |  | Start | B12 | mp_staff",
      "email |  | Start | B13 | mp_email",
      "mode |  | Start | B14 | mp_mode",
      "participants |  | Start | B15 | mp_participants",
      "completed |  | Start | B16 | mp_completed",
      "wave |  | Start | B17 | mp_wave",
      "owner |  | 1 Data who owns it | D5 | mp_owner",
      "owner__note |  | 1 Data who owns it | G5 | mp_owner__note",
      "owner__target |  | 1 Data who owns it | H5 | mp_owner__target",
      "owner__evidence |  | 1 Data who owns it | I5 | mp_owner__evidence",
      "owner__barriers |  | 1 Data who owns it | J5 | mp_owner__barriers",
      "owner__confidence |  | 1 Data who owns it | K5 | mp_owner__confidence",
      "owner__best_practice |  | 1 Data who owns it | L5 | mp_owner__best_practice",
      "owner__share |  | 1 Data who owns it | M5 | mp_owner__share",
      "owner__contact |  | 1 Data who owns it | N5 | mp_owner__contact",
      "grid_a |  | 1 Data who owns it | D7 | mp_grid_a",
      "grid_a__note |  | 1 Data who owns it | G7 | mp_grid_a__note",
      "grid_b |  | 1 Data who owns it | D8 | mp_grid_b",
      "grid_b__note |  | 1 Data who owns it | G8 | mp_grid_b__note",
      "size |  | 1 Data who owns it | D10 | mp_size",
      "size__note |  | 1 Data who owns it | G10 | mp_size__note",
      "started |  | 1 Data who owns it | D11 | mp_started",
      "started__note |  | 1 Data who owns it | G11 | mp_started__note",
      "words |  | 1 Data who owns it | D12 | mp_words",
      "words__note |  | 1 Data who owns it | G12 | mp_words__note",
      "outer_only |  | 1 Data who owns it | D13 | mp_outer_only",
      "outer_only__note |  | 1 Data who owns it | G13 | mp_outer_only__note",
      "tools_used |  | 2 Tools | C4 | mp_tools_used",
      "tools_used__note |  | 2 Tools | F4 | mp_tools_used__note",
      "tools_used | a | 2 Tools | C5 | mp_tools_used.a",
      "tools_used | b | 2 Tools | C6 | mp_tools_used.b",
      "tools_used | none | 2 Tools | C7 | mp_tools_used.none",
      "band |  | 2 Tools | C8 | mp_band",
      "band__note |  | 2 Tools | F8 | mp_band__note",
      "checked |  | 2 Tools | C9 | mp_checked",
      "checked__note |  | 2 Tools | F9 | mp_checked__note",
    ]
  `);
  expect(parts.get('xl/workbook.xml')).toMatch(/<sheet [^>]*name="_milepost"[^>]*state="hidden"/);
  expect(parts.get('xl/workbook.xml')).toMatch(/<sheet [^>]*name="_lists"[^>]*state="hidden"/);
});

test('only what is to be filled in is unlocked, without a password, and sheets keep their names', async () => {
  const { form: read, parts } = await form('--wave 2026');
  const unlocked = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf .*?<\/xf>/gs)].map(([xf]) =>
    xf.includes('<protection locked="0"/>'),
  );
  const open = [1, 2, 3].flatMap((nth) =>
    [...sheetOf(parts, nth).matchAll(/<c [^>]*?>/g)].flatMap(([cell]) => {
      const at = /r="([A-Z]+\d+)"/.exec(cell)?.[1] ?? '';
      const style = Number(/s="(\d+)"/.exec(cell)?.[1]);
      return unlocked[style] === true ? [`${nth}!${at}`] : [];
    }),
  );
  const sheets = [...new Set(read.cells.map(({ sheet }) => sheet))];
  const mapped = read.cells
    .filter(({ target }) => target !== 'wave')
    .map(({ sheet, cell }) => `${sheets.indexOf(sheet) + 1}!${cell}`);
  expect(open.sort()).toEqual(mapped.sort());
  for (const nth of [1, 2, 3, 4, 5]) expect(sheetOf(parts, nth)).toContain('<sheetProtection sheet="1"');
  expect([...parts.values()].join('')).not.toMatch(
    /<(?:sheet|workbook)Protection[^>]*(?:password|hashValue)/,
  );
  expect(parts.get('xl/workbook.xml')).toContain('<workbookProtection lockStructure="1"/>');
});

test('answers are chosen from a list, with the words for not answering', async () => {
  const { form: read, parts } = await form();
  const owner = read.cells.find(({ target }) => target === 'owner')?.cell ?? '';
  const rule = ruleOf(sheetOf(parts, 2), owner);
  expect(rule).toContain('type="list"');
  expect(rule).toContain('showErrorMessage="1"');
  expect(/<formula1>'_lists'!\$([A-Z])\$1:\$\1\$7<\/formula1>/.exec(rule)).not.toBeNull();
  const lists = sheetOf(parts, 5);
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(
    ([, t]) => t,
  );
  const column = /\$([A-Z])\$1/.exec(rule)?.[1] ?? '';
  const words = [...lists.matchAll(new RegExp(`<c r="${column}\\d+"[^>]*t="s"[^>]*><v>(\\d+)</v>`, 'g'))];
  expect(words.map(([, at]) => strings[Number(at)])).toEqual([
    'Starting',
    'Emerging',
    'Established',
    'Leading',
    'Not sure',
    'Not applicable',
    'Prefer not to say',
  ]);
});

test('the cell beside options says what it is for', async () => {
  const { parts } = await form();
  expect(ruleOf(sheetOf(parts, 3), 'C4')).toContain(
    'prompt="Options are chosen in the cells below. Here only: Not sure; Not applicable; Prefer not to say"',
  );
});

test('a number has its limits, and may be one of the words', async () => {
  const { form: read, parts } = await form();
  const cell = read.cells.find(({ target }) => target === 'size')?.cell ?? '';
  const rule = ruleOf(sheetOf(parts, 2), cell);
  expect(rule).toContain('type="custom"');
  expect(rule).toContain(
    `IF(ISNUMBER(${cell}),AND(ISNUMBER(${cell}),${cell}&gt;=0,${cell}&lt;=100),ISNUMBER(MATCH(`,
  );
  const started = read.cells.find(({ target }) => target === 'started')?.cell ?? '';
  expect(ruleOf(sheetOf(parts, 2), started)).toContain('DATE(2000,1,1)');
});

test('no rule of a cell says more than a spreadsheet takes', async () => {
  const barriers = Array.from(
    { length: 40 },
    (_, i) => `{ id: b${i}, label: "A long name of a barrier ${i}, with a comma" }`,
  );
  const definition = everyKind.replace('{ id: odd, label: "Old; slow" }', barriers.join(', '));
  const { parts } = await form('', definition);
  for (const nth of [1, 2, 3]) {
    for (const [, text = ''] of sheetOf(parts, nth).matchAll(/ (?:prompt|error)="(.*?)"/g)) {
      expect(text.replaceAll(/&[a-z]+;/g, '&').length).toBeLessThanOrEqual(255);
    }
    for (const [, formula = ''] of sheetOf(parts, nth).matchAll(/<formula1>(.*?)<\/formula1>/g)) {
      expect(formula.length).toBeLessThanOrEqual(255);
    }
  }
});

test('what is still open has a sign and a word, a colour only besides, and is counted', async () => {
  const { parts } = await form();
  const xml = sheetOf(parts, 2);
  expect(xml).toMatch(/<conditionalFormatting sqref="D4:E\d+">/);
  const states = [...xml.matchAll(/<c r="E\d+"[^>]*t="str"><f>[^<]*<\/f><v>([^<]*)<\/v>/g)].map(
    ([, state]) => state,
  );
  expect(states).toEqual([
    '○ required',
    '– if asked',
    '– if asked',
    '○ open',
    '○ open',
    '○ open',
    '– if asked',
  ]);
  expect(xml).toContain('<v>0 of 4 answered</v>');
  expect(sheetOf(parts, 1)).toContain('<v>0 of 7 answered</v>');
});

test('options of which some must be chosen are open until one is, and not all go together', async () => {
  const definition = everyKind.replace(
    'text: Which tools?, type: choices',
    'text: Which tools?, type: choices, non_answers: []',
  );
  const { parts } = await form('', definition);
  const state = /<c r="D4"[^>]*><f>([^<]*)<\/f><v>([^<]*)<\/v>/.exec(sheetOf(parts, 3));
  expect(state?.[2]).toBe('○ open');
  expect(state?.[1]?.replaceAll('&quot;', '"')).toBe(
    'IF(COUNTA(C5:C7)=0,"○ open",IF(OR(AND(COUNTA(C7)&gt;0,COUNTA(C5:C7)&gt;1)),"! not both","✓ done"))',
  );
  expect(sheetOf(parts, 1)).toContain('<v>0 of 7 answered</v>');
});

test('a text that is longer than a row can be high goes on in the rows below', async () => {
  const options = Array.from({ length: 60 }, (_, i) => `{ id: o${i}, label: "Option ${i}, of many" }`);
  const help = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
  const definition = everyKind
    .replace('[{ id: s, label: 2-3 }, { id: m, label: 4-10 }]', `[${options.join(', ')}]`)
    .replace('text: Which tools?', `text: Which tools?, help: "${help}"`);
  const { form: read, parts } = await form('', definition);
  const { texts, heights } = rowsOf(parts, 3);
  for (const height of heights) expect(height).toBeLessThan(409);
  const all = texts.join(' ');
  expect(all).toContain('Option 59, of many');
  expect(all.match(/word\d+/g)).toHaveLength(400);
  // The options stand below the rest of the help, and the state looks at them.
  const [first] = read.cells.filter(({ option }) => option === 'a');
  expect(sheetOf(parts, 3)).toContain(`COUNTA(${first?.cell}:`);
});

/** The texts of a sheet in order, and how high its rows are. */
function rowsOf(parts: ReadonlyMap<string, string>, nth: number) {
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(
    ([, text = '']) => text,
  );
  const xml = sheetOf(parts, nth);
  return {
    texts: [...xml.matchAll(/t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, at]) => strings[Number(at)] ?? ''),
    heights: [...xml.matchAll(/<row [^>]*ht="([\d.]+)"/g)].map(([, height]) => Number(height)),
  };
}

test('a form in a language that is written from right to left is laid out so', async () => {
  const { parts } = await form('', everyKind.replace('version:', 'language: he\nversion:'));
  expect(sheetOf(parts, 1)).toContain('rightToLeft="1"');
  expect(sheetOf((await form()).parts, 1)).not.toContain('rightToLeft');
});

test('it prints on A4 across, to the width of the page, with its header on every page', async () => {
  const { parts } = await form();
  for (const nth of [1, 2, 3]) {
    expect(sheetOf(parts, nth)).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheetOf(parts, nth)).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="[12]"/);
  }
  expect(sheetOf(parts, 2)).toContain('state="frozen"');
  expect(parts.get('xl/workbook.xml')).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'1 Data who owns it'!$A:$B,'1 Data who owns it'!$1:$3</definedName>`,
  );
});

test('no text is a formula, whatever it begins with', async () => {
  const { form: read, parts } = await form();
  const formulas = [1, 2, 3].flatMap((nth) =>
    [...sheetOf(parts, nth).matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula),
  );
  expect(formulas.filter((formula) => /SUM\(A1\)|How many/.test(formula ?? ''))).toEqual([]);
  expect(parts.get('xl/sharedStrings.xml')).toContain('<t>=SUM(A1)</t>');
  expect(read.cells.filter(({ target }) => target === 'tools_used').map(({ option }) => option)).toEqual([
    '',
    'a',
    'b',
    'none',
  ]);
});

test('the same form is the same bytes at another time', async () => {
  const first = (await form()).bytes('form.xlsx');
  // A zip file says when, to two seconds.
  await setTimeout(2_100);
  const second = (await form()).bytes('form.xlsx');
  expect(Buffer.compare(first, second)).toBe(0);
});

test('a question that is not always asked says when, and guidance stays with the interviewer', async () => {
  const { parts } = await form();
  const text = parts.get('xl/sharedStrings.xml');
  expect(text).toContain('Only if 1.1.1 “Who owns data?” is Established or higher');
  expect(text).toContain('Only if “Kind” is Outer');
  expect(text).not.toContain('Not for respondents.');
});

test('names of sheets are such as spreadsheets take, and all different', () => {
  expect(
    sheetNames([
      'Start',
      "1 What's [new]: a/b?",
      'History',
      'history',
      '',
      'A title that is much longer than a name can be',
      'A title that is much longer than a name may be',
    ]),
  ).toEqual([
    'Start',
    "1 What's new a b",
    'History (2)',
    'history (3)',
    'Part',
    'A title that is much longer…',
    'A title that is much… (2)',
  ]);
});

test('a text that no cell can hold is refused', async () => {
  const note = 'x'.repeat(32_768);
  const line = JSON.stringify({
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id: 'r',
    profile: { organisation: 'N', department: 'H' },
    answers: { owner: { value: 1, note } },
  });
  const ran = await milepost('form q.yaml --from a.jsonl -o form.xlsx', {
    files: { 'q.yaml': everyKind, 'a.jsonl': `${line}\n` },
  });
  expect(ran.exit).toBe(2);
  expect(ran.err).toBe(
    'milepost: form.xlsx: `owner__note` has more than 32,767 characters, which no cell holds\nWrite .csv instead.\n',
  );
});

import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { questionnaireOf } from '../../response/fixture.js';
import { type Read, readExport } from './exports.js';

const survey = questionnaireOf(`
profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: email, title: E-mail, personal: true }
scales:
  zero: { levels: [{ value: 0, label: None yet }, { value: 1, label: Some }, { value: 2, label: All }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: share_open, text: How much is open?, scale: zero }
      - { id: owned, text: Is it owned?, type: yes_no }
      - id: hosting
        text: Where does it live?
        type: choice
        options: [{ id: own, label: Our own }, { id: cloud, label: Cloud }, { id: other, label: Other }]
      - id: tools
        text: Which are in use?
        type: choices
        options:
          - { id: sheets, label: Spreadsheets }
          - { id: mail, label: Forms - by e-mail }
          - { id: other, label: Other }
          - { id: none, label: None of these, exclusive: true }
      - { id: rank, text: What matters most?, type: number, min: 1, max: 2, items: [{ id: cost, text: Cost }, { id: speed, text: Speed }] }
      - { id: remark, text: Anything else?, type: text }
`);

type Options = Omit<NonNullable<Parameters<typeof readExport>[1]>, 'questionnaire'>;
const read = (rows: readonly string[] | Uint8Array, options: Options = {}) =>
  readExport(rows instanceof Uint8Array ? rows : `${rows.join('\n')}\n`, {
    questionnaire: survey,
    ...options,
  });
const answers = ({ responses }: Read) => responses.map((response) => response.answers);

describe('SurveyMonkey', () => {
  const own = 'Respondent ID,Collector ID,Start Date,End Date';
  const one = (cells: string) => `1,2,11/23/2026 10:00:00 AM,11/23/2026 10:05:00 AM,Northbridge,${cells}`;

  test('words beside "Other (please specify)" choose the option and are kept as a note', async () => {
    const found = await read([
      `${own},Authority,Where does it live?,,Which are in use?,,`,
      ',,,,Open-Ended Response,Response,Other (please specify),Spreadsheets,Other (please specify),None of these',
      one('Cloud,,Spreadsheets,a card index,'),
      one(',under a desk,,,None of these').replace('1,', '2,'),
      one('Other (please specify),in a van,,,').replace('1,', '3,'),
      one('Our own,,,paper,None of these').replace('1,', '4,'),
    ]);
    expect(answers(found)).toMatchObject([
      {
        hosting: { value: 'cloud' },
        tools: { value: ['sheets', 'other'], note: 'Other (please specify): a card index' },
      },
      {
        hosting: { value: 'other', note: 'Other (please specify): under a desk' },
        tools: { value: ['none'] },
      },
      { hosting: { value: 'other', note: 'Other (please specify): in a van' } },
    ]);
    expect(found.rules).toEqual(['option-not-alone', 'questions-without-column']);
  });

  test('a number is refused that may be an answer’s place or its value, unless a map says which', async () => {
    const rows = [`${own},Authority,How much is open?`, ',,,,Open-Ended Response,Response', one('1')];
    const found = await read(rows);
    expect(found.texts[0]).toBe(
      '`share_open`: "1" may be the form tool’s code for the answer in that place, `0` (None yet)',
    );
    const mapped = await read(rows, { map: 'values: { share_open: { 1: 0, 2: 1, 3: 2 } }' });
    expect(answers(mapped)[0]?.share_open).toEqual({ value: 0 });
    const asValue = await read(rows, { map: 'values: { share_open: { 1: 1 } }' });
    expect(answers(asValue)[0]?.share_open).toEqual({ value: 1 });
  });

  test('ranks are numbers of a grid, and no ticks of options', async () => {
    const ranked = await read([
      `${own},Authority,What matters most?,`,
      ',,,,Open-Ended Response,Cost,Speed',
      one('2,1'),
    ]);
    expect(answers(ranked)[0]).toMatchObject({ rank_cost: { value: 2 }, rank_speed: { value: 1 } });
    const ticked = await read([
      `${own},Authority,Which are in use?,`,
      ',,,,Open-Ended Response,Spreadsheets,Forms - by e-mail',
      one('2,1'),
    ]);
    expect(ticked.counts).toBe('1 = 0 + 1 + 0');
  });

  test('bytes that are no characters refuse their cell and say which', async () => {
    const text = [
      `${own},Authority,Anything else?`,
      ',,,,Open-Ended Response,Open-Ended Response',
      one('ganz schön'),
    ];
    const bytes = Buffer.from(`${[...text, one('caf@').replace('1,', '2,')].join('\n')}\n`);
    bytes[bytes.indexOf('@')] = 0xe9;
    const found = await read(bytes);
    expect(found.counts).toBe('2 = 1 + 1 + 0');
    expect(found.rules).toContain('input-not-utf8');
  });

  test('an option of a question that is not ours is not taken for another question', async () => {
    const found = await read([
      `${own},Authority,Anything else?,What do you like best?,`,
      ',,,,Open-Ended Response,Open-Ended Response,Cost,Speed',
      one('no,Cost,'),
    ]);
    expect(found.texts.slice(0, 2)).toEqual([
      'the column "What do you like best? [Cost]" is not known and was not read',
      'the column "What do you like best? [Speed]" is not known and was not read',
    ]);
  });

  test('an address that was asked for stands before the one that the tool recorded', async () => {
    const found = await read([
      `${own},Email Address,Authority,E-mail,Anything else?`,
      ',,,,,Open-Ended Response,Open-Ended Response,Open-Ended Response',
      '1,2,11/23/2026 10:00:00 AM,11/23/2026 10:05:00 AM,tool@n.example,Northbridge,asked@n.example,no',
    ]);
    expect(found.responses[0]?.profile).toEqual({ organisation: 'Northbridge', email: 'asked@n.example' });
  });
});

describe('Qualtrics', () => {
  const header = (codes: string, texts: string, ids: readonly string[]) => [
    `StartDate,Status,Finished,ResponseId,organisation,${codes}`,
    `Start Date,Response Type,Finished,Response ID,organisation,${texts}`,
    ['startDate', 'status', 'finished', '_recordId', 'organisation', ...ids]
      .map((id) => `"{""ImportId"":""${id}""}"`)
      .join(','),
  ];
  const one = (cells: string, id = 'R_1') => `2026-11-23 10:00:00,IP Address,True,${id},Northbridge,${cells}`;

  test('an option’s text may have a dash in it, and the words beside one are a note', async () => {
    const found = await read([
      ...header(
        'Q1_1,Q1_2,Q1_3,Q1_3_TEXT,Q2,Q2_3_TEXT',
        'Which are in use? - Spreadsheets,Which are in use? - Forms - by e-mail,Which are in use? - Other,Which are in use? - Other - Text,Where does it live? - Selected Choice,Where does it live? - Other - Text',
        ['QID1_1', 'QID1_2', 'QID1_3', 'QID1_3_TEXT', 'QID2', 'QID2_3_TEXT'],
      ),
      one('Spreadsheets,Forms - by e-mail,Other,a card index,Other,in a van'),
    ]);
    expect(answers(found)[0]).toMatchObject({
      tools: { value: ['sheets', 'mail', 'other'], note: 'Other: a card index' },
      hosting: { value: 'other', note: 'Other: in a van' },
    });
  });

  test('every kind of preview is left out and counted, whatever the language', async () => {
    const found = await read([
      ...header('DistributionChannel,Q9', 'Distribution Channel,Anything else?', [
        'distributionChannel',
        'QID9_TEXT',
      ]),
      one('anonymous,yes'),
      one('preview,yes', 'R_2').replace('IP Address', 'Umfragenvorschau'),
      one('test,yes', 'R_3').replace('IP Address', 'Survey Test'),
      one('anonymous,yes', 'R_4').replace('True', 'False'),
    ]);
    expect(found.counts).toBe('4 = 1 + 0 + 3');
    expect(found.leftOut).toEqual({ preview: 2, not_submitted: 1 });
  });

  test('no response is taken for a heading where sorting has brought it above the row of ids', async () => {
    const [codes = '', texts = '', ids = ''] = header('Q9', 'Anything else?', ['QID9_TEXT']);
    for (const rows of [
      [codes, texts, one('yes'), ids, one('no', 'R_2')],
      [one('yes'), texts, ids, codes],
      [codes, one('yes'), ids],
    ]) {
      const { rules, counts } = await read(rows);
      expect(counts).toBe('0 = 0 + 0 + 0');
      expect(rules).toEqual(['no-question-columns']);
    }
  });

  test('a table that has lost two of its three rows is read if one says whose it is', async () => {
    const rows = [
      'StartDate,EndDate,Status,Finished,ResponseId,organisation,Where does it live?',
      '2026-11-23 10:00:00,2026-11-23 10:05:00,Survey Preview,True,R_0,Northbridge,Cloud',
      '2026-11-23 10:00:00,2026-11-23 10:05:00,IP Address,True,R_1,Northbridge,Cloud',
    ];
    const found = await read(rows, { reading: { flavour: 'qualtrics' } });
    expect(found.leftOut).toEqual({ preview: 1 });
    expect(found.responses).toMatchObject([
      { id: 'R_1', completed: '2026-11-23T10:05:00', answers: { hosting: { value: 'cloud' } } },
    ]);
  });
});

describe('LimeSurvey', () => {
  const header = (codes: readonly string[]) =>
    ['id', 'submitdate', 'lastpage', 'startlanguage', 'organisation', ...codes]
      .map((code) => `"${code}"`)
      .join(';');
  const one = (cells: readonly string[], submitted = '2026-11-23 10:05:00') =>
    ['7', submitted, '2', 'en', 'Northbridge', ...cells].map((cell) => `"${cell}"`).join(';');

  test('its own "other" and comments become the option and notes; a mask is taken off', async () => {
    const found = await read([
      header([
        'hosting',
        'hosting[other]',
        'tools[SQ1]',
        'tools[sheets]',
        'tools[other]',
        'owned',
        'owned[comment]',
        'remark',
      ]),
      one(['-oth-', 'in a van', '', 'Y', 'a card index', 'Y', 'since May', "'=1+1"]),
    ]);
    expect(answers(found)[0]).toMatchObject({
      hosting: { value: 'other', note: 'Other: in a van' },
      tools: { value: ['sheets', 'other'], note: 'Other: a card index' },
      owned: { value: true, note: 'since May' },
      remark: { value: '=1+1' },
    });
    expect(found.texts).toContain('the column "tools[SQ1]" is not known and was not read');
  });

  test('N/A is no answer to a question of yes or no, which is told and can be said otherwise', async () => {
    const rows = [header(['owned']), one(['N/A'])];
    const found = await read(rows);
    expect(answers(found)[0]?.owned).toEqual({});
    expect(found.texts.at(-1)).toBe(
      '`owned`: "N/A" is what the form tool writes where nothing was answered: read as blank, in 1 cell',
    );
    const mapped = await read(rows, { map: 'values: { owned: { N/A: not applicable } }' });
    expect(answers(mapped)[0]?.owned).toEqual({ non_answer: 'not_applicable' });
  });

  test('a survey that keeps no times says 1980, which is no time', async () => {
    const found = await read([header(['owned']), one(['Y'], '1980-01-01 00:00:00')]);
    expect(found.counts).toBe('1 = 1 + 0 + 0');
    expect(found.responses[0]?.completed).toBeUndefined();
  });

  test('a Y and an N that were written as numbers are refused until a map says what they are', async () => {
    const rows = [header(['tools[sheets]', 'tools[mail]', 'owned']), one(['1', '2', '2'])];
    expect((await read(rows)).rules.slice(0, 2)).toEqual(['answer-unknown', 'option-cell-unknown']);
    const mapped = await read(rows, { map: 'values: { tools: { 2: "no" }, owned: { 2: "no" } }' });
    expect(answers(mapped)[0]).toMatchObject({ tools: { value: ['sheets'] }, owned: { value: false } });
  });

  test('words in the column of the option "other" are what was written beside it', async () => {
    const found = await read([
      header(['Which are in use? [Spreadsheets]', 'Which are in use? [Other]']).replace(
        '"id"',
        '"Response ID"',
      ),
      one(['No', 'a card index']),
    ]);
    expect(answers(found)[0]?.tools).toEqual({ value: ['other'], note: 'Other: a card index' });
  });
});

describe('Kobo and ODK', () => {
  const header = (codes: string) => `about/organisation;${codes};_id;_uuid;_submission_time`;
  const one = (cells: string) => `Northbridge;${cells};61;u-1;2026-11-23T10:05:00`;

  test('a cell of joined codes and columns of options must agree', async () => {
    const codes = header('d/tools;d/tools/sheets;d/tools/mail;d/tools/none');
    const agree = await read([codes, one('mail sheets;1;1;0')]);
    expect(answers(agree)[0]?.tools).toEqual({ value: ['mail', 'sheets'] });
    const silent = await read([codes, one('mail;;;')]);
    expect(answers(silent)[0]?.tools).toEqual({ value: ['mail'] });
    const differ = await read([codes, one('mail sheets;1;0;0')]);
    expect(differ.texts[0]).toBe(
      '`tools`: the cell says "mail;sheets", and the columns of its options say "sheets"',
    );
    const lost = await read([codes, one(';1;0;0')]);
    expect(lost.rules[0]).toBe('options-disagree');
  });

  test('joined codes are cut only between known ones; what is left over refuses the cell', async () => {
    for (const cell of ['sheets fax', 'fax sheets', 'sheets fax other', 'sheet s']) {
      const found = await read([header('tools'), one(cell)]);
      expect(found.counts).toBe('1 = 0 + 1 + 0');
      expect(found.responses).toEqual([]);
    }
  });

  test('columns of options by themselves are read, blank where the question was not answered', async () => {
    const codes = header('tools/sheets;tools/other;tools_other;remark');
    const found = await read([codes, one('1;1;a card index;'), one(';;;no').replace('61', '62')]);
    expect(answers(found)).toMatchObject([
      { tools: { value: ['sheets', 'other'], note: 'Other: a card index' } },
      { tools: {}, remark: { value: 'no' } },
    ]);
  });

  test('an option of a question that is not ours is not taken for a field in a group', async () => {
    const found = await read([header('contacts;contacts/email;remark'), one('email;1;no')]);
    expect(found.texts.join('\n')).toContain('the column "contacts/email" is not known and was not read');
    expect(found.responses[0]?.profile).toEqual({ organisation: 'Northbridge' });
  });

  test('a field whose last name is an option’s stays an option', async () => {
    const found = await read([header('tools/mail;email;remark'), one('1;a@n.example;no')]);
    expect(found.responses[0]?.profile.email).toBe('a@n.example');
    expect(answers(found)[0]?.tools).toEqual({ value: ['mail'] });
  });
});

test('a canonical table stays one, whatever else it has', async () => {
  const found = await read([
    'response_id,organisation,owned,_id,StartDate',
    '1,Northbridge,yes,5,2026-11-23',
  ]);
  expect(found.flavour).toBe('canonical');
  expect(answers(found)[0]?.owned).toEqual({ value: true });
});

test('a map that shifts values reads each cell by what it says, in any order of rows', async () => {
  const found = await read(['response_id,organisation,share_open', '1,N,2', '2,N,1', '3,N,2', '4,N,3'], {
    map: 'values: { share_open: { 1: 0, 2: 1, 3: 2 } }',
  });
  expect(answers(found).map(({ share_open: answer }) => answer?.value)).toEqual([1, 0, 1, 2]);
});

test.each([
  ['kobo', '_id;_uuid;organisation;owned', '/a'],
  ['limesurvey', 'id;lastpage;organisation;owned', '[a]'],
  ['qualtrics', 'ResponseId;StartDate;organisation;owned', ' - a'],
  ['surveymonkey', 'Respondent ID;Collector ID;Authority;owned', ' (a'],
] as const)('a heading as long as a page does not keep %s from the rest', async (flavour, header, part) => {
  const rows = [`${header};x${part.repeat(12_000)}y`, `${header.replaceAll(/[^;]+/g, '1')};`];
  const found = await read(rows, { reading: { flavour } });
  expect(found.counts).toBe('1 = 1 + 0 + 0');
});

import { describe, expect, test } from 'vitest';
import { milepost, type Ran } from '../support/milepost.js';

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
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: Middle }, { value: 3, label: High }] } }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: s, required: true, ask: [target] }
      - { id: reviews, text: How many reviews?, type: number, min: 0, max: 10, required: true, when: answers.owner >= 2 }
  - id: people
    title: People
    questions:
      - { id: tools, text: Which tools?, type: choices, options: [{ id: a, label: A, score: 1 }, { id: b, label: B, score: 2 }] }
      - { id: remark, text: Anything else?, type: text }
rubric: { method: mean, range: [0, 100] }
`;
const returned = `response_id,wave,organisation,owner,owner__note,reviews,tools,remark
r1,2026,Northbridge,2,by law,4,a;b,=1+1
r2,2026,Northbridge,1,,,,
`;
const head = 'wave,response_id,question,from,to,kind,because,by,on\n';
const files = { 'q.yaml': questionnaire, 'r.csv': returned };

function adjusted(rows: string, { header = head, more = {} } = {}): Promise<Ran> {
  return milepost('import q.yaml r.csv -o out.jsonl --ledger ledger.json --adjust adjustments.csv', {
    files: { ...files, 'adjustments.csv': `${header}${rows}`, ...more },
  });
}

/** What is said of each response in the file, by id. */
function answersIn({ file }: Ran): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    linesOf(file('out.jsonl')).map(({ id, answers }) => [String(id), answers] as const),
  );
}

function linesOf(text: string): readonly Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
}

/** What a run said of the table of adjustments: where, and what. */
function told({ err }: Ran): readonly string[] {
  return err
    .split('\n\n')
    .filter((part) => part.startsWith('adjustments.csv') && part.includes('error'))
    .map((part) => part.split(/\n(?! {2}(?!help:))/)[0]?.replace(/\s+/g, ' ') ?? '');
}

describe('an answer is adjusted', () => {
  const rows = `2026,r1,owner,Middle,3,correction,"Read from the wrong line, said the owner",J. Smith,2026-11-20
2026,r1,tools,b; A,b,moderation,No evidence of A,Panel,2026-11-21
`;

  test('by label or value, its remarks staying, and the record of it stays with the response', async () => {
    const run = await adjusted(rows);
    expect(run.exit).toBe(0);
    expect(answersIn(run).r1).toEqual({
      owner: { value: 3, note: 'by law' },
      reviews: { value: 4 },
      tools: { value: ['b'] },
      remark: { value: '=1+1' },
    });
    expect(linesOf(run.file('out.jsonl'))[0]?.adjustments).toEqual([
      {
        question: 'owner',
        from: { value: 2 },
        to: { value: 3 },
        kind: 'correction',
        because: 'Read from the wrong line, said the owner',
        by: 'J. Smith',
        on: '2026-11-20',
      },
      {
        question: 'tools',
        from: { value: ['b', 'a'] },
        to: { value: ['b'] },
        kind: 'moderation',
        because: 'No evidence of A',
        by: 'Panel',
        on: '2026-11-21',
      },
    ]);
  });

  test('from a blank, to a non-answer, and to a blank', async () => {
    const run = await adjusted(`2026,r2,tools,,DK,correction,They rang,J. Smith,2026-11-20
2026,r1,remark,'=1+1,,correction,Not meant for us,J. Smith,2026-11-20
`);
    expect(run.err).not.toContain('error');
    expect(answersIn(run)).toMatchObject({ r2: { tools: { non_answer: 'dont_know' } } });
    expect(answersIn(run).r1).not.toHaveProperty('remark');
  });

  test('and the ledger counts it, with the digest of the table', async () => {
    const run = await adjusted(`${rows}2026,r2,owner,3,2,correction,x,y,2026-11-20\n`);
    const ledger = JSON.parse(run.file('ledger.json'));
    expect(ledger.adjustments).toEqual({
      file: 'adjustments.csv',
      read: 3,
      applied: { correction: 1, moderation: 1 },
      applied_before: 0,
      refused: 1,
    });
    expect(ledger.read_with).toEqual([
      { file: 'adjustments.csv', bytes: expect.any(Number), digest: expect.stringMatching(/^sha256:/) },
    ]);
    expect(run.err).toContain(
      'adjustments.csv: 3 adjustments read = 1 correction + 1 moderation + 1 refused.\n',
    );
  });

  test('once: a response that bears the adjustment is left as it is', async () => {
    const once = await adjusted(rows);
    const out = once.file('out.jsonl');
    const again = await milepost('import q.yaml out.jsonl -o again.jsonl --adjust adjustments.csv', {
      files: { ...files, 'out.jsonl': out, 'adjustments.csv': `${head}${rows}` },
    });
    expect(again.exit).toBe(0);
    expect(again.file('again.jsonl')).toBe(out);
    expect(again.err).toContain(
      '2 adjustments were applied before, and the responses bear them: line `2` and `3`',
    );
  });

  test('when it is settled which of several responses of one key counts', async () => {
    const late = 'response_id,wave,organisation,owner,reviews\nr2,2026,Northbridge,3,1\n';
    const { file, exit } = await milepost(
      'import q.yaml r.csv late.csv -o out.jsonl --duplicates last --adjust adjustments.csv',
      {
        files: {
          ...files,
          'late.csv': late,
          'adjustments.csv': `${head}2026,r2,owner,3,2,moderation,Too bold,Panel,2026-11-21\n`,
        },
      },
    );
    expect(exit).toBe(0);
    expect(file('out.jsonl')).toContain('"owner":{"value":2},"reviews":{"value":1}');
  });

  test('together with others of the response that hang on it', async () => {
    const run = await adjusted(`2026,r2,owner,1,2,correction,x,y,2026-11-20
2026,r2,reviews,,0,correction,x,y,2026-11-20
`);
    expect(run.exit).toBe(0);
    expect(answersIn(run).r2).toEqual({ owner: { value: 2 }, reviews: { value: 0 } });
  });

  test('and what is not asked any more is told', async () => {
    const { exit, err } = await adjusted('2026,r1,owner,2,1,correction,x,y,2026-11-20\n');
    expect(exit).toBe(0);
    expect(err).toMatch(/adjustments\.csv:2 {2}warning {2}answered-not-asked/);
  });
});

describe('an adjustment is refused, and the answer stays', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'where `from` is not what was answered',
      '2026,r1,owner,1,3,correction,x,y,2026-11-20',
      'adjustments.csv:2:D (from) error adjustment-from-differs `owner` of response "r1" is "2", and not "1": the adjustment is refused',
    ],
    [
      'where the response would not be valid with it',
      '2026,r2,owner,1,2,correction,x,y,2026-11-20',
      'adjustments.csv:2 error adjustment-not-valid with this adjustment the response "r2" would not be valid: `reviews` is required and was left blank. It stays as it was',
    ],
    [
      'where a required answer would be blank',
      '2026,r2,owner,1,,correction,x,y,2026-11-20',
      'adjustments.csv:2 error adjustment-not-valid with this adjustment the response "r2" would not be valid: `owner` is required and was left blank. It stays as it was',
    ],
    [
      'where there is no such response, and what is nearly called so',
      '2026,R1,owner,2,3,correction,x,y,2026-11-20',
      'adjustments.csv:2:B (response_id) error adjustment-without-response there is no response "R1" of wave "2026" to adjust; there is "r1" of wave "2026"',
    ],
    [
      'where the response is of another wave',
      ',r1,owner,2,3,correction,x,y,2026-11-20',
      'adjustments.csv:2:B (response_id) error adjustment-without-response there is no response "r1" of no wave to adjust; there is "r1" of wave "2026"',
    ],
    [
      'where there is no such question',
      '2026,r1,ownr,2,3,correction,x,y,2026-11-20',
      'adjustments.csv:2:C (question) error adjustment-question-unknown the questionnaire has no question "ownr"; did you mean `owner`?',
    ],
    [
      'where a value is not allowed',
      '2026,r1,owner,2,4,correction,x,y,2026-11-20',
      'adjustments.csv:2:E (to) error answer-unknown `owner` is "4"; allowed: `1` (Low), `2` (Middle), `3` (High)',
    ],
    [
      'where a number is out of its limits',
      '2026,r1,reviews,4,40,correction,x,y,2026-11-20',
      'adjustments.csv:2:E (to) error answer-out-of-limits `reviews` is "40"; allowed: from 0 to 10',
    ],
    [
      'where it changes nothing',
      '2026,r1,owner,2,Middle,correction,x,y,2026-11-20',
      'adjustments.csv:2:E (to) error adjustment-same `owner` would be "2" before and after: the adjustment is refused',
    ],
    [
      'where its kind is another',
      '2026,r1,owner,2,3,moderated,x,y,2026-11-20',
      'adjustments.csv:2:F (kind) error cell-unknown `kind` is "moderated"; allowed: `correction` or `moderation`; did you mean `moderation`?',
    ],
    [
      'where nobody says why',
      '2026,r1,owner,2,3,correction,,y,2026-11-20',
      'adjustments.csv:2:G (because) error adjustment-cell-blank `because` is blank: the adjustment is refused',
    ],
    [
      'where the day may be the month',
      '2026,r1,owner,2,3,correction,x,y,03/04/2026',
      'adjustments.csv:2:I (on) error answer-not-a-date `on` is "03/04/2026", which is not a date of the calendar',
    ],
    [
      'where cells are missing',
      '2026,r1,owner,2,3',
      'adjustments.csv:2 error ragged-row the row has 5 cells and the header has 9',
    ],
  ];

  test.each(cases)('%s', async (_, row, text) => {
    const run = await adjusted(`${row}\n`);
    expect(told(run)).toEqual([text]);
    expect(run.exit).toBe(1);
    expect(run.err).toContain('1 adjustment read = 0 corrections + 0 moderations + 1 refused.');
    expect(answersIn(run)).toEqual(answersIn(await adjusted('')));
  });

  test('where the row of the response was refused', async () => {
    const run = await adjusted('2026,r3,tools,a,b,correction,x,y,2026-11-20\n', {
      more: { 'r.csv': `${returned}r3,2026,Northbridge,9,,,,\n` },
    });
    expect(told(run)).toEqual([
      'adjustments.csv:2:B (response_id) error adjustment-without-response there is no response "r3" of wave "2026" to adjust: it was refused itself',
    ]);
  });

  test('twice, where the same answer is adjusted twice: neither holds', async () => {
    const row = (to: number) => `2026,r1,owner,2,${to},correction,x,y,2026-11-20\n`;
    const run = await adjusted(row(1) + row(3));
    expect(told(run)).toEqual([
      'adjustments.csv:3 error adjustment-twice `owner` of response "r1" is adjusted in line 2 already: none of the two is applied',
    ]);
    expect(JSON.parse(run.file('ledger.json')).adjustments.refused).toBe(2);
    expect(answersIn(run).r1).toMatchObject({ owner: { value: 2 } });
  });
});

describe('a table of adjustments that cannot be used as a whole: nothing is written', () => {
  test.each([
    [
      'a misspelt heading',
      head.replace('response_id', 'reponse_id'),
      'adjustments.csv:1:B (reponse_id) error adjustments-column-missing the table of adjustments has no column `response_id`; is it "reponse_id"?',
    ],
    [
      'a missing column',
      head.replace(',because', ''),
      'adjustments.csv:1 error adjustments-column-missing the table of adjustments has no column `because`',
    ],
    [
      'a column twice',
      head.replace('wave', 'from'),
      'adjustments.csv:1:D (from) error adjustments-column-twice the column "from" is there twice, the first time as column A',
    ],
    ['nothing in it', '', 'adjustments.csv error adjustments-empty the table of adjustments is empty'],
  ])('%s', async (_, header, text) => {
    const run = await adjusted('', { header });
    expect(told(run)).toEqual([text]);
    expect(run.exit).toBe(2);
    expect(() => run.file('out.jsonl')).toThrow('ENOENT');
  });

  test('there is none', async () => {
    const { exit, err } = await milepost('import q.yaml r.csv --adjust adjustmnts.csv', {
      files: { ...files, 'adjustments.csv': head },
    });
    expect({ exit, err }).toMatchObject({
      exit: 2,
      err: expect.stringContaining('did you mean `adjustments.csv`?'),
    });
  });
});

describe('explain names the adjustments behind a figure', () => {
  const rows = `2026,r1,owner,2,3,correction,Read from the wrong line,J. Smith,2026-11-20
2026,r1,tools,a;b,b,moderation,No evidence of A,Panel,2026-11-21
`;
  async function explained(args: string): Promise<string> {
    const out = (await adjusted(rows)).file('out.jsonl');
    const command = `explain q.yaml out.jsonl ${args}`;
    return (await milepost(command, { files: { ...files, 'out.jsonl': out } })).out;
  }

  test('of a unit', async () => {
    expect(await explained('--unit organisation=Northbridge')).toContain(`
  2 adjustments of answers stand behind this figure:
    r1, Is there an owner? (owner): 3 (High) instead of 2 (Middle); corrected by J. Smith on 2026-11-20: Read from the wrong line
    r1, Which tools? (tools): b (B) instead of a, b (A; B); moderated by Panel on 2026-11-21: No evidence of A
`);
  });
  test('of a dimension of one response, in Markdown', async () => {
    expect(await explained('--response r1 --node people --format md')).toContain(
      '- 1 adjustment of answers stands behind this figure:\n  - r1, Which tools? (tools): b (B) instead of',
    );
  });
  test('none of a response that has none', async () => {
    expect(await explained('--response r2')).not.toContain('adjust');
  });
  test('as JSON', async () => {
    expect(JSON.parse(await explained('--response r1 --node data --format json')).adjustments).toEqual([
      {
        response: 'r1',
        question: 'owner',
        title: 'Is there an owner?',
        from: { state: 'value', value: 2, label: 'Middle' },
        to: { state: 'value', value: 3, label: 'High' },
        kind: 'correction',
        because: 'Read from the wrong line',
        by: 'J. Smith',
        on: '2026-11-20',
      },
    ]);
  });
});

test('a response that is migrated takes its adjustments along', async () => {
  const out = (await adjusted('2026,r1,owner,2,3,correction,x,y,2026-11-20\n')).file('out.jsonl');
  const next = questionnaire
    .replace('version: 1.0.0', 'version: 2.0.0')
    .replaceAll('answers.owner', 'answers.data_owner')
    .replace('id: owner', 'id: data_owner');
  const { file } = await milepost('migrate q.yaml q2.yaml out.jsonl --map map.yaml -o next.jsonl', {
    files: {
      ...files,
      'q2.yaml': next,
      'map.yaml': 'milepost: 1\nkind: map\nrename: { owner: data_owner }\n',
      'out.jsonl': out,
    },
  });
  expect(linesOf(file('next.jsonl'))[0]?.adjustments).toMatchObject([
    { question: 'data_owner', version: '1.0.0', to: { value: 3 } },
  ]);
});

import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';

const asked = questionnaire(`profile:
  - { id: department, title: Department, required: true, unit: true }
  - { id: role, title: Role, type: choice, options: [{ id: lead, label: Leadership }, { id: front, label: Frontline }, { id: back, label: Back office }] }
scales:
  five: { levels: [{ value: 1, label: None }, { value: 2, label: Some }, { value: 3, label: Half }, { value: 4, label: Most }, { value: 5, label: All }] }
  three: { levels: [{ value: 0, label: No }, { value: 5, label: Partly }, { value: 10, label: Yes }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: owner, text: Who owns it?, scale: five }
      - { id: shared, text: Who shares it?, scale: five }
      - { id: open, text: Is it open?, scale: three }
`);

const responses = `response_id,department,role,owner,shared,open
a,Housing,lead,3,1,10
b,Housing,lead,3,5,10
c,Housing,front,4,1,5
d,Housing,front,4,5,DK
e,Housing,front,5,,
f,Parks,lead,2,2,0
g,Parks,lead,2,2,0
`;

const files = { 'q.yaml': asked, 'a.csv': responses };
const table = async (args: string, more: Readonly<Record<string, string>> = {}) =>
  milepost(`compare q.yaml ${args}`, { files: { ...files, ...more } });

describe('agreement', () => {
  test('by unit and question: how many, how far apart, and r*wg*', async () => {
    const { out } = await table('a.csv --tables agreement --format csv');
    // 3, 3, 4, 4, 5 on five levels: 1 − .7/2. Levels of 0, 5 and 10 are as far apart as 1, 2 and 3.
    expect(out).toBe(`department,question,text,n,lowest,highest,range,sd,rwg
Housing,owner,Who owns it?,5,3,5,2,0.837,0.65
Housing,shared,Who shares it?,4,1,5,4,2.309,-1.667
Housing,open,Is it open?,3,5,10,1,0.577,0.5
Parks,owner,Who owns it?,2,2,2,0,0,1
Parks,shared,Who shares it?,2,2,2,0,0,1
Parks,open,Is it open?,2,0,0,0,0,1
`);
  });

  test("over a workshop's votes as over responses; a vote that is a non-answer is none", async () => {
    const workshop = {
      milepost: 1,
      questionnaire: { id: 'sample', version: '1.0.0' },
      id: 'w',
      mode: 'workshop',
      participants: { count: 6 },
      profile: { department: 'Housing' },
      answers: { owner: { value: 4, votes: [3, 3, 4, 4, 5, 'dont_know'] }, open: { value: 10 } },
    };
    const { out } = await table('w.jsonl --tables agreement --format csv', {
      'w.jsonl': `${JSON.stringify(workshop)}\n`,
    });
    expect(rowsOf(out)).toMatchObject([
      { question: 'owner', n: '5', lowest: '3', highest: '5', rwg: '0.65' },
      { question: 'open', n: '1', range: '0', sd: '', rwg: '' },
    ]);
  });

  test("Krippendorff's alpha of each scale by itself; none where all ratings are the same", async () => {
    const { out } = await table('a.csv --tables alpha --format csv');
    expect(rowsOf(out)).toEqual([
      { department: 'Housing', scale: 'five', questions: '2', ratings: '9', alpha: '-0.158' },
      { department: 'Housing', scale: 'three', questions: '1', ratings: '3', alpha: '0' },
      { department: 'Parks', scale: 'five', questions: '2', ratings: '4', alpha: '' },
      { department: 'Parks', scale: 'three', questions: '1', ratings: '2', alpha: '' },
    ]);
  });
});

describe('what the room should talk about', () => {
  test('ratings two levels apart or more, most divided first', async () => {
    const { out } = await table('a.csv --tables talk --format json');
    expect(JSON.parse(out).tables[0].rows).toMatchObject([
      { department: 'Housing', question: 'shared', n: 4, range: 4, ratings: '2 × None; 2 × All' },
      { department: 'Housing', question: 'owner', n: 5, range: 2, ratings: '2 × Half; 2 × Most; 1 × All' },
    ]);
  });

  const divided = (dissent: string, participants: number) => ({
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id: 'w',
    mode: 'workshop',
    participants: { count: participants },
    profile: { department: 'Housing' },
    answers: { owner: { value: 3, votes: [1, 3, 3, 3], dissent } },
  });

  test('with what those said who saw it otherwise', async () => {
    const { out } = await table('w.jsonl --tables talk --format json', {
      'w.jsonl': `${JSON.stringify(divided('Nobody was asked in the depots.', 4))}\n`,
    });
    expect(JSON.parse(out).tables[0].rows).toMatchObject([
      { ratings: '1 × None; 3 × Half', dissent: 'Nobody was asked in the depots.' },
    ]);
  });

  test('but not of few people, where the questionnaire has a rule for small groups', async () => {
    const { out } = await table('w.jsonl --tables talk --format json', {
      'q.yaml': asked.replace('dimensions:', 'privacy: { min_group: 5 }\ndimensions:'),
      'w.jsonl': `${JSON.stringify(divided('Nobody was asked in the depots.', 4))}\n`,
    });
    // That it stands here would tell that ratings lie apart.
    expect(JSON.parse(out).tables[0].rows).toEqual([]);
  });
});

describe('roles side by side', () => {
  test('every two roles, in the order of the options, with the difference of means', async () => {
    const { out } = await table('a.csv --roles role --format csv');
    expect(rowsOf(out).filter(({ question }) => question !== 'open')).toMatchObject([
      {
        question: 'owner',
        role: 'Leadership',
        n: '2',
        mean: '3',
        other_role: 'Frontline',
        other_n: '3',
        other_mean: '4.333',
        difference: '-1.333',
      },
      {
        question: 'shared',
        role: 'Leadership',
        n: '2',
        mean: '3',
        other_n: '2',
        other_mean: '3',
        difference: '0',
      },
    ]);
    // Nobody of the frontline speaks for Parks, so there is nothing to set beside.
    expect(out).not.toContain('Parks');
  });

  test('a field that there is not is told with those that there are', async () => {
    const { exit, err } = await table('a.csv --roles rule');
    expect(exit).toBe(2);
    expect(err).toContain(
      '--roles rule: there is no such profile field; did you mean role?\nProfile fields: role.',
    );
  });
});

describe('several tables', () => {
  test('one after the other, by name in JSON and in workbooks', async () => {
    const { out } = await table('a.csv --tables scores,alpha --format json');
    const { tables } = JSON.parse(out);
    expect(tables).toMatchObject([{ name: 'scores' }, { name: 'alpha' }]);
    expect(tables.map(({ rows }: { readonly rows: readonly unknown[] }) => rows.length)).toEqual([2, 4]);
    const book = await table('a.csv --tables scores,alpha -o both.xlsx');
    expect(XLSX.read(book.bytes('both.xlsx'), { type: 'array' }).SheetNames).toEqual([
      'scores',
      'alpha',
      'About',
    ]);
    const page = await table('a.csv --tables scores,alpha --format html');
    expect(page.out.match(/<table>/g)).toHaveLength(2);
    expect(page.out.match(/<html/g)).toHaveLength(1);
  });

  test('a file that holds one table needs a name for each', async () => {
    const { exit, err } = await table('a.csv --tables scores,alpha -o out.csv');
    expect(exit).toBe(2);
    expect(err).toBe(
      'milepost: a csv file holds one table, and 2 are asked for: scores, alpha\nWrite {table} in the name of the file, as in `-o comparison-{table}.csv`, or ask for one at a time.\n',
    );
    const { file } = await table('a.csv --tables scores,alpha -o out-{table}.csv');
    expect(rowsOf(file('out-alpha.csv'))).toHaveLength(4);
    expect(rowsOf(file('out-scores.csv'))).toHaveLength(2);
  });

  test('a filter is for all of them', async () => {
    const { out, err } = await milepost(
      [
        'compare',
        'q.yaml',
        'a.csv',
        '--tables',
        'agreement',
        '--filter',
        'profile.role == "lead"',
        '--format',
        'csv',
      ],
      { files },
    );
    expect(rowsOf(out).map(({ department, question, n }) => [department, question, n].join(' '))).toEqual([
      'Housing owner 2',
      'Housing shared 2',
      'Housing open 2',
      'Parks owner 2',
      'Parks shared 2',
      'Parks open 2',
    ]);
    expect(err).toContain('--filter: 4 of 7 responses counted.');
  });

  test.each([
    [
      '--tables alpha --sort overall',
      '--sort overall: there is no such column\nRows can be sorted by name, scale, questions,',
    ],
    ['--tables alpha --columns questions', '--columns questions shapes the table of scores, and alpha is'],
    ['--tables alpha,talk --depth 2', '--depth 2 shapes the table of scores, and alpha, talk is asked for'],
    ['--tables alpha --rank', '--rank shapes the tables of scores, waves, and alpha is asked for'],
    ['--tables scores --roles role', '--roles shapes the table of roles, and scores is asked for'],
    ['--tables scores --kind type', '--kind shapes the table of exchange, and scores is asked for'],
  ])('what is for the scores alone is not passed over in silence: %s', async (args, told) => {
    const { exit, err } = await table(`a.csv ${args}`);
    expect(exit).toBe(2);
    expect(err).toContain(told);
  });

  test('one that there is not is told with what may be meant', async () => {
    const { exit, err } = await table('a.csv --tables score');
    expect(exit).toBe(2);
    expect(err).toContain('--tables score: there is no such table; did you mean scores?');
  });
});

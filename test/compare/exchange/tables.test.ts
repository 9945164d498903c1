import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';

const asked = questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
scales:
  quarter: { levels: [{ value: 0, label: None }, { value: 0.25, label: A quarter }, { value: 0.5, label: Half }, { value: 0.75, label: Most }, { value: 1, label: All }] }
barriers: [{ id: skills, label: Skills }, { id: legacy, label: Legacy contracts }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: q1, text: First?, scale: quarter, ask: [target, barriers, best_practice] }
      - { id: q2, text: Second?, scale: quarter, ask: [target, barriers] }
  - id: people
    title: People
    questions:
      - { id: q3, text: Third?, scale: quarter, ask: [target, barriers] }
      - { id: q4, text: Fourth?, scale: quarter, ask: [target] }
rubric: { method: mean }
`);

const table = async (csv: string, args: string, more: Readonly<Record<string, string>> = {}) => {
  const { out, err, exit } = await milepost(`compare q.yaml a.csv --format csv ${args}`, {
    files: { 'q.yaml': asked, 'a.csv': csv, ...more },
  });
  return { rows: rowsOf(out), err, exit };
};

describe('ambition', () => {
  test('shortfalls of 2.25 in all against targets of 3.5 in all leave a share of .357 reached', async () => {
    const { rows } = await table(
      `response_id,organisation,q1,q1__target,q2,q2__target,q3,q3__target,q4,q4__target
a,Aldham,0.25,1,0.25,0.75,0.5,1,0.25,0.75
b,Bury,1,0.5,,,,1,,
`,
      '--tables ambition',
    );
    const at = (organisation: string, node: string) =>
      rows.find((row) => row.organisation === organisation && row.node === node);
    expect(at('Aldham', 'overall')).toMatchObject({
      answers: '4',
      score: '0.31',
      target: '0.88',
      gap: '0.57',
      shortfall: '2.25',
      targets: '3.5',
      reached: '0.3571',
    });
    expect(at('Aldham', 'data')).toMatchObject({ shortfall: '1.25', targets: '1.75', reached: '0.2857' });
    // More than was wanted makes up for nothing; a target beside a blank says nothing of how far it is.
    expect(at('Bury', 'data')).toMatchObject({ answers: '1', shortfall: '0', targets: '0.5', reached: '1' });
    expect(at('Bury', 'people')).toBeUndefined();
    // All together, 2.25 are missing to 4.
    expect(at('', 'overall')).toMatchObject({ level: 'all', answers: '5', score: '', reached: '0.4375' });
  });
});

describe('exchange', () => {
  const offers = `response_id,organisation,type,q1,q1__target,q1__best_practice,q1__share,q1__contact,q3,q3__target
a,Aldham,inner,0,1,,,,0.5,1
b,Bury,inner,0.5,0.75,A register of data owners,yes,Head of data,,
c,Clare,outer,1,,A data school,yes,Head of learning,,
d,Diss,inner,0.75,,Nothing for others,no,Head of secrets,,
e,Eye,,0.5,1,,,,,
`;

  test('who wants to rise furthest first, and for each its own kind first', async () => {
    const { out } = await milepost('compare q.yaml a.csv --tables exchange --format json', {
      files: { 'q.yaml': asked, 'a.csv': offers },
    });
    const pairs: readonly Record<string, unknown>[] = JSON.parse(out).tables[0].rows;
    expect(
      pairs.map(({ node, learner, rise, from, practice, contact, reason }) =>
        [node, learner, rise, from, practice, contact, reason].join(' | '),
      ),
    ).toEqual([
      'data | Aldham | 1 | Bury | A register of data owners | Head of data | the same kind, stands higher',
      'data | Aldham | 1 | Clare | A data school | Head of learning | another kind, stands higher',
      'data | Eye | 0.5 | Clare | A data school | Head of learning | kind not known, stands higher',
      'data | Eye | 0.5 | Bury | A register of data owners | Head of data | kind not known, does not stand higher',
      'data | Bury | 0.25 | Clare | A data school | Head of learning | another kind, stands higher',
      'people | Aldham | 0.5 |  |  |  | nobody else offers a practice here',
    ]);
    expect(out).not.toContain('Head of secrets');
  });

  test('what few people said is left out, that they offer a practice too; an official answer is not', async () => {
    const small = { 'q.yaml': asked.replace('dimensions:', 'privacy: { min_group: 2 }\ndimensions:') };
    const csv = (official: string) =>
      `response_id,official,organisation,q1,q1__target,q1__best_practice,q1__share,q1__contact\na,,Aldham,0,1,,,\nb,${official},Bury,1,,A register,yes,Head of data\n`;
    const personal = await table(csv('no'), '--tables exchange', small);
    // That Aldham wants to rise would tell that its target is above its score, and that Bury offers, what one person said.
    expect(personal.rows).toEqual([]);
    const official = await table(csv('yes'), '--tables exchange', small);
    expect(official.rows[0]).toMatchObject({ from: 'Bury', practice: 'A register', contact: 'Head of data' });
  });

  const offered = (csv: string, args: string) =>
    milepost(`compare q.yaml a.csv --tables exchange --format json ${args}`, {
      files: { 'q.yaml': asked, 'a.csv': csv },
    });
  const said = (out: string) => {
    const [{ rows, notes }] = JSON.parse(out).tables;
    return {
      from: rows.map((row: { from: string }) => row.from),
      notes: notes.filter((note: string) => note.includes('small units')),
    };
  };

  test('offers of units about too few are left out, and it is said how many these are', async () => {
    const lines = ['Aldham', 'Bury', 'Clare', 'Clare'].flatMap((unit, i) => [
      `${i}a,${unit},1,Practice ${i},yes`,
      `${i}b,${unit},0,,`,
    ]);
    const csv = `response_id,organisation,q1,q1__best_practice,q1__share\n${lines.join('\n')}\n`;
    const { out } = await offered(csv, '--min-group 3');
    expect(said(out)).toEqual({ from: ['Clare', 'Clare'], notes: ['2 offers of small units are left out.'] });
    expect(out).not.toMatch(/Aldham|Bury/);
    // Four together are enough for a number where three are; of two it would tell what they said.
    const released = await offered(csv.replaceAll('Bury', 'Clare'), '--publish');
    expect(said(released.out)).toEqual({
      from: ['Clare', 'Clare', 'Clare'],
      notes: ['What small units offer is left out; they are too few for it to be told how much that is.'],
    });
  });

  test('of one small unit it is the same whether it offers a practice or none', async () => {
    const csv = (practice: string) =>
      `response_id,organisation,q1,q1__target,q1__best_practice,q1__share\na,Aldham,0,1,,\nb,Aldham,0,1,,\nc,Bury,1,,${practice}\n`;
    const offers = await offered(csv('A register,yes'), '--min-group 2');
    const none = await offered(csv(','), '--min-group 2');
    const without = (out: string) => JSON.parse(out).tables;
    expect(without(offers.out)).toEqual(without(none.out));
    expect(without(offers.out)[0].rows[0].reason).toBe('nobody else is told to offer a practice here');
  });

  test('what a small department offers is not told of its organisation either, where others beside it are', async () => {
    const nested = asked.replace(
      'unit: true }',
      'unit: true }\n  - { id: department, title: Department, required: true, unit: true }',
    );
    const csv =
      'response_id,organisation,department,q1,q1__best_practice,q1__share\na,Aldham,Housing,1,A register,yes\nb,Aldham,Housing,1,,\nc,Aldham,Planning,1,A school,yes\n';
    const ran = (by: string) =>
      milepost(`compare q.yaml a.csv --tables exchange --format json --min-group 2 --by ${by}`, {
        files: { 'q.yaml': nested, 'a.csv': csv },
      });
    expect(said((await ran('organisation,department')).out).from).toEqual(['Aldham', 'Aldham › Housing']);
    expect(said((await ran('organisation')).out).from).toEqual(['Aldham', 'Aldham']);
  });

  test('the same practice from several responses of a unit is one, with everybody whom one can ask', async () => {
    const { rows } = await table(
      `response_id,organisation,q1,q1__target,q1__best_practice,q1__share,q1__contact
a,Aldham,0,1,,,
b,Bury,1,,A register of data owners,yes,Head of data
c,Bury,1,,a  register of DATA owners,yes,Chief clerk
d,Bury,1,,A register of data owners,yes,head of data
e,Bury,1,,A data school,yes,
f,Clare,0.5,,A register of data owners,yes,Clerk
`,
      '--tables exchange',
    );
    expect(rows.map(({ learner, from, practice, contact }) => [learner, from, practice, contact])).toEqual([
      ['Aldham', 'Bury', 'A register of data owners', 'Head of data; Chief clerk'],
      ['Aldham', 'Bury', 'A data school', ''],
      ['Aldham', 'Clare', 'A register of data owners', 'Clerk'],
    ]);
  });

  test('whom one can ask is joined of those only who may be told of', async () => {
    const nested = asked.replace(
      'unit: true }',
      'unit: true }\n  - { id: department, title: Department, required: true, unit: true }',
    );
    const csv = `response_id,organisation,department,q1,q1__best_practice,q1__share,q1__contact
a,Aldham,Housing,1,A register,yes,Head of housing
b,Aldham,Housing,1,,,
c,Aldham,Planning,1,A register,yes,Head of planning
`;
    const { rows } = await table(csv, '--tables exchange --min-group 2 --by organisation,department', {
      'q.yaml': nested,
    });
    expect(rows.map(({ from, practice, contact }) => [from, practice, contact])).toEqual([
      ['Aldham', 'A register', 'Head of housing'],
      ['Aldham › Housing', 'A register', 'Head of housing'],
    ]);
  });

  test('a practice that nobody is pointed to is told as well', async () => {
    const { rows } = await table(
      'response_id,organisation,q1,q1__best_practice,q1__share\na,Aldham,1,A register,yes\nb,Bury,0,,\n',
      '--tables exchange',
    );
    expect(rows[0]).toMatchObject({ learner: '', from: 'Aldham', practice: 'A register' });
  });

  test('a kind that nothing tells of is refused, and not taken for one that nobody says', async () => {
    const ran = await milepost('compare q.yaml a.csv --tables exchange --kind typ', {
      files: { 'q.yaml': asked, 'a.csv': offers },
    });
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toBe(
      'milepost: --kind typ: there is no such attribute or profile field; did you mean type?\nKinds can be told by type, organisation.\n',
    );
  });

  test('the kind of authority is what the register says, where there is one', async () => {
    const { rows } = await table(offers, '--tables exchange --units units.csv', {
      'units.csv':
        'id,title,type\nal,Aldham,outer\nbu,Bury,inner\ncl,Clare,outer\ndi,Diss,inner\ney,Eye,inner\n',
    });
    expect(rows[0]).toMatchObject({ learner: 'Aldham', from: 'Clare' });
  });
});

test('barriers are counted by node and unit, a response once', async () => {
  const { rows } = await table(
    `response_id,organisation,q1,q1__barriers,q2,q2__barriers,q3,q3__barriers
a,Aldham,0,skills;legacy,0,skills,0,
b,Aldham,0,legacy,,,0,skills
c,Aldham,1,,,,,
`,
    '--tables barriers',
  );
  expect(
    rows.map(({ node, barrier, named, responses }) => [node, barrier, named, responses].join(' ')),
  ).toEqual([
    'data legacy 2 3',
    'data skills 1 3',
    'people skills 1 3',
    'overall skills 2 3',
    'overall legacy 2 3',
  ]);
});

test('without an overall score they are counted over all questions too: who names one in two dimensions counts once', async () => {
  const { rows } = await table(
    `response_id,organisation,q1,q1__barriers,q2,q2__barriers,q3,q3__barriers
a,Aldham,0,skills,0,,0,skills
b,Aldham,0,,,,0,skills
`,
    '--tables barriers',
    { 'q.yaml': asked.replace('rubric: { method: mean }', 'rubric: { method: mean, overall: none }') },
  );
  expect(rows.map(({ node, title, barrier, named }) => [node, title, barrier, named])).toEqual([
    ['data', 'Data', 'skills', '1'],
    ['people', 'People', 'skills', '2'],
    ['overall', 'All questions', 'skills', '2'],
  ]);
});

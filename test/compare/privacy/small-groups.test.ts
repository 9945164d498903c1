import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { both, questionnaire, responses, setting } from './support.js';

/** A (8): 3.25. B (4): 2.5. Together 3. */
const twelve = responses({ A: both(3, 3, 3, 3, 3, 3, 4, 4), B: both(2, 2, 3, 3) });
const nested = 'compare q.yaml r.csv --by organisation,department --format csv';

/** Which scores stand in a table: `Northbridge/A: 3.25 – 3.25`, with nothing where there is none. */
function shown(csv: string): readonly string[] {
  return rowsOf(csv).map(
    ({ organisation, department, data, culture, overall }) =>
      `${organisation}/${department}: ${[data, culture, overall].map((cell) => cell || '–').join(' ')}`,
  );
}

test('a department of four is withheld, and so is a figure that it would follow from', async () => {
  const ran = await milepost(nested, setting(twelve));
  expect(ran.exit).toBe(0);
  expect(shown(ran.out)).toEqual(['Northbridge/: 3 3 3', 'Northbridge/A: – – –', 'Northbridge/B: – – –']);
  expect(ran.err).toBe(
    '6 cells are withheld for confidentiality: figures about fewer than 5 people, or from which others could be worked out.\n12 responses scored.\n',
  );
});

test('without a least group all is shown, and the command line can set one', async () => {
  const all = setting(twelve, questionnaire({ privacy: '' }));
  expect(shown((await milepost(nested, all)).out)[2]).toBe('Northbridge/B: 2.5 2.5 2.5');
  expect(shown((await milepost(`${nested} --min-group 5`, all)).out)[2]).toBe('Northbridge/B: – – –');
  expect(shown((await milepost(`${nested} --min-group 4`, all)).out)[2]).toBe('Northbridge/B: 2.5 2.5 2.5');
});

test('the command line cannot lower what the questionnaire promises', async () => {
  for (const least of ['0', '1', '4']) {
    const ran = await milepost(`${nested} --min-group ${least}`, setting(twelve));
    expect(shown(ran.out)[2]).toBe('Northbridge/B: – – –');
  }
});

test.each(['', ' ', 'five', '-1', '2.5', '5e0', '0x5', 'NaN', 'Infinity'])(
  'a threshold %j is no threshold, and an error',
  async (least) => {
    const ran = await milepost([...nested.split(' '), '--min-group', least], setting(twelve));
    expect(ran.exit).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(/whole number from 0/);
  },
);

test.each(['"5"', 'five', '-1', '2.5', '.inf', 'null'])(
  'a threshold %s of the questionnaire is an error',
  async (least) => {
    const text = questionnaire({ privacy: `privacy: { min_group: ${least} }` });
    const ran = await milepost(nested, setting(twelve, text));
    expect(ran.exit).toBe(2);
    expect(ran.out).toBe('');
  },
);

test('every figure of a long table is withheld with its score', async () => {
  const ran = await milepost(`${nested} --layout long`, setting(twelve));
  const [row] = rowsOf(ran.out).filter(({ department, node }) => department === 'B' && node === 'data');
  expect(row).toMatchObject({
    score: '',
    band: '',
    low: '',
    high: '',
    coverage: '',
    responses: '',
    status: 'withheld',
    rank: '',
    target: '',
  });
});

test('a workshop counts its participants, or one, as the questionnaire says', async () => {
  const workshop = ['w,Northbridge,A,3,3,8,', 'x,Northbridge,B,2,2,7,'];
  const people = await milepost(nested, setting(workshop));
  expect(shown(people.out)[1]).toBe('Northbridge/A: 3 3 3');
  const privacy = 'privacy: { min_group: 5, count: responses }';
  const counted = await milepost(nested, setting(workshop, questionnaire({ privacy })));
  expect(shown(counted.out)[1]).toBe('Northbridge/A: – – –');
  expect(counted.err).toContain('about fewer than 5 responses');
});

test('a body that answers as such is no small group', async () => {
  const official = ['a,Northbridge,A,3,3,1,true', 'b,Northbridge,B,2,2,1,true'];
  const ran = await milepost(nested, setting(official));
  expect(shown(ran.out)).toEqual([
    'Northbridge/: 2.5 2.5 2.5',
    'Northbridge/A: 3 3 3',
    'Northbridge/B: 2 2 2',
  ]);
});

test('a person beside a body is told by what the body is not', async () => {
  const lines = ['a,Northbridge,A,3,3,1,true', 'b,Northbridge,A,2,2,1,'];
  const ran = await milepost('compare q.yaml r.csv --by department,response --format csv', setting(lines));
  const rows = rowsOf(ran.out).map(({ response_id, overall }) => `${response_id}: ${overall}`);
  expect(rows).toEqual([': ', 'a: 3', 'b: ']);
});

test('two groups of two are four people together', async () => {
  const lines = responses({ A: both(3, 3, 3, 4, 4, 4), B: both(1, 2), C: both(2, 1) });
  const ran = await milepost(nested, setting(lines));
  // With A and the organisation shown, B and C together would be: 1.5, of four people.
  const rows = shown(ran.out);
  expect(rows.slice(2)).toEqual(['Northbridge/B: – – –', 'Northbridge/C: – – –']);
  expect(rows.slice(0, 2).filter((row) => row.endsWith('– – –'))).toHaveLength(1);
});

test('departments without a score of their own are a group too', async () => {
  const lines = responses({ A: both(3, 3, 3, 3, 4, 4), B: both(1, 2) });
  const text = questionnaire({
    rollup: 'organisation: { of: responses }, department: { min_children: 3 }',
  });
  const rows = shown((await milepost(nested, setting(lines, text))).out);
  expect(rows[2]).toBe('Northbridge/B: – – –');
  expect(rows.slice(0, 2).filter((row) => row.endsWith('– – –'))).toHaveLength(1);
});

test('the mean of departments gives away the one that is missing', async () => {
  const text = questionnaire({ rollup: 'organisation: { of: department }' });
  const rows = shown((await milepost(nested, setting(twelve, text))).out);
  expect(rows.filter((row) => row.endsWith('– – –'))).toHaveLength(2);
});

test('ranks are of those who are shown, without a gap for others', async () => {
  const lines = [
    ...responses({ A: both(4, 4, 4, 4, 4) }, 'North'),
    ...responses({ A: both(3, 3) }, 'South'),
    ...responses({ A: both(2, 2, 2, 2, 2) }, 'West'),
  ];
  const ran = await milepost('compare q.yaml r.csv --rank --format csv', setting(lines));
  expect(rowsOf(ran.out).map(({ overall, overall__rank }) => `${overall} ${overall__rank}`)).toEqual([
    '4 1',
    ' ',
    '2 2',
  ]);
});

test.each(['geometric_mean', 'median', 'max', 'min'])(
  'a figure that is the %s of its parts is withheld with them',
  async (method) => {
    const lines = responses({
      A: [...both(3, 3, 3, 3, 4), [1, 4]],
      B: [...both(2, 2), [2, 3]],
      C: both(1, 2, 3, 4, 4, 4),
    });
    const text = questionnaire({ rollup: `organisation: { method: ${method} }` });
    const ran = await milepost(nested, setting(lines, text));
    expect(ran.exit).toBe(0);
    const rows = rowsOf(ran.out);
    const figures = rows.map(({ data }) => data);
    expect(figures[2]).toBe('');
    // The organisation's figure may stand where B is neither the least nor the most of them.
    const isTold = method !== 'max';
    expect(figures[0] === '').toBe(isTold);
  },
);

test('the same is withheld under every rubric', async () => {
  const rubric = `milepost: 1
kind: rubric
id: other
version: 1.0.0
title: Other
method: mean
range: [0, 100]
rollup: { organisation: { of: responses } }
`;
  const { files } = setting(twelve);
  const ran = await milepost(`${nested} --rubric other.yaml --rubric own.yaml`, {
    files: {
      ...files,
      'other.yaml': rubric,
      'own.yaml': rubric.replaceAll('other', 'own').replace('range: [0, 100]\n', ''),
    },
  });
  for (const row of rowsOf(ran.out)) {
    expect(row.overall__own === '').toBe(row.overall__other === '');
  }
  expect(rowsOf(ran.out)[2]?.overall__own).toBe('');
});

test('what is said beside the table does not tell a withheld band', async () => {
  const { files } = setting(twelve, questionnaire({ bands: '[{ id: low, label: Low, from: 1 }]' }));
  const rubric = (id: string, from: number) => `milepost: 1
kind: rubric
id: ${id}
version: 1.0.0
title: ${id}
method: mean
bands: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: ${from} }]
rollup: { organisation: { of: responses } }
`;
  const ran = await milepost(`${nested} --rubric a.yaml --rubric b.yaml`, {
    files: { ...files, 'a.yaml': rubric('a', 2), 'b.yaml': rubric('b', 2.8) },
  });
  expect(ran.err).not.toContain('Northbridge › B');
});

test('scorecards are of single people, and are not for release', async () => {
  const ran = await milepost('score q.yaml r.csv --format csv', setting(twelve));
  expect(rowsOf(ran.out)).toHaveLength(12);
  expect(ran.err).toContain('withheld only by `compare`');
});

test('two rubrics that combine departments in two ways do not tell of them, though none has a row', async () => {
  const rubric = (id: string, of: string) => `milepost: 1
kind: rubric
id: ${id}
version: 1.0.0
title: ${id}
method: mean
rollup: { organisation: { of: ${of} } }
`;
  const { files } = setting(twelve);
  const scoresUnder = async (...rubrics: readonly string[]) => {
    const options = rubrics.map((id) => `--rubric ${id}.yaml`).join(' ');
    const ran = await milepost(`compare q.yaml r.csv --by organisation --format csv ${options}`, {
      files: {
        ...files,
        'people.yaml': rubric('people', 'responses'),
        'units.yaml': rubric('units', 'department'),
      },
    });
    return rowsOf(ran.out).map(({ overall, overall__people, overall__units }) =>
      [overall, overall__people, overall__units].join(' ').trim(),
    );
  };
  expect(await scoresUnder('people')).toEqual(['3']);
  expect(await scoresUnder('units')).toEqual(['2.88']);
  // (8 A + 4 B) ÷ 12 = 3 and (A + B) ÷ 2 = 2.875, so that B, of four people, would be 2.5.
  expect(await scoresUnder('people', 'units')).toEqual(['']);
});

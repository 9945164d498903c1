import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';

const asked = (rubric = '{ method: mean }') =>
  questionnaire(`profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
scales:
  five: { levels: [{ value: 1, label: A }, { value: 2, label: B }, { value: 3, label: C }, { value: 4, label: D }, { value: 5, label: E }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q1, text: First?, scale: five }
      - { id: q2, text: Second?, scale: five }
      - { id: q3, text: Third?, scale: five }
rubric: ${rubric}
`);

/** What the change of `overall` is made of, by organisation. */
async function changes(answers: string, args = '', files: Readonly<Record<string, string>> = {}) {
  const { exit, out, err } = await milepost(
    `compare q.yaml a.csv --waves 2025,2026 --format csv ${args}`.trim(),
    { files: { 'q.yaml': asked(), 'a.csv': `response_id,wave,organisation,q1,q2,q3\n${answers}`, ...files } },
  );
  const rows = rowsOf(out).filter(({ node }) => node === 'overall');
  const of = (organisation: string) => {
    const row = rows.find((each) => each.organisation === organisation) ?? {};
    return {
      scores: [row.from_score, row.to_score],
      change: row.change,
      matched: row.matched_change,
      parts: [
        row.who_answered,
        row.answers_changed,
        row.newly_or_no_longer_answered,
        row.definition_or_rubric,
      ],
      responses: [row.from_responses, row.to_responses, row.matched_responses],
    };
  };
  return { exit, err, out, rows, of };
}

describe('from one wave to the next', () => {
  test('what was newly answered is no change of what was answered before', async () => {
    const { of } = await changes('a,2025,Aldham,2,,\na,2026,Aldham,2,4,\n');
    expect(of('Aldham')).toEqual({
      scores: ['2', '3'],
      change: '1',
      matched: '0',
      parts: ['0', '0', '1', '0'],
      responses: ['1', '1', '1'],
    });
  });

  test('answers that changed come before those that are no longer given', async () => {
    // 2 and 4 are 3; with the changed answer, 3 and 4 are 3.5; without what was taken back, 3.
    const { of } = await changes(
      'a,2025,Aldham,2,,\na,2026,Aldham,2,4,\nb,2025,Bury,2,,4\nb,2026,Bury,3,,\n',
    );
    expect(of('Bury')).toMatchObject({ change: '0', matched: '1', parts: ['0', '0.5', '-0.5', '0'] });
    expect(of('Aldham')).toMatchObject({ change: '1', matched: '0', parts: ['0', '0', '1', '0'] });
  });

  test('who answered comes first, by the id of the response', async () => {
    const { of } = await changes(
      'a,2025,Aldham,2,,\nb,2025,Aldham,4,,\na,2026,Aldham,3,,\nc,2026,Aldham,5,,\n',
    );
    // 2 and 4 are 3; a as it was, with c instead of b, 2 and 5 are 3.5; a as it is, 3 and 5 are 4.
    expect(of('Aldham')).toEqual({
      scores: ['3', '4'],
      change: '1',
      matched: '1',
      parts: ['0.5', '0.5', '0', '0'],
      responses: ['2', '2', '1'],
    });
  });

  test('a response that moved to another unit has left the one and come to the other', async () => {
    const { of } = await changes(
      'a,2025,Aldham,2,,\nb,2025,Aldham,4,,\nc,2025,Bury,1,,\na,2026,Bury,2,,\nb,2026,Aldham,4,,\nc,2026,Bury,1,,\n',
    );
    expect(of('Aldham')).toMatchObject({ change: '1', matched: '0', parts: ['1', '0', '0', '0'] });
    expect(of('Bury')).toMatchObject({ change: '0.5', matched: '0', parts: ['0.5', '0', '0', '0'] });
  });

  describe('who moved from one department to another', () => {
    const moved = async (rollup: string, args = '') => {
      const { out } = await milepost(
        `compare q.yaml a.csv --waves 2025,2026 --format csv --by organisation,department ${args}`.trim(),
        {
          files: {
            'q.yaml': asked(`{ rollup: { organisation: { of: ${rollup} } } }`).replace(
              'scales:',
              '  - { id: department, title: Department, required: true, unit: true }\nscales:',
            ),
            'a.csv': `response_id,wave,organisation,department,q1
a,2025,Aldham,Housing,2
b,2025,Aldham,Planning,4
c,2025,Aldham,Housing,3
a,2026,Aldham,Planning,4
b,2026,Aldham,Planning,4
c,2026,Aldham,Housing,3
`,
          },
        },
      );
      const rows = rowsOf(out).filter(({ node }) => node === 'overall');
      return Object.fromEntries(
        rows.map((row) => [
          row.department || row.organisation,
          [
            row.from_score,
            row.to_score,
            row.change,
            row.matched_change,
            row.who_answered,
            row.answers_changed,
            row.matched_responses,
          ].join(' '),
        ]),
      );
    };
    const departments = { Housing: '2.5 3 0.5 0 0.5 0 1', Planning: '4 4 0 0 0 0 1' };

    test('has left the one and come to the other, and was in an organisation before that pools its responses', async () => {
      // a was 2 and is 4 in Aldham, wherever that was.
      expect(await moved('responses')).toEqual({ Aldham: '3 3.67 0.67 0.67 0 0.67 3', ...departments });
    });

    test('has left and come in one that is a mean of departments, too: its parts are the means of theirs', async () => {
      expect(await moved('department')).toEqual({ Aldham: '3.25 3.5 0.25 0 0.25 0 2', ...departments });
    });

    test('was there before in all there is as in its units', async () => {
      expect(await moved('responses', '--total')).toMatchObject({ '(all)': '3 3.67 0.67 0.67 0 0.67 3' });
      expect(await moved('department', '--total')).toMatchObject({ '(all)': '3.25 3.5 0.25 0 0.25 0 2' });
    });
  });

  test('a unit of one wave alone has a score there, and no change', async () => {
    const { of } = await changes('a,2025,Aldham,2,,\nb,2026,Bury,3,,\n');
    expect(of('Aldham')).toMatchObject({
      scores: ['2', ''],
      change: '',
      matched: '',
      parts: ['', '', '', ''],
    });
    expect(of('Bury')).toMatchObject({ scores: ['', '3'], change: '' });
  });

  test('parts that do not come out even still add up to the last digit', async () => {
    const { of } = await changes('a,2025,Aldham,1,1,1\na,2026,Aldham,2,,2\n');
    // Thirds: 1 → 5/3 by the two answers that changed, → 2 without the third.
    expect(of('Aldham')).toMatchObject({ change: '1', parts: ['0', '0.67', '0.33', '0'] });
  });

  test('a blank that counts as the lowest is no answer in both, and is not matched', async () => {
    const { of } = await changes('a,2025,Aldham,2,,\na,2026,Aldham,2,4,\n', '', {
      'q.yaml': asked('{ method: mean, missing: { unanswered: lowest } }'),
    });
    expect(of('Aldham')).toMatchObject({ change: '1', matched: '0', parts: ['0', '0', '1', '0'] });
  });

  test('a wave that nobody answered is told, with those that there are', async () => {
    const { exit, err } = await milepost('compare q.yaml a.csv --waves 2025,2027', {
      files: { 'q.yaml': asked(), 'a.csv': 'response_id,wave,organisation,q1\na,2025,Aldham,2\n' },
    });
    expect(exit).toBe(2);
    expect(err).toContain('--waves 2027: no response is of this wave\nWaves: 2025.');
  });
});

describe('each wave by its own questionnaire, rubric and map', () => {
  const config = (waves: string) => `milepost: 1
kind: config
questionnaire: q.yaml
waves:
${waves}
`;
  const answers = (lines: string) => `response_id,wave,organisation,q1,q2,q3\n${lines}`;

  test('another rubric is the last part, over the answers as they are', async () => {
    const { out, exit } = await milepost('compare q.yaml a.csv --tables waves --format csv', {
      files: {
        'milepost.config.yaml': config('  "2025": { rubric: least.yaml }'),
        'least.yaml': 'milepost: 1\nkind: rubric\nid: least\nversion: 1.0.0\ntitle: Least\nmethod: min\n',
        'q.yaml': asked(),
        'a.csv': answers('a,2025,Aldham,1,4,\na,2026,Aldham,2,5,\n'),
      },
    });
    expect(exit).toBe(0);
    // The least rises from 1 to 2; the mean of 2 and 5 is 3.5.
    expect(rowsOf(out).find(({ node }) => node === 'overall')).toMatchObject({
      from_score: '1',
      to_score: '3.5',
      change: '2.5',
      matched_change: '1',
      answers_changed: '1',
      definition_or_rubric: '1.5',
    });
  });

  const old = questionnaire(`profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
scales:
  three: { levels: [{ value: 1, label: A }, { value: 2, label: B }, { value: 3, label: C }] }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: First?, scale: three }
      - { id: gone, text: Of old?, scale: three }
`).replace('version: 1.0.0', 'version: 0.9.0');
  const files = {
    'old.yaml': old,
    'q.yaml': asked(),
    'map.yaml': `milepost: 1
kind: map
rename: { owner: q1, data: d }
levels:
  q1: { 1: 1, 2: 3, 3: 5 }
drop: [gone]
`,
    'milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
sources:
  - files: [2025.csv, 2026.csv]
waves:
  "2025": { questionnaire: old.yaml, map: map.yaml }
`,
    '2025.csv':
      'response_id,wave,questionnaire_version,organisation,owner,gone\na,2025,0.9.0,Aldham,1,3\nb,2025,0.9.0,Bury,2,2\n',
    '2026.csv': answers('a,2026,Aldham,3,4,\nb,2026,Bury,3,,\n'),
  };

  test('answers to an earlier version are read by it, and compared through the map', async () => {
    const { out, err, exit } = await milepost('compare --tables waves --format csv', { files });
    expect(err).toBe('4 responses scored.\n');
    expect(exit).toBe(0);
    const rows = rowsOf(out).filter(({ node }) => node === 'd');
    // Level 3 was level 2: an owner that rises from 1 to 2 beside a 3 brings 2 to 2.5, and the new scale and questions 3.5.
    expect(rows[0]).toMatchObject({
      organisation: 'Aldham',
      from_score: '2',
      to_score: '3.5',
      change: '1.5',
      matched_change: '1',
      answers_changed: '0.5',
      newly_or_no_longer_answered: '0',
      definition_or_rubric: '1',
    });
    // The same answer in other words is no change of answers.
    expect(rows[1]).toMatchObject({
      change: '1',
      matched_change: '0',
      answers_changed: '0',
      definition_or_rubric: '1',
    });
  });

  const both = `response_id,wave,organisation,owner,gone,q1,q2,q3
a,2025,Aldham,1,3,,,
b,2025,Bury,2,2,,,
a,2026,Aldham,,,3,4,
b,2026,Bury,,,3,,
`;

  test('one file may hold all waves, with a column for each question of either version', async () => {
    const apart = await milepost('compare --tables waves --format csv', { files });
    const together = await milepost('compare q.yaml both.csv --tables waves --format csv', {
      files: { ...files, 'both.csv': both },
    });
    expect(together.err).toBe('4 responses scored.\n');
    expect(together.out).toBe(apart.out);
    const piped = await milepost('compare q.yaml - --tables waves --format csv', { files, stdin: both });
    expect(piped.out).toBe(apart.out);
  });

  test('a source that is of one wave is read by its version alone', async () => {
    const { err, exit } = await milepost('compare --tables waves --format csv', {
      files: {
        ...files,
        'columns.yaml': 'milepost: 1\nkind: map\ncolumns: { Besitzer: owner }\n',
        'milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
sources:
  - { files: 2025.csv, map: columns.yaml, constants: { wave: "2025" } }
  - { files: 2026.csv }
waves:
  "2025": { questionnaire: old.yaml, map: map.yaml }
`,
        '2025.csv': 'response_id,organisation,Besitzer,gone\na,Aldham,1,3\nb,Bury,2,2\n',
      },
    });
    expect(err).toBe('4 responses scored.\n');
    expect(exit).toBe(0);
  });

  test('an answer of any wave can be adjusted, and what no wave has is told', async () => {
    const head = 'wave,response_id,question,from,to,kind,because,by,on\n';
    const why = 'correction,Misread,A. Clerk,2026-03-01\n';
    const adjusted = await milepost('compare --tables waves --format csv --adjust adjusted.csv', {
      files: {
        ...files,
        'adjusted.csv': `${head}2025,a,owner,1,2,${why}2026,a,q1,3,4,${why}2027,z,q1,3,4,${why}`,
      },
    });
    const [row] = rowsOf(adjusted.out).filter(({ node }) => node === 'd');
    expect(row).toMatchObject({ from_score: '2.5', to_score: '4' });
    expect(adjusted.err.match(/^adjusted.csv/gm)).toHaveLength(1);
    expect(adjusted.err).toContain('there is no response "z" of wave "2027" to adjust');
  });

  test('what figures were made of names every version, rubric, file and map', async () => {
    const { out } = await milepost('compare --tables scores,waves --format json', { files });
    const { provenance, tables } = JSON.parse(out);
    expect(tables).toMatchObject([{ name: 'scores' }, { name: 'waves' }]);
    expect(provenance).toMatchObject({
      questionnaire: { version: '1.0.0' },
      earlier: [{ version: '0.9.0' }],
      rubrics: [{}, {}],
      inputs: [
        { name: '2025.csv', rows: 2 },
        { name: '2026.csv', rows: 2 },
        { name: 'map.yaml', kind: 'map' },
      ],
    });
    const together = await milepost('compare q.yaml both.csv --format json', {
      files: { ...files, 'both.csv': both },
    });
    expect(JSON.parse(together.out).provenance.inputs).toMatchObject([
      { name: 'both.csv', rows: 4, digest: expect.stringMatching(/^sha256:/) },
      { name: 'map.yaml' },
    ]);
  });

  test('a map that leaves something open is no way to compare', async () => {
    const { err, exit } = await milepost('compare --tables waves', {
      files: { ...files, 'map.yaml': 'milepost: 1\nkind: map\nrename: { owner: q9 }\n' },
    });
    expect(exit).toBe(2);
    expect(err).toContain('map.yaml:3:');
  });

  test('each wave stands in the scores by its own version', async () => {
    const { out } = await milepost('compare --format csv', { files });
    expect(out).toBe(
      'organisation,wave,responses,d,overall,data\nAldham,2025,1,,2,2\nBury,2025,1,,2,2\nAldham,2026,1,3.5,3.5,\nBury,2026,1,3,3,\n',
    );
  });
});

test('a merged authority is what it became in all waves', async () => {
  const { of } = await changes(
    'a,2025,Aldham,2,,\nb,2025,Bury,4,,\na,2026,Greater Aldham,3,,\nb,2026,Greater Aldham,4,,\n',
    '--units units.csv',
    {
      'units.csv':
        'id,title,level,becomes\nal,Aldham,organisation,ga\nbu,Bury,organisation,ga\nga,Greater Aldham,organisation,\n',
    },
  );
  expect(of('Greater Aldham')).toEqual({
    scores: ['3', '3.5'],
    change: '0.5',
    matched: '0.5',
    parts: ['0', '0.5', '0', '0'],
    responses: ['2', '2', '2'],
  });
});

test('with few people behind it a figure is withheld, and so is what tells of few who came or left', async () => {
  const { of } = await changes(
    'a,2025,Aldham,2,,\nb,2025,Aldham,4,,\na,2026,Aldham,2,,\nb,2026,Aldham,4,,\nc,2026,Aldham,5,,\nd,2025,Bury,1,,\nd,2026,Bury,1,,\n',
    '',
    { 'q.yaml': asked().replace('dimensions:', 'privacy: { min_group: 2 }\ndimensions:') },
  );
  expect(of('Aldham')).toMatchObject({
    scores: ['3', '3.67'],
    change: '0.67',
    // With both scores it would tell that the one who came has 5.
    matched: '',
    parts: ['', '', '', ''],
  });
  expect(of('Bury')).toMatchObject({ scores: ['', ''], change: '', matched: '' });
});

test('those who left are few, however many people answered together who were there before', async () => {
  const earlier = (people: number) => `a,2025,Aldham,2,,,${people}\nb,2025,Aldham,4,,,3\n`;
  const ran = (lines: string) =>
    changes('', '', {
      'q.yaml': asked().replace('dimensions:', 'privacy: { min_group: 5, count: people }\ndimensions:'),
      'a.csv': `response_id,wave,organisation,q1,q2,q3,participants\n${lines}`,
    });
  const grown = await ran(`${earlier(6)}a,2026,Aldham,3,,,12\n`);
  // With both scores, the matched change would tell that the three who left had 4.
  expect(grown.of('Aldham')).toMatchObject({ scores: ['3', '3'], matched: '', parts: ['', '', '', ''] });
  const shrunk = await ran('a,2025,Aldham,2,,,12\na,2026,Aldham,3,,,6\nc,2026,Aldham,4,,,3\n');
  expect(shrunk.of('Aldham')).toMatchObject({ matched: '', parts: ['', '', '', ''] });
});

test('what so many said together is told where fewer or more of them say it now', async () => {
  const { of } = await changes('', '', {
    'q.yaml': asked().replace('dimensions:', 'privacy: { min_group: 5, count: people }\ndimensions:'),
    'a.csv':
      'response_id,wave,organisation,q1,q2,q3,participants\na,2025,Aldham,2,,,6\na,2026,Aldham,3,,,12\n',
  });
  expect(of('Aldham')).toMatchObject({ scores: ['2', '3'], matched: '1' });
});

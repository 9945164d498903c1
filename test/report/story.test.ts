import { describe, expect, test } from 'vitest';
import { csv, definition, report } from './fixture.js';
import { pageOf } from './page.js';

const whole = async (options = '', files = {}) => {
  const ran = await report(`-o r.html ${options}`, files);
  expect(ran.err).not.toContain('error');
  return pageOf(ran.file('r.html'));
};

describe('the story', () => {
  test('each part says what was found', async () => {
    const page = await whole();
    expect(page.headings.map(([, text]) => text)).toEqual([
      'A sample',
      '3 authorities returned',
      'Data lags in 2 of 3 authorities',
      'Furthest apart in Data, from 1.50 to 4.00',
      'Lowest where Data meets Tools',
      'Furthest to go: Data, from 1.75 to 2.25',
      '3 of 3 authorities rose overall from 2025 to 2026',
      'On one question, ratings within one authority lie two levels or more apart',
      '2 authorities could learn from 1 that offers a practice',
      'Named most: Skills, in 3 responses',
      '9 responses, scored by “A sample” 1.0.0',
    ]);
  });

  test('with a register it says who is missing', async () => {
    const units =
      'id,title,level\nn,Northbridge,organisation\ne,Eastmere,organisation\nw,Westholm,organisation\ns,Saltmere,organisation\n';
    const page = await whole('--units u.csv', { 'u.csv': units });
    expect(page.finding('asked')).toBe('3 of 4 authorities returned');
    expect(page.text).toContain('Nothing has come back from:');
    expect(page.text).toContain('Saltmere');
  });

  test('no dimension lags where none is the lowest in more than half of the units; then it says in which band most are', async () => {
    const even = csv([
      'a,,A,x,,1,1,2,3,,,,,,',
      'b,,B,x,,3,3,1,2,,,,,,',
      'c,,C,x,,4,4,4,3,,,,,,',
      'd,,D,x,,3,3,3,3,,,,,,',
      'e,,E,x,,2,2,2,3,,,,,,',
    ]);
    const page = await whole('', { 'a.csv': even });
    expect(page.finding('standings')).toBe('3 of 5 authorities are at “Middle” overall, 2 above');
  });
});

test('what holds people back is counted over all questions, a response once, without an overall score too', async () => {
  const page = await whole('', {
    'q.yaml': definition({ rubric: '{ overall: none }' }),
    'a.csv': `response_id,organisation,department,data_owner,data_owner__barriers,culture_time,culture_time__barriers
a,Northbridge,Housing,2,skills,3,skills
b,Northbridge,Housing,2,money,3,skills
c,Eastmere,Housing,2,money;skills,3,
`,
  });
  expect(page.finding('barriers')).toBe('Named most: Skills, in 3 responses');
  expect(page.rows('barriers')).toEqual([
    { barrier: 'Skills', responses: '3', data: '2', culture: '2' },
    { barrier: 'Money', responses: '2', data: '2', culture: '0' },
  ]);
});

describe("a unit's own page", () => {
  const own = async (options = '', files = {}) => {
    const ran = await report(`-o r.html --unit organisation=Northbridge ${options}`, files);
    expect(ran.exit).toBe(0);
    return pageOf(ran.file('r.html'));
  };

  test('tells of the unit against peers that have no names', async () => {
    const page = await own();
    expect(page.finding('standing')).toBe('Northbridge stands lowest in Data, highest in Culture');
    expect(page.text).not.toContain('Eastmere');
    expect(page.text).not.toContain('Westholm');
    expect(page.finding('changes')).toBe('Northbridge rose by 0.50 overall from 2025 to 2026');
    expect(page.finding('exchange')).toBe('Northbridge could learn from 1 authority');
  });

  test('names them where that is asked for', async () => {
    const page = await own('--name-peers');
    expect(page.rows('standings').map(({ organisation }) => organisation)).toContain('Westholm');
  });

  test('tells notes only where that is asked for', async () => {
    expect((await own()).text).not.toContain('Fridays');
    expect((await own('--with-notes')).text).toContain('We meet on Fridays.');
    expect((await whole()).text).not.toContain('Fridays');
  });

  test('tells those that its own people wrote, of the departments whose page it is', async () => {
    const more = csv([
      'a1,2025,Northbridge,Housing,inner,1,2,3,2,,,,,,Said before.',
      'a1,2026,Northbridge,Housing,inner,1,2,3,2,,,,,,Said in Housing.',
      'a2,2026,Northbridge,Planning,inner,1,2,3,2,,,,,,Said in Planning.',
      'b1,2026,Eastmere,Housing,outer,1,2,3,2,,,,,,Said in Eastmere.',
    ]);
    const said = (html: string) => [...pageOf(html).text.matchAll(/Said [ \w]+/g)].map(([each]) => each);
    const page = await report('--with-notes --each organisation -o {unit}.html', { 'a.csv': more });
    expect(said(page.file('Northbridge.html'))).toEqual(['Said in Housing', 'Said in Planning']);
    expect(said(page.file('Eastmere.html'))).toEqual(['Said in Eastmere']);
    const housing = '--with-notes --unit organisation=Northbridge --unit department=Housing -o r.html';
    expect(said((await report(housing, { 'a.csv': more })).file('r.html'))).toEqual(['Said in Housing']);
  });

  test('tells notes by the questions of the version that was answered', async () => {
    const options = '--with-notes --unit organisation=Northbridge -o r.html';
    const ran = await report(options, {
      'old.yaml': definition().replace('version: 1.0.0', 'version: 0.9.0'),
      'q.yaml': definition().replaceAll('culture_time', 'learning_time'),
      'map.yaml': 'milepost: 1\nkind: map\nrename: { culture_time: learning_time }\n',
      'milepost.config.yaml':
        'milepost: 1\nkind: config\nquestionnaire: q.yaml\nwaves:\n  "2025": { questionnaire: old.yaml, map: map.yaml }\n  "2026": { questionnaire: old.yaml, map: map.yaml }\n',
    });
    const { finding, text } = pageOf(ran.file('r.html'));
    expect(finding('notes')).toBe('1 note on 1 question');
    expect(text).toContain('We meet on Fridays.');
  });

  test('is written for each unit, under its name', async () => {
    const ran = await report(['--each', 'organisation', '-o', 'out/{unit}.html']);
    expect(ran.err).toContain('3 pages written.');
    expect(pageOf(ran.file('out/Westholm.html')).finding('standing')).toContain('Westholm');
  });

  test('asks for one that came back in the wave that is told of', async () => {
    const files = { 'a.csv': csv(['a1,2025,A,x,inner,1,2,3,2,,,,,,', 'a2,2026,A,y,inner,2,2,3,2,,,,,,']) };
    const asked = ['--unit', 'organisation=A', '--unit', 'department=x', '--min-group', '5'];
    const ran = await report(asked, files);
    expect([ran.exit, ran.err]).toEqual([
      2,
      'milepost: there is no response of organisation A, department x among the answers of wave 2026\nThere is one of `2025`.\n',
    ]);
  });

  test('asks for one that there is', async () => {
    const ran = await report(['--unit', 'organisation=Northbrige']);
    expect([ran.exit, ran.err]).toEqual([
      2,
      'milepost: no response is of organisation Northbrige; did you mean Northbridge?\nUnit names are compared exactly.\n',
    ]);
  });
});

test('the same inputs give the same bytes, in Markdown too', async () => {
  const [one, other] = [await report(), await report()];
  expect(one.out).toBe(other.out);
  expect(one.out).toContain('## Data lags in 2 of 3 authorities');
});

import { describe, expect, test } from 'vitest';
import { csv, definition, report } from './fixture.js';
import { pageOf } from './page.js';

/** A definition whose levels have words of their own for a question. */
const worded = definition().replace(
  'text: Has every dataset an owner?, scale: maturity',
  'text: Has every dataset an owner?, scale: maturity, levels: { 2: Most have one., 3: Each has one. }',
);

const own = async (options: string, files = {}) => {
  const ran = await report(`-o r.html --unit organisation=Northbridge ${options}`, files);
  expect(ran.err).not.toContain('error');
  return pageOf(ran.file('r.html'));
};

/** Of one authority, so many alike that no single answer moves it to the next level. */
const alike = csv(
  Array.from(
    { length: 14 },
    (_, at) => `r${at},2026,Northbridge,Housing,inner,${at < 7 ? 1 : 2},2,3,2,,,,,,`,
  ),
);

describe('the nearest next level', () => {
  const files = { 'q.yaml': worded, 'a.csv': alike };

  test('names what stands furthest below it, with the words of the level that comes next', async () => {
    const page = await own('', files);
    expect(page.rows('next-level-questions')).toEqual([
      {
        dimension: 'Data',
        question: 'Has every dataset an owner?',
        mean: '1.50',
        next: 'Emerging: Most have one.',
      },
      { dimension: 'Service', question: 'Are services built together?', mean: '2.00', next: 'Established' },
    ]);
  });

  test('says in its heading what is lowest, where no single answer would reach one', async () => {
    const page = await own('', files);
    expect(page.finding('next-level')).toBe(
      'Furthest below its next level, in Service: Are services built together?',
    );
    expect(page.text).toContain('No change of a single answer would reach any of them');
    expect(page.rows('next-level')[0]).not.toHaveProperty('change');
  });

  test('never names a question of which ratings are withheld', async () => {
    const few = csv(
      Array.from(
        { length: 6 },
        (_, at) => `r${at},2026,Northbridge,Housing,inner,${at < 2 ? 1 : ''},2,3,2,,,,,,`,
      ),
    );
    const page = await own('--min-group 3', { 'q.yaml': worded, 'a.csv': few });
    const named = page.rows('next-level-questions').map(({ question }) => question);
    expect(named).not.toContain('Has every dataset an owner?');
    expect(named).toContain('Are services built together?');
  });
});

describe('who could learn from whom', () => {
  const practices = csv([
    'a1,2026,Northbridge,Housing,inner,1,2,3,2,3,,,,,',
    'b1,2026,Eastmere,Housing,outer,3,3,3,3,,,One register.,yes,Head of Data,',
    'b2,2026,Eastmere,Planning,outer,3,3,3,3,,,One list.,yes,Head of Data,',
    'c1,2026,Westholm,Housing,outer,4,4,4,4,,,One owner.,yes,Chief Owner,',
  ]);

  test('counts practices of a dimension, and those who offer them, in one row where nobody is named', async () => {
    const page = await own('', { 'a.csv': practices });
    expect(page.rows('exchange')).toEqual([
      {
        title: 'Data',
        score: '1.50',
        target: '2.50',
        rise: '+1.00',
        offered: '3 practices on offer, from 2 other authorities',
        theirs: '3.00 to 4.00',
      },
    ]);
    expect(page.text).not.toContain('One register.');
  });

  test('counts practices in what is released too, where it is not told what they are', async () => {
    const silent = 'abc'.split('').flatMap((id) =>
      Array.from({ length: 6 }, (_, at) => {
        const [unit, level] = { a: ['Northbridge', 1], b: ['Eastmere', 3], c: ['Westholm', 4] }[id] ?? [];
        return `${id}${at + 3},2026,${unit},Housing,outer,${level},3,3,3,${id === 'a' ? 3 : ''},,,,,`;
      }),
    );
    const page = await own('--publish', { 'a.csv': `${practices}${silent.join('\n')}\n` });
    expect(page.rows('exchange').map(({ offered }) => offered)).toEqual([
      '3 practices on offer, from 2 other authorities',
    ]);
  });

  test('does not tell what one authority alone scores, where nobody is named', async () => {
    const one = practices.replace(/^c1.*\n/m, '');
    const page = await own('', { 'a.csv': one });
    expect(page.rows('exchange')).toMatchObject([
      { offered: '2 practices on offer, from 1 other authority', theirs: 'not told of one alone' },
    ]);
  });

  test('names each with --name-peers, without a column of the unit itself', async () => {
    const page = await own('--name-peers', { 'a.csv': practices });
    expect(page.rows('exchange').map(({ from, practice, contact }) => [from, practice, contact])).toEqual([
      ['Westholm', 'One owner.', 'Chief Owner'],
      ['Eastmere', 'One register.', 'Head of Data'],
      ['Eastmere', 'One list.', 'Head of Data'],
    ]);
    expect(page.rows('exchange')[0]).not.toHaveProperty('learner');
  });

  test('tells one who offers how many others want to rise there', async () => {
    const ran = await report('-o r.html --unit organisation=Westholm', { 'a.csv': practices });
    const page = pageOf(ran.file('r.html'));
    expect(page.finding('exchange')).toBe('1 authority could learn from Westholm');
    expect(page.rows('exchange-taught')).toEqual([
      { title: 'Data', wanting: '1 other authority', theirs: 'not told of one alone' },
    ]);
  });

  test('names a dimension once on the page of all units', async () => {
    const ran = await report('-o r.html', { 'a.csv': practices });
    const [, table = ''] = /<table id="table-exchange"(.*?)<\/table>/s.exec(ran.file('r.html')) ?? [];
    expect(table.match(/>Data</g)).toHaveLength(1);
    expect(pageOf(ran.file('r.html')).rows('exchange')).toMatchObject([
      { title: 'Data', learner: 'Northbridge', from: 'Westholm', practice: 'One owner.' },
    ]);
  });
});

test('coverage is told in per cent', async () => {
  const gaps = csv([
    'a1,2026,Northbridge,Housing,inner,1,,3,2,,,,,,',
    'a2,2026,Northbridge,Housing,inner,1,2,3,2,,,,,,',
  ]);
  const page = await own('', { 'a.csv': gaps });
  expect(page.rows('standing').map(({ coverage }) => coverage)).toEqual(['75 %', '100 %', '100 %', '92 %']);
});

describe('an index that only says in which class a unit is', () => {
  const rubric =
    "{ indices: [{ id: ready, title: Ready, score: 'scores.data >= 3 ? 2.0 : 1.0', bands: [{ id: no, label: Not yet, from: 1 }, { id: yes, label: Ready now, from: 2 }] }] }";
  const files = { 'q.yaml': definition({ rubric }) };

  test('stands by the name of its class, and has no median and no change', async () => {
    const page = await own('--waves 2025,2026', files);
    expect(page.rows('standing').find(({ node }) => node === 'Ready')).toMatchObject({
      score: 'Not yet',
      peers: '3',
      peer_q1: 'n/a',
      peer_median: 'n/a',
      to_median: 'n/a',
    });
    for (const table of ['spread', 'changes'])
      expect(page.rows(table).map(({ node, label }) => node ?? label)).toEqual([
        'Data',
        'Culture',
        'Service',
        'Overall',
      ]);
    const all = pageOf((await report('-o r.html', files)).file('r.html'));
    expect(all.rows('standings').map(({ ready }) => ready)).toEqual(['Not yet', 'Not yet', 'Ready now']);
    expect(all.rows('spread').map(({ node }) => node)).not.toContain('Ready');
    const markdown = await report('--format md', files);
    expect(markdown.out).toContain('| Ready now |');
  });
});

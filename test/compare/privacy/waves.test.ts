import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from './support.js';

/** The rows of a node, by department or of the whole organisation: scores, matched change, and what the change is made of. */
async function told(
  lines: readonly string[],
  {
    by = 'organisation',
    node = 'data',
    privacy = 'privacy: { min_group: 3 }',
    rubric = 'organisation: { of: responses }',
    args = '',
    /** Whether both questions are of one dimension. */
    together = false,
    files = {} as Readonly<Record<string, string>>,
  } = {},
) {
  const text = questionnaire({ privacy, rollup: rubric });
  const ran = await milepost(`compare q.yaml r.csv --by ${by} --tables waves --format csv ${args}`.trim(), {
    files: {
      'q.yaml': together ? text.replace(/ }\]\s+- id: culture\s.*\s.*questions: \[/, ' }, ') : text,
      'r.csv': `response_id,wave,organisation,department,q1,q2,participants,official,mode\n${lines.join('\n')}\n`,
      ...files,
    },
  });
  expect(ran.exit, ran.err).toBe(0);
  const shown = (...figures: readonly (string | undefined)[]) =>
    figures.map((figure) => figure || '–').join(' ');
  return Object.fromEntries(
    rowsOf(ran.out)
      .filter((row) => row.node === node)
      .map((row) => [
        row.department || 'all',
        {
          scores: shown(row.from_score, row.to_score),
          matched: shown(row.matched_change),
          parts: shown(
            row.who_answered,
            row.answers_changed,
            row.newly_or_no_longer_answered,
            row.definition_or_rubric,
          ),
        },
      ]),
  );
}

/** What somebody said to q1 and q2 in both waves, as `2 3 → 3 3`; `.` is a blank, and who is not in a wave says nothing there. */
function said(
  id: string,
  both: string,
  { department = 'A', participants = 1, official = '', mode = '' } = {},
): readonly string[] {
  return both.split('→').flatMap((answers, i) => {
    const [q1 = '', q2 = ''] = answers.trim().replaceAll('.', '').split(/ /);
    return answers.trim() === ''
      ? []
      : [`${id},${2025 + i},North,${department},${q1},${q2},${participants},${official},${mode}`];
  });
}

const withheld = { matched: '–', parts: '– – – –' };

test('who answered a question in both waves can be few although all stayed, and then its change is withheld', async () => {
  const blanks = [
    ...said('a', '1 2→. 2'),
    ...said('b', '2 2→. 2'),
    ...said('c', '3 2→4 2'),
    ...said('d', '. 2→3 2'),
    ...said('e', '. 2→4 2'),
    ...said('f', '. 2→. 3'),
  ];
  // Only c answered it in both, and rose by 1.
  expect(await told(blanks)).toEqual({ all: { scores: '2 3.67', ...withheld } });
  // What all six answered in both is told.
  expect(await told(blanks, { node: 'culture' })).toMatchObject({ all: { matched: '0.17' } });
});

test('what few newly or no longer answered is withheld: with both scores, what the rest changed would tell it', async () => {
  const stayed = ['a', 'b', 'c', 'd'].flatMap((id) => said(id, '2 2→3 3'));
  const one = [...stayed, ...said('e', '. 2→1 3')];
  expect(await told(one)).toEqual({ all: { scores: '2 2.6', ...withheld } });
  expect(await told(one, { node: 'culture' })).toMatchObject({ all: { matched: '1', parts: '0 1 0 0' } });
  const three = [...stayed, ...['e', 'f', 'g'].flatMap((id) => said(id, '. 2→1 3'))];
  expect(await told(three)).toMatchObject({ all: { matched: '1', parts: '0 1 -0.86 0' } });
});

test('who left or came counts for a node where they answered something in it', async () => {
  const stayed = ['a', 'b', 'c', 'd'].flatMap((id) => said(id, '2 2→3 3'));
  const left = [...stayed, ...said('e', '4 4→'), ...said('f', '. 4→'), ...said('g', '. 3→')];
  // Of three who left, one had answered.
  expect(await told(left)).toMatchObject({ all: withheld });
  expect(await told(left, { node: 'culture' })).toMatchObject({ all: { matched: '1' } });
});

test('a dimension told beside another that few answered would tell of them by what is over', async () => {
  // All but a answered q2 alone, so that overall less culture is what a said of data.
  const lines = [...said('a', '1 .→4 .'), ...['b', 'c', 'd'].flatMap((id) => said(id, '. 2→. 3'))];
  expect(await told(lines)).toMatchObject({ all: withheld });
  expect(await told(lines, { node: 'culture' })).toMatchObject({ all: { matched: '1' } });
  expect(await told(lines, { node: 'overall' })).toMatchObject({ all: withheld });
});

test('what is over may be told where those who are few in single dimensions are enough together', async () => {
  const lines = [
    ...['a', 'b'].flatMap((id) => said(id, '. 2→3 3')),
    ...['c', 'd'].flatMap((id) => said(id, '2 .→3 3')),
    ...['e', 'f', 'g'].flatMap((id) => said(id, '2 2→3 3')),
  ];
  expect(await told(lines)).toMatchObject({ all: withheld });
  expect(await told(lines, { node: 'culture' })).toMatchObject({ all: withheld });
  expect(await told(lines, { node: 'overall' })).toMatchObject({ all: { matched: '1' } });
});

test('several small dimensions are not told either by what is over beside the large one, where they are few together', async () => {
  const third =
    '  - id: tools\n    title: Tools\n    questions: [{ id: q3, text: Are there tools?, scale: maturity }]\n';
  const matched = async (answering: Readonly<Record<string, readonly string[]>>) => {
    const lines = Object.entries(answering).flatMap(([cells, ids]) =>
      ids.flatMap((id) =>
        [2, 3].map((score, i) => `${id},${2025 + i},North,A,${cells.replace('x', String(score))}`),
      ),
    );
    const ran = await milepost('compare q.yaml r.csv --by organisation --tables waves --format csv', {
      files: {
        'q.yaml': questionnaire({ privacy: 'privacy: { min_group: 3 }' }).replace(
          'rubric:',
          `${third}rubric:`,
        ),
        'r.csv': `response_id,wave,organisation,department,q1,q2,q3\n${lines.join('\n')}\n`,
      },
    });
    return Object.fromEntries(rowsOf(ran.out).map(({ node, matched_change: change }) => [node, change]));
  };
  const three = ['c', 'd', 'e'];
  const two = await matched({ 'x,,': ['a'], ',x,': ['b'], ',,x': three });
  expect(two).toEqual({ data: '', culture: '', tools: '1', overall: '' });
  // With a alone in data a least group of two would have had to keep overall, and a larger one never tells more.
  const alone = await matched({ 'x,,': ['a'], ',x,': ['b', 'g'], ',,x': three });
  expect(alone).toEqual({ data: '', culture: '', tools: '1', overall: '' });
  const enough = await matched({ 'x,,': ['a', 'f'], ',x,': ['b', 'g'], ',,x': three });
  expect(enough).toEqual({ data: '', culture: '', tools: '1', overall: '1' });
});

test('whose earlier answers weigh differently in the matched change and in the parts must be enough on either side', async () => {
  const lines = (still: number) => [
    ...Array.from({ length: still }, (_, i) => said(`s${i}`, '2 2→3 2')).flat(),
    // They answered both, and are down to one: that counts for half of what it does in the matched change.
    ...['a', 'b', 'c'].flatMap((id) => said(id, '4 2→2 .')),
  ];
  const together = { together: true, privacy: 'privacy: { min_group: 2 }' };
  expect(await told(lines(1), together)).toMatchObject({ all: withheld });
  expect(await told(lines(2), together)).toMatchObject({ all: { matched: '-1' } });
});

test('three small departments together are not told by the organisation and the large one, nor any of them', async () => {
  const lines = [
    ...['a', 'b', 'c', 'd', 'e'].flatMap((id) => said(id, '2 2→3 3')),
    ...['f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'].flatMap((id, i) => {
      const department = 'BCD'.charAt(i % 3);
      // In each of them one stayed, and others came and left.
      return i < 3
        ? said(id, '1 2→4 2', { department })
        : ['→', '']
            .flatMap((after) => (after === '' ? [`${id}x`, `${id}y`] : [id, `${id}z`]))
            .flatMap((who, at) => said(who, at < 2 ? '2 2→' : '→2 2', { department }));
    }),
  ];
  const found = await told(lines, {
    by: 'organisation,department',
    privacy: 'privacy: { min_group: 4 }',
  });
  expect(found).toMatchObject({ A: { matched: '1' }, B: withheld, C: withheld, D: withheld, all: withheld });
});

test('where one answers for many, as many as they were and as they are must be enough for each node', async () => {
  const lines = (before: number, after: number) => [
    ...said('a', '1 1→. 1', { participants: 6 }),
    ...said('c', '. 1→1 1', { participants: 6 }),
    ...said('b', '2 2→', { participants: before }),
    ...said('b', '→3 3', { participants: after }),
  ];
  const privacy = 'privacy: { min_group: 5, count: people }';
  expect(await told(lines(6, 2), { privacy })).toMatchObject({ all: withheld });
  expect(await told(lines(2, 6), { privacy })).toMatchObject({ all: withheld });
  expect(await told(lines(6, 6), { privacy })).toMatchObject({ all: { matched: '1' } });
});

test('an official answer is nobody’s, in one node as in all', async () => {
  const lines = [
    ...['a', 'b', 'c'].flatMap((id) => said(id, '. 2→. 3')),
    ...said('o', '1 2→2 3', { official: 'true' }),
  ];
  expect(await told(lines)).toMatchObject({ all: { scores: '1 2', matched: '1' } });
});

test('those whom others speak for are not among those who left', async () => {
  const workshop = { mode: 'workshop' };
  const lines = [
    ...['a', 'b', 'c'].flatMap((id) => said(id, '2 2→3 3', workshop)),
    ...said('d', '4 4→', workshop),
    ...['e', 'f', 'g'].flatMap((id) => said(id, '2 2→')),
  ];
  // Of four who left, one spoke for the department.
  const prefer = { rubric: 'organisation: { of: responses }, prefer: workshop' };
  expect(await told(lines, prefer)).toMatchObject({ all: { scores: '2.5 3', ...withheld } });
});

test('departments that were told of before count among those within, though no row is theirs now', async () => {
  const lines = [
    ...['a', 'b', 'c', 'd'].flatMap((id) => said(id, '2 2→3 3', { department: 'A' })),
    ...['e', 'f', 'g', 'h'].flatMap((id) => said(id, '2 2→3 3', { department: 'B' })),
    ...said('i', '4 4→', { department: 'A' }),
    ...['j', 'k'].flatMap((id) => said(id, '4 4→', { department: 'B' })),
  ];
  expect(await told(lines)).toMatchObject({ all: { matched: '1' } });
  const earlier = await milepost('compare q.yaml r.csv --by department --format json', {
    files: {
      'q.yaml': questionnaire({ privacy: 'privacy: { min_group: 3 }' }),
      'r.csv': `response_id,wave,organisation,department,q1,q2\n${lines.map((line) => line.split(',').slice(0, 6).join(',')).join('\n')}\n`,
    },
  });
  const published = { args: '--published earlier.json', files: { 'earlier.json': earlier.out } };
  expect(await told(lines, published)).toMatchObject({ all: withheld });
});

test('of a small unit the table of waves does not tell that it has no score', async () => {
  const many = (department: string, wave: string) =>
    [1, 2, 3, 4, 5].map((i) => `${department}${i},${wave},Northbridge,${department},4,2`);
  const lines = [
    'response_id,wave,organisation,department,q1,q2',
    ...['2025', '2026'].flatMap((wave) => ['A', 'C'].flatMap((each) => many(each, wave))),
    // Two people of B, who left the first question out in both waves.
    'b1,2025,Northbridge,B,,2',
    'b2,2025,Northbridge,B,,3',
    'b1,2026,Northbridge,B,,2',
    'b2,2026,Northbridge,B,,3',
  ];
  const { out } = await milepost(
    'compare q.yaml r.csv --by department --waves 2025,2026 --tables waves --publish --format md',
    { files: { 'q.yaml': questionnaire({}), 'r.csv': `${lines.join('\n')}\n` } },
  );
  const ofB = out.split('\n').filter((line) => /\| B +\|/.test(line));
  expect(ofB.length).toBeGreaterThan(0);
  for (const line of ofB) {
    const cells = line.split('|').map((cell) => cell.trim());
    // Of no node it is told what was or is, whether somebody answered it or nobody.
    expect(cells.filter((cell) => cell === '[c]')).toHaveLength(8);
  }
});

test('how few changed who moved within an organisation that pools its responses, departments beside it would tell', async () => {
  const many = (name: string, both: string, department: string) =>
    [1, 2, 3].flatMap((i) => said(`${name}${i}`, both, { department }));
  const movers = (count: number) =>
    Array.from({ length: count }, (_, i) => [
      `m${i},2025,North,A,1,1,1,,`,
      `m${i},2026,North,B,4,4,1,,`,
    ]).flat();
  const others = [
    ...many('a', '2 2 → 3 3', 'A'),
    ...many('b', '3 3 → 3 3', 'B'),
    ...many('left', '2 2 →', 'A'),
    ...many('came', '→ 3 3', 'B'),
  ];
  const both = { by: 'organisation,department' };
  // Seven changed by 6 in all, three of them by 3 in A and three by nothing in B: the one who moved by 3.
  const told7 = await told([...others, ...movers(1)], both);
  expect(told7.all).toEqual({ scores: '2.2 3.1', matched: '–', parts: '– – – –' });
  expect([told7.A?.matched, told7.B?.matched]).toEqual(['1', '0']);
  expect((await told([...others, ...movers(1)])).all?.matched).toBe('0.85');
  expect((await told([...others, ...movers(3)], both)).all?.matched).not.toBe('–');
});

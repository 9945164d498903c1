import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';

const definition = (privacy = '') =>
  questionnaire(`${privacy}
profile:
  - { id: organisation, title: Authority, unit: true }
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
  - { id: role, title: Role, type: choice, options: [{ id: lead, label: Leader }, { id: front, label: Frontline }] }
dimensions: [{ id: d, title: Data, questions: [{ id: q, text: How much?, type: number, min: 0, max: 10 }] }]
rubric: { rollup: { organisation: { of: responses } } }
`);

/** The first leads in one wave and does not in the next. */
const answers = `response_id,wave,organisation,type,role,q
1,2025,North,inner,lead,2
2,2025,North,inner,front,4
3,2025,South,inner,front,6
4,2025,East,outer,lead,1
1,2026,North,inner,front,3
2,2026,North,inner,front,6
3,2026,South,inner,front,6
5,2026,East,outer,lead,4
`;

async function waves(options: string, { privacy = '' } = {}) {
  return milepost(`compare q.yaml a.csv --tables waves --format csv ${options}`, {
    files: { 'q.yaml': definition(privacy), 'a.csv': answers },
  });
}

async function lines(options: string, keys: string) {
  const { out } = await waves(options);
  const found = rowsOf(out).filter(({ node }) => node === 'd');
  return found.map((row) =>
    keys
      .split(' ')
      .map((key) => row[key] || '–')
      .join(' '),
  );
}

const parts = 'from_score to_score change matched_change who_answered answers_changed';

describe('groups and all there is from one wave to the next', () => {
  test('kinds of authority, each made of its authorities', async () => {
    expect(await lines('--by type,organisation --total', `type organisation ${parts}`)).toEqual([
      // 3 and 6; then 4.5 and 6.
      'Inner – 4.5 5.25 0.75 0.75 0 0.75',
      'Inner North 3 4.5 1.5 1.5 0 1.5',
      'Inner South 6 6 0 0 0 0',
      'Outer – 1 4 3 – 3 0',
      'Outer East 1 4 3 – 3 0',
      '(all) – 3.33 4.83 1.5 0.75 1 0.5',
    ]);
  });

  test('scores are those of the table of scores', async () => {
    const { out } = await milepost('compare q.yaml a.csv --by role --total --format csv', {
      files: { 'q.yaml': definition(), 'a.csv': answers },
    });
    const of = (wave: string) =>
      rowsOf(out).flatMap((row) => (row.wave === wave ? [`${row.role} ${row.d}`] : []));
    const found = await lines('--by role --total --sort name', 'role from_score to_score');
    expect(found.map((row) => row.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(
      of('2025').toSorted(),
    );
    expect(found.map((row) => row.split(' ').toSpliced(1, 1).join(' ')).toSorted()).toEqual(
      of('2026').toSorted(),
    );
  });

  test('who says another role has left the one row and come to the other', async () => {
    expect(await lines('--by role', `role ${parts} from_responses to_responses matched_responses`)).toEqual([
      'Leader 1.5 4 2.5 – 2.5 0 2 1 0',
      // 4 and 6; then 3, 6 and 6. With what all three said before, 2, 4 and 6, it is 4.
      'Frontline 5 5 0 1 -1 1 2 3 3',
    ]);
  });

  test('groups are ranked, and all there is is not', async () => {
    expect(await lines('--by type --total --rank', 'type from_rank from_ranked to_rank to_ranked')).toEqual([
      'Inner 1 2 1 2',
      'Outer 2 2 2 2',
      '(all) – – – –',
    ]);
  });
});

test.each([
  [
    '--by type',
    '--by type: small groups are withheld, and what groups and totals tell of them in the table of waves',
  ],
  [
    '--by organisation --total',
    '--total: small groups are withheld, and what groups and totals tell of them',
  ],
])(
  'where small groups are withheld, %s is refused: what it tells of them is not reckoned',
  async (options, told) => {
    const { exit, err, out } = await waves(options, { privacy: 'privacy: { min_group: 2 }' });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(told);
    expect(err).toContain('or waves out.');
  },
);

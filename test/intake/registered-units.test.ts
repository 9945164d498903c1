import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

const asked = questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, unit: true }
  - { id: type, title: Kind, type: choice, required: true, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
dimensions:
  - id: d
    title: D
    questions:
      - { id: q, text: Q?, type: yes_no }
      - { id: inner_only, text: Only inside?, type: yes_no, when: profile.type == "inner" }
`);

const units = `id,title,aliases,level,parent,type
nb,Northbridge,NB; Northbridge Council,organisation,,inner
nb-h,Housing & Homes,Housing,department,nb,
nb-t,Transport,,department,nb,
em,Eastmere,,organisation,,outer
em-h,Housing,,department,em,
wc,Westcombe,,organisation,,
`;

const files = (csv: string, register = units) => ({ 'q.yaml': asked, 'units.csv': register, 'a.csv': csv });

/** Without what is told of the questionnaire itself. */
const ofAnswers = (err: string) => err.replace(/^q\.yaml[\s\S]*?\n(?=[ac-z])/, '');

/** The profile of each response that was taken in, and what was told. */
async function take(csv: string, register = units, definition = asked) {
  const { exit, out, err } = await milepost('import q.yaml a.csv --units units.csv', {
    files: { ...files(csv, register), 'q.yaml': definition },
  });
  const lines = out.split('\n').filter((line) => line !== '');
  return { exit, err: ofAnswers(err), profiles: lines.map((line) => JSON.parse(line).profile) };
}

describe('with a unit register', () => {
  test('units are matched to titles, ids and aliases as labels are, and come out by one name', async () => {
    const { exit, profiles } = await take(`organisation,department,q
northbridge  council,housing,yes
NB,HOUSING AND HOMES,yes
em,Housing,yes
`);
    expect(profiles).toEqual([
      { organisation: 'Northbridge', department: 'Housing & Homes', type: 'inner' },
      { organisation: 'Northbridge', department: 'Housing & Homes', type: 'inner' },
      { organisation: 'Eastmere', department: 'Housing', type: 'outer' },
    ]);
    expect(exit).toBe(0);
  });

  test('one that is not in it is refused at its cell, with a suggestion', async () => {
    const { exit, err, profiles } = await take(`organisation,department,q
Northbrigde,Housing,yes
Eastmere,Transport,yes
Nowhere,Parks,yes
`);
    expect({ exit, profiles }).toEqual({ exit: 1, profiles: [] });
    expect(err).toMatchInlineSnapshot(`
      "a.csv:1  warning  questions-without-column
        1 of 2 questions has no column and counts as unanswered: \`inner_only\`

      a.csv:2:A (organisation)  error  unit-unknown
        \`organisation\` is "Northbrigde", and units.csv has no unit called so; did you mean \`Northbridge\`?
        help: Write the title, the id or an alias of a unit; or add this name to the \`aliases\` of the unit
        that it means.

      a.csv:3:B (department)  error  unit-unknown
        \`department\` is "Transport", and units.csv has no unit called so in "Eastmere"
        help: Write the title, the id or an alias of a unit; or add this name to the \`aliases\` of the unit
        that it means.

      a.csv:4:A (organisation)  error  unit-unknown
        \`organisation\` is "Nowhere", and units.csv has no unit called so
        help: Write the title, the id or an alias of a unit; or add this name to the \`aliases\` of the unit
        that it means.

      a.csv:4:B (department)  error  unit-unknown
        \`department\` is "Parks", and units.csv has no unit called so
        help: Write the title, the id or an alias of a unit; or add this name to the \`aliases\` of the unit
        that it means.
      a.csv (a table with a header of ids): 3 rows read = 0 accepted + 3 refused.
      "
    `);
  });

  test('what it says of a unit is not asked of respondents, and is told once where they differ', async () => {
    const { exit, err, profiles } = await take(`organisation,type,q,inner_only
Northbridge,,yes,yes
Northbridge,Outer,yes,yes
Northbridge,Outer,yes,yes
Northbridge,iner,yes,yes
`);
    expect(profiles).toEqual(Array(4).fill({ organisation: 'Northbridge', type: 'inner' }));
    expect(err).toMatchInlineSnapshot(`
      "a.csv:1  warning  unit-without-column
        there is no column \`department\`: every response in this file belongs to \`(none)\`

      a.csv:3:B (type)  warning  unit-attribute-differs
        \`type\` is "outer" here, and the register says "inner" of "Northbridge": the register counts, in 2
        responses
        help: If respondents are right, correct the register.

      a.csv:4  warning  alike-rows
        1 row is alike in all cells to a row before; this one to line 3
        help: If they were sent twice, take one out; a column \`response_id\` tells responses apart.

      a.csv:5:B (type)  warning  unit-attribute-differs
        \`type\` is "iner" here, and the register says "inner" of "Northbridge": the register counts, in 1
        response
        help: If respondents are right, correct the register.
      a.csv (a table with a header of ids): 4 rows read = 4 accepted.
      "
    `);
    expect(exit).toBe(0);
  });

  test('where it says nothing, respondents have to', async () => {
    const { exit, err, profiles } = await take(`organisation,type,q
Westcombe,outer,yes
Westcombe,,yes
Westcombe,iner,yes
`);
    expect(profiles).toEqual([{ organisation: 'Westcombe', type: 'outer' }]);
    expect(err).toContain('a.csv:3:B (type)  error  profile-missing');
    expect(err).toContain('a.csv:4:B (type)  error  answer-unknown');
    expect(exit).toBe(1);
  });

  test('typed responses are read by it too', async () => {
    const response = (id: string, profile: object) =>
      JSON.stringify({
        milepost: 1,
        questionnaire: { id: 'sample', version: '1.0.0' },
        id,
        profile,
        answers: {},
      });
    const { exit, out, err } = await milepost('import q.yaml a.jsonl --units units.csv', {
      files: {
        ...files(''),
        'a.jsonl': [
          response('r1', { organisation: 'nb', type: 'odd' }),
          response('r2', { organisation: 'Estmere' }),
        ].join('\n'),
      },
    });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).profile),
    ).toEqual([{ organisation: 'Northbridge', type: 'inner' }]);
    expect(ofAnswers(err)).toMatchInlineSnapshot(`
      "a.jsonl:1:113  warning  unit-attribute-differs
        \`type\` is "odd" here, and the register says "inner" of "Northbridge": the register counts, in 1
        response
        help: If respondents are right, correct the register.

      a.jsonl:2:101  error  unit-unknown
        \`organisation\` is "Estmere", and units.csv has no unit called so; did you mean \`Eastmere\`?
        help: Write the title, the id or an alias of a unit; or add this name to the \`aliases\` of the unit
        that it means.
      a.jsonl: 2 rows read = 1 accepted + 1 refused.
      "
    `);
    expect(exit).toBe(1);
  });

  test('levels that it has no units of are left to respondents', async () => {
    const { profiles } = await take(
      'organisation,department,type,q\nnb,Whatever,inner,yes\n',
      'id,title,level\nnb,Northbridge,organisation\n',
    );
    expect(profiles).toEqual([{ organisation: 'Northbridge', department: 'Whatever', type: 'inner' }]);
  });

  test('an inner unit says which it belongs to where that is left blank, unless several are called so', async () => {
    const { err, profiles } = await take(
      'organisation,department,type,q\n,Transport,,yes\n,Housing,,yes\n,em-h,,yes\n',
      units.replace('Housing & Homes,Housing', 'Housing,'),
      asked.replace('title: Authority, required: true', 'title: Authority'),
    );
    expect(profiles).toEqual([
      { organisation: 'Northbridge', department: 'Transport', type: 'inner' },
      { organisation: 'Eastmere', department: 'Housing', type: 'outer' },
    ]);
    expect(err).toContain(
      '`department` is "Housing", which several units in units.csv are called: `nb-h` and `em-h`',
    );
  });

  test('one with an error in it is not used, and no answer is read', async () => {
    const { exit, err, profiles } = await take('organisation,q\nnb,yes\n', 'id,level\nnb,organization\n');
    expect({ exit, profiles }).toEqual({ exit: 2, profiles: [] });
    expect(err).toContain('register-level-unknown');
  });
});

test('`expected` counts the children that the register has, be they there or not', async () => {
  const args = 'compare q.yaml a.csv --by organisation --layout long --format csv';
  const csv = 'organisation,department,type,q\nNorthbridge,Transport,inner,yes\nEastmere,,outer,yes\n';
  const counts = async (more: string) => {
    const { out } = await milepost(`${args}${more}`, { files: files(csv) });
    const [header = '', ...rows] = out
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));
    const at = ['organisation', 'node', 'returned', 'expected'].map((key) => header.indexOf(key));
    return rows.map((row) => at.map((i) => row[i]).join(' ')).filter((row) => row.includes(' overall '));
  };
  expect(await counts('')).toEqual(['Northbridge overall 1 1', 'Eastmere overall 1 1']);
  // Eastmere's response names no department: its own `(none)` is one more than the register has.
  expect(await counts(' --units units.csv')).toEqual(['Northbridge overall 1 2', 'Eastmere overall 1 2']);
});

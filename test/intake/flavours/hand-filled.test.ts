import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { fileOf, readExport, sayings } from './exports.js';

const questionnaire = fileOf('questionnaire.yaml').toString();

/** A sheet with a department in each of columns B and C. */
const sheet = `Authority:,Northbridge,Northbridge
Department:,Housing,Planning
Question,Answer,Answer
Does every dataset have a named owner?,3,Established
Is there a data strategy?,yes,no
Who leads on data?,Nobody,officer
How well does each channel work?,,
Telephone,1,2
"Website, forms included",DK,3
Front desk,4,4
`;

const imported = (files: Readonly<Record<string, string>>, args = '') =>
  milepost(
    `import q.yaml ${Object.keys(files).find((name) => name.endsWith('.csv')) ?? ''} -o out.jsonl ${args}`.trim(),
    {
      files: { 'q.yaml': questionnaire, ...files },
    },
  );

describe('a sheet with a response a column', () => {
  test('is read by columns, each of which the ledger counts', async () => {
    const { exit, err } = await imported({ 'returns.csv': sheet });
    expect(err).toMatchInlineSnapshot(`
      "returns.csv:4  warning  questions-without-column
        4 of 10 questions have no column and count as unanswered: \`tools\`, \`analysts\`, \`reviewed\` and
        \`obstacle\`
      returns.csv (a sheet filled in by hand): 2 rows read = 2 accepted.
      "
    `);
    expect(exit).toBe(0);
  });

  test('a fault points to its cell: the line of the question, the column of the respondent', async () => {
    const { exit, err } = await imported({
      'returns.csv': sheet
        .replace('Established', '3 - but only in housing')
        .replace('Front desk,4,4', 'Front desk,4,2/3')
        .replace('Planning', ''),
    });
    expect(err).toMatchInlineSnapshot(`
      "returns.csv:2:C (department)  error  profile-missing
        \`department\` (Department) is required and was left blank
        help: Fill it in.

      returns.csv:4  warning  questions-without-column
        4 of 10 questions have no column and count as unanswered: \`tools\`, \`analysts\`, \`reviewed\` and
        \`obstacle\`

      returns.csv:4:C (data_owner)  error  answer-unknown
        \`data_owner\` is "3 - but only in housing"; allowed: \`1\` (Nobody knows who owns what.), \`2\`
        (Emerging), \`3\` (Established), \`4\` (Every dataset has an owner, who reviews it yearly.); did you
        mean \`3\`?
        help: Or, for no answer, \`dont_know\` or \`not_applicable\`.

      returns.csv:10:C (channel_desk)  error  answer-unknown
        \`channel_desk\` is "2/3"; allowed: \`1\` (Starting), \`2\` (Emerging), \`3\` (Established), \`4\` (Leading)
        help: Or, for no answer, \`dont_know\` or \`not_applicable\`.
      returns.csv (a sheet filled in by hand): 2 rows read = 1 accepted + 1 refused.
      "
    `);
    expect(exit).toBe(1);
  });

  test('a misspelt question is not read, and what it may be is said', async () => {
    const { err } = await imported({
      'returns.csv': sheet.replace(
        'Does every dataset have a named owner?',
        'Does evry dataset have a named onwer?',
      ),
    });
    expect(err).toMatchInlineSnapshot(`
      "returns.csv:4:A (Does evry dataset have a named onwer?)  warning  unknown-column
        the column "Does evry dataset have a named onwer?" is not known and was not read; did you mean
        \`data_owner\`?
        help: Rename it to \`data_owner\` to have it read.

      returns.csv:5  warning  questions-without-column
        5 of 10 questions have no column and count as unanswered: \`data_owner\`, \`tools\`, \`analysts\`,
        \`reviewed\` and \`obstacle\`
      returns.csv (a sheet filled in by hand): 2 rows read = 2 accepted.
      "
    `);
  });

  test('what is refused can be mended in the file of rejects, and read again', async () => {
    const bad = sheet.replace('Established', 'Establshed');
    const first = await imported({ 'returns.csv': bad }, '--rejects rejects.csv');
    const rejects = first.file('rejects.csv') ?? '';
    expect(rejects).toMatchInlineSnapshot(`
      "Authority:,Department:,Does every dataset have a named owner?,Is there a data strategy?,Who leads on data?,How well does each channel work? [Telephone],"How well does each channel work? [Website, forms included]",How well does each channel work? [Front desk],rejected_id,rejected_where,rejected_why
      Northbridge,Planning,Establshed,no,officer,2,3,4,returns:2,returns.csv:4:C,"C4: \`data_owner\` is ""Establshed""; allowed: \`1\` (Nobody knows who owns what.), \`2\` (Emerging), \`3\` (Established), \`4\` (Every dataset has an owner, who reviews it yearly.); did you mean \`Established\`?"
      "
    `);
    const again = await imported({ 'rejects.csv': rejects.replace('Establshed', 'Established') });
    expect(again.err).toContain('1 accepted');
    const clean = await imported({ 'returns.csv': sheet });
    expect(`${first.file('out.jsonl')}${again.file('out.jsonl')}`).toBe(clean.file('out.jsonl'));
  });

  test('so can what was commented on', async () => {
    const noted = `Authority:,N,,M,
Department:,H,,H,
Question,Answer,Comments,Answer,Comments
Does every dataset have a named owner?,3,only here,3,all of them
Is there a data strategy?,yes,,soon,=SUM(A1)
Who leads on data?,Nobody,,Nobody,
Telephone,1,,1,
Front desk,1,,1,
`;
    const first = await imported({ 'returns.csv': noted }, '--rejects rejects.csv');
    const again = await imported({ 'rejects.csv': first.file('rejects.csv').replace('soon', 'no') });
    const clean = await imported({ 'returns.csv': noted.replace('soon', 'no') });
    expect(clean.file('out.jsonl')).toContain('"note":"=SUM(A1)"');
    expect(`${first.file('out.jsonl')}${again.file('out.jsonl')}`).toBe(clean.file('out.jsonl'));
  });

  test('whatever is in its cells, says what the same table says that is not turned', async () => {
    const labels = sheet
      .split('\n')
      .slice(3, 6)
      .map((line) => line.slice(0, line.indexOf(',')));
    const cell = fc.constantFrom(
      '',
      '1',
      '4',
      'Established',
      'yes',
      'No',
      'Nobody',
      'officer',
      'DK',
      'x',
      '3 - but',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const lines = [
          ['Authority', ...rows.map(() => 'N')],
          ['Department', ...rows.map(() => 'H')],
        ];
        for (const [at, label] of labels.entries()) lines.push([label, ...rows.map((row) => row[at] ?? '')]);
        const wide = lines[0]?.map((_, at) => lines.map((line) => line[at] ?? '')) ?? [];
        const text = (table: readonly (readonly string[])[]) =>
          table.map((line) => `${line.join(',')}\n`).join('');
        const reading = { flavour: 'hand-filled' } as const;
        const turned = await readExport(text(lines), { reading });
        const straight = await readExport(text(wide), { reading });
        expect(sayings(turned.responses)).toEqual(sayings(straight.responses));
        expect(turned.counts).toBe(straight.counts);
        expect(turned.rules).toEqual(straight.rules);
      }),
      { numRuns: 60 },
    );
  });

  test('a map says what a label is, and which column is none of answers', async () => {
    const { exit, err } = await imported(
      {
        'returns.csv': sheet
          .replace('Does every dataset have a named owner?', 'Owners')
          .replace(/^(Question|Owners|Is there a data strategy\?)(.*)$/gm, '$1$2,What good looks like'),
        'map.yaml':
          'milepost: 1\nkind: map\ncolumns: { Owners: data_owner }\nignore: [What good looks like]\n',
      },
      '--map map.yaml',
    );
    expect(err).toMatchInlineSnapshot(`
      "returns.csv:4  warning  questions-without-column
        4 of 10 questions have no column and count as unanswered: \`tools\`, \`analysts\`, \`reviewed\` and
        \`obstacle\`
      returns.csv (a sheet filled in by hand): 2 rows read = 2 accepted.
      "
    `);
    expect(exit).toBe(0);
  });

  test('a draft of a map, and a dry run, name lines and not columns', async () => {
    const { file } = await imported(
      { 'returns.csv': sheet.replace('Telephone', 'Telefone') },
      '--map-init map.yaml',
    );
    expect(file('map.yaml')).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=./schemas/map.schema.json
      milepost: 1
      kind: map
      columns:
        # returns.csv: read as hand-filled
        "Authority:": organisation # line 1
        "Department:": department # line 2
        "Does every dataset have a named owner?": data_owner # line 4
        "Is there a data strategy?": strategy # line 5
        "Who leads on data?": lead # line 6
        # line 8, perhaps: "Telefone": channel_phone
        "Website, forms included": channel_web # line 9
        "Front desk": channel_desk # line 10
      "
    `);
    const { out } = await milepost('import q.yaml returns.csv --dry-run 1', {
      files: { 'q.yaml': questionnaire, 'returns.csv': sheet },
    });
    expect(out).toMatchInlineSnapshot(`
      "returns.csv: a sheet filled in by hand
        1   Authority: → organisation
        2   Department: → department
        4   Does every dataset have a named owner? → data_owner
        5   Is there a data strategy? → strategy
        6   Who leads on data? → lead
        8   Telephone → channel_phone
        9   Website, forms included → channel_web
        10  Front desk → channel_desk

      returns.csv:4:B response returns:1
        organisation: Northbridge
        department: Housing
        data_owner: 3 Established
        strategy: yes
        lead: Nobody
        tools: (blank)
        channel_phone: 1 Starting
        channel_web: dont_know
        channel_desk: 4 Leading
        analysts: (blank)
        reviewed: (blank)
        obstacle: (blank)

      "
    `);
  });
});

describe('lines above the questions', () => {
  const read = async (head: string) => {
    const { responses, texts } = await readExport(
      `${head}${sheet.slice(sheet.indexOf('Question'))}`.replace(
        /^(?=Question|Does|Is|Who|How|Tel|"Web|Fro)/gm,
        ',',
      ),
    );
    return [...responses.map(({ profile }) => `${profile.organisation}/${profile.department}`), ...texts];
  };
  test.each([
    ['a value below no respondent holds for all', 'Authority,Northbridge,,\nDepartment: Housing,,,\n'],
    ['several labels in one line', 'Authority:,Northbridge,Department:,Housing\n'],
  ])('%s', async (_, head) => {
    const said = await read(head);
    expect(said.slice(0, 2)).toEqual(['Northbridge/Housing', 'Northbridge/Housing']);
  });
  test('one below a respondent holds for that one', async () => {
    expect(await read('Authority,,A,B\nDepartment,,C,D\n')).toMatchObject(['A/C', 'B/D', expect.anything()]);
  });
});

describe('comments', () => {
  test('beside the answers are notes on the question', async () => {
    const { responses } = await readExport(`Authority: N,,
Department: H,,
Question,Answer,Comments
Does every dataset have a named owner?,3,only in housing
Is there a data strategy?,,not yet
Who leads on data?,Nobody,
Which of these are in use?,Spreadsheets,
Telephone,1,
`);
    expect(responses[0]?.answers).toMatchObject({
      data_owner: { value: 3, note: 'only in housing' },
      strategy: { note: 'not yet' },
      lead: { value: 'nobody' },
    });
  });
  test('in a wide table are about the question before, if there are several columns of them', async () => {
    const wide = (
      last: string,
    ) => `Authority,Department,Does every dataset have a named owner?,Comments,Is there a data strategy?,${last},Who leads on data?,Telephone,Front desk
N,H,3,only in housing,no,,,1,2
`;
    const { responses } = await readExport(wide('Comments'));
    expect(responses[0]?.answers.data_owner).toEqual({ value: 3, note: 'only in housing' });
    const { responses: others, texts } = await readExport(wide('Which of these are in use?'));
    expect(others[0]?.answers.data_owner).toEqual({ value: 3 });
    expect(texts[0]).toBe('the column "Comments" is not known and was not read');
  });
});

test('a sheet with half of the questions is recognised, one with fewer is not, unless it is said', async () => {
  const lines = sheet.split('\n');
  const few = [...lines.slice(0, 6), ''].join('\n');
  expect((await readExport(few)).rules).toContain('no-question-columns');
  expect(await readExport(few, { reading: { flavour: 'hand-filled' } })).toMatchObject({
    counts: '2 = 2 + 0 + 0',
  });
});

test('a turned sheet that goes on and on is refused', async () => {
  const { rules, responses } = await readExport(sheet + 'x,1,2\n'.repeat(20_000));
  expect(responses).toEqual([]);
  expect(rules).toEqual(['turned-too-long']);
});

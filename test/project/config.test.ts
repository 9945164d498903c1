import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

const asked = questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
dimensions:
  - id: d
    title: D
    questions:
      - { id: data_owner, text: Is there a data owner?, type: yes_no }
      - { id: shared, text: Is data shared?, type: yes_no }
`);

/** A project with two batches: one from a form tool with headings of its own, one canonical that says no wave. */
const project = {
  'survey/q.yaml': asked,
  'survey/map.yaml': `milepost: 1
kind: map
columns: { Who looks after data?: data_owner }
`,
  'survey/milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
sources:
  - { files: returns/web/*.csv, map: map.yaml, constants: { wave: "2026", mode: self_completion } }
  - { files: [returns/late/, more.jsonl], constants: { wave: "2026" } }
`,
  'survey/returns/web/a.csv': 'response_id,organisation,Who looks after data?,shared\nr1,North,yes,yes\n',
  'survey/returns/late/b.csv': 'response_id,organisation,data_owner,shared\nr2,East,no,yes\n',
};

/** What came out: each response with its wave, mode and answers. */
function taken(jsonl: string): readonly unknown[] {
  return jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, wave, mode, answers }) => [id, wave, mode, answers.data_owner?.value]);
}

describe('a config that names the questionnaire and where answers come from', () => {
  test('import without arguments takes in the next batch, and says what is not there yet', async () => {
    const { exit, out, err } = await milepost('import --config survey/milepost.config.yaml', {
      files: project,
    });
    expect(taken(out)).toEqual([
      ['r1', '2026', 'self_completion', true],
      ['r2', '2026', undefined, false],
    ]);
    expect(err).toMatchInlineSnapshot(`
      "survey/milepost.config.yaml:6:30  warning  config-glob-unmatched
        "more.jsonl" means no file there is

        5 |   - { files: returns/web/*.csv, map: map.yaml, constants: { wave: "2026", mode: self_complet…
        6 |   - { files: [returns/late/, more.jsonl], constants: { wave: "2026" } }
          |                              ^^^^^^^^^^
        help: Globs are relative to the folder of the config; \`**\` stands for folders in between.
      survey/returns/web/a.csv (a table with a header of ids): 1 row read = 1 accepted.
      survey/returns/late/b.csv (a table with a header of ids): 1 row read = 1 accepted.
      In all: 2 rows read = 2 accepted.
      "
    `);
    expect(exit).toBe(0);
  });

  test('a file of a source is read as the source says, whoever names it', async () => {
    const { out } = await milepost('import survey/returns/web/a.csv --config survey/milepost.config.yaml', {
      files: project,
    });
    expect(taken(out)).toEqual([['r1', '2026', 'self_completion', true]]);
  });

  test('the command line prevails over it', async () => {
    const files = {
      ...project,
      'other.yaml': 'milepost: 1\nkind: map\ncolumns: { Who looks after data?: shared }\nignore: [shared]\n',
    };
    const { out } = await milepost(
      'import survey/returns/web/a.csv --config survey/milepost.config.yaml --map other.yaml',
      { files },
    );
    expect(taken(out)).toEqual([['r1', '2026', 'self_completion', undefined]]);
  });

  test.each(['score --format csv', 'compare --format csv', 'explain --unit organisation=North', 'validate'])(
    '%s reads the same',
    async (command) => {
      const { exit, err } = await milepost(`${command} --config survey/milepost.config.yaml`, {
        files: project,
      });
      expect(err).toMatch(/2 responses (scored|valid)\.\n$/);
      expect(exit).toBe(0);
    },
  );

  test('it is about its own questionnaire: another one is read without it', async () => {
    const files = { ...project, 'other.yaml': asked };
    const args = '--config survey/milepost.config.yaml';
    const named = await milepost(`import other.yaml survey/returns/late/b.csv ${args}`, { files });
    expect(taken(named.out)).toEqual([['r2', undefined, undefined, false]]);
    const alone = await milepost(`import other.yaml ${args}`, { files });
    expect(alone.exit).toBe(2);
    expect(alone.err).toMatchInlineSnapshot(`
      "milepost: no returned files are named, and the sources in survey/milepost.config.yaml are for survey/q.yaml
      Name the questionnaire and then the files, as in \`questionnaire.yaml returns/\`, or say \`questionnaire:\` and \`sources:\` in survey/milepost.config.yaml.
      "
    `);
    const own = await milepost(`import survey/q.yaml ${args}`, { files });
    expect(taken(own.out)).toHaveLength(2);
  });

  test('what is wrong in it is told with its place, and nothing is read', async () => {
    const files = {
      ...project,
      'survey/milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
sources: [{ files: returns/late/, flavour: kobbo, constants: { wav: "2026" } }]
rules: { nonesuch: off }
`,
    };
    const { exit, out, err } = await milepost(
      'validate --config survey/milepost.config.yaml --format compact',
      {
        files,
      },
    );
    expect(exit).toBe(2);
    expect(out).toMatchInlineSnapshot(`
      "survey/milepost.config.yaml:4:44: error config-unknown-flavour: there is no flavour "kobbo"; allowed: \`form\`, \`canonical\`, \`google-forms\`, \`hand-filled\`, \`microsoft-forms\`, \`surveymonkey\`, \`qualtrics\`, \`limesurvey\` or \`kobo\`; did you mean \`kobo\`?
      survey/milepost.config.yaml:4:69: error map-unknown-column: \`wav\` is no column of the questionnaire; did you mean \`wave\`?
      "
    `);
    expect(err).toMatchInlineSnapshot(`
      "What says how to read the responses has an error in it: none was looked at.
      "
    `);
    const check = await milepost('check survey/milepost.config.yaml --format compact', { files });
    expect(check.out).toContain('4:44: error config-unknown-flavour');
  });
});

test('a constant that cannot be right is told once, where it stands, and not at every row', async () => {
  const constants = (written: string) => ({
    ...project,
    'units.csv': 'id,title,level\nnorth,North,organisation\n',
    'survey/returns/late/b.csv': 'response_id,data_owner\nr2,no\nr3,no\n',
    'survey/milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
units: ../units.csv
sources: [{ files: returns/late/, constants: { ${written} } }]
`,
  });
  const read = (written: string) =>
    milepost('validate --config survey/milepost.config.yaml --format compact', { files: constants(written) });
  expect((await read('mode: workshp, organisation: Nroth')).out).toMatchInlineSnapshot(`
    "survey/milepost.config.yaml:5:54: error cell-unknown: \`mode\` is "workshp"; allowed: \`interview\`, \`workshop\` or \`self_completion\`; did you mean \`workshop\`?
    survey/milepost.config.yaml:5:77: error unit-unknown: \`organisation\` is "Nroth", and units.csv has no unit called so; did you mean \`North\`?
    "
  `);
  expect(await read('mode: workshop, organisation: north')).toMatchObject({
    exit: 0,
    err: '2 responses valid.\n',
  });
  const answer = await read('organisation: north, shared: perhaps');
  expect(answer.exit).toBe(1);
  expect(answer.out).toContain('survey/milepost.config.yaml:5:77: error answer-unknown');
});

test('a response in JSON says for itself what it is: constants that it does not say are told of', async () => {
  const response = (id: string, wave?: string) =>
    JSON.stringify({
      milepost: 1,
      questionnaire: { id: 'sample', version: '1.0.0' },
      id,
      ...(wave === undefined ? {} : { wave }),
      profile: { organisation: 'North' },
      answers: { data_owner: { value: true } },
    });
  const { out, err } = await milepost('import survey/more.jsonl --config survey/milepost.config.yaml', {
    files: {
      ...project,
      'survey/more.jsonl': `${response('r3')}\n${response('r4', '2026')}\n${response('r5')}\n`,
    },
  });
  expect(taken(out)).toEqual([
    ['r3', undefined, undefined, true],
    ['r4', '2026', undefined, true],
    ['r5', undefined, undefined, true],
  ]);
  expect(err).toContain(
    '`wave` is to be "2026" in this file, but a response in JSON says for itself what it is: passed\n  over in 2 responses',
  );
});

describe('without a config, or one that says nothing of it', () => {
  const files = { 'q.yaml': asked, 'a.csv': 'organisation,data_owner\nNorth,yes\n' };

  test('the first argument is the questionnaire, unless it ends as returned files do, or is several', async () => {
    for (const args of ['a.csv', '.', '*.csv', '-', '']) {
      const { exit, err } = await milepost(`import ${args}`.trim(), { files });
      const why = args === 'a.csv' ? ': a.csv looks by its name like a file of answers' : '';
      expect([exit, err.split('\n')[0]]).toEqual([2, `milepost: no questionnaire is named${why}`]);
    }
    const { err } = await milepost('import q.yaml', { files });
    expect(err.split('\n')[0]).toBe('milepost: no returned files are named');
  });

  test('--no-config goes by none', async () => {
    const { exit, err } = await milepost('score --no-config', {
      files: {
        ...files,
        'milepost.config.yaml':
          'milepost: 1\nkind: config\nquestionnaire: q.yaml\nsources: [{ files: a.csv }]\n',
      },
    });
    expect(exit).toBe(2);
    expect(err).toMatchInlineSnapshot(`
      "milepost: no questionnaire is named
      Name the questionnaire and then the files, as in \`questionnaire.yaml returns/\`, or say \`questionnaire:\` and \`sources:\` in a milepost.config.yaml.
      "
    `);
  });

  test('answers are read a second time where a second wave comes late', async () => {
    const rows = Array.from({ length: 2_001 }, (_, i) => `r${i},2025,North,yes`).join('\n');
    const { out, exit } = await milepost('score q.yaml a.csv -o out.csv', {
      files: {
        'q.yaml': asked,
        'a.csv': `response_id,wave,organisation,data_owner\n${rows}\nx,2026,North,no\n`,
      },
    }).then((ran) => ({ ...ran, out: ran.file('out.csv') }));
    expect(exit).toBe(0);
    expect(out.split('\n')[0]).toContain('wave');
    expect(out.trimEnd().split('\n')).toHaveLength(2_003);
  });
});

describe('sources that mean no file', () => {
  const config = (sources: string) => ({
    'q.yaml': asked,
    'milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
units: units.csv
sources:
${sources}
`,
    'units.csv': 'id,title,level\nn,North,organisation\n',
    'returns/a.xlsx.txt': '',
  });
  const none = config(`  - files: retruns/*.csv
  - { files: [late.csv, more/] }`);

  test.each([
    'compare',
    'score',
    'import -o r.jsonl',
    'validate --format compact',
    'report',
    'explain --unit organisation=North',
  ])('%s does nothing where none of them does, and says at which line what was meant', async (command) => {
    const { exit, out, err } = await milepost(command, { files: none });
    expect(exit).toBe(2);
    expect(out + err).toContain('"retruns/*.csv" means no file there is, and so it is with all 3 under');
    expect((out + err).match(/milepost.config.yaml:\d+:\d+/g)).toEqual([
      'milepost.config.yaml:6:12',
      'milepost.config.yaml:7:15',
      'milepost.config.yaml:7:25',
    ]);
  });

  test('a folder that was misspelt is offered, and what to do is said', async () => {
    const { err } = await milepost('compare', { files: config('  - files: retruns/*.csv') });
    expect(err).toMatchInlineSnapshot(`
      "milepost.config.yaml:6:12  error  config-sources-unmatched
        "retruns/*.csv" means no file there is, and nothing else is named under \`sources\`: there is
        nothing to read; did you mean \`returns/*.csv\`?

        5 | sources:
        6 |   - files: retruns/*.csv
          |            ^^^^^^^^^^^^^
        help: Globs are relative to the folder of the config. Put returned files there, or name them on
        the command line.
      "
    `);
  });

  test('status tells of all that is missing', async () => {
    const { exit, out, err } = await milepost('status --format csv', { files: none });
    expect(exit).toBe(0);
    expect(out).toContain('North,,missing,0');
    expect(err).toContain('milepost.config.yaml:6:12  warning  config-glob-unmatched');
  });
});

test('a config that says no questionnaire because of an error in it shows that error', async () => {
  const files = { 'milepost.config.yaml': 'milepost: 1\nkind: config\nquestionnaire: [q.yaml]\n' };
  const ran = await milepost('compare', { files });
  expect(ran.exit).toBe(2);
  expect(ran.err).toMatchInlineSnapshot(`
    "milepost.config.yaml:3:16  error  wrong-type
      \`questionnaire\` is a list where a text is needed

      2 | kind: config
      3 | questionnaire: [q.yaml]
        |                ^^^^^^^^
    milepost: no questionnaire is named, and milepost.config.yaml has an error in it
    Mend what is told above.
    "
  `);
  expect((await milepost('interview --plain', { files })).err).toBe(ran.err);
});

describe('the questionnaire behind the returned files', () => {
  const files = { 'q.yaml': asked, 'a.csv': 'organisation,data_owner\nNorth,yes\n', 'b/c.csv': '' };
  test.each([
    ['compare a.csv q.yaml', 'q.yaml is named behind a.csv', 'q.yaml a.csv'],
    ['score b q.yaml a.csv --format csv', 'q.yaml is named behind b', 'q.yaml b a.csv'],
    ['import - q.yaml', 'q.yaml is named behind -', 'q.yaml -'],
  ])('%s is told so', async (command, what, instead) => {
    const { exit, err } = await milepost(command, { files });
    expect({ exit, err }).toEqual({
      exit: 2,
      err: `milepost: ${what}, and the questionnaire comes first\nName them as in \`${instead}\`.\n`,
    });
  });
});

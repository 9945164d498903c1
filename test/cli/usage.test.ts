import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

const files = { 'q.yaml': levels(2), 'a.csv': 'q1,q2\n1,2\n' };

/** A command line that asks for something there is not: 2, nothing on stdout, and on stderr what was meant. */
const refused = async (command: string) => {
  const { exit, out, err } = await milepost(command, { files });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  return err;
};

describe('a command line that cannot be followed', () => {
  test('a misspelt command', async () => {
    expect(await refused('chek q.yaml')).toMatchInlineSnapshot(`
      "error: unknown command 'chek'
      (Did you mean check?)
      (milepost --help, or milepost COMMAND --help, says more)
      "
    `);
  });
  test('an argument that a script left empty', async () => {
    const { exit, err } = await milepost(['score', 'q.yaml', ''], { files });
    expect({ exit, err }).toEqual({
      exit: 2,
      err: 'milepost: argument 2 is empty\nLeave it out, or see what a variable there is set to. The current folder is `.`.\n',
    });
  });
  test.each(['--rubric', '-o', '--columns'])('a value of %s that a script left empty', async (option) => {
    const { exit, err } = await milepost(['score', 'q.yaml', 'a.csv', option, ''], { files });
    expect(exit).toBe(2);
    expect(err).toMatch(/^(milepost: --\w+ is empty\nLeave it out, or see what a variable|error: option)/);
  });
  test('a definition, or a directory, in the place of something else', async () => {
    expect(await refused('compare q.yaml q2.yaml')).toMatchInlineSnapshot(`
      "milepost: q2.yaml is a definition, and behind the questionnaire, q.yaml, come returned files
      These end in .csv, .tsv, .xlsx, .xlsm, .ods, .xls, .json, .jsonl. Rubrics, maps and configs are named with --rubric, --map and --config.
      "
    `);
    expect(await refused('compare . a.csv')).toContain(
      'milepost: no questionnaire is named: . is a directory\n',
    );
    expect(await refused('compare q.yaml a.csv --rubric q.yaml')).toMatchInlineSnapshot(`
      "milepost: q.yaml is a questionnaire, and a rubric is needed
      A rubric starts with \`milepost: 1\` and \`kind: rubric\`.
      "
    `);
    expect(await refused('compare q.yaml a.csv --published .')).toContain(
      'cannot be read: it is a directory\n',
    );
    expect(await refused('compare --config .')).toContain('milepost: --config .: it is no file\n');
    expect(await refused('score q.yaml a.csv --plugin ./none.js')).toBe(
      'milepost: the plugin ./none.js cannot be used: there is no such file\n',
    );
    expect(await refused('score q.yaml a.csv --plugin none')).toContain(
      'the plugin none cannot be used: no package of this name is installed',
    );
  });
  test.each([
    ['form a.csv -o form.xlsx', 'form [options] <questionnaire>'],
    ['interview a.csv', 'interview [options] [questionnaire]'],
    ['schema a.csv', 'schema [options] [questionnaire]'],
    ['record r.json --questionnaire a.csv', 'record [options] <response>'],
    ['migrate a.csv q.yaml q.yaml', 'migrate [options] <old> <new> <responses...>'],
    ['migrate q.yaml a.csv a.csv', 'migrate [options] <old> <new> <responses...>'],
    ['diff q.yaml a.csv', 'diff [options] [old] [new]'],
  ])('a file of answers in the place of the questionnaire: %s', async (command, usage) => {
    expect(
      await refused(command),
    ).toBe(`milepost: a.csv looks by its name like a file of answers, and a definition is needed here
A questionnaire is a YAML file, and comes before answers to it; \`milepost validate QUESTIONNAIRE RESPONSES\` looks for mistakes in answers.
Usage: milepost ${usage}
`);
  });
  test('what is in the way is told before what is only odd, however much of that there is', async () => {
    const columns = Array.from({ length: 60 }, (_, i) => `column ${i}`).join(',');
    const { exit, err } = await milepost('score q.yaml a.csv --adjust adjusted.csv', {
      files: { ...files, 'adjusted.csv': `question,${columns}\n` },
    });
    expect(exit).toBe(2);
    expect(err).toMatch(/^adjusted.csv:1 {2}error {2}/);
    expect(err).toContain('more; `milepost validate` lists them all.');
  });
  test.each([
    [
      'compare q.yaml a.csv --by organisation --by department',
      '--by is given twice: as organisation and as department\nGive it once, with commas between: --by organisation,department.',
    ],
    [
      'score q.yaml a.csv -o a1.csv -o a2.csv',
      '--output is given twice: as a1.csv and as a2.csv\nGive it once.',
    ],
    [
      'check q.yaml --fail-on error --fail-on never',
      '--fail-on is given twice: as error and as never\nGive it once.',
    ],
    [
      'score q.yaml a.csv --format csv -o out.xlsx',
      '-o out.xlsx ends as xlsx does, and --format is csv\nLeave --format out, or end the name in .csv.',
    ],
    [
      'report q.yaml a.csv --format md -o r.html',
      '-o r.html ends as html does, and --format is md\nLeave --format out, or end the name in .md.',
    ],
    [
      'import q.yaml a.csv --ledger ledger.csv',
      'ledger.csv: the ledger is written as JSON\nName a file that ends in .json.',
    ],
    [
      'import q.yaml a.csv --map-init map.csv',
      'map.csv: a map is written as YAML\nName a file that ends in .yaml.',
    ],
    [
      'migrate q.yaml q.yaml a.csv -o next.csv',
      'next.csv: responses are written as JSONL\nName a file that ends in .jsonl.',
    ],
    [
      'schema q.yaml --of rubric',
      '--of rubric is the schema of a kind of file, and q.yaml asks for that of its responses\nLeave one of them out.',
    ],
  ])('what contradicts itself is not decided in silence: %s', async (command, why) => {
    expect(await refused(command)).toBe(`milepost: ${why}\n`);
  });
  test('what may be given more than once still may, and the same twice is no contradiction', async () => {
    const { exit, err } = await milepost(
      'check q.yaml --format json -o 1.json --format compact -o 2.txt --fail-on error --fail-on error',
      { files },
    );
    expect(exit, err).toBe(0);
  });
  test.each(['--units', '--adjust'])('a workbook for %s, which is read from CSV', async (option) => {
    const workbook = Buffer.from([0x50, 0x4b, 3, 4, 0xcb, 0xff]);
    const { exit, err } = await milepost(`score q.yaml a.csv ${option} units.xlsx`, {
      files: { ...files, 'units.xlsx': workbook },
    });
    expect(exit).toBe(2);
    expect(err).toBe(
      'milepost: units.xlsx looks by its name like a workbook, and this table is read from CSV\nSave its sheet as CSV, in UTF-8, and name that.\n',
    );
  });
  test.each(['a.pdf', 'a.csv', 'a.xlsx'])('a PDF among returned files, called %s', async (name) => {
    const { exit, err } = await milepost(`score q.yaml ${name}`, {
      files: { ...files, [name]: '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj' },
    });
    expect(exit).toBe(1);
    expect(err).toContain('the file is a PDF, where a workbook or a text table is needed\n');
  });
  test('a questionnaire that is not there, and whose config it is that names it', async () => {
    const { exit, err } = await milepost('score a.csv', {
      files: { ...files, 'milepost.config.yaml': 'milepost: 1\nkind: config\nquestionnaire: p.yaml\n' },
    });
    expect(exit).toBe(2);
    expect(err).toBe(`milepost: p.yaml: there is no such file; did you mean \`q.yaml\`?
It is the \`questionnaire\` of milepost.config.yaml; mend it there, or name another.
`);
  });
  test('a misspelt flag', async () => {
    expect(await refused('score q.yaml a.csv --rubrc strict.yaml')).toMatchInlineSnapshot(`
      "error: unknown option '--rubrc'
      (Did you mean --rubric?)
      (milepost --help, or milepost COMMAND --help, says more)
      "
    `);
  });
  test('a misspelt value of a flag', async () => {
    expect(await refused('score q.yaml a.csv --layout lang')).toMatchInlineSnapshot(`
      "error: option '--layout <layout>' argument 'lang' is invalid. Allowed choices are wide, long.
      (Did you mean long?)
      (milepost --help, or milepost COMMAND --help, says more)
      "
    `);
    expect(await refused('check q.yaml --fail-on eror')).toContain('(Did you mean error?)');
    expect(await refused('schema --of rubrik')).toContain('(Did you mean rubric?)');
  });
  test('a value that is near to none', async () => {
    const err = await refused('score q.yaml a.csv --format powerpoint');
    expect(err).toContain('Allowed choices are table, csv,');
    expect(err).not.toContain('Did you mean');
  });
  test('a number that is none', async () => {
    expect(await refused('score q.yaml a.csv --depth 1e2')).toContain('It must be a whole number from 1.');
    expect(await refused('score q.yaml a.csv --depth 0')).toMatchInlineSnapshot(`
      "error: option '--depth <levels>' argument '0' is invalid. It must be a whole number from 1.
      (milepost --help, or milepost COMMAND --help, says more)
      "
    `);
  });
  test('an argument too few', async () => {
    expect(await refused('check')).toMatchInlineSnapshot(`
      "error: missing required argument 'file'
      (milepost --help, or milepost COMMAND --help, says more)
      "
    `);
    expect(await refused('score q.yaml')).toMatchInlineSnapshot(`
      "milepost: no returned files are named
      Name the questionnaire and then the files, as in \`questionnaire.yaml returns/\`, or say \`questionnaire:\` and \`sources:\` in a milepost.config.yaml.
      "
    `);
    expect(await refused('score')).toContain('milepost: no questionnaire is named\n');
    expect(await refused('score a.csv')).toContain(
      'milepost: no questionnaire is named: a.csv looks by its name like a file of answers\n',
    );
    expect(await refused('schema')).toMatchInlineSnapshot(`
      "milepost: name a questionnaire, or a kind of file with --of
      As in \`milepost schema --of questionnaire\`.
      "
    `);
  });
  test('an argument too many', async () => {
    expect(await refused('schema q.yaml other.yaml')).toContain('too many arguments');
  });
  test('a level to show that is no unit', async () => {
    expect(await refused('compare q.yaml a.csv --by respons')).toMatchInlineSnapshot(`
      "milepost: --by respons: there is no such level; did you mean response?
      Levels: response.
      "
    `);
  });
  test('a file that is not there', async () => {
    expect(await refused('check p.yaml')).toMatchInlineSnapshot(`
      "milepost: p.yaml: there is no such file; did you mean \`q.yaml\`?
      "
    `);
    expect(await refused('score p.yaml a.csv')).toMatchInlineSnapshot(`
      "milepost: p.yaml cannot be read: there is no such file; did you mean \`q.yaml\`?
      Check the path and the permissions.
      "
    `);
    expect(await refused('score q.yaml b.csv')).toMatchInlineSnapshot(`
      "milepost: b.csv: there is no such file; did you mean \`a.csv\`?
      "
    `);
    expect(await refused('score q.yaml a.csv --rubric p.yaml')).toMatchInlineSnapshot(`
      "milepost: p.yaml cannot be read: there is no such file; did you mean \`q.yaml\`?
      "
    `);
  });
  test('nothing at all', async () => {
    const { exit, out, err } = await milepost([]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('Usage: milepost [options] [command]');
  });
});

describe('what was asked for', () => {
  test('help, of all and of a command', async () => {
    const all = await milepost('--help');
    expect(all).toMatchObject({ exit: 0, err: '' });
    expect(all.out).toContain(
      'Exit codes: 0 done; 1 done, with findings or refused rows; 2 could not do it; 3 a bug.',
    );
    const one = await milepost('score --help');
    expect(one).toMatchObject({ exit: 0, err: '' });
    expect(one.out).toContain('Usage: milepost score [options] [questionnaire] [responses...]');
  });

  test('the version', async () => {
    expect(await milepost('--version')).toMatchObject({ exit: 0, out: '0.0.0\n', err: '' });
  });

  test('a flag of the whole program before or after the command', async () => {
    expect((await milepost('--no-color check q.yaml', { files })).exit).toBe(0);
    expect((await milepost('check q.yaml --no-color', { files })).exit).toBe(0);
  });
});

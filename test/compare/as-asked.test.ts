import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';
import { compare, numbered } from './support.js';

const answers = `response_id,wave,organisation,role,q
a,2025,Larkmoor,frontline,2
b,2025,Larkmoor,leader,4
c,2026,Larkmoor,,6
d,2026,Larkmoor,frontline,6
e,2026,Larkmoor,leader,6
f,2026,Saltmere,leader,8
g,2026,Saltmere,frontline,8
`;

test('a wave that nobody is of is told with those there are', async () => {
  const { exit, err } = await compare('--waves 2027', { answers });
  expect(exit).toBe(2);
  expect(err).toContain('milepost: --waves 2027: no response is of this wave\nWaves: 2025, 2026.\n');
});

test('where the filter leaves nothing of a wave it is the filter that is told of, with the name that was meant', async () => {
  const filter = ['--filter', 'profile.organisation == "Larkmor"'];
  const { exit, err } = await compare([...filter, '--waves', '2026'], { answers });
  expect(exit).toBe(2);
  expect(err).toContain('--filter leaves no response of wave 2026; did you mean `Larkmoor`?\n');
  const all = await compare(filter, { answers });
  expect(all.exit).toBe(0);
  expect(all.err).toContain('--filter: 0 of 7 responses counted.\n');
  expect(all.err).toContain('this filter, so there is nothing to tell of; did you mean `Larkmoor`?\n');
});

test('a filter that nobody passes is warned of, with what responses say in the fields it asks for', async () => {
  const filter = ['--filter', 'profile.role == "leader" && profile.organisation == "Aldham"'];
  const { exit, err, out } = await compare([...filter, '--format', 'csv'], { answers });
  expect({ exit, out }).toEqual({ exit: 0, out: 'organisation,responses,d,overall\n' });
  expect(err.slice(err.indexOf('--filter:1:1'), err.indexOf('a.csv:1'))).toMatchInlineSnapshot(`
    "--filter:1:1  warning  filter-matches-nobody
      none of 7 responses passes this filter, so there is nothing to tell of

      1 | profile.role == "leader" && profile.organisation == "Aldham"
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: In these responses \`profile.role\` is \`frontline\` or \`leader\`, and \`profile.organisation\` is
      \`Larkmoor\` or \`Saltmere\`.

    "
  `);
  expect((await compare([...filter, '--fail-on', 'warning'], { answers })).exit).toBe(1);
});

test('a filter that leaves something is not doubted', async () => {
  const filter = ['--filter', 'profile.organisation == "Saltmere" || profile.organisation == "Larkmor"'];
  const { err } = await compare(filter, { answers });
  expect(err).toContain('--filter: 2 of 7 responses counted.\n');
});

test('nobody has peers where no unit says one value', async () => {
  const { err } = await compare('--peers role --waves 2026 --tables scores', { answers });
  expect(err).toContain('--peers role: no unit of the table says one `role`, so nobody has peers.\n');
  const byKind = await compare('--peers type', {
    answers: 'response_id,organisation,type,q\na,Larkmoor,inner,2\n',
  });
  expect(byKind.err).not.toContain('nobody has peers');
});

test('options stand in the order of the questionnaire, and who has none last', async () => {
  const { out } = await compare('--by role --waves 2026 --tables scores --format csv', { answers });
  expect(rowsOf(out).map(({ role }) => role)).toEqual(['Leader', 'Frontline', '(none)']);
});

test('waves that go back in time are told as asked for, and that is said', async () => {
  const back = await compare('--waves 2026,2025', { answers });
  expect(back.err).toContain('--waves 2026,2025: told from 2026 to 2025.\n');
  expect((await compare('--waves 2025,2026', { answers })).err).not.toContain('told from');
  const named = answers.replaceAll('2025', 'spring').replaceAll('2026', 'autumn');
  expect((await compare('--waves spring,autumn', { answers: named })).err).not.toContain('told from');
});

test('a wave is not compared with itself, and not with none in silence', async () => {
  const twice = await compare('--waves 2025,2025', { answers });
  expect(twice.exit).toBe(2);
  expect(twice.err).toContain('milepost: --waves 2025,2025: 2025 is there twice\nName each wave once.\n');
  const { err } = await compare('--waves 2026 --tables waves', { answers });
  expect(err).toContain('2026 is the only wave here, so there is no change to tell of.\n');
  expect((await compare('--waves 2025,2026', { answers })).err).not.toContain('no change');
});

test.each([
  ['--by organisation,organisation', 'organisation', 'Name each level once.'],
  ['--by organisation,role,organisation', 'organisation', 'Name each level once.'],
  ['--tables scores,waves,scores --format csv', 'scores', 'Name each table once.'],
])('%s is refused before anything is read, and not taken for less', async (options, name, help) => {
  const { exit, out, err } = await compare(options, { answers: 'nothing' });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toBe(`milepost: ${options.replace(' --format csv', '')}: ${name} is there twice\n${help}\n`);
});

test('a table given out before whose rows are named twice is read all the same', async () => {
  const first = await compare('--by role --format json', { answers });
  const published = first.out.replace('"value": "role"', '"value": "role,role"');
  expect(published).toContain('role,role');
  const { exit, err } = await milepost('compare q.yaml a.csv --by role --published p.json', {
    files: { 'q.yaml': numbered(), 'a.csv': answers, 'p.json': published },
  });
  expect(exit, err).toBe(0);
});

test('a smaller group than the questionnaire has is not taken, and that is said', async () => {
  const definition = numbered().replace('rubric:', 'privacy: { min_group: 5, count: responses }\nrubric:');
  const { err } = await compare('--min-group 2', { answers, definition });
  expect(err).toContain("--min-group 2: the questionnaire's 5 counts, which can only be raised.\n");
  expect((await compare('--min-group 7', { answers, definition })).err).not.toContain('--min-group');
});

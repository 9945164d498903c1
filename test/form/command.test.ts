import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { allAnswers, everyKind, response } from './fixture.js';
import { partsOf, readForm } from './read-form.js';

const units = `id,title,aliases,level,parent,type,becomes
nb,Northbridge,NB,organisation,,inner,
nb-h,Housing,Homes,department,nb,,
nb-s,Streets,,department,nb,,
em,Eastmere,,organisation,,outer,
em/1,Housing,,department,em,,
old,Oldham,,organisation,,inner,nb
`;

function run(args: string, files: Readonly<Record<string, string>> = {}) {
  return milepost(`form q.yaml ${args}`, { files: { 'q.yaml': everyKind, ...files } });
}

/** What is filled in, by column. */
function filled(bytes: Uint8Array): Readonly<Record<string, string>> {
  const { cells } = readForm(bytes);
  return Object.fromEntries(
    cells.flatMap(({ target, option, value }) =>
      value === '' ? [] : [[option === '' ? target : `${target}.${option}`, value]],
    ),
  );
}

function targets(bytes: Uint8Array): readonly string[] {
  return [...new Set(readForm(bytes).cells.map(({ target }) => target))];
}

test('what is set is filled in, and what can then never be asked is left out', async () => {
  const inner = await run('--set type=Inner --set organisation=Northbridge -o form.xlsx');
  expect(inner.exit).toBe(0);
  expect(inner.err).toBe(
    'form.xlsx: 1 form written.\nLeft out, since it can never be asked here: `outer_only`.\n',
  );
  expect(filled(inner.bytes('form.xlsx'))).toEqual({
    organisation: 'Northbridge',
    type: 'Inner',
    mode: 'Self completion',
  });
  expect(targets(inner.bytes('form.xlsx'))).not.toContain('outer_only');
  const outer = await run('--set type=outer -o form.md');
  expect(outer.err).toBe('form.md: 1 form written.\n');
  expect(outer.file('form.md')).toContain('**1.2.4 Only outer?**\n\nYes or No.');
});

test.each([
  ['--set kind=inner', 'there is no profile field `kind`', 'Its profile fields are'],
  ['--set typ=inner', 'did you mean `type`?', ''],
  ['--set type=innner', 'allowed: `inner` (Inner), `outer` (Outer); did you mean `inner`?', ''],
  ['--set staff=many', '`staff` is "many", which is not a number', ''],
  ['--set type', '--set "type" says no field and value', 'As in'],
  ['--set type=', '--set type= says no value', ''],
])('%s is refused', async (args, message, help) => {
  const ran = await milepost(['form', 'q.yaml', ...args.split(' '), '-o', 'form.xlsx'], {
    files: { 'q.yaml': everyKind },
  });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain(message);
  expect(ran.err).toContain(help);
});

test('a register gives every unit that answers a form of its own', async () => {
  const ran = await run('--for units.csv --wave 2026 -o forms-{unit}.xlsx', { 'units.csv': units });
  expect(ran.err).toBe('forms-nb-h.xlsx and 2 more: 3 forms written.\n');
  expect(filled(ran.bytes('forms-nb-h.xlsx'))).toEqual({
    organisation: 'Northbridge',
    department: 'Housing',
    type: 'Inner',
    wave: '2026',
    mode: 'Self completion',
  });
  expect(targets(ran.bytes('forms-nb-h.xlsx'))).not.toContain('outer_only');
  expect(filled(ran.bytes('forms-em-1.xlsx'))).toMatchObject({ organisation: 'Eastmere', type: 'Outer' });
  expect(targets(ran.bytes('forms-em-1.xlsx'))).toContain('outer_only');
});

test('--set takes only the units within one', async () => {
  const ran = await run('--for units.csv --set organisation=NB -o {unit}.csv', { 'units.csv': units });
  expect(ran.err).toBe('nb-h.csv and 1 more: 2 forms written.\n');
  expect(ran.file('nb-s.csv')).toMatch(/\n,,,,1\.0\.0,,Northbridge,Streets,Inner,/);
});

test('the units of a register can be chosen from', async () => {
  const ran = await run('--units units.csv --set organisation=Northbridge -o form.xlsx', {
    'units.csv': units,
  });
  expect(ran.exit).toBe(0);
  const { cells } = readForm(ran.bytes('form.xlsx'));
  expect(cells.find(({ target }) => target === 'department')?.value).toBe('');
  const wrong = await run('--units units.csv --set organisation=Northbrige -o form.xlsx', {
    'units.csv': units,
  });
  expect(wrong.exit).toBe(2);
  expect(wrong.err).toBe(
    'milepost: units.csv has no `organisation` called "Northbrige"; did you mean `Northbridge`?\n',
  );
});

test('a register with a mistake is not used', async () => {
  const ran = await run('--for units.csv -o {unit}.xlsx', { 'units.csv': units.replace('em/1', 'nb-h') });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('units.csv:6 (id)  error  register-id-twice');
});

const answered = response('r/1', allAnswers, { wave: '2026' }) + response('r 2', { owner: { value: 1 } });

test('each response gives a form of its own, filled in', async () => {
  const ran = await run('--from a.jsonl -o {id}.xlsx', { 'a.jsonl': answered });
  expect(ran.err).toBe('r-1.xlsx and 1 more: 2 forms written.\n');
  expect(filled(ran.bytes('r-1.xlsx'))).toEqual({
    organisation: 'Northbridge',
    department: 'Housing',
    type: 'Inner',
    mode: 'Self completion',
    wave: '2026',
    response_id: 'r/1',
    owner: 'Established',
    owner__note: '=1+1\nand more',
    owner__target: 'Leading',
    owner__evidence: '@home',
    owner__barriers: 'Skills; odd',
    owner__confidence: 'high',
    owner__best_practice: '-',
    owner__share: 'no',
    owner__contact: '+44 1',
    grid_a: 'Starting',
    grid_b: 'Not sure',
    size: '12.5',
    started: '2024-02-29',
    words: '02-03',
    'tools_used.a': 'Yes',
    'tools_used.b': 'Yes',
    band: '2-3',
    band__note: 'indented?',
    checked: 'No',
  });
});

test('a follow-up asks for what was left blank or not known, and what hangs on it', async () => {
  const open = response('r-1', {
    ...allAnswers,
    owner: { non_answer: 'dont_know' },
    grid_a: {},
    grid_b: {},
    words: {},
  });
  const ran = await run('--from a.jsonl --only open -o open.xlsx', { 'a.jsonl': open });
  expect(ran.err).toBe('open.xlsx: 1 form written.\n');
  const { facts, cells } = readForm(ran.bytes('open.xlsx'));
  expect(facts.form).toBe('open');
  const asked = cells.map(({ target }) => target).filter((target) => !target.includes('__'));
  // What is not asked of an inner authority stays so.
  expect(asked).toEqual([
    'organisation',
    'department',
    'type',
    'staff',
    'email',
    'mode',
    'participants',
    'completed',
    'response_id',
    'owner',
    'grid_a',
    'grid_b',
    'words',
  ]);
  expect(filled(ran.bytes('open.xlsx'))).toMatchObject({ response_id: 'r-1', owner: 'Not sure' });
  // What is not known is there to be settled: it does not count as answered.
  const front = partsOf(ran.bytes('open.xlsx')).get('xl/worksheets/sheet1.xml');
  expect(front).toContain('<v>0 of 2 answered</v>');
});

test('nobody is asked again who left nothing open', async () => {
  const whole = response('r-1', { ...allAnswers, grid_b: { value: 2 } });
  const ran = await run('--from a.jsonl --only open -o {id}.xlsx', {
    'a.jsonl': whole + response('r-2', { owner: { value: 1 } }),
  });
  expect(ran.err).toBe('r-2.xlsx: 1 form written.\n1 response left nothing open: no form for it.\n');
});

test('rows that cannot be read are named, and the others have their forms', async () => {
  const ran = await run('--from a.jsonl -o {id}.csv', {
    'a.jsonl': response('bad', { owner: { value: 9 } }) + answered,
  });
  expect(ran.exit).toBe(1);
  expect(ran.err).toContain('answer-unknown');
  expect(ran.err).toContain('2 forms written.');
});

test.each([
  [
    '-o form.docx',
    'the ending of form.docx names no format for a form',
    'Use one of `.xlsx`, `.csv`, `.html`, `.htm`, `.md` or `.markdown`.',
  ],
  ['--for units.csv -o form.xlsx', '3 forms would all go to form.xlsx', 'Put {unit} into the file'],
  ['--from a.jsonl -o form.xlsx', '2 forms would all go to form.xlsx', 'Put {id} into the file'],
  ['--from a.jsonl -o {id}.html', 'a handout (.html) has no place for answers', 'Write .xlsx or .csv'],
  ['--only open -o form.xlsx', '--only needs --from', ''],
  ['--from a.jsonl --for units.csv -o {id}.xlsx', '--for and --from cannot go together', ''],
  ['--for units.csv --units units.csv -o {unit}.xlsx', '--for and --units are one register', ''],
  ['-o {unit}.xlsx', '{unit} in {unit}.xlsx stands for nothing', 'Name the units with --for units.csv.'],
  ['-o {id}.xlsx', '{id} in {id}.xlsx stands for nothing', 'Name responses with --from responses.jsonl.'],
  ['--for unit.csv -o {unit}.xlsx', 'there is no such file; did you mean `units.csv`?', ''],
  ['-o nowhere/form.xlsx', 'nowhere/form.xlsx cannot be written: its folder does not exist', ''],
])('%s cannot be done', async (args, message, help) => {
  const ran = await run(args, { 'units.csv': units, 'a.jsonl': answered });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain(message);
  expect(ran.err).toContain(help);
});

test('a questionnaire with a mistake has no form', async () => {
  const ran = await milepost('form q.yaml -o form.xlsx', {
    files: { 'q.yaml': everyKind.replace('scale: four', 'scale: fuor') },
  });
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('unknown-scale');
  expect(() => ran.bytes('form.xlsx')).toThrow();
});

test('nothing is written where nothing is left to ask', async () => {
  const only = everyKind.replace(
    /dimensions:[\s\S]*/,
    `dimensions:
  - { id: d, title: D, questions: [{ id: q, text: Q?, type: yes_no, when: 'profile.type == "outer"' }] }
`,
  );
  const ran = await milepost('form q.yaml --set type=inner -o form.xlsx', { files: { 'q.yaml': only } });
  expect(ran).toMatchObject({ exit: 2, err: 'milepost: with what is set, no question is left to ask\n' });
});

test('stdout stays empty', async () => {
  expect((await run('-o form.html')).out).toBe('');
});

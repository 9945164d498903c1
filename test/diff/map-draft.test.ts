import { expect, test } from 'vitest';
import { questionnaireKinds } from '../../src/questionnaire/diff/registry.js';
import { whole } from '../checks/whole.js';
import { milepost } from '../support/milepost.js';
import { edited, small } from './fixture.js';

const after = edited(
  small,
  ['version: 1.0.0', 'version: 2.0.0'],
  ['{ value: 3, label: Established }', '{ value: 3, label: Managed }'],
  ['id: leaders, text', 'id: heads, text'],
  ['every dataset', 'each dataset'],
  ['      - { id: quality, text: How good are the data?, scale: four }\n', ''],
);
const files = { 'old.yaml': small, 'new.yaml': after };

test('the draft says what is known, why, and what is to be decided', async () => {
  const ran = await milepost('diff old.yaml new.yaml -o map.yaml', { files });
  expect(ran.out).toContain('question-removed');
  expect(ran.file('map.yaml')).toMatchInlineSnapshot(`
    "# Carries answers to sample 1.0.0 over to 2.0.0. Drafted by: milepost diff old.yaml new.yaml
    # What says "decide" is left blank for a person: until it is filled in, the map is refused. What is not named here keeps its id.
    milepost: 1
    kind: map
    # From an id of the old version to its id in the new one.
    rename:
      leaders: heads  # the same wording
      quality:  # decide: the new id for "How good are the data?", or move the line to drop
    # By new question id: from an old level value or option id to the new one.
    levels:
      owner:
        1: 1  # Starting
        2: 2  # Emerging
        3:  # decide: was "Established"; 3 is "Managed" now
        4: 4  # Leading
      skills:
        1: 1  # Starting
        2: 2  # Emerging
        3:  # decide: was "Established"; 3 is "Managed" now
        4: 4  # Leading
      heads:
        1: 1  # Starting
        2: 2  # Emerging
        3:  # decide: was "Established"; 3 is "Managed" now
        4: 4  # Leading
    # Answers that are given up: take the # away from what has no place under rename.
    # drop:
    #   - quality  # "How good are the data?"
    # By new question id: whether the answers to what was changed still hold.
    changed:
      owner:  # decide: keep or ask_again; "Does every dataset have an owner?" became "Does each dataset have an owner?"
    "
  `);
});

test('once the blanks are filled, it is a map', async () => {
  const ran = await milepost('diff old.yaml new.yaml --format map', { files });
  const filled = ran.out
    .replace(/^ {2}quality:.*\n/m, '')
    .replace('# drop:\n#   - quality', 'drop:\n  - quality')
    .replace(/^( {4}3:) {2}# decide.*$/gm, '$1 3')
    .replace(/^( {2}owner:) {2}# decide.*$/gm, '$1 keep');
  expect(filled).not.toContain('# decide');
  const checked = await milepost('check map.yaml --format compact', { files: { 'map.yaml': filled } });
  expect(checked.out).toBe('');
  expect(checked.exit).toBe(0);
});

test('every blank of the draft is one that `check` points at', async () => {
  const ran = await milepost('diff old.yaml new.yaml -o map.yaml', { files });
  const blanks = ran
    .file('map.yaml')
    .split('\n')
    .flatMap((line, i) => (line.includes('# decide') ? [i + 1] : []));
  const checked = await milepost('check map.yaml --format compact', {
    files: { 'map.yaml': ran.file('map.yaml') },
  });
  expect(
    checked.out
      .trimEnd()
      .split('\n')
      .map((line) => Number(line.split(':')[1])),
  ).toEqual(blanks);
});

test('an -o that ends in .yaml is the map, beside what another --format writes', async () => {
  const ran = await milepost(
    'diff old.yaml new.yaml --format json -o changes.json --format compact -o map.yml',
    { files },
  );
  expect(ran.file('map.yml')).toMatch(/^# Carries answers/);
  expect(ran.out).toContain('new.yaml:15:28: info level-replaced: breaking: ');
  expect(JSON.parse(ran.file('changes.json'))).toHaveProperty('findings');
});

test('options that moved to another id, and types that are others', async () => {
  const choice = (options: string, type: string) =>
    edited(small, [
      '  - id: people\n',
      `      - { id: hosting, text: Where does it run?, type: choice, options: [${options}] }
      - { id: listed, text: Is there a list?, ${type} }
  - id: people\n`,
    ]);
  const two = {
    'old.yaml': choice('{ id: own, label: Own centre }, { id: cloud, label: In the cloud }', 'type: yes_no'),
    'new.yaml': choice(
      '{ id: centre, label: Own centre }, { id: cloud, label: In the cloud }',
      'scale: four',
    ),
  };
  const ran = await milepost('diff old.yaml new.yaml --format map', { files: two });
  expect(ran.out).toContain('  hosting:\n    own: centre  # Own centre\n    cloud: cloud  # In the cloud\n');
  expect(ran.out).toContain(
    '  listed:\n    yes:  # decide: was "yes"; the question is `level` now\n    no:  # decide',
  );
});

test('where nothing is to be carried over, the draft is a map that says nothing', async () => {
  const { out } = await milepost('diff old.yaml old.yaml --format map', { files });
  expect(out.split('\n').filter((line) => !line.startsWith('#'))).toEqual(['milepost: 1', 'kind: map', '']);
});

const asked = (...questions: readonly string[]) =>
  edited(small, [
    '  - id: people\n',
    `${questions.map((each) => `      - ${each}\n`).join('')}  - id: people\n`,
  ]);

async function drafted(before: string, after: string): Promise<string> {
  const ran = await milepost('diff old.yaml new.yaml --format map', {
    files: { 'old.yaml': before, 'new.yaml': after },
  });
  return ran.out;
}

test('limits leave answers what they are; a unit and a wording are for a person to judge', async () => {
  const before = asked(
    '{ id: staff, text: How many staff?, type: number, min: 0, max: 100 }',
    '{ id: costs, text: What does it cost?, type: number, unit: pounds }',
    '{ id: why, text: Why is that so?, type: text }',
  );
  const now = edited(
    before,
    ['max: 100', 'max: 90'],
    ['unit: pounds', 'unit: thousands'],
    ['Why is that so?', 'Why is that really so?'],
  );
  const draft = await drafted(before, now);
  expect(draft).toContain(
    '  staff: keep  # min: 0, max: 100 became min: 0, max: 90: what is not permitted now',
  );
  expect(draft).toContain('  costs:  # decide: keep or ask_again; pounds became thousands\n');
  expect(draft).toContain(
    '  why:  # decide: keep or ask_again; "Why is that so?" became "Why is that really so?"\n',
  );
});

test('where a level or option came, or its wording was edited, the others are what they were', async () => {
  const before = asked(
    '{ id: site, text: Where is it?, type: choice, options: [{ id: own, label: Our centre }, { id: old, label: Elsewhere }] }',
  );
  const now = edited(
    before,
    ['{ id: old, label: Elsewhere }', '{ id: cloud, label: In the cloud }'],
    ['How good are the data?, scale: four', 'How good are the data?, scale: four, levels: { 2: Emerging. }'],
  );
  const draft = await drafted(before, now);
  expect(draft).toContain('  quality:\n    1: 1  # Starting\n    2: 2  # Emerging\n');
  expect(draft).toContain('    old:  # decide: was "Elsewhere", and is gone; new: `cloud` "In the cloud"\n');
});

test('answers that no map can turn into others are not asked about', async () => {
  const before = asked(
    '{ id: site, text: Where is it?, type: choices, options: [{ id: own, label: Ours }, { id: old, label: Old }] }',
    '{ id: staff, text: How many staff?, type: number }',
  );
  const now = edited(before, ['type: choices', 'type: choice'], ['type: number }', 'scale: four }']);
  const draft = await drafted(before, now);
  expect(draft).toContain('  site: ask_again  # choices before, choice now: no answer can be kept\n');
  expect(draft).toContain('  staff: ask_again  # number before, level now: no answer can be kept\n');
  expect(draft).not.toContain('levels:');
  const ran = await milepost('migrate old.yaml new.yaml r.csv --map map.yaml', {
    files: {
      'old.yaml': before,
      'new.yaml': now,
      'map.yaml': draft,
      'r.csv': 'organisation,site,staff\nA,own,3\n',
    },
  });
  expect(ran.err).toContain('2 answers: 0 kept, 2 to ask again.');
  expect(ran.exit).toBe(0);
});

test('where levels moved and the wording was edited, answers are kept as the levels that they are now', async () => {
  const now = edited(
    small,
    ['{ value: 4, label: Leading }', '{ value: 5, label: Leading }'],
    ['every dataset', 'each dataset'],
  );
  const draft = await drafted(small, now);
  const answer = (decision: string) =>
    milepost('migrate old.yaml new.yaml r.csv --map map.yaml', {
      files: {
        'old.yaml': small,
        'new.yaml': now,
        'map.yaml': draft.replace(/^( {2}owner:) {2}# decide.*$/m, `$1 ${decision}`),
        'r.csv': 'organisation,owner\nA,4\n',
      },
    });
  expect((await answer('')).err).toContain('it is not decided yet whether the answers to `owner` still hold');
  expect(JSON.parse((await answer('keep')).out)).toMatchObject({ answers: { owner: { value: 5 } } });
  expect((await answer('ask_again')).err).toContain(
    '`owner` is to be asked again by `changed`, and stands under `levels`',
  );
});

test('what is gone is offered the new question that asks nearly the same', async () => {
  const now = edited(small, [
    'id: quality, text: How good are the data?',
    'id: data_quality, text: How good are your data?',
  ]);
  expect(await drafted(small, now)).toContain(
    '  quality:  # decide: the new id for "How good are the data?", perhaps `data_quality` "How good are your data?", or move',
  );
});

const kinds = Object.values(questionnaireKinds);

test.each(kinds)(
  'the draft for $id, once it is filled in, is one that `migrate` can go by',
  async ({ before, after }) => {
    const files = { 'old.yaml': whole(before), 'new.yaml': whole(after), 'r.csv': 'response_id\n' };
    const { out } = await milepost('diff old.yaml new.yaml --format map', { files });
    const gone = out.split('\n').flatMap((line) => /^# {3}(- \w+)/.exec(line)?.slice(1, 2) ?? []);
    const filled = out
      .replace(/^(rename:\n(?: {2}\w+: \w.*\n)*)(?: {2}\w+: {2}# decide.*\n)+/m, '$1')
      .replace(/^( +\w+:) {2}# decide.*$/gm, '$1 ask_again')
      .replace('# drop:\n', `drop:\n${gone.map((id) => `  ${id}\n`).join('')}`);
    const ran = await milepost('migrate old.yaml new.yaml r.csv --map map.yaml', {
      files: { ...files, 'map.yaml': filled },
    });
    expect(
      ran.err.split('\n').filter((line) => line.includes('map-') || line.startsWith('map.yaml')),
    ).toEqual([]);
  },
);

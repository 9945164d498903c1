import { expect, test } from 'vitest';
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
    # Their wording was edited. Where the answers still hold, take the # away; otherwise they are asked again.
    # changed:
    #   owner: keep  # "Does every dataset have an owner?" became "Does each dataset have an owner?"
    "
  `);
});

test('once the blanks are filled, it is a map', async () => {
  const ran = await milepost('diff old.yaml new.yaml --format map', { files });
  const filled = ran.out
    .replace(/^ {2}quality:.*\n/m, '')
    .replace('# drop:\n#   - quality', 'drop:\n  - quality')
    .replace(/^( {4}3:) {2}# decide.*$/gm, '$1 3');
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
  expect(ran.out).toContain('new.yaml:15:28: error level-replaced');
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

import { expect, test } from 'vitest';
import { diskFiles } from '../../src/cli/files/files.js';
import { answerDefinition } from '../../src/questionnaire/answer-definition.js';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import { questionnaireDigest } from '../../src/response/meaning/digest.js';
import { milepost } from '../support/milepost.js';
import { fillIn } from './fill-in.js';
import { allAnswers, everyKind, response } from './fixture.js';

/** A later version: a question renamed, levels turned round under the same labels, one dropped, one required besides. */
const later = everyKind
  .replace('version: 1.0.0', 'version: 2.0.0')
  .replace('{ id: checked, text: Is it checked?', '{ id: is_checked, text: Is it checked?')
  .replace(
    'levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }]',
    'levels: [{ value: 10, label: Leading }, { value: 20, label: Established }, { value: 30, label: Emerging }, { value: 40, label: Starting }]',
  )
  .replace('levels: { 1: Nobody, 4: "Everybody, always" }', '')
  .replaceAll('answers.owner >= 3', 'answers.owner >= 20')
  .replace(/ {6}- \{ id: band.*\n/, '');

const map = `milepost: 1
kind: map
rename: { checked: is_checked }
levels:
  owner: { 1: 10, 2: 20, 3: 30, 4: 40 }
  grid_a: { 1: 10, 2: 20, 3: 30, 4: 40 }
  grid_b: { 1: 10, 2: 20, 3: 30, 4: ask_again }
drop: [band]
`;

const files = { 'old.yaml': everyKind, 'new.yaml': later, 'map.yaml': map };

async function filledForm(): Promise<Uint8Array> {
  const returned = response('r-1', { ...allAnswers, grid_b: { value: 4 } }, { wave: '2026' });
  const ran = await milepost('form old.yaml --from a.jsonl -o filled.xlsx', {
    files: { ...files, 'a.jsonl': returned },
  });
  expect(ran.exit, ran.err).toBe(0);
  return ran.bytes('filled.xlsx');
}

test('a form of an older version is refused, with what can be done', async () => {
  const ran = await milepost('import new.yaml filled.xlsx -o all.jsonl', {
    files: { ...files, 'filled.xlsx': await filledForm() },
  });
  expect(ran.exit).toBe(1);
  expect(ran.err).toContain('1 response to version 1.0.0 of the questionnaire, which is 2.0.0 now: refused');
  expect(ran.err).toContain('A form of ours is carried over on');
  expect(ran.file('all.jsonl')).toBe('');
});

test('with a map its answers are carried over as `milepost migrate` does, with nothing but the form', async () => {
  const form = await filledForm();
  const { 'old.yaml': _, ...without } = files;
  const imported = await milepost('import new.yaml filled.xlsx --map map.yaml -o all.jsonl', {
    files: { ...without, 'filled.xlsx': form },
  });
  expect(imported.exit, imported.err).toBe(0);
  expect(imported.err).toContain('info  form-carried-over');
  expect(imported.err).toContain('filled.xlsx (our own form): 1 row read = 1 accepted.');
  const migrated = await milepost('migrate old.yaml new.yaml filled.xlsx --map map.yaml -o all.jsonl', {
    files: { ...files, 'filled.xlsx': form },
  });
  expect(migrated.exit, migrated.err).toBe(0);
  expect(JSON.parse(imported.file('all.jsonl'))).toEqual(JSON.parse(migrated.file('all.jsonl')));
  expect(JSON.parse(imported.file('all.jsonl'))).toMatchObject({
    id: 'r-1',
    wave: '2026',
    questionnaire: { version: '2.0.0' },
    answers: { owner: { value: 30 }, is_checked: { value: false } },
    ask_again: { grid_b: { was: { value: 4 } } },
  });
});

test('a typing error in it is told at its cell, and no row of it is there to be read by other ids', async () => {
  const form = fillIn(await filledForm(), { owner: 'Midling' });
  const ran = await milepost(
    'import new.yaml filled.xlsx --map map.yaml --rejects rejects.csv -o all.jsonl',
    {
      files: { ...files, 'filled.xlsx': form },
    },
  );
  expect(ran.exit).toBe(1);
  expect(ran.err).toContain('filled.xlsx!1 Data who owns it!D5 (owner)  error  answer-unknown');
  const [header, ...rows] = ran.file('rejects.csv').trimEnd().split('\n');
  expect(header).toContain('rejected_why');
  expect(rows).toEqual([]);
});

test.each([
  ['rename: { checked: }', 'map-undecided'],
  ['rename: { cheked: is_checked }', 'map-unknown-id'],
  ['rename: { checked: is_checked }', 'migrate-removed'],
])('a map that leaves something open refuses it: %s', async (line, rule) => {
  const ran = await milepost('import new.yaml filled.xlsx --map map.yaml -o all.jsonl', {
    files: {
      ...files,
      'map.yaml': `milepost: 1\nkind: map\n${line}\n`,
      'filled.xlsx': await filledForm(),
    },
  });
  expect(ran.exit).toBe(1);
  expect(ran.err).toContain(rule);
  expect(ran.file('all.jsonl')).toBe('');
});

test.each(['questionnaires/digital-maturity.yaml', 'examples/govtech-maturity-index/questionnaire.yaml'])(
  'what a form says of its questionnaire gives answers the same meaning: %s',
  (file) => {
    const { questionnaire } = loadQuestionnaire(file, diskFiles(process.cwd()));
    if (questionnaire === undefined) throw new Error(`${file} cannot be loaded`);
    const text = JSON.stringify(answerDefinition(questionnaire));
    const again = loadQuestionnaire('form', { read: () => ({ text }), resolve: (_, to) => to });
    expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(again.questionnaire && questionnaireDigest(again.questionnaire)).toBe(
      questionnaireDigest(questionnaire),
    );
  },
);

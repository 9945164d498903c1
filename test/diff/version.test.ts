import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { honours, type Step, stepDue } from '../../src/questionnaire/diff/version-step.js';
import { bare, isEdit } from '../../src/questionnaire/diff/wording.js';
import { milepost } from '../support/milepost.js';
import { edited, small } from './fixture.js';

describe('the step that is due', () => {
  test.each<[string, string, Step, boolean]>([
    ['1.2.3', '2.0.0', 'major', true],
    ['1.2.3', '1.3.0', 'major', false],
    ['1.2.3', '1.3.0', 'minor', true],
    ['1.2.3', '1.2.4', 'minor', false],
    ['1.2.3', '1.2.4', 'patch', true],
    ['1.2.3', '1.2.3', 'patch', false],
    ['1.2.3', '1.2.3', 'none', true],
    ['2.0.0', '1.9.0', 'patch', false],
    ['1.9.0', '1.10.0', 'minor', true],
    ['1.0.0', '2.0.0-rc.1', 'major', true],
    ['2.0.0-rc.1', '2.0.0-rc.2', 'major', true],
    ['2.0.0-rc.2', '2.0.0-rc.10', 'major', true],
    ['2.0.0-rc.10', '2.0.0-rc.2', 'patch', false],
    ['2.0.0-rc.1', '2.0.0', 'major', true],
    ['1.0.0', '1.0.0+build', 'patch', false],
    ['0.3.1', '0.4.0', 'minor', true],
    ['0.3.1', '1.0.0', 'minor', true],
  ])('from %s to %s is enough for a %s step: %s', (old, now, due, is) => {
    expect(honours(due, old, now)).toBe(is);
  });

  test('below 1.0.0 a breaking change asks for a minor step, any other for a patch', () => {
    expect(stepDue('breaking', '0.3.1')).toBe('minor');
    expect(stepDue('notable', '0.3.1')).toBe('patch');
    expect(stepDue('breaking', '1.0.0')).toBe('major');
    expect(stepDue(undefined, '1.0.0')).toBe('none');
  });

  test('a step that is enough for a greater one is enough for a lesser one', () => {
    const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((numbers) => numbers.join('.'));
    fc.assert(
      fc.property(version, version, (old, now) => {
        const is = (['major', 'minor', 'patch', 'none'] as const).map((step) => honours(step, old, now));
        expect(is).toEqual([...is].sort());
      }),
    );
  });
});

const removed = (version: string) =>
  edited(
    small,
    ['version: 1.0.0', `version: ${version}`],
    ['      - { id: quality, text: How good are the data?, scale: four }\n', ''],
  );

test.each([
  ['1.1.0', 1, 'a major step is due, and version 1.0.0 → 1.1.0 does not honour it.'],
  ['1.0.0', 1, 'a major step is due, and version 1.0.0 as before does not honour it.'],
  ['2.0.0', 0, 'a major step is due, and version 1.0.0 → 2.0.0 honours it.'],
])('a removed question in version %s ends with %i', async (version, exit, said) => {
  const files = { 'old.yaml': small, 'new.yaml': removed(version) };
  const ran = await milepost('diff old.yaml new.yaml --format compact', { files });
  expect(ran.err).toBe(`sample: 1 breaking, 0 notable, 0 safe; ${said}\n`);
  expect(ran.exit).toBe(exit);
  // What the version honours is to be known, and nothing to mend.
  expect(ran.out).toContain(`${exit === 0 ? 'info' : 'error'} question-removed: breaking: `);
  expect(ran.out.includes('version-step-due')).toBe(exit === 1);
});

test('`--fail-on` says from which effect on an unhonoured version fails', async () => {
  const added = edited(small, [
    '  - id: people\n',
    '      - { id: sharing, text: Are they shared?, scale: four }\n  - id: people\n',
  ]);
  const files = { 'old.yaml': small, 'new.yaml': added, 'raised.yaml': added.replace('1.0.0', '1.1.0') };
  expect((await milepost('diff old.yaml new.yaml', { files })).exit).toBe(0);
  expect((await milepost('diff old.yaml new.yaml --fail-on warning', { files })).exit).toBe(1);
  expect((await milepost('diff old.yaml raised.yaml --fail-on warning', { files })).exit).toBe(0);
});

test('a config says how a kind of change counts', async () => {
  const files = {
    'old.yaml': small,
    'new.yaml': removed('1.0.0'),
    'milepost.config.yaml':
      'milepost: 1\nkind: config\nrules: { question-removed: info, version-step-due: warning }\n',
  };
  const ran = await milepost('diff old.yaml new.yaml --format compact', { files });
  expect(ran.out).toContain('info question-removed');
  expect(ran.exit).toBe(0);
});

test('the version that lacks a step is told to belong to the digest where it stayed', async () => {
  const files = { 'old.yaml': small, 'new.yaml': removed('1.0.0') };
  const { out } = await milepost('diff old.yaml new.yaml --format compact', { files });
  expect(out).toContain('answers to the two cannot be told apart by their version');
});

test.each([
  ['Does every dataset have an owner?', 'Does each dataset have a named owner?', true],
  ['Is there an owner?', 'Is there an ownr?', true],
  ['Is there an owner?', 'Is there an office?', false],
  ['Is there a strategy?', 'How many servers are there?', false],
  ['Established', 'Managed', false],
  ['Established', 'Well established', true],
  ['Есть ли владелец данных?', 'Есть ли владелец всех данных?', true],
])('whether %j and %j are one wording, edited: %s', (one, other, is) => {
  expect(isEdit(one, other)).toBe(is);
  expect(isEdit(other, one)).toBe(is);
});

test('the same wording is an edit of itself', () => {
  expect(bare('Is there an owner?')).toBe(bare(' is there  an OWNER'));
  fc.assert(fc.property(fc.string(), (text) => isEdit(text, text)));
});

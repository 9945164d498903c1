import type { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { take } from '../fixture.js';
import { asked, filled, form, part } from './form-fixture.js';

const read = (bytes: Buffer, name = 'north.xlsx') => take({ [name]: bytes }, { questionnaire: asked });

test.each(['xlsx', 'ods'] as const)(
  'a form of %s is one response, named after its file, without what is personal',
  async (type) => {
    const { responses, texts } = await read(form({ values: filled, facts: { wave: '2026' }, type }));
    expect(texts).toEqual([]);
    expect(responses).toMatchObject([
      {
        id: 'north:1',
        wave: '2026',
        mode: 'self_completion',
        profile: { organisation: 'Northbridge' },
        answers: {
          owner: { value: 2, target: 2, note: 'Since\nspring' },
          tools: { value: ['a', 'b'] },
          since: { value: '2026-03-03' },
        },
      },
    ]);
    expect(JSON.stringify(responses)).not.toContain('jo@');
  },
);

test('a word for no answer stands beside options, but not with ticked ones', async () => {
  const { responses } = await read(form({ values: { organisation: 'A', tools: "Don't know" } }));
  expect(responses[0]?.answers.tools).toEqual({ non_answer: 'dont_know' });
  const both = await read(form({ values: { organisation: 'A', tools: "Don't know", 'tools.a': 'Yes' } }));
  expect(both.rejected).toEqual(['undefined options-disagree']);
  expect(both.findings).toEqual(['6:3 options-disagree']);
  expect(both.texts).toEqual(['`tools`: the cell says "dont_know", and the columns of its options say "a"']);
});

test('every fault is told at its own cell', async () => {
  const { findings, rejected } = await read(
    form({
      values: {
        owner: 'Middling',
        owner__target: { t: 'e', v: 0x17 },
        'tools.b': 'perhaps',
        since: 'yesterday',
      },
    }),
  );
  expect(rejected).toEqual(['undefined answer-unknown']);
  expect(findings).toEqual([
    '5:3 answer-unknown',
    '10:3 answer-not-a-date',
    '8:3 option-cell-unknown',
    '5:4 cell-error',
    '2:2 profile-missing',
  ]);
});

test('a form in which nothing was answered is left out by rule, and told of', async () => {
  const { accepted, rejected, texts } = await read(form({ values: { organisation: 'A', mode: 'workshop' } }));
  expect([accepted, rejected]).toEqual([[], []]);
  expect(texts).toEqual(['nothing was filled in: the form was left out']);
});

test('forms of other questionnaires, versions and layouts are refused, and another wording is told of', async () => {
  const other = async (facts: Readonly<Record<string, string>>) => {
    const { accepted, texts, helps } = await read(form({ values: filled, facts }));
    return [accepted.length, ...texts, ...helps];
  };
  expect(await other({ questionnaire: 'another' })).toEqual([
    0,
    `1 response to the questionnaire \`another\`, not to \`${asked.id}\`: refused`,
    'Read them with the questionnaire they answer.',
  ]);
  expect(await other({ version: '0.9.0' })).toEqual([
    0,
    '1 response to version 0.9.0 of the questionnaire, which is 1.0.0 now: refused',
    expect.stringContaining('version 0.9.0 of the questionnaire'),
  ]);
  expect(await other({ milepost: '2' })).toMatchObject([0, expect.stringContaining('a later Milepost'), {}]);
  expect(await other({ digest: 'sha256:0' })).toMatchObject([
    1,
    expect.stringContaining('another wording'),
    {},
  ]);
});

test('a renamed sheet is found by the names of its cells; without those the form is refused', async () => {
  const renamed = { [part]: "Jo's data" };
  const { responses } = await read(form({ values: filled, renamed }));
  expect(responses[0]?.answers.owner).toMatchObject({ value: 2 });
  const { accepted, texts } = await read(form({ values: filled, renamed, names: false }));
  expect(accepted).toEqual([]);
  expect(texts).toEqual([
    '8 cells of the form are not where they were, on the sheet `1 Data & "more", Élan`: was a sheet deleted, or renamed and saved by a program that loses names?',
  ]);
});

test('two forms of one file name are told apart from a duplicate', async () => {
  const bytes = form({ values: filled });
  const { accepted, texts } = await take(
    { 'a/north.xlsx': bytes, 'b/north.xlsx': bytes },
    { questionnaire: asked },
  );
  expect(accepted).toEqual(['north:1']);
  expect(texts[0]).toContain('a/north.xlsx, a file of the same name');
});

test('what is refused of a form can be fed back as a row with its own header', async () => {
  const csv = `organisation,owner,tools,tools.a,tools.b\nNorthbridge,High,,Yes,\n`;
  const { responses, texts } = await take({ 'rejects.csv': csv }, { questionnaire: asked });
  expect(responses[0]?.answers).toMatchObject({ owner: { value: 2 }, tools: { value: ['a'] } });
  expect(texts).toEqual(['1 of 3 questions has no column and counts as unanswered: `since`']);
});

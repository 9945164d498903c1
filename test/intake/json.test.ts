import { describe, expect, test } from 'vitest';
import { take } from './fixture.js';

function response(id: string, answers: object, more: object = {}) {
  return {
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id,
    profile: { organisation: 'Northbridge' },
    answers,
    ...more,
  };
}

const good = response('r1', { q1: { value: 3, target: 3, note: 'Soon.' }, q2: { non_answer: 'dont_know' } });
const lines = (...values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('the same response, however it is written', () => {
  test.each([
    ['an object', 'a.json', JSON.stringify(good)],
    ['a list', 'a.json', JSON.stringify([good])],
    ['a line', 'a.jsonl', lines(good)],
    ['a line without an end', 'a.ndjson', lines(good).trimEnd()],
    ['lines with blank ones and CRLF', 'a.jsonl', `\r\n${lines(good).replace('\n', '\r\n')}\r\n`],
    ['without a name to tell by', '-', JSON.stringify([good])],
    ['over several lines', '-', JSON.stringify(good, undefined, 2)],
    [
      'with labels and words for values',
      'a.json',
      JSON.stringify(
        response('r1', {
          q1: { value: 'High', target: 'High', note: 'Soon.' },
          q2: { value: 'DK' },
          q3: { value: [] },
        }),
      ),
    ],
  ])('%s', async (_, name, text) => {
    for (const piece of [1 << 16, 3]) {
      const { responses, findings } = await take({ [name]: text }, { piece });
      expect(findings).toEqual([]);
      expect(responses[0]).toMatchObject({
        id: 'r1',
        answers: { q1: { value: 3, target: 3, note: 'Soon.' }, q2: { non_answer: 'dont_know' }, q3: {} },
      });
    }
  });
  test('lines are known without a name too', async () => {
    const { accepted } = await take({ '-': lines(good, { ...good, id: 'r2' }) });
    expect(accepted).toEqual(['r1', 'r2']);
  });
});

describe('faults are told at their line and column', () => {
  test.each([
    [
      'a bad level',
      { q1: { value: 7 } },
      '7}',
      'answer-unknown',
      '`q1` is "7"; allowed: `1` (Low), `2` (Middle), `3` (High)',
    ],
    [
      'an unknown question',
      { q1: { value: 3 }, q4: { value: 3 } },
      '{"value":3}}',
      'response-unknown-key',
      'answers has no "q4"; did you mean `q1`?',
    ],
    [
      'an unknown key',
      { q1: { value: 3, notes: 'x' } },
      '"x"',
      'response-unknown-key',
      'q1 has no "notes"; did you mean `note`?',
    ],
    [
      'a follow-up that is not asked',
      { q1: { value: 3 }, q2: { value: 3, target: 2 } },
      '2}',
      'response-unknown-key',
      'q2 has no "target"',
    ],
    ['a blank required question', { q1: {} }, '{}', 'answer-missing', '`q1` is required and was left blank'],
    ['a question left out', {}, '{}', 'answer-missing', '`q1` is required and was left blank'],
    [
      'a non-answer that is not permitted',
      { q1: { non_answer: 'refused' } },
      '"refused"',
      'non-answer-not-permitted',
      '`q1` is "refused", but `refused` is not permitted here; permitted: `dont_know` or `not_applicable`',
    ],
    [
      'a bare value',
      { q1: 3 },
      '3}',
      'answer-wrong-kind',
      '`q1` is "3", where an object such as `{ "value": … }` or `{ "non_answer": "dont_know" }` is needed',
    ],
    [
      'both',
      { q1: { value: 3, non_answer: 'dont_know' } },
      '"dont_know"',
      'answer-and-non-answer',
      '`q1` has a `value` and a `non_answer`',
    ],
  ])('%s', async (_, answers, at, rule, told) => {
    const text = JSON.stringify(response('r1', answers));
    const { accepted, findings, texts } = await take({ 'a.json': text });
    expect(accepted).toEqual([]);
    expect([findings, texts]).toEqual([[`1:${text.lastIndexOf(at) + 1} ${rule}`], [told]]);
  });

  test('each of several, by line in JSONL and by element in a list', async () => {
    const bad = response('r2', { q1: { value: 7 } }, { mode: 'chat', wave: 2026 });
    const inLines = await take({ 'a.jsonl': lines(good, bad) });
    expect(inLines.rejected).toEqual(['2 answer-unknown']);
    expect(inLines.findings.map((found) => found.split(':')[0])).toEqual(['2', '2', '2']);
    const inList = await take({ 'a.json': JSON.stringify([good, bad], undefined, 1) });
    expect(inList.rejected).toEqual(['1 answer-unknown']);
    expect(inList.texts).toEqual([
      '`q1` is "7"; allowed: `1` (Low), `2` (Middle), `3` (High)',
      '`wave` is "2026"; it must be a text',
      '`mode` is "chat"; allowed: `interview`, `workshop`, `self_completion`',
    ]);
  });

  test('names of prototypes are unknown keys', async () => {
    const text = JSON.stringify(good).replace(
      '"q1"',
      '"__proto__":{"value":1},"constructor":{"value":1},"q1"',
    );
    const { texts } = await take({ 'a.json': text });
    expect(texts).toEqual(['answers has no "__proto__"', 'answers has no "constructor"']);
  });
});

describe('text that is no JSON', () => {
  test.each([
    ['{', '1:2 json-syntax', 'this is no JSON: it ends where a key in quotes or `}` is needed'],
    ['[1,\n 2,]', '2:4 json-syntax', 'this is no JSON: `]` where a value is needed'],
    ['{"a" 1}', '1:6 json-syntax', 'this is no JSON: `1` where `:` is needed'],
    ["{'a': 1}", '1:2 json-syntax', "this is no JSON: `'` where a key in quotes or `}` is needed"],
    ['{"a": 1 "b": 2}', '1:9 json-syntax', undefined],
    ['[01]', '1:3 json-syntax', 'this is no JSON: `1` where `,` or `]` is needed'],
    ['[1] x', '1:5 json-syntax', 'this is no JSON: `x` where nothing more is needed'],
    ['["a\nb"]', '1:2 json-syntax', undefined],
  ])('%j', async (text, where, told) => {
    const { findings, texts } = await take({ 'a.json': text });
    expect(findings).toEqual([where]);
    if (told !== undefined) expect(texts).toEqual([told]);
  });
  test('a bad line is refused, the others are read', async () => {
    const { accepted, rejected } = await take({
      'a.jsonl': `${lines(good)}{"id":\n${lines({ ...good, id: 'r3' })}`,
    });
    expect([accepted, rejected]).toEqual([['r1', 'r3'], ['2 json-syntax']]);
  });
  test('nesting without end is no crash', async () => {
    expect((await take({ 'a.json': '['.repeat(100_000) })).findings).toEqual(['1:100001 json-syntax']);
  });
});

describe('of which questionnaire', () => {
  const of = (reference: object) => ({
    ...good,
    questionnaire: { id: 'sample', version: '1.0.0', ...reference },
  });
  test.each([
    ['another', { id: 'other' }, 0, '1 response to the questionnaire `other`, not to `sample`: refused'],
    [
      'another version',
      { version: '2.0.0' },
      0,
      '1 response to version 2.0.0 of the questionnaire, which is 1.0.0 now: refused',
    ],
    [
      'another wording',
      { digest: `sha256:${'0'.repeat(64)}` },
      1,
      '1 response to another wording of version 1.0.0 of the questionnaire',
    ],
  ])('%s', async (_, reference, accepted, told) => {
    const outcome = await take({ 'a.json': JSON.stringify(of(reference)) });
    expect([outcome.accepted.length, outcome.texts]).toEqual([accepted, [told]]);
  });
});

test('the same key twice is refused across kinds of files', async () => {
  const { accepted, texts } = await take({
    'a.jsonl': lines(good),
    'b.json': JSON.stringify([good]),
    'c.csv': 'response_id,organisation,department,q1,q2,q3\nr1,N,H,3,,\n',
  });
  expect(accepted).toEqual(['r1']);
  expect(texts).toEqual([
    'the response "r1" is there already: line 1 of a.jsonl; this one is refused',
    'the response "r1" is there already: line 1 of a.jsonl; this one is refused',
  ]);
});

test('a value nested as deep as can be, and a line without an end, are told of', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const nested = `{"milepost":1,"id":"r-1","profile":{},"answers":{"q1":{"value":${deep}}}}`;
  for (const name of ['a.json', 'a.jsonl']) {
    const { accepted, texts } = await take({ [name]: `${nested}\n` });
    expect(accepted).toEqual([]);
    expect(texts.length).toBeGreaterThan(0);
  }
  const { accepted, rejected, texts } = await take({ 'a.jsonl': `{"id":"${'x'.repeat(3 << 20)}"}\n` });
  expect([accepted, rejected]).toEqual([[], ['1 json-syntax']]);
  expect(texts[0]).toContain('goes on for more than a megabyte');
});

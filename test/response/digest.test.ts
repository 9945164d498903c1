import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/response/meaning/canonical-json.js';
import { questionnaireDigest } from '../../src/response/meaning/digest.js';
import { questionnaireOf } from './fixture.js';

const digestOf = (question: string, more = '', weight = '') =>
  questionnaireDigest(
    questionnaireOf(`
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions: [{ id: d, title: D${weight}, questions: [{ id: p, text: P?, type: yes_no }, { id: q, ${question} }] }]
${more}`),
  );

const base = digestOf('text: Q?, scale: s');

test('it is a SHA-256', () => expect(base).toMatch(/^sha256:[0-9a-f]{64}$/));

test.each([
  ['help', digestOf('text: Q?, scale: s, help: Think.')],
  ['a weight', digestOf('text: Q?, scale: s, weight: 2')],
  ['a title', digestOf('text: Q?, scale: s', '', 'ifferent')],
  ['a rubric', digestOf('text: Q?, scale: s', 'rubric: { method: min }')],
])('%s does not change it', (_, digest) => expect(digest).toBe(base));

test.each([
  ['the text', digestOf('text: Q, scale: s')],
  ['the type', digestOf('text: Q?, type: yes_no')],
  ['the wording of a level', digestOf('text: Q?, scale: s, levels: { 1: Not at all }')],
  ['a limit', digestOf('text: Q?, type: number, min: 1')],
  ['the condition', digestOf('text: Q?, scale: s, when: answers.p')],
])('%s changes it', (_, digest) => expect(digest).not.toBe(base));

test('canonical JSON is that of RFC 8785', () => {
  // The examples of its sections 3.2.2 and 3.2.3.
  expect(
    canonicalJson({
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      literals: [null, true, false],
    }),
  ).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}');
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  expect([...canonicalJson(keys).matchAll(/\d(?=[,}])/g)].join('')).toBe('2467153');
  expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
});

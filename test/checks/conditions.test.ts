import { expect, test } from 'vitest';
import { found } from './found.js';
import { whole } from './whole.js';

const before = `- { id: level, text: How far?, scale: four }
- { id: plain, text: Is it so?, type: yes_no }
- { id: sure, text: Is it sure?, type: yes_no, required: true, non_answers: [] }
- { id: pick, text: Which one?, type: choice, options: [{ id: a, label: A }, { id: b, label: B }] }
- { id: picks, text: Which ones?, type: choices, options: [{ id: a, label: A }, { id: b, label: B }, { id: none, label: None, exclusive: true }] }
- { id: whole, text: How many?, type: number, min: 0, max: 10, integer: true }
- { id: open, text: How much?, type: number }
- { id: words, text: In what words?, type: text }
- { id: day, text: On what day?, type: date, min: 2026-01-01, max: 2026-12-31 }
- { id: inner, text: And then?, scale: four, when: answers.level >= 3 }`;

/** The rules that find fault with a condition, by its line. */
async function faults(...conditions: readonly string[]): Promise<readonly string[]> {
  const questions = conditions.map(
    (when, i) => `- id: last${i}\n  text: And at last?\n  type: yes_no\n  when: ${JSON.stringify(when)}`,
  );
  const text = whole([before, ...questions].join('\n'));
  const lines = text.split('\n');
  return (await found(text)).map(({ rule, line }) => {
    const at = conditions.findIndex((when) => lines[line - 1]?.includes(JSON.stringify(when)));
    return `${rule} ${at}`;
  });
}

test.each([
  'answers.level > 4',
  'answers.level == 2.5',
  'answers.level < 2 && answers.level > 2',
  'answers.level < 3 && has(answers.inner)',
  'answers.inner <= 3 && !has(answers.level)',
  '!has(answers.sure)',
  'answers.pick == "a" && answers.pick == "b"',
  '"none" in answers.picks && "a" in answers.picks',
  'size(answers.picks) > 2',
  'answers.whole > 10',
  'answers.whole > 3 && answers.whole < 4',
  'answers.open > 3 && answers.open < 3',
  'answers.words == "x" && answers.words == "y"',
  'answers.day > "2026-12-31"',
])('%s is never true', async (when) => {
  expect(await faults(when)).toEqual(['when-never-true 0']);
});

test.each([
  'has(answers.sure)',
  'answers.sure || !answers.sure',
  '!has(answers.level) || answers.level <= 4',
  '!has(answers.whole) || answers.whole >= 0',
])('%s is always true', async (when) => {
  expect(await faults(when)).toEqual(['when-always-true 0']);
});

test.each([
  'answers.level >= 1',
  'answers.level >= 3 && has(answers.inner)',
  'answers.inner >= 3 && answers.level == 4',
  'answers.plain',
  'answers.pick == "a" || answers.pick == "b"',
  '"a" in answers.picks && "b" in answers.picks',
  'size(answers.picks) == 2',
  'answers.whole > 3 && answers.whole < 5',
  'answers.open > 3 && answers.open < 4',
  'answers.open * 7 == 21',
  'answers.whole - answers.open == 6',
  'answers.words != "x"',
  'size(answers.words) == 3',
  'answers.day > "2026-12-30"',
  'answers.level == 1 ? answers.plain : answers.sure',
  'answers.level > answers.whole',
  'answers.open > answers.whole && answers.whole > answers.level',
])('%s may be either', async (when) => {
  expect(await faults(when)).toEqual([]);
});

test('what only follows from a question that nobody can be asked is not said again', async () => {
  expect(await faults('answers.level > 4', 'answers.last0', 'answers.last1 && answers.plain')).toEqual([
    'when-never-true 0',
  ]);
  expect(await faults('answers.level > 4', 'has(answers.last0) || answers.plain')).toEqual([
    'when-never-true 0',
  ]);
});

test('a condition on a grid is judged once', async () => {
  const grid = `- id: tools
  text: Which of these?
  type: yes_no
  when: answers.level > 4
  items: [{ id: one, text: One }, { id: two, text: Two }]
- { id: after, text: And now?, type: yes_no, when: answers.tools_two }`;
  const findings = await found(whole(`${before}\n${grid}`));
  expect(findings.map(({ rule, message }) => [rule, message.includes('`tools`')])).toEqual([
    ['when-never-true', true],
  ]);
});

test('too many combinations are left alone', async () => {
  const many = Array.from({ length: 8 }, (_, i) => `- { id: many${i}, text: How far?, scale: four }`).join(
    '\n',
  );
  const when = Array.from({ length: 8 }, (_, i) => `answers.many${i} > 4`).join(' && ');
  const last = `- { id: last, text: And now?, type: yes_no, when: "${when}" }`;
  expect(await found(whole(`${many}\n${last}`))).toEqual([]);
});

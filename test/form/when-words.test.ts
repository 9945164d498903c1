import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

/** What the handout says of the last question's condition. */
async function words(when: string): Promise<string | undefined> {
  const definition = questionnaire(`profile:
  - { id: type, title: Kind, type: choice, options: [{ id: inner, label: Inner }, { id: outer, label: Outer }] }
  - { id: staff, title: Staff, type: number }
scales: { four: { levels: [{ value: 1, label: Low }, { value: 2, label: Middling }, { value: 3, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: level, text: How far?, scale: four }
      - { id: sure, text: Sure?, type: yes_no }
      - { id: size, text: How many?, type: number }
      - { id: since, text: Since when?, type: date }
      - { id: tools, text: Which tools?, type: choices, options: [{ id: a, label: Axe }, { id: b, label: Bow }] }
      - { id: one, text: Which one?, type: choice, options: [{ id: x, label: Ex }, { id: y, label: Why }, { id: z, label: "Zed, or zee" }] }
      - { id: last, text: And then?, type: yes_no, when: ${JSON.stringify(when)} }
`);
  const ran = await milepost('form q.yaml -o h.md', { files: { 'q.yaml': definition } });
  expect(ran.exit, ran.err).toBe(0);
  return /\*((?:Only|Asked only) if.*)\*/.exec(ran.file('h.md'))?.[1];
}

test.each([
  ['answers.level >= 3', 'Only if 1.1 “How far?” is High or higher'],
  ['2 < answers.level', 'Only if 1.1 “How far?” is higher than Middling'],
  ['answers.level <= 2', 'Only if 1.1 “How far?” is Middling or lower'],
  ['answers.level != 1', 'Only if 1.1 “How far?” is something other than Low'],
  ['answers.sure', 'Only if 1.2 “Sure?” is Yes'],
  ['!answers.sure', 'Only if 1.2 “Sure?” is No'],
  ['answers.size > -1.5', 'Only if 1.3 “How many?” is higher than -1.5'],
  ['answers.since >= "2024-01-01"', 'Only if 1.4 “Since when?” is 2024-01-01 or later'],
  ['"a" in answers.tools', 'Only if 1.5 “Which tools?” includes Axe'],
  ['!("a" in answers.tools)', 'Only if 1.5 “Which tools?” does not include Axe'],
  ['answers.one in ["x", "y"]', 'Only if 1.6 “Which one?” is Ex or Why'],
  ['answers.one == "z"', 'Only if 1.6 “Which one?” is “Zed, or zee”'],
  ['has(answers.size)', 'Only if 1.3 “How many?” has an answer'],
  ['profile.type == "outer" && profile.staff > 10', 'Only if “Kind” is Outer and “Staff” is higher than 10'],
  [
    'answers.sure && (answers.level == 1 || answers.level == 3)',
    'Only if 1.2 “Sure?” is Yes and (1.1 “How far?” is Low or 1.1 “How far?” is High)',
  ],
  ['answers.size * 2 > 10', 'Asked only if: 1.3 “How many?” \\* 2 &gt; 10'],
])('%s', async (when, expected) => {
  expect(await words(when)).toBe(expected);
});

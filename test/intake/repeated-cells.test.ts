import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionnaireOf } from '../response/fixture.js';
import { take } from './fixture.js';

/** A question of every kind whose cells are remembered, with remarks beside one. */
const questionnaire = questionnaireOf(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: level, text: Level?, scale: s, required: true, ask: [target] }
      - { id: several, text: Several?, type: choices, options: [{ id: a, label: A }, { id: b, label: B }, { id: none, label: None, exclusive: true }] }
      - { id: count, text: Count?, type: number, min: 0, max: 10, integer: true }
      - { id: words, text: Words?, type: text, max_length: 5, when: answers.level >= 2 }
      - { id: day, text: Day?, type: date }
`);

const header = 'response_id,organisation,level,level__target,level__note,several,count,words,day\n';
const cells = fc.tuple(
  fc.constantFrom('Northbridge', 'Southmere', ''),
  fc.constantFrom('1', '2', 'High', ' low ', 'DK', 'NA', 'REF', '3', '', "'2"),
  fc.constantFrom('', '', '2', '9'),
  fc.constantFrom('', '', 'why'),
  fc.constantFrom('a', 'b;a', 'none', 'a;none', 'A', '"a\n;b"', 'c', ''),
  fc.constantFrom('4', '4.0', '11', '2.5', '01', '', 'many'),
  fc.constantFrom('five', 'longer', '', 'DK'),
  fc.constantFrom('2026-11-27', '27 November 2026', '2026-02-30', ''),
);

test('a cell means the same however often its text came before, and is told in its own row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 10 }), async (rows) => {
      const text = (row: readonly string[], id: number) => `r${id},${row.join(',')}\n`;
      const together = await take({ 'a.csv': header + rows.map(text).join('') }, { questionnaire });
      const apart = await Promise.all(
        rows.map((row, id) => take({ 'a.csv': header + text(row, id) }, { questionnaire })),
      );
      expect(together.responses).toEqual(apart.flatMap(({ responses }) => responses));

      let line = 0;
      const below = (place: string) => place.replace(/^2/, `${2 + line}`);
      const rejected: string[] = [];
      const ofRows: string[] = [];
      for (const [at, row] of rows.entries()) {
        const alone = apart[at];
        rejected.push(...(alone?.rejected ?? []).map(below));
        if (alone?.rejected.length === 1) ofRows.push(...alone.findings.map(below));
        line += text(row, at).split('\n').length - 1;
      }
      expect(together.rejected).toEqual(rejected);
      // What is told once for a file follows what is told of rows.
      expect(together.findings.slice(0, ofRows.length)).toEqual(ofRows);
    }),
    // Every row has an intake of its own.
    { numRuns: 15 },
  );
});

test('a bad cell is told again in every row that has it', async () => {
  const rows = ['1,a', '3,a', '1,a', '3,c', '1,c'].map((row, i) => `r${i},N,${row}\n`);
  const { accepted, findings } = await take(
    { 'a.csv': `response_id,organisation,level,several\n${rows.join('')}` },
    { questionnaire },
  );
  expect(accepted).toEqual(['r0', 'r2']);
  expect(findings).toEqual([
    '3:3 answer-unknown',
    '5:3 answer-unknown',
    '5:4 answer-unknown',
    '6:4 answer-unknown',
    '1 questions-without-column',
  ]);
});

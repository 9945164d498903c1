import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';

/** One question for each of two dimensions, from 1 to 4; an organisation pools its responses. */
function questionnaire({
  rollup = 'organisation: { of: responses }',
  privacy = 'min_group: 5',
} = {}): string {
  return `
milepost: 1
id: check
version: 1.0.0
title: Check
profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
privacy: { ${privacy} }
scales:
  maturity: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: data
    title: Data
    questions: [{ id: q1, text: Are data good?, scale: maturity }]
rubric: { method: mean, rollup: { ${rollup} } }
`;
}

/** Responses of departments, each with its scores. */
function responses(
  departments: Readonly<Record<string, readonly number[]>>,
  organisation = 'Northbridge',
): readonly string[] {
  return Object.entries(departments).flatMap(([department, scores]) =>
    scores.map((score, i) => `${organisation} ${department} ${i},${organisation},${department},${score}`),
  );
}

const heading = 'response_id,organisation,department,q1';

function setting(lines: readonly string[], text = questionnaire()) {
  return { files: { 'q.yaml': text, 'r.csv': `${[heading, ...lines].join('\n')}\n` } };
}

/** A (8): 3.25. B (4): 2.5. Together 3.0. */
const twelve = responses({ A: [3, 3, 3, 3, 3, 3, 4, 4], B: [2, 2, 3, 3] });

test('a department of four is withheld, and so is what it would follow from', async () => {
  const ran = await milepost(
    'compare q.yaml r.csv --by organisation,department --format csv',
    setting(twelve),
  );
  expect(ran.exit).toBe(0);
  const shown = rowsOf(ran.out).map(({ department, responses, overall }) => ({
    department,
    responses,
    overall,
  }));
  expect(shown).toMatchInlineSnapshot(`
    [
      {
        "department": "",
        "overall": "3",
        "responses": "12",
      },
      {
        "department": "A",
        "overall": "",
        "responses": "8",
      },
      {
        "department": "B",
        "overall": "",
        "responses": "4",
      },
    ]
  `);
  expect(ran.err).toMatchInlineSnapshot(`
    "q.yaml:2:1  warning  missing-recommended
      there is no \`description\`; a respondent should know what is asked, and of whom

      2 | milepost: 1
        | ^^^^^^^^
      help: Add \`description:\`.

    q.yaml:2:1  warning  missing-recommended
      there is no \`licence\`; others should know whether they may use it

      2 | milepost: 1
        | ^^^^^^^^
      help: Add \`licence:\`.

    q.yaml:2:1  warning  missing-recommended
      there is no \`notice\`; respondents should know who sees their answers, and what for

      2 | milepost: 1
        | ^^^^^^^^
      help: Add \`notice:\`.
    4 figures are withheld for confidentiality: 2 about fewer than 5 people, 2 from which others could be worked out.
    12 responses scored.
    "
  `);
});

test('without a least group all is shown', async () => {
  const ran = await milepost(
    'compare q.yaml r.csv --by organisation,department --format csv',
    setting(twelve, questionnaire({ privacy: 'min_group: 0' })),
  );
  expect(rowsOf(ran.out).map(({ overall }) => overall)).toEqual(['3', '3.25', '2.5']);
});

import { describe, expect, test } from 'vitest';
import { root } from '../support/definition.js';
import { definitions, instruments } from '../support/instruments.js';
import { milepost } from '../support/milepost.js';

/** How many questions some of them may ask, each item of a grid being one. */
const most: readonly (readonly [id: string, questions: number])[] = [
  ['technology-preparedness', 12],
  ['joint-working', 12],
];

/** Makers and products that are found in local authorities. A question names what a thing does, and not who sells it. */
const products =
  /\b(?:Microsoft|Office 365|SharePoint|Power BI|Azure|Excel|Outlook|Google|Amazon|AWS|Oracle|SAP|Salesforce|Tableau|Capita|Civica|Northgate|Liquidlogic|Idox|ServiceNow|Zoom|Slack|WhatsApp|ChatGPT|Copilot|Airbnb|Uber|Deliveroo)\b/;

/** Words that grade instead of saying what can be seen. */
const grades =
  /\b(?:somewhat|fairly|advanced|adequate(?:ly)?|appropriate(?:ly)?|robust|effective(?:ly)?|excellent|mature|world[- ]class|cutting[- ]edge|best practice)\b/i;

/** Words that put somebody down. */
const blame =
  /\b(?:poor(?:ly)?|bad(?:ly)?|weak|fail(?:s|ed|ure)?|lack(?:s|ing)|chaotic|chaos|ignor(?:e[sd]?|ant)|neglect(?:s|ed)?|backward|amateurish|primitive|immature|laggard)\b/i;

test('all definitions pass the strictest check, or say in a comment why not', async () => {
  const { exit, out } = await milepost(
    ['check', ...definitions.map(({ path }) => path), '--fail-on', 'info'],
    {
      cwd: root,
    },
  );
  expect({ exit, out }).toEqual({ exit: 0, out: '' });
});

describe.each(instruments)('$path', ({ path, text, questionnaire }) => {
  const { questions, examples } = questionnaire;
  const levels = questions.flatMap((question) =>
    question.type === 'level'
      ? question.scale.levels.map(({ value }) => ({
          question: question.id,
          level: value,
          wording: question.wording.get(value),
          lowest: value === question.scale.levels[0]?.value,
        }))
      : [],
  );

  test('says what it is, on which terms, and where it comes from', () => {
    expect(path).toBe(`questionnaires/${questionnaire.id}.yaml`);
    expect(questionnaire).toMatchObject({
      version: expect.stringMatching(/^[1-9]\d*\.\d+\.\d+$/),
      licence: 'CC-BY-4.0',
      description: expect.stringMatching(/\w/),
      notice: expect.stringMatching(/\w/),
    });
    expect(questionnaire.sources.length).toBeGreaterThan(0);
    for (const source of questionnaire.sources) expect(source).toMatch(/\w.*https:\/\/\S+$/);
  });

  test('shows by three examples at least, one with a don’t know, what answers come to', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const { definition } of examples) {
      expect(Object.keys(definition.expect.scores ?? {}), definition.name).not.toEqual([]);
    }
    const given = examples.flatMap(({ definition }) => Object.values(definition.answers));
    const unknown = ["Don't know", 'dont_know', 'DK', ...(questionnaire.nonAnswerWords.dont_know ?? [])];
    expect(given.some((answer) => unknown.includes(String(answer)))).toBe(true);
  });

  test('words every level of every question', () => {
    expect(levels.filter(({ wording }) => wording === undefined)).toEqual([]);
  });

  test('words levels by what can be seen, not by grades', () => {
    expect(levels.filter(({ wording }) => grades.test(wording ?? ''))).toEqual([]);
  });

  test('puts nobody down at the lowest level', () => {
    expect(levels.filter(({ lowest, wording }) => lowest && blame.test(wording ?? ''))).toEqual([]);
  });

  test('names no product', () => {
    expect(text.match(products)).toBeNull();
  });
});

test.each(most)('%s asks no more than %d questions', (id, limit) => {
  const asked = instruments.find(({ questionnaire }) => questionnaire.id === id)?.questionnaire.questions;
  expect(asked?.length).toBeLessThanOrEqual(limit);
});

import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/index.js';
import { questionnaireDigest } from '../../src/response/meaning/digest.js';
import { questionMeaning } from '../../src/response/meaning/question-meaning.js';
import { definition, root } from '../support/definition.js';
import { milepost, rowsOf } from '../support/milepost.js';

const file = 'questionnaires/city-analytics-readiness.yaml';
const readiness = definition(file);
const maturity = definition('questionnaires/digital-maturity.yaml');

const governance = maturity.dimensions.find(({ id }) => id === 'data_governance')?.questions ?? [];
const shared = new Set(governance.map(({ id }) => id));
const again = readiness.dimensions.find(({ id }) => id === 'data_governance')?.questions ?? [];

describe('what it asks', () => {
  test('data governance is asked as in the digital maturity assessment, all of it and in that order', () => {
    expect(again.map(({ id }) => id)).toEqual([...shared]);
    expect(questionnaireDigest({ id: 'both', questions: again })).toBe(
      questionnaireDigest({ id: 'both', questions: governance }),
    );
  });

  test.each(governance.map((question) => [question.id, question] as const))(
    '`%s` means the same in both, as the digest sees it',
    (id, there) => {
      const here = again.find((question) => question.id === id);
      expect(here === undefined ? undefined : questionMeaning(here)).toEqual(questionMeaning(there));
    },
  );

  test.each(governance.map((question) => [question.id, question] as const))(
    '`%s` is put in the same way',
    (id, there) => {
      const put = (question: Question | undefined) => [
        question?.help,
        question?.guidance,
        question?.ask,
        question?.nonAnswers,
      ];
      const here = again.find((question) => question.id === id);
      expect(put(here)).toEqual(put(there));
    },
  );

  test('it adds at most twelve questions', () => {
    const added = readiness.questions.filter(({ id }) => !shared.has(id));
    expect(added.length).toBeGreaterThan(0);
    expect(added.length).toBeLessThanOrEqual(12);
  });
});

/** The least, or the most, that can be answered to the questions of a part. */
const least = (part: string) => cells(part, 0);
const most = (part: string) => cells(part, -1);

function cells(part: string, end: 0 | -1): Readonly<Record<string, string>> {
  const dimension = readiness.dimensions.find(({ id }) => id === part);
  const cell = (question: Question): string => {
    switch (question.type) {
      case 'level':
        return String(question.scale.levels.at(end)?.value);
      case 'choices':
        return question.options
          .filter(({ exclusive }) => exclusive === (end === 0))
          .map(({ id }) => id)
          .join(';');
      case 'number':
        return String(end === 0 ? question.min : question.max);
      default:
        throw new Error(`a ${question.type} question is not scored here`);
    }
  };
  return Object.fromEntries(dimension?.questions.map((question) => [question.id, cell(question)]) ?? []);
}

const unable = { ...least('data_governance'), ...least('joining_data') };
const joined = most('joining_data');
const able = { ...most('data_governance'), ...joined };
const unwilling = least('taking_part');
const willing = most('taking_part');

/** One row a response, each of a department of five people. */
function returned(responses: readonly Readonly<Record<string, string>>[]): string {
  const ids = readiness.questions.map(({ id }) => id);
  const rows = responses.map((cellOf, i) =>
    ['Northbridge', `Department ${i + 1}`, 5, ...ids.map((id) => cellOf[id] ?? '')].join(','),
  );
  return [['organisation', 'department', 'participants', ...ids].join(','), ...rows].join('\n');
}

async function indices(by: string, responses: readonly Readonly<Record<string, string>>[]) {
  const { exit, out } = await milepost(
    `compare ${root}${file} returned.csv --by ${by} --columns indices --format csv`,
    { files: { 'returned.csv': returned(responses) } },
  );
  expect(exit).toBe(0);
  return rowsOf(out).map(({ willingness, ability, quadrant }) => [willingness, ability, quadrant].join(' '));
}

describe('quadrants', () => {
  test('the four corners', async () => {
    const corners = [
      { ...unwilling, ...unable },
      { ...unwilling, ...able },
      { ...willing, ...unable },
      { ...willing, ...able },
    ];
    expect(await indices('department', corners)).toEqual(['1 1 1', '1 4 2', '4 1 3', '4 4 4']);
  });

  test('are shown by name, without a figure or a mark of more and less; files have the number', async () => {
    const { out } = await milepost(`compare ${root}${file} returned.csv --by department --columns indices`, {
      files: { 'returned.csv': returned([{ ...willing, ...unable }]) },
    });
    expect(out).toMatch(/^Northbridge +Department 1 .* 4\.00 █ +1\.00 ▁ +Willing, building up$/m);
  });

  test('the border belongs to the upper side, for each index alone and where both meet', async () => {
    // 2 + 2 + 2 + 4 = 10 of four questions; with three of four boxes the last is 3.25.
    const justWilling = {
      analytics_questions: '2',
      analytics_sponsor: '2',
      analytics_taken_part: '2',
      analytics_offer: 'extract;analyst;trial;money',
    };
    const lessWilling = { ...justWilling, analytics_offer: 'extract;analyst;trial' };
    // One half of ability at 1 and the other at 4; then with seven of its questions at 4 and one at 3.
    const justAble = { ...unable, ...joined };
    const lessAble = { ...justAble, analytics_extract: '3' };
    const rows = await indices('department', [
      { ...justWilling, ...unable },
      { ...lessWilling, ...unable },
      { ...unwilling, ...justAble },
      { ...unwilling, ...lessAble },
      { ...justWilling, ...justAble },
      { ...lessWilling, ...lessAble },
    ]);
    expect(rows).toEqual(['2.5 1 3', '2.31 1 1', '1 2.5 2', '1 2.44 1', '2.5 2.5 4', '2.31 2.44 1']);
  });

  test('there is none where either index has too few answers', async () => {
    const rows = await indices('department', [
      { ...willing, ...joined },
      { ...able, analytics_questions: '4' },
    ]);
    expect(rows).toEqual(['4  ', ' 4 ']);
  });

  test("an authority's is worked out from its own two indices, and is no mean of its departments'", async () => {
    const responses = [
      { ...willing, ...able },
      { ...unwilling, ...unable },
      { ...willing, ...unable },
    ];
    expect(await indices('organisation', responses)).toEqual(['3 2 3']);
  });

  test('the band names it', async () => {
    const { out } = await milepost(`score ${root}${file} returned.csv --layout long --format csv`, {
      files: { 'returned.csv': returned([{ ...willing, ...unable }]) },
    });
    const bands = rowsOf(out).filter(({ node }) =>
      ['willingness', 'ability', 'quadrant'].includes(node ?? ''),
    );
    expect(bands.map(({ node, band }) => [node, band])).toEqual([
      ['willingness', 'willing'],
      ['ability', 'building'],
      ['quadrant', 'building_up'],
    ]);
  });
});

describe('answers that the digital maturity assessment has already', () => {
  // Eight answers at 3, and half of the checks at 2.5: 26.5, / 9 = 2.94.
  const answered = {
    ...Object.fromEntries(governance.map(({ id }) => [id, '3'])),
    data_quality_checks: 'gaps;addresses',
    data_training: '80',
  };
  const files = {
    'maturity.csv': `organisation,department,participants,${Object.keys(answered)}
Northbridge,Housing,6,${Object.values(answered)}
`,
    'returned.csv': `organisation,department,participants,${Object.keys({ ...willing, ...joined })}
Northbridge,Housing,6,${Object.values({ ...willing, ...joined })}
Northbridge,Planning,6,${Object.values({ ...willing, ...joined })}
`,
  };

  test('are carried over, and make the ability of the department that gave them', async () => {
    const { folder: cwd } = await milepost(
      `import ${root}questionnaires/digital-maturity.yaml maturity.csv -o maturity.jsonl`,
      { files },
    );
    const brought = await milepost(
      `import ${root}${file} returned.csv --carry maturity.jsonl -o readiness.jsonl`,
      { cwd },
    );
    expect(brought.exit).toBe(0);
    const kept = brought.file('readiness.jsonl').split('"carried":{"questionnaire":"digital-maturity"');
    expect(kept).toHaveLength(1 + governance.length);

    const there = await milepost(
      `compare ${root}questionnaires/digital-maturity.yaml maturity.jsonl --format csv`,
      { cwd },
    );
    expect(rowsOf(there.out)).toMatchObject([{ data_governance: '2.94' }]);

    const here = await milepost(
      `compare ${root}${file} readiness.jsonl --by department --layout long --format csv`,
      { cwd },
    );
    const figures = rowsOf(here.out).filter(({ node = '' }) =>
      ['data_governance', 'ability', 'quadrant'].includes(node),
    );
    // The other half of ability is at its best: (2.94 + 4) / 2.
    expect(figures.map(({ department, node, score }) => [department, node, score])).toEqual([
      ['Housing', 'data_governance', '2.94'],
      ['Housing', 'ability', '3.47'],
      ['Housing', 'quadrant', '4'],
      ['Planning', 'data_governance', ''],
      ['Planning', 'ability', ''],
      ['Planning', 'quadrant', ''],
    ]);
  });
});

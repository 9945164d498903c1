import { describe, expect, test } from 'vitest';
import { definition, root } from '../support/definition.js';
import { milepost, rowsOf } from '../support/milepost.js';

const file = 'questionnaires/data-maturity-matrix.yaml';
const matrix = definition(file);
const topics = matrix.dimensions.map(({ id }) => id);
const themes = ['leadership', 'uses', 'data', 'culture', 'tools', 'skills'];

/** One response, which gives the same level everywhere, for five people. */
const level = (value: number, department: string) =>
  ['Northbridge', department, 5, ...matrix.questions.map(() => value)].join(',');
const header = ['organisation', 'department', 'participants', ...matrix.questions.map(({ id }) => id)];
const returned = [header.join(','), level(1, 'Housing'), level(5, 'Planning')].join('\n');

const run = (command: string) => milepost(command, { files: { 'returned.csv': returned } });
const table = async (options: string) => {
  const { exit, out } = await run(`compare ${root}${file} returned.csv ${options} --format csv`);
  expect(exit).toBe(0);
  return rowsOf(out);
};

describe('the matrix', () => {
  test('each question stands in one cell, and no cell has two', () => {
    const cells = matrix.dimensions.flatMap((topic) =>
      topic.questions.map((question) => [topic.id, ...question.themes].join('__')),
    );
    expect(new Set(cells).size).toBe(matrix.questions.length);
    expect(cells.filter((cell) => cell.split('__').length !== 2)).toEqual([]);
  });

  test('most cells are filled, in every topic and under every theme', () => {
    expect(matrix.questions.length).toBeGreaterThanOrEqual(30);
    expect(matrix.questions.length).toBeLessThanOrEqual(40);
    for (const { questions } of matrix.dimensions) expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const theme of themes) {
      const found = matrix.questions.filter((question) => question.themes.includes(theme));
      expect(found.length, theme).toBeGreaterThanOrEqual(5);
    }
  });

  test('every level of every question has words of its own', () => {
    const wordings = matrix.questions.flatMap((question) =>
      question.type === 'level' ? [...question.wording.values()] : [],
    );
    expect(wordings).toHaveLength(5 * matrix.questions.length);
    expect(new Set(wordings).size).toBe(wordings.length);
  });
});

describe('its tables', () => {
  test('`--columns cells` is the matrix, and both ends are reached', async () => {
    const [lowest = {}, highest = {}] = await table('--by department --columns cells');
    const cells = Object.keys(lowest).filter((column) => column.includes('__'));
    expect(cells).toHaveLength(matrix.questions.length);
    expect(new Set(cells.map((cell) => cell.split('__')[0]))).toEqual(new Set(topics));
    expect(new Set(cells.map((cell) => cell.split('__')[1]))).toEqual(new Set(themes));
    expect(new Set(cells.map((cell) => lowest[cell]))).toEqual(new Set(['1']));
    expect(new Set(cells.map((cell) => highest[cell]))).toEqual(new Set(['5']));
  });

  test.each(['dimensions', 'themes', 'cells', 'questions'])('no overall score beside %s', async (columns) => {
    const [row = {}] = await table(`--columns ${columns}`);
    expect(Object.keys(row)).not.toContain('overall');
  });

  test('nor in the long layout', async () => {
    const nodes = (await table('--layout long')).map(({ node }) => node);
    expect(new Set(nodes)).toEqual(new Set([...topics, ...themes]));
  });

  test('nor for the asking', async () => {
    const { exit, err } = await run(
      `explain ${root}${file} returned.csv --unit organisation=Northbridge --node overall`,
    );
    expect(exit).toBe(2);
    expect(err).toContain('overall');
  });
});

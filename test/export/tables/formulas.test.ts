import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';

/** What a spreadsheet would run if it were the content of a cell. */
const runs = ['=1+1', '+1 to all', '-x', '@SUM(A1)'];

const questionnaire = `milepost: 1
id: small
version: 1.0.0
title: Small
description: A small one.
notice: Nobody sees it.
licence: CC0-1.0
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
dimensions:
  - { id: d, title: '=Data', questions: [{ id: q1, text: Q1?, type: number, min: -9, max: 9 }] }
`;

describe.each(runs)('a unit that is called %s', (name) => {
  const files = {
    'q.yaml': questionnaire,
    'a.json': JSON.stringify({
      milepost: 1,
      questionnaire: { id: 'small', version: '1.0.0' },
      id: name,
      profile: { organisation: name },
      answers: { q1: { value: -5 } },
    }),
  };

  test.each(['csv', 'tsv', 'html', 'md'])('runs nothing where it is written as %s', async (format) => {
    const { out, exit } = await milepost(`compare q.yaml a.json --format ${format}`, { files });
    expect(exit).toBe(0);
    // What Markdown says below a table is no cell.
    const table = format === 'md' ? out.replace(/^- .*$/gm, '') : out;
    const cells = table
      .split(/[,\t\n|]|<[^>]*>/)
      .map((cell) => cell.trim().replaceAll('&#39;', "'").replaceAll('\\', ''));
    expect(cells).toContain(`'${name}`);
    expect(cells.filter((cell) => /^[=+@]|^-(?![-:\d])/.test(cell))).toEqual([]);
    // A figure below 0 is a figure, and no text.
    expect(cells.map(Number)).toContain(-5);
  });

  test('is read again as it was from a table for spreadsheets', async () => {
    const table = `response_id,organisation,q1\n'${name},"'${name}",-5\n`;
    const { file } = await milepost('import q.yaml b.csv -o out.jsonl', {
      files: { ...files, 'b.csv': Buffer.from(table) },
    });
    expect(JSON.parse(file('out.jsonl'))).toMatchObject({ id: name, profile: { organisation: name } });
  });
});

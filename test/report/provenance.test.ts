import { describe, expect, test } from 'vitest';
import { answers, csv, report } from './fixture.js';
import { pageOf } from './page.js';

const [, ...lines] = answers.trimEnd().split('\n');
const of = (name: string) => csv(lines.filter((line) => line.includes(name)));
const files = {
  'a.csv': of('Northbridge'),
  'Eastmere.csv': of('Eastmere'),
  'Westholm.csv': of('Westholm'),
};

describe("how the figures of a unit's own page were made", () => {
  const own = ['Eastmere.csv', 'Westholm.csv', '-o', 'r.html', '--unit', 'organisation=Northbridge'];
  const filter = ['--filter', 'profile.organisation != "Saltmere"'];

  test('names no file of others, and no unit that is left out', async () => {
    const { text } = pageOf((await report([...own, ...filter], files)).file('r.html'));
    expect(text).not.toMatch(/Eastmere|Westholm|Saltmere/);
    expect(text).toMatch(/Answers\s*3 files, 9 rows, sha256:[0-9a-f]{64}\n/);
    expect(text).toMatch(/Option\s*--filter\n/);
  });

  test('names them where names of peers are asked for', async () => {
    const { text } = pageOf((await report([...own, ...filter, '--name-peers'], files)).file('r.html'));
    expect(text).toContain('Eastmere.csv, 2 rows');
    expect(text).toContain('Saltmere');
  });

  test('is the same whatever files are called', async () => {
    const renamed = ['y.csv', 'z.csv', ...own.slice(2)];
    const one = await report(own, files);
    const other = await report(renamed, {
      'a.csv': files['a.csv'],
      'y.csv': files['Eastmere.csv'],
      'z.csv': files['Westholm.csv'],
    });
    expect(other.file('r.html')).toBe(one.file('r.html'));
  });
});

describe('responses', () => {
  test('are counted as they are scored, beside the rows that were read', async () => {
    const refused = { 'a.csv': `${answers}x1,2026,Westholm,Housing,outer,9,4,4,4,,,,,,\n` };
    const page = pageOf(
      (await report(['-o', 'r.html', '--filter', 'profile.type == "inner"'], refused)).file('r.html'),
    );
    expect(page.finding('made')).toBe('5 responses, scored by “A sample” 1.0.0');
    expect(page.text).toMatch(/Counted\s*5 of the 10 rows of answers that were read\./);
  });
});

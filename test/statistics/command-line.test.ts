import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covarianceSums } from '../../src/rubric/item-analysis/covariance.js';
import { milepost, type Setting } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

const files = {
  'q.yaml': levels(2),
  'other.yaml': levels(1).replace('id: sample', 'id: other'),
  'broken.yaml': levels(1).replace('scale: four', 'scale: fuor'),
  'map.yaml': 'milepost: 1\nkind: map\nid: a-map\n',
  'r.csv': 'q1,q2\n1,2\n3,4\n',
  'bad.csv': 'q1,q2\n1,2\n3,nine\n',
};
const run = (args: string, more: Setting = {}) => milepost(`check ${args}`, { files, ...more });

test('without --stats and --responses nothing changes: JSON is the list of findings', async () => {
  const plain = JSON.parse((await run('q.yaml --format json')).out);
  expect(plain).toHaveLength(1);
  expect(JSON.parse((await run('q.yaml --stats --format json')).out)).toMatchObject({
    findings: plain,
    files: [{ file: 'q.yaml', statistics: { whole: { questions: 2 } } }],
  });
});

test('JSON has a member a questionnaire, and stays one document', async () => {
  const { out } = await run('q.yaml other.yaml map.yaml --stats --format json');
  expect(JSON.parse(out).files.map(({ file }: { file: string }) => file)).toEqual(['other.yaml', 'q.yaml']);
});

test('findings stand before the tables, and both go to the file of their format', async () => {
  const { out, exit, file } = await run(
    'q.yaml --stats --responses r.csv --format pretty -o report.txt --format json -o report.json --format compact',
  );
  expect(exit).toBe(0);
  expect(out).toMatch(/^q\.yaml:2:5: info no-example: [^\n]*\n$/);
  const text = file('report.txt');
  const heads = ['no-example', 'Questions by type', 'How questions were answered', 'Worth a look'];
  const places = heads.map((head) => text.indexOf(head));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(Object.keys(JSON.parse(file('report.json')).files[0])).toEqual(['file', 'statistics', 'responses']);
});

test.each(['compact', 'junit', 'sarif', 'github'])('%s alone has no place for it', async (format) => {
  const { out, err, exit } = await run(`q.yaml --stats --format ${format}`);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(`--stats cannot be written as ${format}`);
});

test('nor has the format that a job of GitHub Actions gets by itself; a format is to be named', async () => {
  const env = { GITHUB_ACTIONS: 'true' };
  expect((await run('q.yaml --responses r.csv', { env })).exit).toBe(2);
  expect((await run('q.yaml --responses r.csv --format json', { env })).exit).toBe(0);
});

test('a refused format leaves the baseline alone', async () => {
  const { exit, file } = await run('q.yaml --stats --format sarif --baseline known.json --update-baseline');
  expect(exit).toBe(2);
  expect(() => file('known.json')).toThrow();
});

test('answers may be named before the definitions, behind --', async () => {
  const { exit, err } = await run('--responses r.csv -- q.yaml');
  expect([exit, err]).toEqual([0, '1 info in 1 file.\n2 responses looked at.\n']);
});

test('a definition behind --responses is not taken for answers', async () => {
  const { exit, out, err } = await run('q.yaml --responses r.csv other.yaml');
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain('other.yaml stands behind --responses, which takes answers');
});

test('a row that is refused is told as validate tells it, and exits with 1 whatever fails', async () => {
  const { out, err, exit } = await run('q.yaml --responses bad.csv --fail-on never');
  expect(exit).toBe(1);
  expect(out).toContain('bad.csv:3:B (q2)  error');
  expect(out).toContain('How questions were answered, in 1 response\n');
  expect(err).toContain('1 of 2 responses looked at, 1 refused.');
});

test('a questionnaire with errors is not described, and its answers are not read', async () => {
  const stats = await run('broken.yaml --stats --format json');
  expect(stats.exit).toBe(1);
  expect(JSON.parse(stats.out).files).toEqual([{ file: 'broken.yaml', statistics: null }]);
  expect(stats.err).toContain('broken.yaml has errors: no statistics of it.');
  const responses = await run('broken.yaml --responses r.csv');
  expect(responses.exit).toBe(2);
  expect(responses.out).toContain('unknown-scale');
  expect(responses.err).toContain('broken.yaml cannot be used: no response was looked at.');
});

test('without a questionnaire there is nothing to describe, and nothing that answers belong to', async () => {
  const { exit, err } = await run('map.yaml --stats --fail-on never');
  expect(exit).toBe(0);
  expect(err).toContain('No questionnaire among the files: no statistics.');
  expect((await run('map.yaml --responses r.csv')).exit).toBe(2);
  expect((await run('q.yaml --responses missing.csv')).exit).toBe(2);
});

test("the config's severities hold for answers too, and what is wrong with it is told once", async () => {
  const { out, exit } = await run('q.yaml --responses near.csv --format json', {
    files: {
      ...files,
      'near.csv': 'q1,q2,qq\n1,2,3\n',
      'milepost.config.yaml':
        'milepost: 1\nkind: config\nrules: { unknown-column: error, no-such-rule: error }\n',
    },
  });
  expect(exit).toBe(1);
  const rules = JSON.parse(out).findings.map((each: { rule: string; severity: string }) => [
    each.rule,
    each.severity,
  ]);
  expect(rules.filter(([rule]: string[]) => rule === 'config-unknown-rule')).toHaveLength(1);
  expect(rules).toContainEqual(['unknown-column', 'error']);
});

test('covariances come out as from all cases at once, large means or not', () => {
  const cases = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(cases, fc.constantFrom(0, 1e6), (all, far) => {
      const sums = covarianceSums(2);
      for (const [a, b] of all) sums.add([a + far, b + far]);
      const mean = (at: 0 | 1) => all.reduce((sum, each) => sum + each[at], 0) / all.length;
      const [a, b] = [mean(0), mean(1)];
      const expected = all.reduce((sum, each) => sum + (each[0] - a) * (each[1] - b), 0) / (all.length - 1);
      expect(sums.finish().between(0, 1)).toBeCloseTo(expected, 6);
    }),
  );
});

import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { brief, config, small } from './fixture.js';

const misspelt = ', weigth: 2';
const known = {
  milepost: 1,
  kind: 'baseline',
  findings: {
    'a.yaml': {
      'missing-recommended': ['notice'],
      'no-example': ['id'],
      'unknown-key': ['dimensions/data/questions/owner/weigth'],
    },
  },
};
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

test('--update-baseline writes what is found, by file, rule and path of ids', async () => {
  const files = { 'a.yaml': small({ question: misspelt }) };
  const ran = await milepost('check a.yaml --baseline known.json --update-baseline', { files });
  expect(ran.file('known.json')).toBe(json(known));
  expect(ran.err).toBe('known.json knows 3 findings.\n1 file checked, nothing found.\n');
  expect(ran.exit).toBe(0);
});

test('known findings are not told again, wherever they move; new ones are', async () => {
  const before = '      # a remark\n      - { id: tools, text: Which tools?, scale: maturity, hlep: None }\n';
  const files = {
    'a.yaml': small({ question: misspelt, before }),
    'known.json': json(known),
    'milepost.config.yaml': config('baseline: known.json\n'),
  };
  const ran = await milepost('check a.yaml --format compact', { files });
  expect(brief(ran.out)).toEqual(['a.yaml 14 error unknown-key']);
  expect(ran.exit).toBe(1);
});

test('what is known but no longer found is stale', async () => {
  const files = { 'a.yaml': small(), 'known.json': json(known) };
  const ran = await milepost('check a.yaml --baseline known.json --format compact', { files });
  expect(ran.out).toBe(
    'known.json: warning baseline-stale: the baseline knows a `unknown-key` in a.yaml at "dimensions/data/questions/owner/weigth" that is no longer found\n',
  );
  expect(ran.exit).toBe(0);
});

test("--update-baseline keeps other files' entries, and says which are stale", async () => {
  const findings = {
    ...known.findings,
    'b.yaml': { 'no-example': ['id'] },
    'gone.yaml': { 'no-example': ['id'] },
  };
  const files = {
    'a.yaml': small(),
    'b.yaml': small(),
    'known.json': json({ ...known, findings }),
  };
  const ran = await milepost('check a.yaml --baseline known.json --update-baseline', { files });
  const { 'unknown-key': _, ...left } = known.findings['a.yaml'];
  expect(JSON.parse(ran.file('known.json'))).toEqual({ ...known, findings: { ...findings, 'a.yaml': left } });
  expect(ran.err.split('\n')).toEqual([
    'known.json knows 4 findings.',
    'stale, taken out: a.yaml: unknown-key at dimensions/data/questions/owner/weigth',
    'stale, kept: gone.yaml: no-example at id; there is no such file',
    '1 file checked, nothing found.',
    '',
  ]);
});

test('paths in a baseline are from its own folder', async () => {
  const files = { 'forms/a.yaml': small() };
  const ran = await milepost('check forms/a.yaml --baseline known.json --update-baseline', { files });
  expect(Object.keys(JSON.parse(ran.file('known.json')).findings)).toEqual(['forms/a.yaml']);
});

test('what has no lasting place is never known', async () => {
  const files = { 'a.yaml': 'a: [' };
  const ran = await milepost('check a.yaml --baseline known.json --update-baseline --format compact', {
    files,
  });
  expect(brief(ran.out)).toHaveLength(1);
  expect(ran.exit).toBe(1);
});

test.each(['', '[]', '{"milepost":1,"kind":"baseline","findings":{"a.yaml":{"x":[1]}}}'])(
  'a baseline of %j is refused',
  async (text) => {
    const files = { 'a.yaml': small(), 'known.json': text };
    for (const update of ['', ' --update-baseline']) {
      const ran = await milepost(`check a.yaml --baseline known.json${update}`, { files });
      expect(ran.exit).toBe(2);
      expect(ran.err).toContain('known.json is no baseline');
    }
  },
);

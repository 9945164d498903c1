import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';
import { compared, found, numbers, scores } from './support.js';

/** A module that exports one method, which gives this. */
const plugin = (score: string, more = '') => `export const method = {
  name: 'odd', describe: 'What a test wants.', score: (children) => ${score},${more}
};
`;
const files = (score: string, more = '') => ({ 'odd.js': plugin(score, more) });
/** The plugin scores `a`; `b` is a mean, and so is overall. */
const odd = (entry = 'range: [0, 100]', rubric = '') =>
  numbers(
    { a: ['a1', 'a2'], b: ['b1'] },
    `{ dimensions: { a: { method: "plugin:odd"${entry === '' ? '' : `, ${entry}`} } }${rubric} }`,
  );
const answers = 'response_id,a1,a2,b1\nx,20,40,60\ny,50,70,80\n';
const byHand = { args: '--plugin ./odd.js' };

test('`--plugin` gives a method by hand', async () => {
  const { node, exit } = await scores(odd(), answers, {
    ...byHand,
    files: files('children[1].score + children[1].weight + children[1].range.max / 10'),
  });
  expect(exit).toBe(0);
  expect(node('a', 'x')).toMatchObject({ score: '51', low: '', high: '' });
  expect(node('overall', 'x')).toMatchObject({ score: '55.5', low: '', high: '' });
  expect(node('b', 'x')).toMatchObject({ score: '60', low: '60', high: '60' });
});

test('a child without a score is given as undefined', async () => {
  const { node } = await scores(odd(), 'response_id,a1,a2,b1\nx,,40,60\n', {
    ...byHand,
    files: files('children[0].score === undefined && children.length === 2 ? 7 : 8'),
  });
  expect(node('a')?.score).toBe('7');
});

test('it is not asked where no child has a score, and can give none', async () => {
  const { node, err } = await scores(odd(), 'response_id,a1,a2,b1\nx,,,60\ny,1,2,60\n', {
    ...byHand,
    files: files('undefined'),
  });
  expect([node('a', 'x')?.status, node('a', 'y')?.status]).toEqual(['insufficient', 'insufficient']);
  expect(err).toBe('2 responses scored.\n');
});

describe('what a plugin can do wrong is said with its name, node and response, and stops nothing else', () => {
  test.each([
    [
      'throwing',
      "(() => { throw new Error('no idea'); })()",
      '`plugin:odd` failed for `a` of response `x`: no idea',
    ],
    [
      'throwing what is no error',
      '(() => { throw Object.create(null); })()',
      '`plugin:odd` failed for `a` of response `x`: an object',
    ],
    ['NaN', 'NaN', '`plugin:odd` gave NaN for `a` of response `x`'],
    ['infinity', '1 / 0', '`plugin:odd` gave Infinity for `a` of response `x`'],
    ['a string', "'good'", '`plugin:odd` gave the text "good" for `a` of response `x`'],
    ['null', 'null', '`plugin:odd` gave null for `a` of response `x`'],
    ['a promise', '(async () => 3)()', '`plugin:odd` gave a promise for `a` of response `x`'],
    [
      'an object without a prototype',
      'Object.create(null)',
      '`plugin:odd` gave an object for `a` of response `x`',
    ],
    [
      'a figure outside its range',
      '101',
      '`plugin:odd` gave 101 for `a` of response `x`, outside its range of 0 to 100',
    ],
  ])('%s', async (_, score, message) => {
    const { node, err, exit } = await scores(odd(), answers, {
      ...byHand,
      files: files(`children[0].score > 30 ? 55 : ${score}`),
    });
    expect(exit).toBe(0);
    expect(err).toContain(message);
    expect(err).not.toContain('`y`');
    expect(node('a', 'x')).toMatchObject({ score: '', status: 'insufficient' });
    expect(node('overall', 'x')?.score).toBe('60');
    expect(node('overall', 'y')?.score).toBe('67.5');
  });
  test('changing what it is given', async () => {
    const { node } = await scores(odd(), answers, {
      ...byHand,
      files: files('{ try { children[0].range.max = 0; } catch {} children.length = 0; return 50; }'),
    });
    expect([node('a', 'x')?.score, node('a', 'y')?.score]).toEqual(['50', '50']);
  });
  test.each([
    ['which throws', '() => { throw new Error("no range"); }', 'its `range` fails: no range'],
    ['which is none', '() => [0, 1]', 'its `range` gives a list'],
    ['with the ends the wrong way round', '() => ({ min: 1, max: 0 })', 'its `range` gives an object'],
  ])('a range %s', async (_, range, message) => {
    const { err, exit } = await scores(odd(''), answers, {
      ...byHand,
      files: files('1', ` range: ${range},`),
    });
    expect(exit).toBe(2);
    expect(err).toContain(`the plugin odd cannot be used: ${message}`);
    expect(err.match(/ error /g)).toHaveLength(1);
  });
});

test('without a range of its own or one in the rubric a parent cannot use it', async () => {
  const { err, exit } = await scores(odd(''), answers, { ...byHand, files: files('1') });
  expect(exit).toBe(2);
  expect(err).toContain('range-needed');
  const ranged = await scores(odd(''), answers, {
    ...byHand,
    files: files('1', ' range: (c) => c[0].range,'),
  });
  expect(ranged.exit).toBe(0);
});

describe('a plugin that a file names', () => {
  const named = odd('', ', plugins: [./odd.js]');
  const ranged = files('1', ' range: () => ({ min: 0, max: 100 }),');
  test('is not run without leave: one finding, at its place, and nothing that follows from it', async () => {
    const before = Reflect.get(globalThis, 'pluginWasRun');
    const traced = { 'odd.js': `globalThis.pluginWasRun = true;\n${ranged['odd.js']}` };
    const findings = await found(named, { files: traced });
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'plugin-consent', at: expect.stringMatching(/^\d+: \.\/odd\.js$/) }),
    ]);
    const { exit, err, rows } = await scores(named, answers, { files: traced });
    expect([exit, rows]).toEqual([2, []]);
    expect(err).toContain('plugin-consent');
    expect(err.match(/ error /g)).toHaveLength(1);
    expect(Reflect.get(globalThis, 'pluginWasRun')).toBe(before);
  });
  test('is run with --allow-plugins', async () => {
    expect(await found(named, { files: ranged, args: '--allow-plugins' })).toEqual([]);
    const { node } = await scores(named, answers, { files: ranged, args: '--allow-plugins' });
    expect(node('a', 'x')?.score).toBe('1');
  });
  test('is looked for beside the rubric that names it', async () => {
    const rubric =
      'milepost: 1\nkind: rubric\nid: r\nversion: 1.0.0\ntitle: R\nmethod: plugin:odd\nplugins: [./odd.js]\n';
    const { node, exit } = await scores(numbers({ a: ['a1'] }, '{}'), 'a1\n5\n', {
      args: '--allow-plugins --rubric in/r.yaml',
      files: { 'in/r.yaml': rubric, 'in/odd.js': ranged['odd.js'] },
    });
    expect(exit).toBe(0);
    expect(node('overall')?.score).toBe('1');
  });
  test.each([
    ['is not there', {}, /cannot be used/],
    [
      'exports no method',
      { 'odd.js': 'export const x = 1;\n' },
      /it exports no method made by `defineMethod`/,
    ],
  ])('and %s', async (_, given, message) => {
    const findings = await found(named, { files: given, args: '--allow-plugins' });
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'plugin-broken', message: expect.stringMatching(message) }),
    ]);
  });
});

test('units can be rolled up by a plugin; what open answers could make of it is not known', async () => {
  const definition = numbers(
    { a: ['a1'] },
    '{ rollup: { organisation: { method: "plugin:odd" } } }',
    100,
    'profile: [{ id: organisation, title: O, unit: true, required: true }]\n',
  );
  const { unit } = await compared(
    definition,
    'organisation,a1\nx,20\nx,40\n',
    '--plugin ./odd.js',
    files('children[0].score * 2'),
  );
  expect(unit('x', 'a')).toMatchObject({ score: '40', low: '', high: '' });
});

describe('the example', () => {
  const root = { cwd: fileURLToPath(new URL('../../', import.meta.url)) };
  test('passes check, with its plugin', async () => {
    const { out, err, exit } = await milepost(
      'check examples/plugin/questionnaire.yaml --allow-plugins',
      root,
    );
    expect([exit, out, err]).toEqual([0, '', '1 file checked, nothing found.\n']);
  });
  test('and comes to these scores', async () => {
    const { out } = await milepost(
      'score examples/plugin/questionnaire.yaml examples/plugin/responses.csv --allow-plugins --format csv',
      root,
    );
    expect(rowsOf(out).map((row) => [row.response_id, row.design])).toEqual([
      ['licences', '7'],
      ['permits', '6.5'],
      ['repairs', '6'],
    ]);
  });
  test('is refused without leave', async () => {
    const { exit, out } = await milepost('check examples/plugin/questionnaire.yaml --format compact', root);
    expect(exit).toBe(1);
    expect(out).toContain('plugin-consent');
    expect(out.trim().split('\n')).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { root } from '../docs/pages.js';
import { brief, config, small } from '../policy/fixture.js';
import { milepost } from '../support/milepost.js';

const library = JSON.stringify(new URL('../../dist/index.js', import.meta.url).href);
/** A module with one rule, which finds what this says. */
const rule = (check: string, more = '') => `
import { askedIn, defineRule, within } from ${library};
export default defineRule({
  id: 'acme/owner-named', severity: 'warning', reason: 'An owner has\\n a name.', bad: 'no', good: 'yes',
  text: ({ id }) => \`\${id} names nobody\`, help: () => 'Name somebody.', ${more}
  *check({ questionnaire, locator, plan }) { ${check} },
});
`;
const each =
  "for (const { id, origin } of askedIn(questionnaire)) yield { place: locator.place(within(origin, 'text')), args: { id } };";
const files = {
  'a.yaml': small(),
  'rules.mjs': rule(each),
  'milepost.config.yaml': config('plugins: [./rules.mjs]\n'),
};
const usual = ['a.yaml 1 warning missing-recommended', 'a.yaml 2 info no-example'];
const check = (args: string, more: Readonly<Record<string, string>> = {}) =>
  milepost(`check a.yaml ${args}`, { files: { ...files, ...more } });

test('a rule of a module finds what it finds, with consent', async () => {
  const ran = await check('--allow-plugins --format compact');
  expect(ran.out).toContain('a.yaml:13:28: warning acme/owner-named: owner names nobody\n');
  expect(ran.exit).toBe(0);
});

test('without consent nothing of the module runs, and that is an error', async () => {
  const loud = "process.exitCode = 77; throw new Error('ran');";
  const ran = await check('--format compact', { 'rules.mjs': loud });
  expect(ran.exit).toBe(1);
  expect(ran.out).toContain(
    'milepost.config.yaml:3:11: error plugin-consent: this file wants to run the module ./rules.mjs, and nobody has agreed to that\n',
  );
  expect(process.exitCode).not.toBe(77);
});

test('one that is named by hand needs no further consent, nor a config', async () => {
  const ran = await check('--no-config --plugin ./rules.mjs --format compact');
  expect(ran.out).toContain('warning acme/owner-named: owner names nobody');
});

test.each([
  ['nothing', ''],
  ['a question', 'owner: 1'],
  ['a cell', 'data__people: 1'],
])(
  'a rule sees how the questionnaire is scored down to its questions, where examples expect %s',
  async (_, scores) => {
    const examples = `examples: [{ name: one, answers: { owner: 1 }, expect: { scores: { ${scores} } } }]\n`;
    const ran = await check('--allow-plugins --format compact', {
      'a.yaml': `${small({ question: ', themes: [people]' })}themes: [{ id: people, title: People }]\n${scores && examples}`,
      'rules.mjs': rule(
        'yield { place: locator.place(questionnaire.origin), args: { id: plan.nodes.map((n) => n.id).sort().join() } };',
      ),
    });
    expect(ran.out).toContain('warning acme/owner-named: data,overall,owner,people names nobody\n');
  },
);

test('a rule is not asked about a questionnaire with errors', async () => {
  const ran = await check('--allow-plugins --format compact', { 'a.yaml': small({ question: ', x: 1' }) });
  expect(ran.out).toContain('unknown-key');
  expect(ran.out).not.toContain('acme');
});

describe('its findings go by the same policy as ours', () => {
  const compact = async (more: Readonly<Record<string, string>>, args = '') =>
    brief((await check(`--allow-plugins --format compact ${args}`, more)).out.replaceAll('acme/', 'acme-'));
  const rules = (severities: string) => ({
    'milepost.config.yaml': config(`plugins: [./rules.mjs]\n${severities}\n`),
  });

  test('severities and overrides', async () => {
    expect(await compact(rules('rules: { acme/owner-named: error }'))).toContain(
      'a.yaml 13 error acme-owner-named',
    );
    expect(await compact(rules('rules: { acme/owner-named: off }'))).toEqual(usual);
    const override = 'overrides: [{ files: "a.*", rules: { acme/owner-named: info } }]';
    expect(await compact(rules(override))).toContain('a.yaml 13 info acme-owner-named');
    const strict = await check(
      '--allow-plugins --fail-on warning',
      rules('rules: { missing-recommended: off }'),
    );
    expect(strict.exit).toBe(1);
  });

  test('a rule that the module does not have is told, with what was meant', async () => {
    const ran = await check('--allow-plugins --format compact', rules('rules: { acme/owner-namd: off }'));
    expect(ran.out).toContain('there is no rule "acme/owner-namd"; did you mean `acme/owner-named`?');
    const refused = await check('--format compact', rules('rules: { acme/owner-namd: off }'));
    expect(refused.out).not.toContain('config-unknown-rule');
  });

  test('validate, which loads no rules, does not know them better', async () => {
    const ran = await milepost('validate a.yaml r.csv --format compact', {
      files: { ...files, ...rules('rules: { acme/owner-named: off }'), 'r.csv': 'owner\n1\n' },
    });
    expect([ran.exit, ran.out]).toEqual([0, '']);
  });

  test('comments', async () => {
    const comment = small({ before: '      # milepost-ignore-next-line acme/owner-named -- later\n' });
    expect(await compact({ 'a.yaml': comment })).toEqual(usual);
    const none = { 'a.yaml': comment, 'rules.mjs': rule('') };
    expect(await compact(none)).toEqual([...usual, 'a.yaml 13 warning ignore-unused']);
    const other = comment.replace('owner-named', 'owner-nam');
    expect(await compact({ 'a.yaml': other })).toContain('a.yaml 13 warning ignore-unknown-rule');
    const without = await milepost('check a.yaml --format compact', { files: { 'a.yaml': comment } });
    expect(brief(without.out)).toEqual(usual);
  });

  test('the baseline', async () => {
    const written = await check('--allow-plugins --baseline b.json --update-baseline');
    expect(JSON.parse(written.file('b.json')).findings['a.yaml']['acme/owner-named']).toEqual([
      'dimensions/data/questions/owner/text',
    ]);
    const again = await check('--allow-plugins --baseline b.json', { 'b.json': written.file('b.json') });
    expect(again.err).toBe('1 file checked, nothing found.\n');
  });
});

test('every format tells the rule by its own id', async () => {
  const told = async (format: string) => (await check(`--allow-plugins --format ${format}`)).out;
  expect(await told('pretty')).toMatch(/^a\.yaml:13:28 {2}warning {2}acme\/owner-named$/m);
  expect(await told('pretty')).toContain('help: Name somebody.');
  expect(await told('github')).toContain('title=acme/owner-named::owner names nobody%0AName somebody.');
  expect(await told('junit')).toContain('name="acme/owner-named at 13:28"');
  const found: readonly object[] = JSON.parse(await told('json'));
  expect(found).toContainEqual(
    expect.objectContaining({
      rule: 'acme/owner-named',
      message: 'owner names nobody',
      help: 'Name somebody.',
    }),
  );
});

test('SARIF describes the rule', async () => {
  const ran = await check('--allow-plugins --format sarif', {
    'rules.mjs': rule(each, "url: 'https://acme.example/owner',"),
  });
  const { tool, results } = JSON.parse(ran.out).runs[0];
  expect(tool.driver.rules.find(({ id }: { id: string }) => id === 'acme/owner-named')).toEqual({
    id: 'acme/owner-named',
    shortDescription: { text: 'Owner named' },
    fullDescription: { text: 'An owner has a name.' },
    help: {
      text: 'An owner has a name.\n\nBad:\n\nno\n\nGood:\n\nyes',
      markdown: 'An owner has a name.\n\nBad:\n\n```yaml\nno\n```\n\nGood:\n\n```yaml\nyes\n```',
    },
    helpUri: 'https://acme.example/owner',
    defaultConfiguration: { level: 'warning' },
  });
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

describe('what a rule can do wrong is told with its name and module, without a stack', () => {
  const place = 'locator.place(questionnaire.origin)';
  test.each([
    ['throwing', "throw new Error('no idea')", '', 'no idea'],
    ['throwing what is no error', 'throw Object.create(null)', '', 'an object'],
    ['giving no place', 'yield { args: {} }', '', 'it gives no place for what it found'],
    [
      'giving a place that is none',
      "yield { place: { file: 'a', range: {} }, args: {} }",
      '',
      'it gives no place',
    ],
    ['giving no args to a text that needs them', `yield { place: ${place} }`, '', 'Cannot destructure'],
    [
      'giving a text that is none',
      `yield { place: ${place}, args: {} }`,
      'text: () => 3,',
      'its text gives 3',
    ],
    [
      'giving a help that is none',
      `yield { place: ${place}, args: { id: 1 } }`,
      'help: () => [],',
      'its help gives a list',
    ],
    ['being asynchronous', '}, async check() {', '', 'is not iterable'],
  ])('%s', async (_, body, more, detail) => {
    const ran = await check('--allow-plugins --format compact', { 'rules.mjs': rule(body, more) });
    expect(ran.out).toContain(
      'a.yaml:2:5: error plugin-rule-failed: the rule `acme/owner-named` of ./rules.mjs failed: ',
    );
    expect(ran.out).toContain(detail);
    expect(`${ran.out}${ran.err}`).not.toMatch(/^\s+at /m);
    expect(brief(ran.out)).toEqual(expect.arrayContaining(usual));
    expect(ran.exit).toBe(1);
  });
});

describe('a module that cannot be used', () => {
  test.each([
    ['is not there', undefined, 'there is no such file'],
    ['does not load', "throw new Error('broken inside\\nand more');", 'broken inside\n'],
    [
      'exports nothing of use',
      'export const x = 1;',
      'it exports no method made by `defineMethod`, and no rule made by `defineRule`',
    ],
    [
      'has methods only',
      "export const m = { name: 'm', score: () => 1 };",
      'it exports no rule made by `defineRule`',
    ],
    [
      'has an id without its name',
      rule('').replace('acme/', ''),
      "a rule's id is the plugin's name, / and the rule's",
    ],
    [
      'has a severity that is none',
      rule('').replace("'warning'", "'fatal'"),
      'the severity of acme/owner-named is error, warning or info; found "fatal"',
    ],
    [
      'gives no reason',
      rule('').replace('reason:', 'raeson:'),
      'acme/owner-named needs a text as its `reason`',
    ],
  ])('%s', async (_, module, detail) => {
    const { 'rules.mjs': __, ...others } = files;
    const given = module === undefined ? others : { ...others, 'rules.mjs': module };
    const ran = await milepost('check a.yaml --allow-plugins --format compact', { files: given });
    expect(ran.out).toContain(
      'milepost.config.yaml:3:11: error plugin-broken: the plugin ./rules.mjs cannot be used: ',
    );
    expect(ran.out).toContain(detail);
    expect(ran.exit).toBe(1);
  });

  test('is bad usage where it is named by hand', async () => {
    const ran = await check('--no-config --plugin ./none.mjs');
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('milepost: the plugin ./none.mjs cannot be used: there is no such file');
  });

  test('has a rule that another has', async () => {
    const more = {
      'more.mjs': rule(''),
      'milepost.config.yaml': config('plugins: [./rules.mjs, ./more.mjs]\n'),
    };
    const ran = await check('--allow-plugins --format compact', more);
    expect(ran.out).toContain('the rule `acme/owner-named` of ./more.mjs is already one of ./rules.mjs');
    const twice = { 'milepost.config.yaml': config('plugins: [./rules.mjs, ./rules.mjs]\n') };
    expect((await check('--allow-plugins --format compact', twice)).exit).toBe(0);
  });
});

test('the example with rules of its own', async () => {
  const folder = 'examples/plugin-rule';
  const ran = await milepost(
    `check ${folder}/questionnaire.yaml --config ${folder}/milepost.config.yaml --allow-plugins --format compact`,
    { cwd: root },
  );
  expect(ran.out).toMatchInlineSnapshot(`
    "examples/plugin-rule/questionnaire.yaml:18:13: warning house/no-dimension-decides: \`data\` makes up 67 % of the overall score
    examples/plugin-rule/questionnaire.yaml:21:15: warning house/evidence-asked: \`quality\` asks for a level and for no evidence of it
    "
  `);
  expect(ran.exit).toBe(0);
});

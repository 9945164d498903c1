import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { briefly, check, fragment, using } from './fixture.js';

const misspelt = fragment.replace('label: Two', 'lable: Two');
const files = {
  'questionnaires/a.yaml': using('../common/four.yaml', { id: 'a' }),
  'questionnaires/b.yaml': using('../common/four.yaml', { id: 'b' }),
  'common/four.yaml': misspelt,
};

describe('a finding in a fragment', () => {
  test('is told once, with its own line and who includes it', async () => {
    const { out, exit } = await milepost('check .', { files });
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "common/four.yaml:4:58  error  unknown-key  (--fix mends it)
        unknown key \`lable\`; did you mean \`label\`?
        included by questionnaires/a.yaml, questionnaires/b.yaml

        3 | scales:
        4 |   four: { levels: [{ value: 1, label: One }, { value: 2, lable: Two }] }
          |                                                          ^^^^^
        help: Known here: \`value\`, \`label\` or \`score\`.
      "
    `);
  });

  test.each([
    ['./questionnaires common/four.yaml'],
    ['common/../common/four.yaml questionnaires'],
    ['questionnaires/b.yaml ./questionnaires/a.yaml ./common/four.yaml'],
  ])('is told once, however the files are named: %s', async (args) => {
    const { lines } = await check(args, { files });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /common\/four\.yaml:4:58: error unknown-key: .* \(included by .*a\.yaml, .*b\.yaml\)$/,
    );
  });

  test('names nobody where nothing that is checked includes it', async () => {
    expect((await check('common', { files })).lines).toEqual([
      'common/four.yaml:4:58: error unknown-key: unknown key `lable`; did you mean `label`?',
    ]);
  });

  test('is told in all formats with who includes it', async () => {
    const outputs = ['json', 'sarif', 'junit', 'github'].flatMap((format) => [
      '--format',
      format,
      '-o',
      format,
    ]);
    const { file } = await milepost(['check', 'questionnaires', ...outputs], { files });
    const [found] = JSON.parse(file('json'));
    expect(found).toMatchObject({
      file: 'common/four.yaml',
      includedBy: ['questionnaires/a.yaml', 'questionnaires/b.yaml'],
    });
    const [result] = JSON.parse(file('sarif')).runs[0].results;
    expect(result.message.text).toContain('included by questionnaires/a.yaml, questionnaires/b.yaml');
    expect(
      result.relatedLocations.map(
        (each: { physicalLocation: { artifactLocation: object } }) => each.physicalLocation.artifactLocation,
      ),
    ).toEqual([{ uri: 'questionnaires/a.yaml' }, { uri: 'questionnaires/b.yaml' }]);
    expect(file('junit')).toContain('\nincluded by questionnaires/a.yaml, questionnaires/b.yaml\n');
    expect(file('github')).toContain('%0Aincluded by questionnaires/a.yaml, questionnaires/b.yaml%0A');
  });

  test('names at most five, and how many more there are', async () => {
    const many = Object.fromEntries(
      [...'abcdefgh'].map((id) => [`${id}.yaml`, using('common/four.yaml', { id })]),
    );
    const { lines } = await check('.', { files: { ...many, 'common/four.yaml': misspelt } });
    expect(lines[0]).toMatch(/\(included by a\.yaml, b\.yaml, c\.yaml, d\.yaml, e\.yaml and 3 more\)$/);
  });

  test('found through one questionnaire only names that one', async () => {
    const words = {
      'words.yaml': using('common/four.yaml', {
        id: 'words',
        more: 'non_answer_words: { dont_know: [another] }\n',
      }),
    };
    const { lines } = await check('.', {
      files: { ...words, 'a.yaml': using('common/four.yaml', { id: 'a' }), 'common/four.yaml': fragment },
    });
    expect(lines).toEqual([
      'common/four.yaml:6:60: error reads-as-non-answer: the option label "Another" would be read as `dont_know` (included by words.yaml)',
    ]);
  });
});

describe('the text of what is included', () => {
  const traps = `${fragment.replace('label: Two', 'label: Two, score: 07')}  when: [{ id: "y1", label: On }, { id: "y2", label: 3/4 }]
themes: # the themes
  - id: aim
    title: Our #1 aim
`;
  const expected = [
    'four.yaml:4 yaml-leading-zero',
    'four.yaml:7 yaml-boolean-word',
    'four.yaml:7 label-changed-by-spreadsheet',
    'four.yaml:10 yaml-text-cut',
  ];

  test('is looked at through a questionnaire', async () => {
    const { lines } = await check('a.yaml', { files: { 'a.yaml': using('four.yaml'), 'four.yaml': traps } });
    expect(briefly(lines)).toEqual(expected);
    expect(lines.every((line) => line.endsWith(' (included by a.yaml)'))).toBe(true);
  });

  test('is looked at by itself', async () => {
    const { lines } = await check('four.yaml', { files: { 'four.yaml': traps } });
    expect(briefly(lines)).toEqual(expected);
  });

  test('a rubric’s too', async () => {
    const rubric = `milepost: 1
kind: rubric
id: strict
version: 1.0.0
title: The #1 rubric
coverage: 00
`;
    const through = await check('a.yaml', {
      files: {
        'a.yaml': using('four.yaml', { more: 'rubric: r.yaml\n' }),
        'four.yaml': fragment,
        'r.yaml': rubric,
      },
    });
    expect(briefly(through.lines)).toEqual(['r.yaml:5 yaml-text-cut', 'r.yaml:6 yaml-leading-zero']);
    const alone = await check('r.yaml', { files: { 'r.yaml': rubric } });
    expect(briefly(alone.lines)).toEqual(briefly(through.lines));
  });
});

describe('a comment in a fragment', () => {
  const ignoring = (rule: string) =>
    fragment
      .replace('label: Another', 'label: On')
      .replace('  kinds:', `  # milepost-ignore-next-line ${rule} -- meant\n  kinds:`);
  const including = { 'a.yaml': using('four.yaml'), 'b.yaml': using('four.yaml', { id: 'b' }) };

  test('passes over a finding in it, however it was found', async () => {
    const files = { ...including, 'four.yaml': ignoring('yaml-boolean-word') };
    for (const args of ['.', 'a.yaml', 'four.yaml']) {
      expect(await check(args, { files })).toMatchObject({ exit: 0, lines: [] });
    }
  });

  test('is told of where it passes over nothing, once all was looked at', async () => {
    const files = { ...including, 'four.yaml': ignoring('redefined, yaml-boolean-word') };
    expect(briefly((await check('.', { files })).lines)).toEqual(['four.yaml:6 ignore-unused']);
    // By itself nobody can say that nothing redefines it.
    expect((await check('four.yaml', { files })).lines).toEqual([]);
  });

  test('a finding known to a baseline stays known when only the fragment is checked', async () => {
    const more = 'non_answer_words: { dont_know: [another] }\n';
    const files = { 'a.yaml': using('four.yaml', { more }), 'four.yaml': fragment };
    const { exit } = await milepost('check . --baseline known.json --update-baseline', { files });
    expect(exit).toBe(0);
    const made = await milepost('check . --baseline known.json --update-baseline', { files });
    const known = made.file('known.json');
    expect(known).toContain('reads-as-non-answer');
    const all = { ...files, 'known.json': known };
    expect(await check('four.yaml --baseline known.json', { files: all })).toMatchObject({
      exit: 0,
      lines: [],
    });
    const updated = await milepost('check four.yaml --baseline known.json --update-baseline', { files: all });
    expect(updated.file('known.json')).toBe(known);
  });
});

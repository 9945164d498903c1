import { describe, expect, test } from 'vitest';
import { briefly, check, fragment, standing, using } from './fixture.js';

const line = (schema: string) => `# yaml-language-server: $schema=${schema}\n`;
const schemas = Object.fromEntries(
  ['questionnaire', 'fragment', 'rubric', 'config'].map((kind) => [`schemas/${kind}.schema.json`, '{}']),
);
const rubric = 'milepost: 1\nid: r\nversion: 1.0.0\ntitle: R\nmethod: min\n';

async function found(text: string) {
  return (await check('x.yaml', { files: { ...schemas, 'x.yaml': text } })).lines;
}

describe('the schema that a file names for its editor', () => {
  test('is that of its kind', async () => {
    expect(await found(line('schemas/questionnaire.schema.json') + standing())).toEqual([]);
    expect(await found(line('./schemas/fragment.schema.json?x#y') + fragment)).toEqual([]);
  });

  test('is another kind’s than `kind` says', async () => {
    expect(await found(line('schemas/questionnaire.schema.json') + fragment)).toMatchInlineSnapshot(`
      [
        "x.yaml:1:33: warning schema-of-other-kind: this names the schema of a questionnaire, and the file says \`kind: fragment\`; editors will complain of what is right",
      ]
    `);
    expect(await found(line('schemas/rubric.schema.json') + standing())).toMatchInlineSnapshot(`
      [
        "x.yaml:1:33: warning schema-of-other-kind: this names the schema of a rubric, and the file is a questionnaire; editors will complain of what is right",
      ]
    `);
  });

  test('says what a file is that does not say it itself', async () => {
    const bare = line('https://milepost.tools/schemas/rubric.schema.json') + rubric;
    expect(await found(bare)).toMatchInlineSnapshot(`
      [
        "x.yaml:1:33: error mistaken-kind: this names the schema of a rubric, but the file does not say that it is one",
      ]
    `);
    expect(await found(line('schemas/config.schema.json') + rubric)).toHaveLength(1);
  });

  test('is nothing beside what a file says wrongly of itself', async () => {
    const mistaken = `${line('schemas/config.schema.json')}${rubric.replace('milepost: 1\n', 'milepost: 1\nkind: fragment\n')}over: questions\n`;
    expect(briefly(await found(mistaken))).toEqual(['x.yaml:3 mistaken-kind']);
    const misspelt = `${line('schemas/config.schema.json')}${rubric.replace('milepost: 1\n', 'milepost: 1\nkind: rubrik\n')}`;
    expect(briefly(await found(misspelt))).toEqual(['x.yaml:3 unknown-word']);
  });

  test('is told of in a fragment with who includes it', async () => {
    const files = {
      ...schemas,
      'a.yaml': using('f.yaml'),
      'f.yaml': line('schemas/rubric.schema.json') + fragment,
    };
    expect((await check('a.yaml', { files })).lines).toEqual([
      expect.stringMatching(/^f\.yaml:1:33: warning schema-of-other-kind: .* \(included by a\.yaml\)$/),
    ]);
  });

  test('is somebody else’s', async () => {
    expect(await found(line('https://json.schemastore.org/any.json') + standing())).toEqual([]);
  });

  test('is not there', async () => {
    expect(await found(line('../schemas/questionnaire.schema.json') + standing())).toMatchInlineSnapshot(`
      [
        "x.yaml:1:33: info schema-not-there: editors look for a schema in "../schemas/questionnaire.schema.json", and there is no such file",
      ]
    `);
    // A package manager may have yet to put it there.
    expect(
      await found(line('../node_modules/milepost/schemas/questionnaire.schema.json') + standing()),
    ).toEqual([]);
  });
});

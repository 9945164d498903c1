import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

describe('schema', () => {
  test.each(['questionnaire', 'fragment', 'rubric', 'response', 'map', 'config', 'theme'])(
    '--of %s',
    async (kind) => {
      const { exit, out, err } = await milepost(`schema --of ${kind}`);
      expect({ exit, err }).toEqual({ exit: 0, err: '' });
      const schema = JSON.parse(out);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      expect(ajv.validateSchema(schema)).toBe(true);
      expect(() => ajv.compile(schema)).not.toThrow();
    },
  );

  test('of the responses to one questionnaire', async () => {
    const { exit, out } = await milepost('schema q.yaml', { files: { 'q.yaml': levels(1) } });
    expect(exit).toBe(0);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(out));
    const response = (value: number) => ({
      milepost: 1,
      questionnaire: { id: 'sample', version: '1.0.0' },
      id: 'r1',
      answers: { q1: { value } },
    });
    expect(validate(response(3))).toBe(true);
    expect(validate(response(5))).toBe(false);
  });

  test('of a questionnaire with an error there is none', async () => {
    const { exit, out, err } = await milepost('schema q.yaml', {
      files: { 'q.yaml': levels(1).replace('scale: four', 'scael: four') },
    });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('did you mean `scale`?');
  });
});

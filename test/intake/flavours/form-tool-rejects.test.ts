import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/response/response.js';
import { milepost } from '../../support/milepost.js';
import { fileOf } from './exports.js';

const questionnaire = fileOf('questionnaire.yaml').toString();

/** Files, and what one cell of each says: a number that somebody then writes a word behind. */
const exports = [
  ['surveymonkey/expanded.csv', ',12,28/02/2026'],
  ['qualtrics/choice-text.csv', ',12,02/28/2026'],
  ['limesurvey/full-answers.csv', ';"12";"2026-02-28"'],
  ['kobo/kobo-labels.csv', ';"12";"2026-02-28"'],
] as const;

describe('a refused row, mended and fed back, gives what a clean file gives', () => {
  test.each(exports)('%s', async (file, cell) => {
    const clean = fileOf(file).toString();
    const first = clean.lastIndexOf(cell);
    const spoilt = `${clean.slice(0, first)}${cell.replace('12', '12 or so')}${clean.slice(first + cell.length)}`;
    expect(spoilt).not.toBe(clean);
    const whole = await imported({ 'a.csv': clean });
    const torn = await milepost('import q.yaml a.csv -o r.jsonl --rejects rejects.csv --keep email', {
      files: { 'q.yaml': questionnaire, 'a.csv': spoilt },
    });
    expect(torn.exit).toBe(1);
    const mended = torn.file('rejects.csv').replace('12 or so', '12');
    expect(mended).toContain('rejected_why');
    const rest = await imported({ 'a.csv': mended });
    expect(rest).toHaveLength(1);
    expect(byId([...responsesIn(torn.file('r.jsonl')), ...rest])).toEqual(byId(whole));
  });
});

async function imported(files: Readonly<Record<string, string>>): Promise<readonly Response[]> {
  const { exit, err, file } = await milepost('import q.yaml a.csv -o r.jsonl --keep email', {
    files: { 'q.yaml': questionnaire, ...files },
  });
  expect({ exit, warned: /error|warning/.test(err) }).toEqual({ exit: 0, warned: false });
  return responsesIn(file('r.jsonl'));
}

function responsesIn(text: string): readonly Response[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): Response => JSON.parse(line));
}

function byId(responses: readonly Response[]): readonly Response[] {
  return [...responses].sort((one, other) => one.id.localeCompare(other.id));
}

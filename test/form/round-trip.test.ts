import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeForm } from '../../src/export/form/make-form.js';
import { workbook } from '../../src/export/form/workbook/write.js';
import { intake } from '../../src/intake/intake.js';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import type { Questionnaire } from '../../src/questionnaire/questionnaire.js';
import type { Response } from '../../src/response/response.js';
import { milepost } from '../support/milepost.js';
import { fillIn } from './fill-in.js';
import { allAnswers, everyKind, response } from './fixture.js';
import { readForm, wideCsv } from './read-form.js';

function loaded(text: string): Questionnaire {
  const files = { read: () => ({ text }), resolve: (_: string, relative: string) => relative };
  const { questionnaire, findings } = loadQuestionnaire('q.yaml', files);
  if (questionnaire === undefined) throw new Error(JSON.stringify(findings));
  return questionnaire;
}

const questionnaire = loaded(everyKind);

/** The responses in a file; what is refused fails the test. */
async function responsesIn(name: string, text: string): Promise<readonly Response[]> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const accepted: Response[] = [];
  for await (const batch of intake(questionnaire, [{ name, chunks: chunks() }])) {
    expect(batch.rejected.flatMap(({ findings }) => findings)).toEqual([]);
    accepted.push(...batch.accepted.map((row) => row.response));
  }
  return accepted;
}

/** What both say, without what a form does not carry. */
function said(responses: readonly Response[]) {
  return responses.map(({ answers, profile, wave, id }) => {
    const given = Object.entries(answers).filter(([, answer]) => Object.keys(answer).length > 0);
    return { answers: Object.fromEntries(given), profile, wave, id };
  });
}

test('a filled form holds the very same answers, note for note', async () => {
  const line = response('r-1', allAnswers, { wave: '2026' });
  const back = await imported({ 'back.xlsx': await filled(line) });
  expect(said(back)).toEqual(said(await responsesIn('a.jsonl', line)));
});

test('cells that are cleared are blank again, and what is typed over is what is read', async () => {
  const bytes = fillIn(await filled(response('r-1', allAnswers)), {
    grid_a: undefined,
    'tools_used.a': undefined,
    owner: '  established ',
    band: 'about 2-3',
    size: '12,5',
    owner__note: undefined,
  });
  const ran = await milepost('import q.yaml back.xlsx -o back.jsonl', {
    files: { 'q.yaml': everyKind, 'back.xlsx': bytes },
  });
  expect(ran.exit).toBe(1);
  expect(ran.err).toContain('back.xlsx!2 Tools!C8 (band)  error  answer-unknown');
  expect(ran.err).toContain('1 row read = 0 accepted + 1 refused');
  const [mended] = await imported({ 'back.xlsx': fillIn(bytes, { band: '2-3' }) });
  expect(mended?.answers).toMatchObject({
    owner: { value: 3 },
    band: { value: 's' },
    size: { value: 12.5 },
    tools_used: { value: ['b'] },
  });
  expect(mended?.answers.owner).not.toHaveProperty('note');
  expect(mended?.answers.grid_a ?? {}).toEqual({});
});

/** The responses in returned files, as `milepost import` writes them. */
async function imported(files: Readonly<Record<string, Uint8Array>>): Promise<readonly Response[]> {
  const ran = await milepost(['import', 'q.yaml', ...Object.keys(files), '-o', 'back.jsonl'], {
    files: { 'q.yaml': everyKind, ...files },
  });
  expect(ran.exit, ran.err).toBe(0);
  return responsesIn('back.jsonl', ran.file('back.jsonl'));
}

async function filled(line: string): Promise<Uint8Array> {
  const args = 'form q.yaml --from a.jsonl -o filled.xlsx';
  const ran = await milepost(args, { files: { 'q.yaml': everyKind, 'a.jsonl': line } });
  expect(ran).toMatchObject({ exit: 0, err: 'filled.xlsx: 1 form written.\n' });
  return ran.bytes('filled.xlsx');
}

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((each) => each.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim())
  .filter((each) => each !== '');
const odd = fc.constantFrom(
  'toString',
  '__proto__',
  'constructor',
  '_x0041_',
  '=1+1',
  "'-1",
  'TRUE',
  '1e3',
  '2-3',
);
const note = fc.record({ note: fc.oneof(text, odd) }, { requiredKeys: [] });
const declined = fc
  .constantFrom('dont_know', 'not_applicable', 'refused')
  .map((non_answer) => ({ non_answer }));
const answerTo = (value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(
      fc.oneof(
        value.map((each) => ({ value: each })),
        declined,
      ),
      note,
    )
    .map(([answer, more]) => ({ ...answer, ...more }));
const level = fc.integer({ min: 1, max: 4 });
const answers = fc.record(
  {
    owner: answerTo(level),
    grid_a: answerTo(level),
    size: answerTo(fc.double({ min: 0, max: 100, noNaN: true }).map((each) => each + 0)),
    started: answerTo(fc.constantFrom('2000-01-01', '2024-02-29', '2026-12-31')),
    tools_used: answerTo(fc.constantFrom(['a'], ['a', 'b'], ['none'])),
    band: answerTo(fc.constantFrom('s', 'm')),
    checked: fc.boolean().map((value) => ({ value })),
  },
  { requiredKeys: ['owner'] },
);

test('whatever is filled in stands where the map says, read by nothing but that', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 6, maxLength: 12 }), async (all) => {
      const before = await responsesIn('a.jsonl', all.map((each, i) => response(`r-${i}`, each)).join(''));
      const forms = [];
      for (const each of before) {
        const { content } = await workbook(makeForm(questionnaire, { response: each }));
        if (content === undefined || typeof content === 'string') throw new Error('no workbook');
        forms.push(readForm(content));
      }
      expect(said(await responsesIn('back.csv', wideCsv(...forms)))).toEqual(said(before));
    }),
    { numRuns: 5 },
  );
});

const soffice = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

// Needs LibreOffice Calc: apt-get install libreoffice-calc. Skipped, and said so, where it is not installed.
describe.skipIf(soffice === undefined)('saved again by LibreOffice', () => {
  test.each(['xlsx', 'ods'])(
    'as %s, the answers are the same',
    async (format) => {
      const line = response('r-1', allAnswers, { wave: '2026' });
      const folder = mkdtempSync(join(tmpdir(), 'milepost-office-'));
      try {
        writeFileSync(join(folder, 'filled.xlsx'), await filled(line));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const out = join(folder, 'out');
        const args = ['--headless', '--convert-to', format, '--outdir', out, join(folder, 'filled.xlsx')];
        execFileSync(soffice ?? '', [profile, ...args], { stdio: 'ignore' });
        const saved = readFileSync(join(out, `filled.${format}`));
        const back = await imported({ [`back.${format}`]: saved });
        expect(said(back)).toEqual(said(await responsesIn('a.jsonl', line)));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { everyKind } from '../form/fixture.js';
import { readForm } from '../form/read-form.js';
import { milepost } from '../support/milepost.js';

/** What is said to one question, in the words of its form. */
interface Said {
  readonly question: string;
  readonly answer: string;
  readonly remarks?: Readonly<Record<string, string>>;
}

const profile = { organisation: 'Northbridge', department: 'Housing', type: 'Inner', staff: '120' };

/** Every type of question, every follow-up and every non-answer; each of them a word, a number or a date that is typed. */
const said: readonly Said[] = [
  {
    question: 'owner',
    answer: 'Established',
    remarks: {
      target: 'Leading',
      evidence: 'https://data.example/register',
      barriers: 'Skills',
      confidence: 'High',
      best_practice: 'Name owners in every job description.',
      share: 'Yes',
      contact: 'Head of data',
      note: 'Since the audit.\nBefore, nobody: =1+1',
    },
  },
  { question: 'grid_a', answer: 'Prefer not to say', remarks: { note: 'Wide: 你好 🏛️' } },
  { question: 'grid_b', answer: "Don't know" },
  { question: 'size', answer: '12.5' },
  { question: 'started', answer: '2024-02-29' },
  { question: 'words', answer: 'Slowly, but well' },
  { question: 'tools_used', answer: 'a;b' },
  { question: 'band', answer: 'Not applicable', remarks: { note: 'We are none.' } },
  { question: 'checked', answer: 'No' },
];

/** Holds or fills in what is said, and gives the response that comes of it. */
type Way = (cwd: string) => Promise<unknown>;

/** Every way in which the same can be said. A new front end is a line here. */
const ways: Readonly<Record<string, Way>> = { plain: inPlainLines, form: inAForm };

const files = { 'q.yaml': everyKind };

async function inPlainLines(cwd: string): Promise<unknown> {
  const lines = [
    ...Object.values(profile),
    ...said.flatMap(({ question, answer, remarks = {} }) => [
      ...(question === 'tools_used' ? [''] : []),
      ...Object.entries(remarks).flatMap(([key, text]) => remarkLines(key, text)),
      answer,
    ]),
    '',
    'finish',
  ];
  const ran = await milepost('interview q.yaml --plain --wave 2026', {
    files,
    cwd,
    stdin: `${lines.join('\n')}\n`,
  });
  expect(ran.out).not.toContain('Not taken');
  expect(ran.exit).toBe(0);
  const name = readdirSync(cwd).find((each) => each.endsWith('.json')) ?? '';
  return JSON.parse(readFileSync(join(cwd, name), 'utf8'));
}

function remarkLines(key: string, text: string): readonly string[] {
  switch (key) {
    case 'note':
      return [':note', ...text.split('\n'), '.'];
    case 'best_practice':
      return [':practice', text, '.'];
    // Asked after the practice.
    case 'share':
    case 'contact':
      return [text];
    default:
      return [`:${key} ${text}`];
  }
}

async function inAForm(cwd: string): Promise<unknown> {
  const { bytes } = await milepost('form q.yaml --wave 2026 -o form.xlsx', { files, cwd });
  const blank = bytes('form.xlsx');
  const book = XLSX.read(blank, { type: 'buffer', cellStyles: true });
  const cells = readForm(blank).cells;
  const fill = (target: string, option: string, text: string) => {
    const place = cells.find((cell) => cell.target === target && cell.option === option);
    const sheet = book.Sheets[place?.sheet ?? ''];
    if (place === undefined || sheet === undefined) throw new Error(`the form has no ${target}.${option}`);
    sheet[place.cell] = /^[\d.]+$/.test(text) ? { t: 'n', v: Number(text) } : { t: 's', v: text };
  };
  for (const [field, text] of Object.entries(profile)) fill(field, '', text);
  for (const { question, answer, remarks = {} } of said) {
    if (question === 'tools_used') for (const option of answer.split(';')) fill(question, option, 'Yes');
    else fill(question, '', answer);
    for (const [key, text] of Object.entries(remarks)) fill(`${question}__${key}`, '', text);
  }
  const filled: Uint8Array = XLSX.write(book, { type: 'buffer', cellStyles: true });
  const ran = await milepost('import q.yaml filled.xlsx -o back.jsonl', {
    files: { ...files, 'filled.xlsx': filled },
    cwd,
  });
  expect(ran.exit, ran.err).toBe(0);
  return JSON.parse(ran.file('back.jsonl'));
}

/** Without what tells one way from another. */
function withoutTraces(response: unknown): unknown {
  const { id, mode, completed, ...rest } = Object(response);
  const answers = Object.entries(Object(rest.answers)).filter(
    ([, answer]) => JSON.stringify(answer) !== '{}',
  );
  return { ...rest, answers: Object.fromEntries(answers) };
}

test('the same answers make the same response, in whichever way they are given', async () => {
  const made: Record<string, unknown> = {};
  for (const [name, way] of Object.entries(ways)) {
    const cwd = mkdtempSync(join(tmpdir(), 'milepost-same-'));
    try {
      made[name] = withoutTraces(await way(cwd));
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  }
  const { plain, ...others } = made;
  expect(plain).toMatchObject({
    wave: '2026',
    profile: { organisation: 'Northbridge', department: 'Housing', type: 'inner', staff: 120 },
    answers: {
      owner: { value: 3, target: 4, barriers: ['skills'], confidence: 'high', share: 'yes' },
      grid_a: { non_answer: 'refused' },
      grid_b: { non_answer: 'dont_know' },
      band: { non_answer: 'not_applicable', note: 'We are none.' },
      checked: { value: false },
    },
  });
  expect(others).toEqual(Object.fromEntries(Object.keys(others).map((name) => [name, plain])));
});

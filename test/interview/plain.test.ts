import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';
import { definition } from './fixture.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-interview-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const files = { 'q.yaml': questionnaire(definition) };
const now = () => Date.UTC(2026, 10, 23, 10);
const interview = (lines: readonly string[], args = '') =>
  milepost(`interview q.yaml --plain ${args}`.trim(), { files, cwd, now, stdin: `${lines.join('\n')}\n` });
const written = (ending: string) => readdirSync(cwd).filter((name) => name.endsWith(ending));
const response = () => JSON.parse(readFileSync(join(cwd, written('.json')[0] ?? ''), 'utf8'));

const all = ['Northbridge', '3', '1 2', '40', '', 'yes', 'dk', 'Slowly, but well', '', 'finish'];

test('lines are answers; the response is written, and its journal kept', async () => {
  const ran = await interview(all, '--wave 2026');
  expect(ran.exit).toBe(0);
  expect(response()).toEqual({
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0', digest: expect.stringMatching(/^sha256:/) },
    id: expect.stringMatching(/^sample-20261123-1000-[0-9a-f]{4}$/),
    wave: '2026',
    mode: 'interview',
    completed: '2026-11-23T10:00:00.000Z',
    profile: { organisation: 'Northbridge' },
    answers: {
      owner: { value: 3 },
      tools: { value: ['a', 'b'] },
      share: { value: 40 },
      open: { value: true },
      plan: { non_answer: 'dont_know' },
      words: { value: 'Slowly, but well' },
    },
  });
  expect(written('.journal.jsonl')).toHaveLength(1);
  expect(ran.err).toMatch(/^Written: sample-20261123-1000-....\.json\nNext: milepost record /);
});

test('a body answers as such, before the interview is gone on with and after', async () => {
  await interview([...all.slice(0, 3), 'quit'], '--official');
  const [journal] = written('.journal.jsonl');
  const ran = await interview(all.slice(3), `--resume ${journal}`);
  expect(ran.exit).toBe(0);
  expect(response()).toMatchObject({ mode: 'interview', official: true });
  const { out } = await milepost(`record ${written('.json')[0]} --questionnaire q.yaml`, { files, cwd });
  expect(out).toContain('\nGiven as: the answer of a body, and of no person\n');
});

test('what a question looks like', async () => {
  const { out } = await interview(['Northbridge', 'quit']);
  expect(out).toBe(`A sample
Nobody sees the answers.
Authority: 
Section 1 of 2, Data; question 1 of 4; 0 % done
Who owns it?
  1 Starting
  2 Emerging
  3 Established
  4 Leading
  d Don't know x Not applicable r Prefer not to say
Answer: `);
});

describe('commands are words', () => {
  test('back, notes of several lines, what is wanted, and a mistake mended', async () => {
    const ran = await interview([
      'Northbridge',
      '7',
      '3',
      'back',
      'note',
      'Since the audit.',
      'Before, nobody.',
      '.',
      'target 4',
      'barriers skills; Legacy contracts',
      'confidence sure',
      '2',
      'skip',
      'x',
      '',
      'n',
      ':unknown',
      '',
      'finish',
    ]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('Answer: Not taken: `owner` is "7"; allowed: `1` (Starting), `2` (Emerging)');
    expect(ran.out).toContain('Now: Established\n');
    expect(response().answers).toEqual({
      owner: {
        value: 2,
        note: 'Since the audit.\nBefore, nobody.',
        target: 4,
        barriers: ['skills', 'legacy'],
      },
      share: { non_answer: 'not_applicable' },
      open: { value: false },
      words: { non_answer: 'dont_know' },
    });
  });

  test('where answers are in words of one’s own, commands begin with a colon', async () => {
    await interview(['Northbridge', 'go words', 'back', 'review', 'go open', 'n', ':q']);
    const journal = readFileSync(join(cwd, written('.journal.jsonl')[0] ?? ''), 'utf8');
    expect(journal).toContain('"question":"words","value":"back"');
  });

  test('an unknown one is told with the one that was meant', async () => {
    const { out } = await interview(['Northbridge', ':nots', ':quit']);
    expect(out).toContain('There is no command nots; did you mean `note`?');
  });
});

describe('a workshop', () => {
  test('votes come first; what was agreed, and who sees it otherwise', async () => {
    const ran = await interview(
      [
        'Northbridge',
        '5 manager, frontline',
        '2x1 2x3 d',
        '1',
        'Frontline: there are no owners in housing.',
        ':q',
      ],
      '--workshop',
    );
    expect(ran.out).toContain(
      '  Votes for 1: 2, 3: 2; without a level: 1; the middle is 2\n  The votes lie 2 levels apart: hear the lowest and the highest first.\n',
    );
    const resumed = await interview(
      ['', '40', '', 'y y d', 'yes', '2026-01-01', ':s', '', 'finish'],
      `--resume ${written('.journal.jsonl')[0]}`,
    );
    expect(resumed.exit).toBe(0);
    expect(response()).toMatchObject({
      mode: 'workshop',
      participants: { count: 5, roles: ['manager', 'frontline'] },
      answers: {
        owner: {
          value: 1,
          votes: [1, 1, 3, 3, 'dont_know'],
          dissent: 'Frontline: there are no owners in housing.',
        },
      },
    });
  });

  test('a room in which nobody was is left out of the response, which is valid', async () => {
    await interview(['Northbridge', '0', '', '1', '', '40', '', '', 'no', ':s', '', 'finish'], '--workshop');
    expect(response().participants).toBeUndefined();
    expect((await milepost('validate q.yaml .', { files, cwd })).exit).toBe(0);
  });

  test('votes are counted again in the same words', async () => {
    await interview(['Northbridge', '4', '', 'votes 2x1 3 d', ':q'], '--workshop');
    const journal = readFileSync(join(cwd, written('.journal.jsonl')[0] ?? ''), 'utf8');
    expect(journal).toContain('"key":"votes","value":[1,1,3,"dont_know"]');
  });

  test('between two levels the lower one is proposed, and none is taken by itself', async () => {
    const { out } = await interview(['Northbridge', '4', '2x2 2x3', '', '2', ':q'], '--workshop');
    expect(out).toContain('  The room is between two levels: take the lower one, 2, and note the dissent.\n');
    expect(out).toContain('Answer: Type an answer, skip, or help.\n');
  });
});

describe('what was said last time', () => {
  const earlier = JSON.stringify({
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id: 'old',
    wave: '2025',
    profile: { organisation: 'Northbridge' },
    answers: { owner: { value: 2, note: 'on paper' }, open: { value: true } },
  });
  const again = (lines: readonly string[], args = '') =>
    milepost(`interview q.yaml --plain --previous old.json ${args}`.trim(), {
      files: { ...files, 'old.json': earlier },
      cwd,
      now,
      stdin: lines.join('\n'),
    });

  test.each([
    [
      'q.yaml',
      '--previous q.yaml: none of the 1 column is a question of this questionnaire: nothing was read',
    ],
    ['none.csv', '--previous none.csv: there is no response in it'],
  ])('is told before anything is asked where none can be read, as in %s', async (file, why) => {
    const ran = await milepost(`interview q.yaml --plain --previous ${file}`, {
      files: { ...files, 'none.csv': 'organisation,owner,open\n' },
      cwd,
      stdin: '\n',
    });
    expect([ran.exit, ran.err.split('\n')[0]]).toEqual([2, `milepost: ${why}`]);
    expect(written('.journal.jsonl')).toEqual([]);
  });

  test('is shown, and taken only when it is asked for', async () => {
    const { out } = await again(['Northbridge', 'same', ':q']);
    expect(out).toContain('In 2025: Emerging\n  Note: on paper\n  :same takes it.\nAnswer: ');
    expect(out).toContain('Which are in use?');
  });

  test('not to another unit, and in a workshop not before its votes', async () => {
    expect((await again(['Southwick', ':q'])).out).not.toContain('In 2025');
    expect((await again(['new', 'Northbridge', '2', '3 3', ':q'], '--workshop')).out).toMatch(
      /Votes for 3: 2[\s\S]*In 2025/,
    );
  });
});

describe('an interview that was left', () => {
  test('is offered at the next start, and gone on with where it was', async () => {
    await interview(['Northbridge', '3', '1', ':q'], '--wave 2026');
    const ran = await interview(['1', '40', ':q']);
    expect(ran.out).toMatch(
      /^There is an interview that was not finished:\n {2}1 Northbridge, wave 2026, 2 answers, 2026-11-23T10:00\n/,
    );
    expect(ran.out).toContain('question 3 of 5; 40 % done\nWhich share?');
    expect(written('.journal.jsonl')).toHaveLength(1);
  });

  test('lines that end before it does leave it, with exit code 130', async () => {
    const ran = await interview(['Northbridge', '3']);
    expect(ran.exit).toBe(130);
    expect(ran.err).toMatch(
      /^Every answer is kept in sample-.*\nGo on with: milepost interview q.yaml --plain --resume sample-.*\n$/,
    );
  });

  test('goes on where the questionnaire has changed: what changed is asked again, what went is told', async () => {
    await interview(['Northbridge', '3', '1', '40', '', 'yes', ':q']);
    const changed = questionnaire(
      definition
        .replace('Who owns it?', 'Who answers for it?')
        .replace(/ {6}- \{ id: share.*\n/, '')
        .replace('text: Is it open?', 'text: Is it open?, help: To all.'),
    );
    const ran = await milepost(`interview q.yaml --plain --resume ${written('.journal.jsonl')[0]}`, {
      files: { 'q.yaml': changed },
      cwd,
      now,
      stdin: ':q\n',
    });
    expect(ran.out).toContain('Asked again, since they mean something else now: `owner`.');
    expect(ran.out).toContain('Not asked any more: `share`. Their answers stay in the journal.');
  });

  test('a torn last line is dropped with a word', async () => {
    await interview(['Northbridge', '3', ':q']);
    const [name = ''] = written('.journal.jsonl');
    const text = readFileSync(join(cwd, name), 'utf8');
    const ran = await milepost(`interview q.yaml --plain --resume ${name}`, {
      files: { ...files, [name]: `${text}{"event":"ans` },
      cwd,
      now,
      stdin: ':q\n',
    });
    expect(ran.err).toContain('13 characters of the line were being written when the machine stopped');
    expect(ran.out).toContain('Which are in use?');
    expect(
      readFileSync(join(cwd, name), 'utf8')
        .split('\n')
        .slice(0, -1)
        .every((line) => JSON.parse(line)),
    ).toBe(true);
  });

  test('one that is no journal, or another questionnaire’s, is refused', async () => {
    const ran = await milepost('interview q.yaml --plain --resume a.txt', {
      files: { ...files, 'a.txt': 'x\n' },
      cwd,
      stdin: '',
    });
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('a.txt  error  not-a-journal\n');
  });
});

test('without a terminal it is refused, with the way to do it', async () => {
  const ran = await milepost('interview q.yaml', { files, cwd });
  expect(ran.exit).toBe(2);
  expect(ran.err).toBe(
    'milepost: an interview needs a terminal, a keyboard and a screen, and this is none\nWith --plain, answers are read line by line, from a script too.\n',
  );
});

test('what would steer the terminal is shown harmless', async () => {
  const evil = questionnaire(definition.replace('Who owns it?', '"Who \\e[2J owns \\u202e it?"'));
  const ran = await milepost('interview q.yaml --plain', {
    files: { 'q.yaml': evil },
    cwd,
    now,
    stdin: 'A\u001b[31m\n:q\n',
  });
  expect(ran.out).toContain('Who \\x1b[2J owns \\u202e it?');
  expect(ran.out).not.toContain('\u001b');
});

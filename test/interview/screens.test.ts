import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/export/text/width.js';
import type { Size } from '../../src/interview/screens/page.js';
import { interviewOf } from '../../src/interview/session/interview.js';
import { questionnaireIn, questionnaireOf } from '../response/fixture.js';
import { type Around, onScreen } from './on-screen.js';

// `npx vitest run test/interview/screens.test.ts -u` draws the screens anew: look at each before it is kept.

const shipped = questionnaireIn('questionnaires/digital-maturity.yaml');
const interview = interviewOf(shipped, 'interview');
const workshop = interviewOf(shipped, 'workshop');

const profile = { organisation: 'Northbridge', department: 'Housing' };
const sizes: readonly Size[] = [
  { columns: 60, rows: 12 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
];
const outcomes = { at: 'question', id: 'strategy_outcomes' } as const;
const room = { do: 'room', count: 8, roles: ['manager'] } as const;
const earlier = {
  strategy_outcomes: { wave: '2025', response: 'r-0', answer: { value: 2, note: 'Draft plan' } },
};

const asked = (size: Size, around: Around = {}) =>
  onScreen(interview, {
    size,
    profile,
    earlier,
    said: [
      { do: 'answer', question: 'strategy_approved', written: true },
      { do: 'go', to: outcomes },
    ],
    ...around,
  });

describe.each(sizes)('on $columns × $rows', (size) => {
  const name = `${size.columns}x${size.rows}`;
  const looks = async (what: string, screen: ReturnType<typeof onScreen>) => {
    await expect(`${screen.text()}\n`).toMatchFileSnapshot(`screens/${what}-${name}.txt`);
  };

  test('what is asked, and who sees the answers', async () => {
    await looks('welcome', onScreen(interview, { size, profile }));
  });

  test('a question about levels, with what was said last time', async () => {
    await looks('question', asked(size).press('3'));
  });

  test('a question that was answered, with what accompanies its answer', async () => {
    const screen = asked(size)
      .press('t', '4', 'enter', 'n')
      .paste('The annex has the measures.\nAsk for it.')
      .press('ctrl+s', '3', 'enter', 'left');
    await looks('answered', screen);
  });

  test('a note', async () => {
    const text = `The plan is being written anew.\n\n${'Measures stand in its annex, and the director for housing answers for them. '.repeat(6)}`;
    await looks('note', asked(size).press('n').paste(text));
  });

  test('a number', async () => {
    const to = { at: 'question', id: 'data_training' } as const;
    await looks(
      'number',
      asked(size, {
        said: [
          { do: 'answer', question: 'strategy_approved', written: true },
          { do: 'go', to },
        ],
      })
        .type('120')
        .press('enter'),
    );
  });

  test('somewhere to go to', async () => {
    await looks('jump', asked(size).press('g').type('data'));
  });

  test('the summary of a section, with its score so far', async () => {
    const figure = {
      title: 'Corporate strategy',
      score: 2.9,
      band: 'Established',
      low: 2.3,
      high: 3.4,
    };
    await looks('summary', asked(size, { figure }).press('u'));
  });

  test('the review', async () => {
    await looks('review', asked(size).press('3', 'enter', 'd', 'g').type('review').press('enter'));
  });

  test('guidance and keys', async () => {
    await looks('help', asked(size).press('?'));
  });

  test('barriers', async () => {
    const to = { at: 'question', id: 'strategy_governance' } as const;
    await looks(
      'barriers',
      asked(size, {
        said: [
          { do: 'answer', question: 'strategy_approved', written: true },
          { do: 'go', to },
        ],
      }).press('b', '1', '9'),
    );
  });

  test('a room before it votes: nothing of last time, and no score', async () => {
    const screen = onScreen(workshop, { size, profile, earlier, said: [room, { do: 'go', to: outcomes }] });
    await looks('tally', screen.type('2 2 3'));
  });

  test('a room that has voted', async () => {
    const screen = onScreen(workshop, { size, profile, earlier, said: [room, { do: 'go', to: outcomes }] });
    await looks('votes', screen.type('2x2 3x3 2x4 d').press('enter'));
  });

  test('who is here', async () => {
    await looks(
      'room',
      onScreen(workshop, { size, profile }).press('enter').type('8').press('enter').type('manager'),
    );
  });
});

test('signs are ASCII where the terminal has no more', async () => {
  const screen = asked({ columns: 80, rows: 24 }, { unicode: false }).press('3');
  // What the questionnaire says is not changed.
  expect(screen.text()).toMatch(/^[\x20-\x7e\n]*$/);
  await expect(`${screen.text()}\n`).toMatchFileSnapshot('screens/question-ascii.txt');
});

const hostile = interviewOf(
  questionnaireOf(`
profile: [{ id: organisation, title: Authority, unit: true, required: true }]
scales:
  s:
    levels:
      - { value: 1, label: "Clear \\e[2J\\e[H screen" }
      - { value: 2, label: "Title \\e]0;owned\\a set" }
      - { value: 3, label: "\\u202egnihton si siht" }
barriers: [{ id: a, label: "\\e[31mRed" }]
dimensions:
  - id: data
    title: "Data \\e[5m"
    questions:
      - { id: owner, text: "Who \\e[7mowns\\e[0m it?", help: "Press\\r\\nhere \\x9b2J", guidance: "\\e[8mhidden", scale: s, levels: { 2: "A bell \\a, and back\\b\\b\\b\\b" }, ask: [barriers] }
`),
  'interview',
);

test('texts that would steer the terminal are shown harmless, wherever they stand', async () => {
  const said = [
    { do: 'profile', field: 'organisation', written: 'North\u001b[2Jbridge' },
    { do: 'remark', question: 'owner', key: 'note', written: 'a\u001b]52;c;aGk=\u0007b' },
  ] as const;
  const screen = onScreen(hostile, { said });
  const shown = [
    screen.text(),
    screen.press('b').text(),
    screen.press('left', 'n').text(),
    screen.press('ctrl+s', '?').text(),
    screen.press('q', 'u').text(),
    screen.press('g').text(),
  ].join('\n=====\n');
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  await expect(`${shown}\n`).toMatchFileSnapshot('screens/hostile.txt');
});

const wide = interviewOf(
  questionnaireOf(`
scales: { s: { levels: [{ value: 1, label: 開始 }, { value: 2, label: "Family 👩‍👩‍👧‍👦" }, { value: 3, label: "Flag 🇬🇧" }] } }
dimensions:
  - id: data
    title: データ 📊
    questions:
      - { id: owner, text: "${'データの所有者は誰ですか。'.repeat(12)}", scale: s }
      - { id: why, text: Why?, type: text }
`),
  'interview',
);

test('wide characters and emoji take the columns that they have', async () => {
  const size = { columns: 60, rows: 12 };
  const screen = onScreen(wide, { size }).press('enter');
  const shown = [
    screen.text(),
    screen.press('2', 'enter').paste('日本語のメモ👩‍👩‍👧‍👦'.repeat(8)).text(),
  ].join('\n=====\n');
  expect(Math.max(...shown.split('\n').map(displayWidth))).toBeLessThanOrEqual(60);
  await expect(`${shown}\n`).toMatchFileSnapshot('screens/wide.txt');
});

test('an item of a grid is shown below what is asked of all, and found by it', () => {
  const grid = interviewOf(
    questionnaireOf(`
scales: { s: { levels: [{ value: 1, label: Starting }, { value: 2, label: Leading }] } }
dimensions:
  - id: data
    title: Data
    questions: [{ id: skills, text: How skilled are, scale: s, items: [{ id: a, text: managers? }, { id: b, text: members? }] }]
`),
    'interview',
  );
  const screen = onScreen(grid).press('enter', '1', 'enter');
  expect(screen.text()).toMatch(/\nHow skilled are\nmembers\?\n/);
  expect(screen.press('u').text()).toContain('How skilled are managers?');
  expect(screen.press('left', 'g').type('skilled managers').press('enter').view()).toMatchObject({
    question: 'skills_a',
  });
});

test('rows that are out of sight are scrolled to, none of them passed over', () => {
  const screen = asked({ columns: 60, rows: 12 });
  const seen = new Set<string>();
  for (let i = 0; i < 12; i += 1) {
    for (const row of screen.text().split('\n').slice(2, -2)) seen.add(row.replace('›', ' ').trim());
    screen.press('down');
  }
  const whole = asked({ columns: 60, rows: 17 }).text().split('\n').slice(2, -2);
  expect(whole.map((row) => row.trim()).filter((row) => !seen.has(row))).toEqual([]);
});

test('what is in focus stays in sight on a screen that becomes small, and the draft stays', () => {
  const screen = asked({ columns: 80, rows: 24 }).press('4').resize(60, 12);
  expect(screen.text()).toContain('› ○ 4 Leading');
  expect(screen.resize(80, 24).press('enter').answers().strategy_outcomes).toEqual({ value: 4 });
});

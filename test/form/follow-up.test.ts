import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { fillIn, type Typed } from './fill-in.js';
import { allAnswers, everyKind, response } from './fixture.js';

const settings = { 'q.yaml': everyKind };

/** The follow-up to what was returned first, filled in. */
async function followUp(first: string, typed: Readonly<Record<string, Typed>>): Promise<Uint8Array> {
  const ran = await milepost('form q.yaml --from first.jsonl --only open -o open.xlsx', {
    files: { ...settings, 'first.jsonl': first },
  });
  expect(ran.exit, ran.err).toBe(0);
  return fillIn(ran.bytes('open.xlsx'), typed);
}

function imported(args: string, files: Readonly<Record<string, string | Uint8Array>>) {
  return milepost(`import q.yaml ${args} -o all.jsonl`, { files: { ...settings, ...files } });
}

/** The answers of the only response that was imported. */
function answersIn(text: string): Readonly<Record<string, object>> {
  const lines = text.trim().split('\n');
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '').answers;
}

test.each(['first.jsonl open.xlsx', 'open.xlsx first.jsonl'])(
  '%s, merged, is what would have been returned at once',
  async (order) => {
    // `owner` is required and was answered: the follow-up does not ask for it, but `grid_a` hangs on it.
    const first = response('r-1', {
      ...allAnswers,
      grid_a: {},
      size: { non_answer: 'dont_know', note: 'will ask' },
      tools_used: {},
      checked: {},
    });
    const open = await followUp(first, {
      grid_a: 'Leading',
      size: 12.5,
      size__note: 'asked',
      'tools_used.a': 'Yes',
      'tools_used.b': 'Yes',
      checked: 'No',
    });
    const ran = await imported(`${order} --duplicates merge`, { 'first.jsonl': first, 'open.xlsx': open });
    expect(ran.exit).toBe(0);
    expect(ran.err).not.toContain('warning');
    const whole = { ...allAnswers, grid_a: { value: 4 }, size: { value: 12.5, note: 'asked' } };
    const atOnce = await imported('whole.jsonl', { 'whole.jsonl': response('r-1', whole) });
    expect(answersIn(ran.file('all.jsonl'))).toEqual(answersIn(atOnce.file('all.jsonl')));
  },
);

test('what a follow-up leaves open stays as it was', async () => {
  const first = response('r-1', { ...allAnswers, size: { non_answer: 'dont_know' }, checked: {} });
  const open = await followUp(first, { checked: 'Yes', size: undefined });
  const ran = await imported('first.jsonl open.xlsx --duplicates merge', {
    'first.jsonl': first,
    'open.xlsx': open,
  });
  expect(answersIn(ran.file('all.jsonl'))).toMatchObject({
    size: { non_answer: 'dont_know' },
    checked: { value: true },
  });
});

test.each(['open.xlsx', 'open.xlsx --duplicates merge', 'first.jsonl open.xlsx --duplicates last'])(
  'a follow-up says nothing by itself: %s',
  async (args) => {
    const first = response('r-1', { ...allAnswers, checked: {} });
    const open = await followUp(first, { checked: 'Yes' });
    const ran = await imported(args, { 'first.jsonl': first, 'open.xlsx': open });
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('open.xlsx  error  follow-up-alone');
    expect(ran.err).toContain('left open, and says nothing without that: refused');
    expect(ran.err).toMatch(/open\.xlsx.*: 1 row read = 0 accepted \+ 1 refused\./);
  },
);

test('a follow-up that leaves blank what its answers make required is refused, and the first return stays', async () => {
  const needed = everyKind.replace(
    'when: answers.owner >= 3 }',
    'when: answers.owner >= 3, required: true }',
  );
  const first = response('r-1', { owner: { non_answer: 'dont_know' } });
  const files = { 'q.yaml': needed, 'first.jsonl': first };
  const made = await milepost('form q.yaml --from first.jsonl --only open -o open.xlsx', { files });
  const open = fillIn(made.bytes('open.xlsx'), { owner: 'Leading' });
  const ran = await milepost('import q.yaml first.jsonl open.xlsx --duplicates merge -o all.jsonl', {
    files: { ...files, 'open.xlsx': open },
  });
  expect(ran.exit).toBe(1);
  expect(ran.err).toContain('answer-missing');
  expect(answersIn(ran.file('all.jsonl'))).toMatchObject({ owner: { non_answer: 'dont_know' } });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { interviewOf } from '../../src/interview/session/interview.js';
import { carryOffers } from '../../src/response/carry/carry-offers.js';
import { onScreen } from '../interview/on-screen.js';
import { questionnaireFrom } from '../response/fixture.js';
import { milepost } from '../support/milepost.js';
import { first, given, second } from './fixture.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-carry-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const answers = {
  owner: { value: 3, note: 'Since the audit.' },
  uses: { value: ['a', 'b'] },
  share: { non_answer: 'dont_know' },
};
const files = { 'first.yaml': first, 'second.yaml': second, 'first.jsonl': given('r-1', answers) };
const interview = (lines: readonly string[], more = files, args = '--carry first.jsonl') =>
  milepost(`interview second.yaml --plain ${args}`.trim(), {
    files: more,
    cwd,
    now: () => Date.UTC(2026, 10, 23, 10),
    stdin: `${lines.join('\n')}\n`,
  });
const written = (ending: string) =>
  readFileSync(join(cwd, readdirSync(cwd).find((name) => name.endsWith(ending)) ?? ''), 'utf8');

const from = { questionnaire: 'first', version: '1.0.0', response: 'r-1', completed: '2026-10-02' };

test('in plain lines what was answered elsewhere is offered, and taken over by a word', async () => {
  const ran = await interview(['Northbridge', '', 'carry', '1', '40', '5', '2', '', 'finish']);
  expect(ran.out).toContain(
    'Kind (Enter takes Inner, as in Digital maturity 1.0.0, 2026-10-02; - leaves it out):',
  );
  expect(ran.out.replaceAll(/\s+/g, ' ')).toContain(
    '2 questions were answered elsewhere: the answers are offered, to be confirmed or changed.',
  );
  expect(ran.out).toContain('In Digital maturity 1.0.0, 2026-10-02: Established\n  :carry takes it.');
  expect(ran.err).toMatch(/Written: /);
  const { profile, answers: said } = JSON.parse(written('.json'));
  expect(profile).toEqual({ organisation: 'Northbridge', kind: 'inner' });
  expect(said).toEqual({
    owner: { value: 3, carried: from },
    // Another answer is this one's own.
    uses: { value: ['a'] },
    share: { value: 40 },
    tools: { value: 5 },
    appetite: { value: 2 },
  });
});

test('a field of the profile that was filled in elsewhere can be left out all the same', async () => {
  await interview(['Northbridge', '-', 'review', 'finish']);
  expect(JSON.parse(written('.json')).profile).toEqual({ organisation: 'Northbridge' });
});

test('the journal records that it was brought over, and what of it was changed afterwards', async () => {
  const left = await interview(['Northbridge', '', 'carry', 'carry', 'back', 'back', '2', 'quit']);
  expect(left.err).toMatch(
    /Go on with: milepost interview second\.yaml --plain --carry first\.jsonl --resume /,
  );
  const events = written('.journal.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event === 'answer')
    .map(({ time: _, ...event }) => event);
  expect(events).toEqual([
    { event: 'answer', question: 'owner', value: 3, carried: from },
    { event: 'answer', question: 'uses', value: ['a', 'b'], carried: from },
    { event: 'answer', question: 'owner', value: 2 },
  ]);
  // Gone on with, it is still known.
  const again = await interview(['1', 'review', 'quit'], files, '');
  expect(again.out).toContain('1 brought over');
});

test('the response is read again, with where its answers are from', async () => {
  await interview(['Northbridge', '', 'carry', 'carry', '40', '5', '2', '', 'finish']);
  const { exit, out } = await milepost(['import', 'second.yaml', 'second-*.json'], { cwd });
  expect(exit).toBe(0);
  expect(JSON.parse(out).answers.owner).toEqual({ value: 3, carried: from });
});

describe('on the screen', () => {
  const [asked, answered] = [questionnaireFrom(second), questionnaireFrom(first)];
  const responses = [JSON.parse(given('r-1', answers))];
  const offersFor = carryOffers(asked, [{ questionnaire: answered, responses }]);
  const screen = (mode: 'interview' | 'workshop' = 'interview') =>
    onScreen(interviewOf(asked, mode), {
      profile: { organisation: 'Northbridge' },
      offers: (profile) => offersFor({ profile }),
    });

  test('it stands below the question with where it is from, and one key confirms it', () => {
    const shown = screen();
    expect(shown.text()).toContain('2 questions were answered elsewhere');
    shown.press('enter');
    expect(shown.text()).toContain('In Digital maturity 1.0.0, 2026-10-02: 3 Established');
    expect(shown.text()).toContain('k as answered elsewhere');
    expect(shown.answers()).toEqual({});
    shown.press('k');
    expect(shown.answers()).toEqual({ owner: { value: 3, carried: from } });
    expect(shown.text()).toContain('Which are in use?');
    shown.press('left');
    expect(shown.text()).toContain('Answered: 3 Established (as in first 1.0.0, 2026-10-02)');
    shown.press('2', 'enter', 'left');
    expect(shown.answers()).toEqual({ owner: { value: 2 } });
  });

  test('only the minutes of what is still to be asked are counted', () => {
    const all = onScreen(interviewOf(asked, 'interview'), { profile: { organisation: 'Northbridge' } });
    const head = (shown: typeof all) => /12 of (\d+) min/.exec(shown.press('enter').text())?.[1];
    expect([head(all), head(screen())].map(Number)).toEqual([9, 4]);
  });

  test('a room votes before it is shown', () => {
    const shown = screen('workshop').press('enter');
    shown.type('3').press('enter', 'enter');
    expect(shown.text()).toContain('How does the room vote?');
    expect(shown.text()).not.toContain('Digital maturity');
    shown.press('ctrl+k');
    expect(shown.answers()).toEqual({});
    shown.type('2 3 3').press('enter');
    expect(shown.text()).toContain('In Digital maturity 1.0.0, 2026-10-02: 3 Established');
  });
});

describe('in a room', () => {
  const asked = questionnaireFrom(second);
  const one = JSON.parse(given('r-1', { owner: { value: 1 }, uses: { value: ['a', 'b'] } }));
  const offersFor = carryOffers(asked, [{ questionnaire: questionnaireFrom(first), responses: [one] }]);
  const voted = (votes: string) =>
    onScreen(interviewOf(asked, 'workshop'), {
      profile: { organisation: 'Northbridge' },
      offers: (profile) => offersFor({ profile }),
      said: [{ do: 'room', count: 5, roles: [] }],
    })
      .type(votes)
      .press('enter');

  test('what one person said elsewhere and nobody voted for is confirmed by a second key, and dissent is offered', () => {
    const shown = voted('2 2 3 3 3').press('k');
    expect(shown.notice()).toBe('That lies outside the votes of the room: the same key once more takes it.');
    expect(shown.answers().owner?.value).toBeUndefined();
    expect(shown.press('k').answers().owner).toMatchObject({ value: 1, carried: { response: 'r-1' } });
    expect(shown.view()).toMatchObject({ at: 'write', key: 'dissent' });
    expect(voted('1 1 2 2 2').press('k').answers().owner?.value).toBe(1);
  });

  test('in plain lines it is asked about', async () => {
    const more = { ...files, 'first.jsonl': `${JSON.stringify(one)}\n` };
    const room = ['Northbridge', '', '5', '2x2 3x3', 'carry'];
    const args = '--carry first.jsonl --workshop';
    const ran = await interview([...room, 'no', 'carry', 'yes', 'Two say 3', 'quit'], more, args);
    expect(ran.out).toContain('That lies outside the votes of the room. Take it all the same? yes or no:');
    expect(written('.journal.jsonl').match(/"event":"answer"/g)).toHaveLength(1);
    expect(written('.journal.jsonl')).toContain('Two say 3');
  });

  test('what one person said of themselves is not offered to all', async () => {
    const ran = await interview(['Northbridge'], files, '--carry first.jsonl --workshop');
    expect(ran.out).toContain('Kind (Enter leaves it out):');
  });

  test('an answer from elsewhere is shown whole', () => {
    const shown = voted('').press('3', 'enter').resize(60, 24);
    const words = (screen: typeof shown) => screen.text().replaceAll(/\s+/g, ' ');
    expect(words(shown)).toContain('In Digital maturity 1.0.0, 2026-10-02: A catalogue; Reports');
    const long = 'Records over five years old are kept in the old system until somebody asks for them';
    const longer = second.replaceAll('A catalogue', long);
    const same = first.replaceAll('A catalogue', long);
    const now = questionnaireFrom(longer);
    const offers = carryOffers(now, [{ questionnaire: questionnaireFrom(same), responses: [one] }]);
    const wide = onScreen(interviewOf(now, 'interview'), {
      profile: { organisation: 'Northbridge' },
      offers: (profile) => offers({ profile }),
    }).press('enter', '3', 'enter');
    expect(words(wide)).toContain(`2026-10-02: ${long}; Reports`);
  });
});

describe('what cannot be carried is said before anybody is asked', () => {
  test.each([
    ['no file of responses', { 'first.jsonl': 'Dear colleague,\nthank you.\n' }, 'carry-no-responses', 2],
    [
      'another unit',
      { 'first.jsonl': given('r-1', answers, { profile: { organisation: 'Southwick' } }) },
      'Nothing that was answered elsewhere is of this unit.',
      130,
    ],
    [
      'another wording',
      { 'first.yaml': first.replace('Who owns it?', 'Who owns the data?') },
      'of the questions that `first` 1.0.0 has too, 2 are the same; `owner` and `tools` mean something else',
      130,
    ],
    [
      'nothing in common',
      { 'first.yaml': first.replaceAll('?', ' please?') },
      'asks no question that `first` 1.0.0 asked alike',
      130,
    ],
    [
      'an unknown questionnaire',
      { 'first.jsonl': given('r-1', answers).replace('"first"', '"third"') },
      'answers the questionnaire `third`, which is not known',
      2,
    ],
    [
      'another version',
      { 'first.jsonl': given('r-1', answers).replace('1.0.0', '0.9.0') },
      '1 response to version 0.9.0 of the questionnaire',
      2,
    ],
    [
      'the same version in another wording',
      {
        'first.jsonl': given('r-1', answers).replace(
          '"1.0.0"',
          `"1.0.0","digest":"sha256:${'0'.repeat(64)}"`,
        ),
      },
      '1 response to another wording of `first` 1.0.0',
      2,
    ],
  ])('%s', async (_, changed, told, exit) => {
    const ran = await interview(['Northbridge', ''], { ...files, ...changed });
    expect(`${ran.out}${ran.err}`.replaceAll(/\s+/g, ' ')).toContain(told);
    expect(ran.exit).toBe(exit);
  });

  test('of two responses that say different things, neither goes first by itself', async () => {
    const tie = given('r-1', { owner: { value: 3 } }) + given('r-2', { owner: { value: 4 } });
    const ran = await interview(['Northbridge', ''], { ...files, 'first.jsonl': tie });
    expect(ran.out).toContain('Elsewhere r-1 and r-2 say different things.');
    const workshop = tie + given('w', { owner: { value: 2 } }, { mode: 'workshop', completed: '2026-09-01' });
    const prefer = await interview(['new', 'Northbridge', ''], { ...files, 'first.jsonl': workshop });
    expect(prefer.out).toContain('In Digital maturity 1.0.0, 2026-09-01: Emerging');
  });
});

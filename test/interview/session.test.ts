import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied } from '../../src/interview/session/apply.js';
import type { Command } from '../../src/interview/session/command.js';
import { decide } from '../../src/interview/session/decide.js';
import { resolvedIn, resumedFrom, stopsIn } from '../../src/interview/session/interview.js';
import { stopwatch } from '../../src/interview/session/progress.js';
import { isSameStop } from '../../src/interview/session/sections.js';
import { readJournal } from '../../src/response/journal/read-journal.js';
import { replay } from '../../src/response/journal/replay.js';
import { journalOf, run, small } from './fixture.js';

const say = (question: string, written: unknown): Command => ({ do: 'answer', question, written });
const remark = (
  question: string,
  key: 'note' | 'votes' | 'target' | 'barriers',
  written: unknown,
): Command => ({
  do: 'remark',
  question,
  key,
  written,
});
const shown = (commands: readonly Command[]) =>
  stopsIn(small, run(small, commands).state.draft).map((stop) => (stop.at === 'review' ? 'review' : stop.id));

describe('what depends on an answer follows it at once', () => {
  test('a question is shown once its condition holds', () => {
    expect(shown([])).toEqual(['owner', 'share', 'data', 'open', 'words', 'culture', 'review']);
    expect(shown([say('owner', 3), say('open', 'yes')])).toEqual([
      ...['owner', 'tools', 'share', 'data', 'open', 'plan', 'words', 'culture', 'review'],
    ]);
  });

  test('an answer that is hidden again is kept, and counts as not asked', () => {
    const { state } = run(small, [say('owner', '3'), say('tools', 'a;b'), say('owner', 1)]);
    expect(state.draft.answers.tools).toEqual({ value: ['a', 'b'] });
    expect(resolvedIn(small, state.draft).states[1]).toBe('not_asked');
  });
});

describe('what is said is read as a cell is', () => {
  test('labels, values and words for no answer', () => {
    const { state, refused } = run(small, [
      say('owner', 'established'),
      say('share', '12.5'),
      say('open', 'y'),
      say('plan', "don't know"),
      { do: 'decline', question: 'words', as: 'refused' },
      remark('owner', 'barriers', 'Skills; legacy'),
      remark('owner', 'target', 4),
    ]);
    expect(refused).toEqual([]);
    expect(state.draft.answers).toEqual({
      owner: { value: 3, barriers: ['skills', 'legacy'], target: 4 },
      share: { value: 12.5 },
      open: { value: true },
      plan: { non_answer: 'dont_know' },
      words: { non_answer: 'refused' },
    });
  });

  test('what is no answer is refused, and changes nothing', () => {
    const { state, refused } = run(small, [
      say('owner', 3),
      say('owner', '7'),
      say('share', '101'),
      say('tools', 'none;a'),
      remark('owner', 'target', 9),
      { do: 'finish' },
    ]);
    expect(refused).toEqual([
      'answer-unknown',
      'answer-out-of-limits',
      'option-not-alone',
      'answer-unknown',
      'profile-missing',
    ]);
    expect(state.draft.answers).toEqual({ owner: { value: 3 } });
  });

  test('a blank takes an answer back, and leaves its note', () => {
    const { state } = run(small, [say('share', 5), remark('share', 'note', 'a guess'), say('share', ' ')]);
    expect(state.draft.answers).toEqual({ share: { note: 'a guess' } });
  });
});

const questions = small.questionnaire.questions.map(({ id }) => id);
const written = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom('yes', 'no', 'a', 'a;b', 'none', '2026-11-23', 'dk', 'n/a', '', 'words', '50'),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      question: fc.constantFrom(...questions),
      written,
    }),
  },
  fc.record({
    do: fc.constant('decline' as const),
    question: fc.constantFrom(...questions),
    as: fc.constantFrom('dont_know' as const, 'not_applicable' as const, 'refused' as const),
  }),
  fc.record({
    do: fc.constant('remark' as const),
    question: fc.constantFrom(...questions),
    key: fc.constantFrom('note' as const, 'dissent' as const),
    written: fc.constantFrom('', 'so it is', '\u001b[2J'),
  }),
  fc.record({
    do: fc.constant('remark' as const),
    question: fc.constant('owner'),
    key: fc.constant('votes' as const),
    written: fc.array(fc.constantFrom(1, 2, 3, 'dont_know')),
  }),
  fc.record({
    do: fc.constant('profile' as const),
    field: fc.constant('organisation'),
    written: fc.constantFrom('North', 'South', ''),
  }),
  fc.record({
    do: fc.constant('room' as const),
    count: fc.nat(9),
    roles: fc.subarray(['manager', 'member']),
  }),
  fc.record({
    do: fc.constantFrom('back' as const, 'forward' as const, 'next-open' as const, 'finish' as const),
  }),
  fc.record({
    do: fc.constant('go' as const),
    to: fc.constantFrom(...questions).map((id) => ({ at: 'question' as const, id })),
  }),
);
const commands = fc.array(command, { maxLength: 40 });

describe('whatever the commands', () => {
  test('no question is shown that is not asked, and none is hidden that is', () => {
    fc.assert(
      fc.property(commands, (all) => {
        for (const { draft } of run(small, all).states) {
          const { states } = resolvedIn(small, draft);
          const stops = stopsIn(small, draft).flatMap((stop) => (stop.at === 'question' ? [stop.id] : []));
          expect(stops).toEqual(questions.filter((_, i) => states[i] !== 'not_asked'));
        }
      }),
    );
  });

  test('the journal, replayed, is the same interview', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const { state, events } = run(small, all);
        const { journal, findings } = readJournal('a.journal.jsonl', journalOf(small, events));
        expect(findings).toEqual([]);
        const replayed = journal === undefined ? undefined : replay(small.questionnaire, journal);
        expect(replayed?.setAside).toEqual([]);
        expect(replayed?.draft).toEqual(state.draft);
        const there = stopsIn(small, state.draft).some((stop) => isSameStop(stop, state.at));
        if (replayed !== undefined && there && replayed.at !== undefined)
          expect(resumedFrom(small, replayed)).toEqual(state);
      }),
    );
  });

  test('a journal that breaks off anywhere is read as far as its last whole line', () => {
    fc.assert(
      fc.property(commands, fc.nat(), (all, cut) => {
        const { events } = run(small, all);
        const bytes = journalOf(small, events);
        const first = bytes.indexOf(0x0a) + 1;
        const broken = bytes.subarray(0, first + (cut % (bytes.length - first + 1)));
        const { journal, findings } = readJournal('a.journal.jsonl', broken);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(journal?.entries.slice(1).map(({ time: _, ...event }) => event)).toEqual(
          events.slice(0, (journal?.entries.length ?? 0) - 1),
        );
        // Where only the line break is missing, the entry is whole.
        const lines = bytes.subarray(0, broken.length + 1).lastIndexOf(0x0a) + 1;
        expect(journal?.wholeBytes).toBe(Math.min(lines, broken.length));
      }),
    );
  });

  test('back after forward is where one was', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const { state } = run(small, all);
        if (!stopsIn(small, state.draft).some((stop) => isSameStop(stop, state.at))) return;
        const step = (from: typeof state, to: 'back' | 'forward') =>
          (decide(small, from, { do: to }).events ?? []).reduce(applied, from);
        const on = step(state, 'forward');
        expect(on.at.at === 'review' ? on.at : step(on, 'back').at).toEqual(
          on.at.at === 'review' ? on.at : state.at,
        );
      }),
    );
  });
});

test('the time that is used leaves out long pauses and what lies between two sittings', () => {
  const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
  const entries: { readonly event: 'opened' | 'answer' | 'resumed'; readonly time: string }[] = [];
  const add = (event: 'opened' | 'answer' | 'resumed', time: string) =>
    entries.push({ event, time: `2026-11-23T${time}:00Z` });
  const minutes = stopwatch(entries);
  add('opened', '10:00');
  add('answer', '10:02');
  expect(minutes(at('10:05'))).toBe(5);
  add('answer', '10:40');
  expect(minutes(at('10:41'))).toBe(3);
  add('resumed', '10:50');
  expect(minutes(at('10:51'))).toBe(3);
  expect(minutes(at('10:52'))).toBe(4);
});

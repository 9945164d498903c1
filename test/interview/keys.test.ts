import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding } from '../../src/finding/finding.js';
import { actionOf } from '../../src/interview/keys/action-of.js';
import { keyPressOf } from '../../src/interview/keys/key-press.js';
import { contexts, keyTable } from '../../src/interview/keys/table.js';
import { interviewOf } from '../../src/interview/session/interview.js';
import { questionnaireOf } from '../response/fixture.js';
import { definition } from './fixture.js';
import { onScreen } from './on-screen.js';

const questionnaire = questionnaireOf(definition);
const interview = interviewOf(questionnaire, 'interview');
const workshop = interviewOf(questionnaire, 'workshop');
/** Behind the first screen, which says who sees the answers. */
const begun = (around = {}) => onScreen(interview, around).press('enter');
const room = { do: 'room', count: 6, roles: [] } as const;
const inRoom = (around = {}) => onScreen(workshop, { said: [room], ...around });

describe('an answer that is chosen', () => {
  test('a digit chooses, another one changes one’s mind, and only Enter confirms', () => {
    const screen = begun().press('3', '4');
    expect(screen.answers()).toEqual({});
    expect(screen.press('enter').answers()).toEqual({ owner: { value: 4 } });
    expect(screen.view()).toMatchObject({ at: 'choose', question: 'tools' });
  });

  test('a digit that is no level is refused, and the choice stays', () => {
    const screen = begun().press('3', '7');
    expect(screen.notice()).toBe('There is no 7 here: 1 to 4.');
    expect(screen.press('enter').answers()).toEqual({ owner: { value: 3 } });
  });

  test('arrows choose too', () => {
    expect(begun().press('down', 'down', 'down', 'up', 'enter').answers()).toEqual({ owner: { value: 2 } });
  });

  test('Enter without a choice says what to do', () => {
    const screen = begun().press('enter');
    expect(screen.notice()).toContain('s skips');
    expect(screen.view()).toMatchObject({ question: 'owner' });
  });

  test('several are ticked by digits and the space bar; one that stands alone unticks the others', () => {
    const screen = begun().press('2', 'enter', '1', 'down', 'space');
    expect(screen.view()).toMatchObject({ ticked: ['a', 'b'] });
    expect(screen.press('3').view()).toMatchObject({ ticked: ['none'] });
    expect(screen.press('2', 'enter').answers().tools).toEqual({ value: ['b'] });
  });

  test('don’t know is an answer, and Delete takes an answer back', () => {
    const screen = begun().press('d', 'left');
    expect(screen.answers()).toEqual({ owner: { non_answer: 'dont_know' } });
    expect(screen.press('delete').answers()).toEqual({});
  });

  test('a key that would leave a choice unconfirmed says so once', () => {
    const screen = begun().press('3', 'right');
    expect(screen.notice()).toContain('not confirmed');
    expect(screen.view()).toMatchObject({ question: 'owner', focus: 2 });
    expect(screen.press('right').view()).toMatchObject({ question: 'share' });
    expect(screen.answers()).toEqual({});
  });
});

describe('back is one key', () => {
  test.each(['left', 'ctrl+b', 'pageup', 'shift+tab'])('%s', (key) => {
    expect(begun().press('2', 'enter', key).view()).toMatchObject({
      at: 'choose',
      question: 'owner',
      focus: 1,
    });
  });
});

describe('an answer that is typed', () => {
  const atShare = () => begun().press('1', 'enter');

  test('letters are text, digits too, and Enter confirms', () => {
    expect(atShare().type('12.5').press('enter').answers().share).toEqual({ value: 12.5 });
  });

  test('what is no answer stays to be corrected', () => {
    const screen = atShare().type('many').press('enter');
    expect(screen.notice()).toContain('"many"');
    expect(screen.view()).toMatchObject({ at: 'type', edit: { text: 'many' } });
    expect(screen.press('ctrl+u').type('7').press('enter').answers().share).toEqual({ value: 7 });
  });

  test('a note leaves what is typed where it was', () => {
    const screen = atShare().type('12').press('ctrl+n').type('a guess').press('ctrl+s');
    expect(screen.view()).toMatchObject({ at: 'type', edit: { text: '12' } });
    expect(screen.answers().share).toEqual({ note: 'a guess' });
  });

  test('a pasted number loses its line end, and confirms nothing', () => {
    const screen = atShare().paste('40\r\n');
    expect(screen.view()).toMatchObject({ at: 'type', edit: { text: '40' } });
    expect(screen.answers().share).toBeUndefined();
  });
});

describe('a note', () => {
  test('a text of several lines that is pasted arrives whole, and no character of it is a command', () => {
    const text = 'q\nd\r\n\r\n3\rnext';
    const screen = begun().press('n').paste(text).press('ctrl+s');
    expect(screen.answers()).toEqual({ owner: { note: 'q\nd\n\n3\nnext' } });
    expect(screen.end()).toBeUndefined();
  });

  test('pasted where nothing is written, a text does nothing', () => {
    const screen = begun().paste('3\n4\nq');
    expect(screen.answers()).toEqual({});
    expect(screen.view()).toMatchObject({ at: 'choose', focus: undefined });
    expect(screen.notice()).toContain('n opens a note');
  });

  test('Enter begins a line, and wide characters are deleted whole', () => {
    const screen = begun()
      .press('n')
      .type('日本👩‍👩‍👧')
      .press('backspace', 'enter')
      .type('b')
      .press('ctrl+s');
    expect(screen.answers().owner).toEqual({ note: '日本\nb' });
  });

  test('what was changed is thrown away by pressing twice', () => {
    const screen = begun().press('n').type('x').press('ctrl+x');
    expect(screen.view()).toMatchObject({ at: 'write', edit: { text: 'x' } });
    expect(screen.press('ctrl+x').view()).toMatchObject({ at: 'choose' });
    expect(screen.answers()).toEqual({});
  });

  test('controls that come with a paste are left out', () => {
    expect(begun().press('n').paste('a\u001b[2Jb\u0007').press('ctrl+s').answers().owner).toEqual({
      note: 'a[2Jb',
    });
  });
});

describe('what accompanies an answer', () => {
  test('target, confidence, barriers, and best practice with whether it is shared and whom to ask', () => {
    const screen = begun()
      .press('t', '4', 'enter', 'c', '3', 'enter', 'b', '2', '1', 'enter', 'p')
      .type('Ask early')
      .press('ctrl+s', '1', 'enter')
      .type('Ann')
      .press('ctrl+s');
    expect(screen.answers().owner).toEqual({
      target: 4,
      confidence: 'high',
      barriers: ['skills', 'legacy'],
      best_practice: 'Ask early',
      share: 'yes',
      contact: 'Ann',
    });
    expect(screen.view()).toMatchObject({ at: 'choose', question: 'owner' });
  });

  test('a question that does not ask for it says so', () => {
    expect(begun().press('2', 'enter', 't').notice()).toContain('does not ask for a target');
  });
});

describe('what was said last time', () => {
  const earlier = { owner: { wave: '2025', response: 'r-0', answer: { value: 2 } } };

  test('is put forward by its key, and confirmed by Enter alone', () => {
    const screen = begun({ earlier });
    expect(screen.press('enter').answers()).toEqual({});
    expect(screen.press('l').answers()).toEqual({});
    expect(screen.press('enter').answers()).toEqual({ owner: { value: 2 } });
  });

  test('is hidden from a room until it has voted', () => {
    const screen = inRoom({ earlier });
    expect(screen.text()).not.toContain('Last time');
    expect(screen.press('ctrl+l').notice()).toContain('once the room has voted');
    expect(screen.type('2 2').press('enter').text()).toContain('Last time (2025): 2 Emerging');
  });
});

describe('a room', () => {
  test('says who is here before the first question', () => {
    const screen = onScreen(workshop)
      .press('enter')
      .type('8')
      .press('enter')
      .type('manager, member')
      .press('enter');
    expect(screen.conversation.state().draft.room).toEqual({ count: 8, roles: ['manager', 'member'] });
    expect(screen.view()).toMatchObject({ at: 'tally', question: 'owner' });
  });

  test('votes first; a level is proposed, and chosen by nobody but the room', () => {
    const screen = inRoom().type('2x2 3x3 4').press('enter');
    expect(screen.answers().owner).toEqual({ votes: [2, 2, 3, 3, 3, 4] });
    expect(screen.view()).toMatchObject({ at: 'choose', focus: undefined });
    screen.press('enter');
    expect(screen.answers().owner?.value).toBeUndefined();
    expect(screen.press('a', 'enter').answers().owner?.value).toBe(3);
  });

  test('votes two levels apart offer a note of dissent before the next question', () => {
    const screen = inRoom().type('2 2 2 2 2 4').press('enter', '2', 'enter');
    expect(screen.view()).toMatchObject({ at: 'write', key: 'dissent' });
    screen.type('IT says 4').press('ctrl+s');
    expect(screen.answers().owner).toEqual({ votes: [2, 2, 2, 2, 2, 4], value: 2, dissent: 'IT says 4' });
    expect(screen.view()).toMatchObject({ question: 'tools' });
  });

  test('a room that says two and a half is shown the lower level', () => {
    const screen = inRoom().type('2 2 2 3 3 3').press('enter');
    expect(screen.text()).toContain('The room says 2.5');
    expect(screen.press('a').view()).toMatchObject({ focus: 1 });
  });

  test('other numbers than people are told of', () => {
    expect(inRoom().type('2 3').press('enter').notice()).toContain('2 votes, and 6 are here');
  });

  test('what is no vote is told in the words of the room', () => {
    expect(inRoom().type('1 2 4 4 9').press('enter').notice()).toBe(
      '"9" is no vote here: 1 to 4, or d for don\'t know',
    );
  });

  test('a vote may be left out', () => {
    const screen = inRoom().press('enter', '3', 'enter');
    expect(screen.answers()).toEqual({ owner: { value: 3 } });
  });

  test('someone joins between two questions', () => {
    const screen = inRoom().press('enter', 'w', 'backspace').type('7').press('enter', 'enter');
    expect(screen.conversation.state().draft.room?.count).toBe(7);
    expect(screen.view()).toMatchObject({ at: 'choose', question: 'owner' });
  });
});

describe('elsewhere', () => {
  test('a search leads to a question by its words or its number', () => {
    expect(begun().press('g').type('IS OPEN').press('enter').view()).toMatchObject({ question: 'open' });
    expect(begun().press('g').type('2').press('enter').view()).toMatchObject({ question: 'share' });
  });

  test('a search that is left leaves everything as it was', () => {
    expect(begun().press('3', 'g', 'g', 'ctrl+b').view()).toMatchObject({ at: 'choose', focus: 2 });
  });

  test('a summary leads to its questions, and back to where it was called from', () => {
    expect(begun().press('u', 'down', 'enter').view()).toMatchObject({ question: 'share' });
    expect(begun().press('3', 'u', 'left').view()).toMatchObject({
      at: 'choose',
      question: 'owner',
      focus: 2,
    });
  });

  test('the response is written after a yes, and not by pressing Enter too often', () => {
    const said = [{ do: 'profile', field: 'organisation', written: 'North' } as const];
    const screen = begun({ said }).press('g').type('is it open').press('enter', '0', 'enter');
    screen.press('g').type('review').press('enter', 'enter', 'enter');
    expect(screen.end()).toBeUndefined();
    expect(screen.press('y').end()).toBe('finished');
  });

  test('what is required and open is told where the response would be written', () => {
    const screen = begun().press('g').type('review').press('enter', 'enter', 'y');
    expect(screen.end()).toBeUndefined();
    expect(screen.notice()).toContain('`organisation`');
  });

  test('answers that have no place any more are told before the first question', () => {
    const setAside = [
      { question: 'old', answer: { value: 3 }, because: 'gone' },
      { question: 'owner', answer: { value: 2, note: 'so' }, because: 'changed' },
    ] as const;
    const screen = onScreen(interview, { setAside });
    expect(screen.text()).toContain('- old: 3; the questionnaire has no such question any more');
    expect(screen.text()).toContain(
      '- owner: Emerging; the question says something else now, and is asked again',
    );
    expect(screen.press('enter').view()).toMatchObject({ at: 'choose', question: 'owner' });
  });

  test('scores that are not to be shown are not', () => {
    expect(begun().press('u').text()).not.toContain('So far');
    const figure = { title: 'Data', score: undefined, band: undefined, low: 1, high: 4 };
    expect(begun({ figure }).press('u').text()).toContain('So far: not enough answers for a score');
  });

  test('an answer that is hidden again is named, and kept', () => {
    const screen = begun().press('3', 'enter', '1', 'enter', 'shift+tab', 'left', '1', 'enter');
    expect(screen.view()).toMatchObject({ question: 'share' });
    expect(screen.press('ctrl+t').text()).toContain('1 answer counts as not asked');
    expect(screen.answers().tools).toEqual({ value: ['a'] });
  });

  test('q leaves', () => {
    expect(begun().press('q').end()).toBe('left');
  });

  test('an answer that the disk did not take is told, and can be given again', () => {
    let isFull = true;
    const record = () =>
      isFull
        ? finding('journal-not-written', { file: 'a.jsonl' }, { reason: 'the disk is full', isMove: false })
        : undefined;
    const screen = begun({ record }).press('3', 'enter');
    expect(screen.notice()).toContain('the disk is full');
    expect(screen.view()).toMatchObject({ question: 'owner', focus: 2 });
    isFull = false;
    expect(screen.press('enter').answers()).toEqual({ owner: { value: 3 } });
  });
});

describe('the table of keys', () => {
  test.each(contexts)('no key has two meanings: %s', (context) => {
    const keys = keyTable.flatMap((row) => row.keys[context] ?? []);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('nothing is bound to Esc alone', () => {
    for (const { keys } of keyTable) {
      for (const names of Object.values(keys)) expect(names).not.toEqual(['esc']);
    }
  });

  test('readline’s keys have the table’s names', () => {
    expect(keyPressOf({ name: 'return', sequence: '\r' })).toEqual({ kind: 'key', name: 'enter' });
    expect(keyPressOf({ sequence: '?' })).toEqual({ kind: 'key', name: '?', text: '?' });
    expect(keyPressOf({ name: 'tab', sequence: '\u001b[Z', shift: true })).toEqual({
      kind: 'key',
      name: 'shift+tab',
    });
    expect(keyPressOf({ name: 'b', sequence: '\u0002', ctrl: true })).toEqual({
      kind: 'key',
      name: 'ctrl+b',
    });
    expect(keyPressOf({ name: 'space', sequence: ' ' })).toEqual({ kind: 'key', name: 'space', text: ' ' });
    expect(keyPressOf({ name: 'a', sequence: 'A', shift: true })).toEqual({
      kind: 'key',
      name: 'A',
      text: 'A',
    });
    expect(actionOf('choose', 'shift+tab')).toBe('back');
  });
});

const names = [...new Set(keyTable.flatMap(({ keys }) => Object.values(keys).flat()))].filter(
  (name) => name !== '0-9' && name !== 'text',
);
const key = fc.oneof(
  fc.constantFrom(...names, '0', '1', '2', '3', '4', '9').map((name) => ({ press: name })),
  fc
    .constantFrom('2x2 3', '40', '2026-11-23', 'words 日本', '\u001b[31m\nq\n')
    .map((text) => ({ paste: text })),
);

test('whatever is pressed, the screen has its size, and nothing in it steers the terminal', () => {
  const control = /\p{Cc}/u;
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 40 }),
      fc.constantFrom({ columns: 60, rows: 12 }, { columns: 80, rows: 24 }, { columns: 20, rows: 5 }),
      fc.boolean(),
      (keys, size, isWorkshop) => {
        const screen = onScreen(isWorkshop ? workshop : interview, { size });
        for (const each of keys) {
          if ('press' in each) screen.press(each.press);
          else screen.paste(each.paste);
          const { lines, cursor } = screen.screen();
          expect(lines).toHaveLength(size.rows);
          expect(lines.flat().filter(({ text }) => control.test(text))).toEqual([]);
          if (cursor !== undefined) {
            expect(cursor.row).toBeLessThan(size.rows - 1);
            expect(cursor.column).toBeLessThan(size.columns);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

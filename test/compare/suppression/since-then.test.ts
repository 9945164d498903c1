import { expect, test } from 'vitest';
import { sinceThen } from '../../../src/compare/suppression/earlier/since-then.js';
import type { RowNow } from '../../../src/compare/suppression/earlier/told-again.js';
import type { ToldRow } from '../../../src/compare/suppression/earlier/told-row.js';

/** Units by a slash: `North/A` lies in `North`; `(all)` is of all there are. */
function placeOf(name: string): ToldRow['whose'] {
  const path = name === '(all)' ? [] : name.split('/');
  return { level: ['(all)', 'organisation', 'department'][path.length] ?? '', path, wave: '' };
}

/** A score that was told, as `North 8 → 9`: of how many responses then, and of how many now; one that is another as `North 8 ≠ 8`. */
function told(text: string, document = 'first.json'): ToldRow {
  const [name = '', before, sign, now] = text.split(' ');
  const came = Number(now) - Number(before);
  return {
    document,
    kind: 'scores',
    whose: placeOf(name),
    about: ['data'],
    before: Number(before),
    now: Number(now),
    isShown: true,
    isSame: sign === '→' && came === 0,
    people: Math.max(1, came),
  };
}

const isFew = (people: number) => people > 0 && people < 5;

/** What may be told of rows: `known` as it was told, `told` anew, or `closed`. */
function stateOf(rows: readonly ToldRow[], ...now: readonly string[]): Readonly<Record<string, string>> {
  const places = now.map((name): RowNow => ({ place: placeOf(name), inOneWay: ['scored', 'alike'] }));
  const { isGiven, isClosed } = sinceThen(rows, places, isFew);
  return Object.fromEntries(
    now.map((name) => {
      const figure = { kind: 'scores', whose: placeOf(name), about: ['data'] } as const;
      return [name, isGiven(figure) ? 'known' : isClosed(figure) ? 'closed' : 'told'];
    }),
  );
}

test.each([
  [
    'what is the same is known, and leaves all in it to be told',
    ['North 8 → 8'],
    { North: 'known', 'North/A': 'told' },
  ],
  ['one who came closes a row and all in it', ['North 8 → 9'], { North: 'closed', 'North/A': 'closed' }],
  ['so does one who left', ['North 8 → 7'], { North: 'closed', 'North/A': 'closed' }],
  ['so does another answer', ['North 8 ≠ 8'], { North: 'closed', 'North/A': 'closed' }],
  [
    'where five came the outermost is told again, and nothing in it',
    ['North 8 → 13'],
    { North: 'told', 'North/A': 'closed' },
  ],
  [
    'but for those in it to each of which five came',
    ['North 16 → 26', 'North/A 8 → 13', 'North/B 8 → 13'],
    { North: 'told', 'North/A': 'told', 'North/B': 'told' },
  ],
  [
    'one of them to which few came closes all that are in it',
    ['North 16 → 22', 'North/A 8 → 13', 'North/B 8 → 9'],
    { North: 'told', 'North/A': 'closed', 'North/B': 'closed' },
  ],
  [
    'a row apart is none of its business',
    ['North 8 → 9', 'South 8 → 8'],
    { North: 'closed', South: 'known', 'South/A': 'told' },
  ],
  [
    'unless a row is of both',
    ['(all) 16 → 17', 'North 8 → 9', 'South 8 → 8'],
    { '(all)': 'closed', North: 'closed', South: 'known', 'South/A': 'closed' },
  ],
  [
    'departments of which alone was told are apart',
    ['North/A 8 → 9', 'North/B 8 → 8'],
    { 'North/A': 'closed', 'North/B': 'known' },
  ],
])('%s', (_, rows, is) => {
  expect(
    stateOf(
      rows.map((row) => told(row)),
      ...Object.keys(is),
    ),
  ).toEqual(is);
});

test('each document is looked at by itself: what the last told is known, and what any closes is closed', () => {
  const rows = [told('North 8 → 9'), told('North 9 → 9', 'second.json')];
  expect(stateOf(rows, 'North', 'North/A')).toEqual({ North: 'known', 'North/A': 'closed' });
});

test('roles and changes are not told again, however many came', () => {
  const { isClosed } = sinceThen(
    [told('North 8 → 13')],
    [{ place: placeOf('North'), inOneWay: ['scored', 'alike'] }],
    isFew,
  );
  expect(isClosed({ kind: 'ratings', whose: placeOf('North') })).toBe(false);
  expect(isClosed({ kind: 'roles', whose: placeOf('North') })).toBe(true);
  expect(isClosed({ kind: 'change', whose: placeOf('North') })).toBe(true);
});

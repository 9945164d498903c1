import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { witnessRuns } from '../../support/witness-runs.js';
import { questionnaire, roles } from './support.js';

/*
 * Goes through all answers that people can have given, and looks at those that tables leave possible. Written apart from the program,
 * and exact: in whole people.
 */

const levels = [1, 2, 3, 4];
const titles = ['One', 'Two', 'Three', 'Four'];
/** A tenth of the possible range. */
const limit = 0.3;

/** How often each level was chosen. */
type Counts = readonly number[];
type Row = Readonly<Record<string, string | number | null>>;

const settings = fc.record({
  minGroup: fc.integer({ min: 2, max: 5 }),
  tables: fc.constantFrom<readonly string[]>(
    ['agreement'],
    ['agreement', 'talk'],
    ['agreement', 'talk', 'roles'],
  ),
  // Most people say much the same.
  responses: fc.integer({ min: 1, max: 4 }).chain((usual) =>
    fc.array(
      fc.record({
        department: fc.constantFrom('A', 'A', 'B', 'C'),
        role: fc.constantFrom<'x' | 'y'>('x', 'x', 'y'),
        level: fc.oneof(fc.constant(usual), fc.integer({ min: 1, max: 4 })),
      }),
      { minLength: 5, maxLength: 12 },
    ),
  ),
});

type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;

async function tablesOf({ minGroup, tables, responses }: Setting): Promise<(name: string) => readonly Row[]> {
  const lines = responses.map(
    ({ department, role, level }, i) => `r${i},North,${department},${role},${level},${level}`,
  );
  const command = `compare q.yaml r.csv --by organisation,department --format json --tables ${tables.join(',')}`;
  const ran = await milepost(tables.includes('roles') ? `${command} --roles role` : command, {
    files: {
      'q.yaml': questionnaire({ profile: roles, privacy: `privacy: { min_group: ${minGroup} }` }),
      'r.csv': `response_id,organisation,department,role,q1,q2\n${lines.join('\n')}\n`,
    },
  });
  expect(ran.exit, ran.err).toBe(0);
  const made: readonly { readonly name?: string; readonly rows: readonly Row[] }[] = JSON.parse(
    ran.out,
  ).tables;
  return (name) => {
    const at = tables.indexOf(name);
    return at < 0 ? [] : (made[at]?.rows ?? []).filter(({ question }) => question === 'q1');
  };
}

/** Who chose what in a unit, by role. */
interface Split {
  readonly x: Counts;
  readonly y: Counts;
}

const plus = (one: Counts, other: Counts): Counts => one.map((n, i) => n + (other[i] ?? 0));
const sizeOf = (counts: Counts): number => counts.reduce((sum, n) => sum + n, 0);
const meanOf = (counts: Counts): number =>
  counts.reduce((sum, n, i) => sum + n * (levels[i] ?? 0), 0) / sizeOf(counts);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function deviation(counts: Counts): number | null {
  const [n, mean] = [sizeOf(counts), meanOf(counts)];
  if (n < 2) return null;
  const squares = counts.reduce((sum, each, i) => sum + each * ((levels[i] ?? 0) - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1));
}

/** Every way in which so many can choose. */
function waysOf(people: number, from = 0): readonly Counts[] {
  if (from === levels.length - 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, n) =>
    waysOf(people - n, from + 1).map((rest) => [n, ...rest]),
  ).flat();
}

/** Whether a unit can have answered so, by what the tables tell of it alone. */
function isPossible({ x, y }: Split, unit: string | null, told: (name: string) => readonly Row[]): boolean {
  const all = plus(x, y);
  const own = (name: string) => told(name).filter(({ department }) => department === unit);
  const isMean = (counts: Counts, mean: Row[string] | undefined) =>
    typeof mean !== 'number' || Math.abs(meanOf(counts) - mean) < 0.0006;
  return (
    own('agreement').every(
      ({ lowest, highest, sd }) =>
        lowest === null ||
        (levels[all.findIndex((n) => n > 0)] === lowest &&
          levels[all.findLastIndex((n) => n > 0)] === highest &&
          Math.abs(rounded(deviation(all) ?? 0) - Number(sd ?? 0)) < 0.0015),
    ) &&
    own('talk').every(
      ({ ratings }) => ratings === all.flatMap((n, i) => (n === 0 ? [] : [`${n} × ${titles[i]}`])).join('; '),
    ) &&
    own('roles').every((row) => isMean(x, row.mean) && isMean(y, row.other_mean))
  );
}

/** How far apart what each withheld mean can be lies, where that is not far enough. */
function tooClose(setting: Setting, told: (name: string) => readonly Row[]): readonly string[] {
  const names = [...new Set(setting.responses.map(({ department }) => department))];
  const peopleIn = (department: string, role: string) =>
    setting.responses.filter((each) => each.department === department && each.role === role).length;
  const options = names.map((department) =>
    waysOf(peopleIn(department, 'x'))
      .flatMap((x) => waysOf(peopleIn(department, 'y')).map((y): Split => ({ x, y })))
      .filter((split) => isPossible(split, department, told)),
  );
  const none: Split = { x: levels.map(() => 0), y: levels.map(() => 0) };
  const together = (all: readonly (readonly Split[])[]): readonly Split[] =>
    all.reduce<readonly Split[]>(
      (sums, splits) => {
        const found = new Map<string, Split>();
        for (const sum of sums) {
          for (const { x, y } of splits) {
            const both = { x: plus(sum.x, x), y: plus(sum.y, y) };
            found.set(`${both.x} ${both.y}`, both);
          }
        }
        return [...found.values()];
      },
      [none],
    );
  const wholes = new Map<string, boolean>();
  const canBeWhole = (split: Split): boolean => {
    const key = `${split.x} ${split.y}`;
    const known = wholes.get(key) ?? isPossible(split, null, told);
    wholes.set(key, known);
    return known;
  };
  const left = new Map<string | null, readonly Split[]>([
    [null, together(options).filter(canBeWhole)],
    ...names.map((name, i): [string, readonly Split[]] => {
      const others = together(options.filter((_, at) => at !== i));
      const fits = ({ x, y }: Split) =>
        others.some((other) => canBeWhole({ x: plus(x, other.x), y: plus(y, other.y) }));
      return [name, (options[i] ?? []).filter(fits)];
    }),
  ]);
  const close: string[] = [];
  const look = (what: string, unit: string | null, countsOf: (split: Split) => Counts): void => {
    const means = (left.get(unit) ?? []).map((split) => meanOf(countsOf(split)));
    const width = Math.max(...means) - Math.min(...means);
    if (!(width > limit)) close.push(`${what} of ${unit ?? 'all'}: ${Math.min(...means)} and ${width} more`);
  };
  for (const { department, lowest } of told('agreement')) {
    if (lowest === null) look('ratings', name(department), ({ x, y }) => plus(x, y));
  }
  for (const { department, n, other_n: others, mean, other_mean: other } of told('roles')) {
    if (mean === null && n !== 0) look('x', name(department), ({ x }) => x);
    if (other === null && others !== 0) look('y', name(department), ({ y }) => y);
  }
  return close;
}

function name(department: Row[string] | undefined): string | null {
  return typeof department === 'string' ? department : null;
}

const { runs, timeout } = witnessRuns(60);

test('no withheld mean is told by who can have chosen what', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (setting) => {
      expect(tooClose(setting, await tablesOf(setting))).toEqual([]);
    }),
    runs,
  );
});

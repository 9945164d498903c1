import fc from 'fast-check';
import { expect } from 'vitest';
import { milepost } from '../../support/milepost.js';
import { questionnaire } from './support.js';

/** A response in one wave: a number, or a blank, for each question. */
export interface Answered {
  readonly id: string;
  readonly wave: string;
  readonly department: string;
  readonly people: number;
  readonly scores: Scores;
}
type Scores = readonly (number | null)[];

const waves = ['2025', '2026', '2027'];

/** Where somebody is found who has moved. */
const elsewhere = { A: 'B', B: 'C', C: 'A' };

/** The questions of each dimension, by their places; `overall` is the mean of both. */
export const dimensions = { data: [0, 2], culture: [1] };
export const questions: Readonly<Record<string, number>> = { q1: 0, q2: 1, q3: 2 };

/** Responses as they are made up: in some waves or in all. */
function responsesIn(last: number, from: { blanks: boolean; isSure: boolean; most: number }) {
  const score = fc.integer({ min: 1, max: 4 });
  const answer = from.blanks && !from.isSure ? fc.option(score, { freq: 2 }) : score;
  const answers = fc.record({
    // Some have moved by then.
    isElsewhere: fc.constantFrom(false, false, false, false, true),
    people: from.blanks ? fc.constantFrom(1, 1, 1, 1, 2, 5) : fc.integer({ min: 1, max: 6 }),
    scores: fc.tuple(answer, answer, answer),
  });
  const inWave = from.isSure ? answers : fc.option(answers, { freq: 4 });
  return fc.array(
    fc.record({
      department: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
      inWaves: fc.tuple(...waves.slice(0, last).map(() => inWave)),
    }),
    { maxLength: from.most },
  );
}

/**
 * Who answered in which waves, from as many people as before or not, in the same department or another; everybody all questions, or
 * some of them with blanks.
 */
const mixed = fc
  .record({
    blanks: fc.boolean(),
    most: fc.constantFrom(3, 5, 8),
    last: fc.constantFrom(2, 2, 3),
    areMoving: fc.boolean(),
  })
  .chain(({ blanks, most, last, areMoving }) =>
    fc.record({
      blanks: fc.constant(blanks),
      rollup: fc.constantFrom('responses', 'department'),
      minGroup: fc.integer({ min: 2, max: blanks ? 3 : 5 }),
      by: fc.constantFrom('organisation', 'department', 'organisation,department'),
      tables: fc.constantFrom('waves', 'scores,waves'),
      columns: fc.constantFrom('dimensions', 'questions'),
      responses: fc
        .tuple(
          responsesIn(last, { blanks, isSure: true, most: blanks ? 8 : 2 }),
          responsesIn(last, { blanks, isSure: false, most }),
        )
        .map((all) =>
          all.flat().flatMap(({ department: home, inWaves }, i): readonly Answered[] =>
            inWaves.flatMap((each, at) => {
              if (each === null) return [];
              const { isElsewhere, ...said } = each;
              const department = isElsewhere && areMoving ? elsewhere[home] : home;
              return [{ id: `r${i}`, wave: waves[at] ?? '', department, ...said }];
            }),
          ),
        )
        .filter((all) => all.length > 2),
    }),
  );

/** From which department to which, and how many; those who came or left have but one. Few who move are to be hidden among others. */
const ways: readonly (readonly [string, readonly number[]])[] = [
  ['AA', [3, 3, 1]],
  ['BB', [3, 3, 0]],
  ['AB', [1, 1, 3, 0]],
  ['BA', [0, 0, 1]],
  ['A-', [3, 3, 1]],
  ['B-', [0, 3]],
  ['-A', [0, 3]],
  ['-B', [3, 3, 1]],
];

/** One person each, of whom few or enough stayed, moved, left or came. */
const moving = fc.record({
  blanks: fc.constant(false),
  rollup: fc.constantFrom('responses', 'responses', 'responses', 'department'),
  minGroup: fc.integer({ min: 2, max: 3 }),
  by: fc.constantFrom('organisation', 'organisation,department', 'organisation,department'),
  tables: fc.constantFrom('waves', 'scores,waves'),
  columns: fc.constant('dimensions'),
  responses: fc
    .tuple(...ways.map(([, counts]) => fc.constantFrom(...counts)))
    .map((some) =>
      some.flatMap((count, at) =>
        Array.from({ length: count }).flatMap((_, i): readonly Answered[] =>
          [...(ways[at]?.[0] ?? '')].flatMap((department, wave) =>
            department === '-'
              ? []
              : [
                  {
                    id: `r${at}_${i}`,
                    wave: waves[wave] ?? '',
                    department,
                    people: 1,
                    scores: [1 + ((at + i) % 4), 1 + (i % 3), 1 + (wave % 4)],
                  },
                ],
          ),
        ),
      ),
    )
    .filter((all) => all.length > 2),
});

export const settings = fc.oneof({ weight: 3, arbitrary: mixed }, { weight: 1, arbitrary: moving });
export type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;
export type Row = Readonly<Record<string, string | number | null>>;

/** The files of a setting, and what is run on them. */
export function runOf({ rollup, minGroup, by, tables, columns, responses }: Setting) {
  const lines = responses.map(({ id, wave, department, people, scores }) =>
    [id, wave, 'North', department, ...scores, people].join(','),
  );
  const shape = tables === 'waves' ? '' : ` --layout long --columns ${columns}`;
  return {
    command: `compare q.yaml r.csv --format json --by ${by} --tables ${tables}${shape}`,
    files: {
      'q.yaml': questionnaire({
        rollup: `organisation: { of: ${rollup} }`,
        privacy: `privacy: { min_group: ${minGroup}, count: people }`,
      }).replace('questions: [', 'questions: [{ id: q3, text: Are there data?, scale: maturity }, '),
      'r.csv': `response_id,wave,organisation,department,q1,q2,q3,participants\n${lines.join('\n')}\n`,
    },
  };
}

/** The rows of what was written as JSON, by table. */
export function rowsIn(json: string, { tables }: Pick<Setting, 'tables'>) {
  const made: readonly { readonly name: string; readonly rows: readonly Row[] }[] = JSON.parse(json).tables;
  return new Map(tables.split(',').map((name, at) => [name, made[at]?.rows ?? []]));
}

export async function tablesOf(setting: Setting) {
  const { command, files } = runOf(setting);
  const ran = await milepost(command, { files });
  expect(ran.exit, ran.err).toBe(0);
  return rowsIn(ran.out, setting);
}

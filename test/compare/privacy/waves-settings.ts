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

/** The questions of each dimension, by their places; `overall` is the mean of both. */
export const dimensions = { data: [0, 2], culture: [1] };
export const questions: Readonly<Record<string, number>> = { q1: 0, q2: 1, q3: 2 };

/** Responses as they are made up: in some waves or in all. */
function responsesIn(last: number, from: { blanks: boolean; isSure: boolean; most: number }) {
  const score = fc.integer({ min: 1, max: 4 });
  const answer = from.blanks && !from.isSure ? fc.option(score, { freq: 2 }) : score;
  const answers = fc.record({
    people: from.blanks ? fc.constantFrom(1, 1, 1, 1, 2, 5) : fc.integer({ min: 1, max: 6 }),
    scores: fc.tuple(answer, answer, answer),
  });
  const inWave = from.isSure ? answers : fc.option(answers, { freq: 4 });
  return fc.array(
    fc.record({
      department: fc.constantFrom('A', 'B', 'C'),
      inWaves: fc.tuple(...waves.slice(0, last).map(() => inWave)),
    }),
    { maxLength: from.most },
  );
}

/** Who answered in which waves, from as many people as before or not; everybody all questions, or some of them with blanks. */
export const settings = fc
  .record({ blanks: fc.boolean(), most: fc.constantFrom(3, 5, 8), last: fc.constantFrom(2, 2, 3) })
  .chain(({ blanks, most, last }) =>
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
          all
            .flat()
            .flatMap(({ department, inWaves }, i): readonly Answered[] =>
              inWaves.flatMap((said, at) =>
                said === null ? [] : [{ id: `r${i}`, wave: waves[at] ?? '', department, ...said }],
              ),
            ),
        )
        .filter((all) => all.length > 2),
    }),
  );
export type Setting = typeof settings extends fc.Arbitrary<infer T> ? T : never;
export type Row = Readonly<Record<string, string | number | null>>;

export async function tablesOf({ rollup, minGroup, by, tables, columns, responses }: Setting) {
  const lines = responses.map(({ id, wave, department, people, scores }) =>
    [id, wave, 'North', department, ...scores, people].join(','),
  );
  const shape = tables === 'waves' ? '' : `--layout long --columns ${columns}`;
  const ran = await milepost(
    `compare q.yaml r.csv --format json --by ${by} --tables ${tables} ${shape}`.trim(),
    {
      files: {
        'q.yaml': questionnaire({
          rollup: `organisation: { of: ${rollup} }`,
          privacy: `privacy: { min_group: ${minGroup}, count: people }`,
        }).replace('questions: [', 'questions: [{ id: q3, text: Are there data?, scale: maturity }, '),
        'r.csv': `response_id,wave,organisation,department,q1,q2,q3,participants\n${lines.join('\n')}\n`,
      },
    },
  );
  expect(ran.exit, ran.err).toBe(0);
  const made: readonly { readonly name: string; readonly rows: readonly Row[] }[] = JSON.parse(
    ran.out,
  ).tables;
  return new Map(tables.split(',').map((name, at) => [name, made[at]?.rows ?? []]));
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { comparedYaml, writeWaves } from './support/data.mjs';
import {
  duration,
  figures,
  inTurns,
  megabytes,
  milepost,
  program,
  ratioOf,
  thousands,
  times,
} from './support/timing.mjs';

const shape = { organisations: 33, departments: 20, responses: 30, waves: 3 };
/** The same people in one wave: one more than any department has are asked for, and none of them may be told. */
const small = { ...shape, waves: 1 };
const agreement = 'scores,agreement,alpha,talk';

/**
 * Departments and organisations in three waves, against reading the file: scores with agreement and an audit that finds nobody
 * in small groups, scores with an audit that has to withhold some, and what changes are made of. And all measures of one wave, with nearly
 * all departments small, against the same where none is.
 */
export async function run({ folder }) {
  const questionnaire = join(folder, 'compare.yaml');
  const responses = join(folder, 'compare.csv');
  const uneven = join(folder, 'uneven.csv');
  await writeFile(questionnaire, comparedYaml);
  const rows = await writeWaves(responses, shape);
  await writeWaves(uneven, { ...shape, few: 3 });
  const one = join(folder, 'one-wave.csv');
  await writeWaves(one, small);
  const compare = (file, tables, ...options) => [
    milepost,
    'compare',
    questionnaire,
    file,
    ...['--by', 'organisation,department', '--tables', tables, ...options],
    ...['-o', join(folder, 'compared-{table}.csv')],
  ];
  const found = inTurns(
    {
      audited: compare(responses, agreement, '--min-group', '5'),
      plain: compare(responses, agreement),
      withheld: compare(uneven, 'scores', '--min-group', '5'),
      waves: compare(responses, 'waves'),
      large: compare(one, 'scores', '--layout', 'long', '--min-group', '5'),
      small: compare(one, 'scores', '--layout', 'long', '--min-group', String(small.responses + 1)),
      csv: [program('parse-csv.mjs'), responses],
    },
    { runs: 3, usage: true },
  );
  const csv = figures(found.csv);
  const lines = (what, runs, goals = { time: '–', peak: '–' }) => {
    const { time, peak, processor } = figures(runs);
    return [
      {
        what: `${what} of ${thousands(rows)} × 40 ÷ csv-parse alone`,
        found: times(ratioOf(runs, found.csv)),
        goal: goals.time,
        from: `${duration(time)}, ${duration(csv.time)}; on the processor ${duration(processor)}, ${duration(csv.processor)}`,
      },
      {
        what: 'peak memory of it',
        found: megabytes(peak),
        goal: goals.peak,
        from: `csv-parse alone ${megabytes(csv.peak)} (the most of the runs)`,
      },
    ];
  };
  return [
    ...lines('compare with agreement and audit', found.audited, { time: '≤ 6×', peak: '≤ 400 MB' }),
    ...lines('the same without an audit', found.plain),
    ...lines('scores with 99 small departments withheld', found.withheld),
    ...lines('compare of waves', found.waves),
    {
      what: `all measures with ${small.organisations * small.departments} small departments ÷ with none`,
      found: times(ratioOf(found.small, found.large)),
      goal: '≤ 3×',
      from: `${duration(figures(found.small).time)}, ${duration(figures(found.large).time)}`,
    },
  ];
}

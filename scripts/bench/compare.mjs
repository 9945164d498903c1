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
const agreement = 'scores,agreement,alpha,talk';

/**
 * Departments and organisations in three waves, against reading the file: scores with agreement and an audit that finds nobody
 * in small groups, scores with an audit that has to withhold some, and what changes are made of.
 */
export async function run({ folder }) {
  const questionnaire = join(folder, 'compare.yaml');
  const responses = join(folder, 'compare.csv');
  const uneven = join(folder, 'uneven.csv');
  await writeFile(questionnaire, comparedYaml);
  const rows = await writeWaves(responses, shape);
  await writeWaves(uneven, { ...shape, few: 3 });
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
  ];
}

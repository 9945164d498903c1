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
const tables = {
  agreement: 'scores,agreement,alpha,talk',
  waves: 'waves',
};

/** Departments and organisations in three waves with agreement, and what their changes are made of, against reading the file. */
export async function run({ folder }) {
  const questionnaire = join(folder, 'compare.yaml');
  const responses = join(folder, 'compare.csv');
  await writeFile(questionnaire, comparedYaml);
  const rows = await writeWaves(responses, shape);
  const compare = (chosen, levels) => [
    milepost,
    'compare',
    questionnaire,
    responses,
    '--by',
    levels,
    '--tables',
    chosen,
    '-o',
    join(folder, 'compared-{table}.csv'),
  ];
  const found = inTurns(
    {
      agreement: compare(tables.agreement, 'organisation,department'),
      waves: compare(tables.waves, 'organisation,department'),
      csv: [program('parse-csv.mjs'), responses],
    },
    { runs: 3, usage: true },
  );
  const csv = figures(found.csv);
  const line = (what, runs, goal) => {
    const { time, peak } = figures(runs);
    return {
      what: `${what} of ${thousands(rows)} × 40 ÷ csv-parse alone`,
      found: times(ratioOf(runs, found.csv)),
      goal,
      from: `${duration(time)} and ${megabytes(peak)}, ${duration(csv.time)}`,
    };
  };
  return [
    line('compare with agreement', found.agreement, '≤ 6×'),
    {
      what: 'peak memory of it',
      found: megabytes(figures(found.agreement).peak),
      goal: '≤ 400 MB',
      from: `csv-parse alone ${megabytes(csv.peak)} (the most of the runs)`,
    },
    line('compare of waves', found.waves, '–'),
  ];
}

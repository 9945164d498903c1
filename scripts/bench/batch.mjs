import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { meansYaml, writeResponses } from './support/data.mjs';
import { compare, duration, megabytes, milepost, program, thousands, times } from './support/timing.mjs';

/** Scores from a file of returned answers, against reading the file. */
export async function run({ folder, rows }) {
  const questionnaire = join(folder, 'batch.yaml');
  const responses = join(folder, 'responses.csv');
  await writeFile(questionnaire, meansYaml);
  await writeResponses(responses, rows);
  const { a, b, ratio } = compare(
    [milepost, 'score', questionnaire, responses, '-o', join(folder, 'scores.csv')],
    [program('parse-csv.mjs'), responses],
    { runs: 3, warmUps: 0, usage: true },
  );
  return [
    {
      what: `score of ${thousands(rows)} × 40 ÷ csv-parse alone`,
      found: times(ratio),
      goal: '≤ 2.2×',
      from: `${duration(a.time)}, ${duration(b.time)}; on the processor ${duration(a.processor)}, ${duration(b.processor)}`,
    },
    {
      what: 'peak memory of it',
      found: megabytes(a.peak),
      goal: '≤ 250 MB',
      from: `csv-parse alone ${megabytes(b.peak)} (the most of the runs)`,
    },
  ];
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { meansYaml, writeResponses } from './support/data.mjs';
import { compare, duration, megabytes, milepost, thousands, times } from './support/timing.mjs';

const rows = 100_000;

/** The derivation of one unit's figure, against the table of all units. */
export async function run({ folder }) {
  const questionnaire = join(folder, 'explain.yaml');
  const responses = join(folder, 'explain.csv');
  await writeFile(questionnaire, meansYaml);
  await writeResponses(responses, rows);
  const { a, b, ratio } = compare(
    [
      milepost,
      'explain',
      questionnaire,
      responses,
      '--unit',
      'organisation=Authority 7',
      '--node',
      'overall',
    ],
    [milepost, 'compare', questionnaire, responses, '--by', 'organisation'],
    { runs: 5, usage: true },
  );
  return [
    {
      what: `explain of one unit in ${thousands(rows)} ÷ compare`,
      found: times(ratio),
      goal: '≤ 2×',
      from: `${duration(a.time)} and ${megabytes(a.peak)}, ${duration(b.time)} and ${megabytes(b.peak)}`,
    },
  ];
}

import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportedYaml, writeWaves } from './support/data.mjs';
import { duration, figures, inTurns, megabytes, milepost, thousands } from './support/timing.mjs';

const shape = { organisations: 33, departments: 4, responses: 5, waves: 3, remarks: true };

/** The report of 33 authorities in three waves, and a page for each of them. */
export async function run({ folder }) {
  const questionnaire = join(folder, 'report.yaml');
  const responses = join(folder, 'report.csv');
  const page = join(folder, 'report.html');
  await writeFile(questionnaire, reportedYaml);
  await mkdir(join(folder, 'pages'), { recursive: true });
  const rows = await writeWaves(responses, shape);
  const report = [milepost, 'report', questionnaire, responses];
  const found = inTurns(
    {
      whole: [...report, '-o', page],
      each: [...report, '--each', 'organisation', '-o', join(folder, 'pages', '{unit}.html')],
    },
    { runs: 3, usage: true },
  );
  const [whole, each] = [figures(found.whole), figures(found.each)];
  const { size } = await stat(page);
  return [
    {
      what: `report of ${shape.organisations} authorities, 40 questions, ${shape.waves} waves (${thousands(rows)} responses)`,
      found: duration(whole.time),
      goal: '≤ 3 s',
      from: `on the processor ${duration(whole.processor)}, ${megabytes(whole.peak)}`,
    },
    { what: 'its size', found: `${(size / 1e6).toFixed(2)} MB`, goal: '< 1 MB', from: '' },
    {
      what: `a page for each of ${shape.organisations}`,
      found: duration(each.time),
      goal: '–',
      from: `on the processor ${duration(each.processor)}, ${megabytes(each.peak)}`,
    },
  ];
}

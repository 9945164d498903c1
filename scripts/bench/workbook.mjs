import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { meansYaml, writeWorkbook } from './support/data.mjs';
import { compare, duration, megabytes, milepost, program, thousands, times } from './support/timing.mjs';

const rows = 20_000;

/** Reading a returned workbook, every cell of it checked, against the reading library alone with the same options. */
export async function run({ folder }) {
  const questionnaire = join(folder, 'workbook.yaml');
  const responses = join(folder, 'workbook.xlsx');
  await writeFile(questionnaire, meansYaml);
  await writeWorkbook(responses, rows);
  const { a, b, ratio } = compare(
    [milepost, 'validate', questionnaire, responses],
    [program('read-workbook.mjs'), responses],
    { runs: 5, usage: true },
  );
  return [
    {
      what: `validate of a workbook of ${thousands(rows)} × 40 ÷ SheetJS alone`,
      found: times(ratio),
      goal: '≤ 1.5×',
      from: `${duration(a.time)} and ${megabytes(a.peak)}, ${duration(b.time)} and ${megabytes(b.peak)}`,
    },
  ];
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { meansYaml, writeResponses, writeWorkbook } from './support/data.mjs';
import { compare, duration, megabytes, milepost, program, thousands, times } from './support/timing.mjs';

const lines = 100_000;
const rows = 20_000;

/** Returned files made into responses, every cell of them checked, against reading them with nothing but the library. */
export async function run({ folder }) {
  const questionnaire = join(folder, 'import.yaml');
  const table = join(folder, 'import.csv');
  const workbook = join(folder, 'import.xlsx');
  await writeFile(questionnaire, meansYaml);
  await writeResponses(table, lines);
  await writeWorkbook(workbook, rows);
  const importOf = (file) => [milepost, 'import', questionnaire, file, '-o', join(folder, 'import.jsonl')];
  const options = { runs: 5, usage: true };
  const csv = compare(importOf(table), [program('parse-csv.mjs'), table], options);
  const xlsx = compare(importOf(workbook), [program('read-workbook.mjs'), workbook], options);
  return [
    {
      what: `import of ${thousands(lines)} × 40 from CSV ÷ csv-parse alone`,
      found: times(csv.ratio),
      goal: '≤ 2.2×',
      from: `${duration(csv.a.time)}, ${duration(csv.b.time)}; on the processor ${duration(csv.a.processor)}, ${duration(csv.b.processor)}`,
    },
    {
      what: 'peak memory of it',
      found: megabytes(csv.a.peak),
      goal: '≤ 250 MB',
      from: `csv-parse alone ${megabytes(csv.b.peak)} (the most of the runs)`,
    },
    {
      what: `import of a workbook of ${thousands(rows)} × 40 ÷ SheetJS alone`,
      found: times(xlsx.ratio),
      goal: '≤ 1.5×',
      from: `${duration(xlsx.a.time)} and ${megabytes(xlsx.a.peak)}, ${duration(xlsx.b.time)} and ${megabytes(xlsx.b.peak)}`,
    },
  ];
}

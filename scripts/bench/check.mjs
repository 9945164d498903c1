import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedYaml } from './support/data.mjs';
import { compare, duration, milepost, program, times } from './support/timing.mjs';

/** A check of one file, against parsing it. */
export async function run({ folder }) {
  const file = join(folder, 'checked.yaml');
  await writeFile(file, checkedYaml);
  const { a, b, ratio } = compare([milepost, 'check', file], [program('parse-yaml.mjs'), file], {
    runs: 41,
    warmUps: 3,
  });
  return [
    {
      what: 'check of 50 questions ÷ yaml alone',
      found: times(ratio),
      goal: '≤ 1.25×',
      from: `${duration(a.time)}, ${duration(b.time)}`,
    },
  ];
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compare, duration, megabytes, milepost } from './support/timing.mjs';

/** Nine levels of ten aliases each: a thousand million values in 600 characters. */
const bomb = Array.from({ length: 10 }, (_, i) => {
  const members = Array(10).fill(i === 0 ? 'x' : `*a${i - 1}`);
  return `a${i}: &a${i} [${members.join(', ')}]\n`;
}).join('');

/** How long a file made to be too much is looked at before it is refused: beside a file of one line, in which little is to be done. */
export async function run({ folder }) {
  const check = async (name, text) => {
    const file = join(folder, name);
    await writeFile(file, text);
    return [milepost, 'check', file, '--no-config', '--fail-on', 'never'];
  };
  const { a, b } = compare(await check('bomb.yaml', bomb), await check('line.yaml', 'milepost: 1\n'), {
    runs: 15,
    usage: true,
  });
  return [
    {
      what: 'refusing a bomb of aliases',
      found: duration(Math.max(0, a.time - b.time)),
      goal: '≤ 100 ms',
      from: `${duration(a.time)}, one line ${duration(b.time)}`,
    },
    { what: 'peak memory of that', found: megabytes(a.peak), goal: '≤ 100 MB', from: megabytes(b.peak) },
  ];
}

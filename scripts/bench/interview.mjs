import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled } from './support/bundled.mjs';
import { askedYaml, checkedYaml } from './support/data.mjs';
import {
  duration,
  figures,
  inTurns,
  measure,
  milepost,
  percentile,
  program,
  ratioOf,
  times,
} from './support/timing.mjs';

/** An interview with 500 questions, 200 of them under conditions: how long somebody waits for it. */
export async function run({ folder }) {
  const five = join(folder, 'asked.yaml');
  const fifty = join(folder, 'asked-50.yaml');
  await writeFile(five, askedYaml);
  await writeFile(fifty, checkedYaml);
  return [
    ...(await confirm(five, folder)),
    ready(five, '500 questions', folder),
    ready(fifty, '50 questions', folder),
  ];
}

/** From an answer to it being on disk, and the next question being what is shown. */
async function confirm(file, folder) {
  const journals = join(folder, 'journals');
  await mkdir(journals);
  const { stdout } = measure([await bundled('confirm.mjs', folder), file, journals]);
  const took = JSON.parse(stdout);
  const line = (name) =>
    `${duration(percentile(took[name], 0.5))}, p99 ${duration(percentile(took[name], 0.99))}`;
  return [
    {
      what: `from confirm to flushed, p99 of ${took.confirm.length} answers`,
      found: duration(percentile(took.confirm, 0.99)),
      goal: '≤ 10 ms',
      from: `${line('confirm')}; the move to the next question ${line('move')}; the same line flushed by itself ${line('flush')}`,
    },
  ];
}

let sittings = 0;

/** From the start to the first question, in plain lines, with the interview left at once. */
function ready(file, what, folder) {
  const interview = () => {
    sittings += 1;
    const out = join(folder, `sitting-${sittings}`);
    return [milepost, 'interview', file, '--plain', '--set', 'organisation=Northbridge', '--out', out];
  };
  const runs = inTurns(
    { interview, libraries: [program('parse-to-ask.mjs'), file] },
    { runs: 21, warmUps: 2, input: ':quit\n' },
  );
  return {
    what: `ready to ask, ${what} ÷ its libraries and the YAML alone`,
    found: times(ratioOf(runs.interview, runs.libraries)),
    goal: '≤ 1.5×',
    from: `${duration(figures(runs.interview).time)}, ${duration(figures(runs.libraries).time)}`,
  };
}

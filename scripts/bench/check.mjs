import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedYaml } from './support/data.mjs';
import { others } from './support/others.mjs';
import { duration, figures, inTurns, milepost, program, ratioOf, times } from './support/timing.mjs';

/** A check of one file, against parsing it, and beside the programs that people check YAML with otherwise. */
export async function run({ folder }) {
  const file = join(folder, 'checked.yaml');
  await writeFile(file, checkedYaml);
  const ours = { check: [milepost, 'check', file], yaml: [program('parse-yaml.mjs'), file] };
  const wall = inTurns(ours, { runs: 41, warmUps: 3 });
  const cpu = inTurns(ours, { runs: 21, usage: true });
  const [check, yaml] = [figures(cpu.check).processor, figures(cpu.yaml).processor];
  const { commands, problem } = others(folder);
  const beside = commands === undefined ? undefined : inTurns({ ...ours, ...commands(file) }, { runs: 7 });
  return [
    {
      what: 'check of 50 questions ÷ yaml alone',
      found: times(ratioOf(wall.check, wall.yaml)),
      goal: '≤ 1.25×',
      from: `${duration(figures(wall.check).time)}, ${duration(figures(wall.yaml).time)}`,
    },
    {
      what: 'the same on the processor',
      found: times(check / yaml),
      goal: '',
      from: `${duration(check)}, ${duration(yaml)} (the least of the runs)`,
    },
    ...['ajv-cli', 'spectral'].map((name) => ({
      what: `${name} ÷ check of 50 questions`,
      found: beside === undefined ? 'not measured' : times(ratioOf(beside[name], beside.check)),
      goal: '',
      from: beside === undefined ? problem : duration(figures(beside[name]).time),
    })),
  ];
}

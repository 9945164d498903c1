import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedYaml } from './support/data.mjs';
import { others } from './support/others.mjs';
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

const count = 1000;

/** A check of many files, against parsing them, and beside the programs that people check YAML with otherwise. */
export async function run({ folder }) {
  const many = join(folder, 'many');
  await mkdir(many);
  for (let i = 1; i <= count; i++) {
    const text = checkedYaml.replace('id: bench-check', `id: bench-check-${i}`);
    await writeFile(join(many, `q${String(i).padStart(4, '0')}.yaml`), text);
  }
  const one = join(many, 'q0001.yaml');
  const { commands, problem } = others(folder);
  const runs = inTurns(
    {
      check: [milepost, 'check', many],
      yaml: [program('parse-yaml.mjs'), many],
      one: [milepost, 'check', one],
      yamlOne: [program('parse-yaml.mjs'), one],
    },
    { runs: 5, usage: true },
  );
  const beside =
    commands === undefined
      ? undefined
      : inTurns(
          { check: [milepost, 'check', many], ...commands(join(many, '*.yaml')) },
          // Once: they take minutes, and many times as long.
          { runs: 1, warmUps: 0, usage: true },
        );
  const [check, yaml, start, yamlStart] = [runs.check, runs.yaml, runs.one, runs.yamlOne].map(figures);
  const aSecond = (all, first) => ((count - 1) / (all.processor - first.processor)) * 1000;
  return [
    {
      what: `check of ${thousands(count)} × 50 questions ÷ yaml alone`,
      found: times(ratioOf(runs.check, runs.yaml)),
      goal: '≤ 1.5×',
      from: `${duration(check.time)}, ${duration(yaml.time)}; on the processor ${duration(check.processor)}, ${duration(yaml.processor)}`,
    },
    {
      what: 'files a second of one core, after start-up',
      found: thousands(aSecond(check, start)),
      goal: '≥ 150',
      from: `yaml alone ${thousands(aSecond(yaml, yamlStart))} (by the least time on the processor)`,
    },
    { what: 'peak memory of it', found: megabytes(check.peak), goal: '', from: megabytes(yaml.peak) },
    ...['ajv-cli', 'spectral'].map((name) => ({
      what: `${name} ÷ check of ${thousands(count)} × 50 questions`,
      found: beside === undefined ? 'not measured' : times(ratioOf(beside[name], beside.check)),
      goal: '',
      from: beside === undefined ? problem : besideText(figures(beside[name])),
    })),
  ];
}

function besideText({ time, processor, peak }) {
  return `${duration(time)}, on the processor ${duration(processor)}, ${megabytes(peak)}`;
}

import { measure, megabytes, program, thousands, times } from './support/timing.mjs';

/** The engine alone, on one core: 40 questions in 8 dimensions, with low and high. */
export function run() {
  const { stdout } = measure(['--expose-gc', program('score.mjs')]);
  const { means, expressions, growth } = JSON.parse(stdout);
  return [
    { what: 'responses a second, means', found: thousands(means), goal: '≥ 300,000', from: '' },
    {
      what: 'responses a second, 3 expressions and a staged node',
      found: thousands(expressions),
      goal: '≥ 100,000',
      from: `${times(means / expressions)} the time of means`,
    },
    { what: 'heap growth over 1,000,000 responses', found: megabytes(growth), goal: 'none', from: '' },
  ];
}

/** How often a witness looks and from where in the random numbers, as fast-check takes it; and for how long at most, in milliseconds. */
export interface WitnessRuns {
  readonly runs: { readonly numRuns: number; readonly seed?: number };
  readonly timeout: number;
}

const usualSeed = 78;
const usualTimeout = 240_000;

/**
 * The suite looks at the same settings each time, so that it fails by what was changed and not by chance. `MILEPOST_WITNESS_RUNS` looks
 * at so many, which are others each time unless `MILEPOST_WITNESS_SEED` says where to start.
 */
export function witnessRuns(usual: number): WitnessRuns {
  const asked = wholeNumber('MILEPOST_WITNESS_RUNS');
  const seed = wholeNumber('MILEPOST_WITNESS_SEED') ?? (asked === undefined ? usualSeed : undefined);
  const numRuns = asked ?? usual;
  return {
    runs: { numRuns, ...(seed === undefined ? {} : { seed }) },
    timeout: usualTimeout * Math.max(1, numRuns / usual),
  };
}

function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number)) throw new Error(`${name} is ${text}, and must be a whole number`);
  return number;
}

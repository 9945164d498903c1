import { InvalidArgumentError } from 'commander';

/** What is listed with commas. */
export function commas(value: string): readonly string[] {
  return value.split(',').map((each) => each.trim());
}

/** What may be given more than once. */
export function collect(value: string, before: unknown): string[] {
  return [...(Array.isArray(before) ? before.map(String) : []), value];
}

export function natural(value: string): number {
  // A blank would be 0 as a number, and 0 is no limit to a threshold.
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(value);
}

export function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}

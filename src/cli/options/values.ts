import { InvalidArgumentError, Option } from 'commander';

/** What is listed with commas. */
export function commas(value: string): readonly string[] {
  return value.split(',').map((each) => each.trim());
}

/** What may be given more than once. */
export function collect(value: string, before: unknown): string[] {
  return [...(Array.isArray(before) ? before.map(String) : []), value];
}

/** An option that reads for itself what it is given once more. */
export class RepeatableOption extends Option {}

/** Whether what is given once more comes beside what was given before, and not in its place. */
export function mayRepeat(option: Option): boolean {
  return option.variadic || option.parseArg === collect || option instanceof RepeatableOption;
}

export function natural(value: string): number {
  // A blank would be 0 as a number, and 0 is no limit to a threshold.
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(value);
}

export function positive(value: string): number {
  if (!/^0*[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(value);
}

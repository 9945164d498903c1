import { suggest } from '../../finding/suggest.js';
import { UsageError } from '../usage-error.js';

/** Refuses a word in braces in the name of a file that stands for nothing there; `allowed` says of each that does what for. */
export function checkPlaceholders(output: string, allowed: Readonly<Record<string, string>>): void {
  const known = Object.keys(allowed);
  const stranger = [...output.matchAll(/\{\w*\}/g)]
    .map(([found]) => found)
    .find((each) => !known.includes(each));
  if (stranger === undefined) return;
  const meant = suggest(stranger, known);
  throw new UsageError(
    `-o ${output}: ${stranger} stands for nothing${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    `In the name of a file, ${Object.entries(allowed)
      .map(([placeholder, what]) => `${placeholder} stands for ${what}`)
      .join(', and ')}.`,
  );
}

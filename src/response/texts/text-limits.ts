/** The number of characters as a person counts them: code points, as JSON Schema's `maxLength` does. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A question's pattern as JSON Schema reads it: found anywhere unless it is anchored, Unicode throughout. */
export function patternOf(pattern: string | undefined): RegExp | undefined {
  return pattern === undefined ? undefined : new RegExp(pattern, 'u');
}

/** Stands among broken names for a part whose own name could not be read. */
export const nameless = '';

/**
 * Whether a name may be that of something defined with errors, so that using it is no error of its own: known to be one,
 * or any that nothing has, where a part has lost its name.
 */
export function isBroken(broken: ReadonlySet<string>, name: string): boolean {
  return broken.has(name) || broken.has(nameless);
}

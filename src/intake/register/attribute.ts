import { registerLookUp } from './look-up.js';
import type { Register, RegisterUnit } from './register.js';

/** What a register says of a unit under one heading, the innermost unit first that it says something of. */
export function attributeIn(
  register: Register,
  levels: readonly string[],
  attribute: string,
): (path: readonly string[]) => string | undefined {
  const lookUp = registerLookUp(register);
  const known = new Map<string, string | undefined>();
  const find = (path: readonly string[]): string | undefined => {
    let said: string | undefined;
    let within: RegisterUnit | undefined;
    for (const [depth, level] of levels.entries()) {
      const found = lookUp(level, path[depth] ?? '', within?.id);
      if (found.kind !== 'unit') continue;
      within = found.unit;
      said = within.attributes[attribute] ?? said;
    }
    return said;
  };
  return (path) => {
    const key = path.join('\0');
    if (!known.has(key)) known.set(key, find(path));
    return known.get(key);
  };
}

import { registerLookUp, unitText } from './look-up.js';
import { lineOf, type Register, type RegisterUnit } from './register.js';

/**
 * The names of a unit as they are now, by its names in a response: where it, or one that it belongs to, was merged into
 * another, that one's. Names that the register does not know stay as they are. `levels` are the unit fields, outermost first.
 */
export function successorIn(
  register: Register,
  levels: readonly string[],
): (path: readonly string[]) => readonly string[] {
  const lookUp = registerLookUp(register);
  const known = new Map<string, readonly string[]>();
  const find = (path: readonly string[]): readonly string[] => {
    const names = [...path];
    let within: RegisterUnit | undefined;
    for (const [depth, level] of levels.entries()) {
      const name = names[depth];
      if (name === undefined) break;
      const found = lookUp(level, name, within?.id);
      if (found.kind !== 'unit') continue;
      within = lastOf(register, found.unit);
      if (within === found.unit) continue;
      for (const unit of lineOf(register, within)) {
        const at = levels.indexOf(unit.level);
        if (at >= 0 && at < names.length) names[at] = unitText(lookUp, unit);
      }
    }
    return names;
  };
  return (path) => {
    const key = path.join('\0');
    const found = known.get(key) ?? find(path);
    known.set(key, found);
    return found;
  };
}

/** What a unit has become in the end. */
function lastOf({ byId }: Register, unit: RegisterUnit): RegisterUnit {
  const seen = new Set<RegisterUnit>();
  let last = unit;
  while (last.becomes !== undefined && !seen.has(last)) {
    seen.add(last);
    last = byId.get(last.becomes) ?? last;
  }
  return last;
}

import type { Effect } from './change.js';

/** A step of a semantic version. */
export type Step = 'none' | 'patch' | 'minor' | 'major';

interface Parts {
  readonly numbers: readonly [number, number, number];
  readonly preRelease: readonly string[];
}

const dueFor: Readonly<Record<Effect, Step>> = { breaking: 'major', notable: 'minor', safe: 'patch' };
const steps: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/**
 * The step that changes of an effect ask for: major, minor, patch. A version 0.x promises less, as package managers have
 * it: a breaking change asks for a minor step, any other for a patch.
 */
export function stepDue(effect: Effect | undefined, old: string): Step {
  if (effect === undefined) return 'none';
  const [major] = partsOf(old).numbers;
  return major > 0 ? dueFor[effect] : effect === 'breaking' ? 'minor' : 'patch';
}

/**
 * Whether a new version number is far enough from the old one for a step. Between pre-releases of one version nothing is
 * promised, so that any later one will do.
 */
export function honours(due: Step, old: string, now: string): boolean {
  const order = compareVersions(now, old);
  if (due === 'none') return order >= 0;
  if (order <= 0) return false;
  const [before, after] = [partsOf(old), partsOf(now)];
  if (before.numbers.join() === after.numbers.join()) return true;
  return steps.indexOf(stepTaken(before, after)) >= steps.indexOf(due);
}

function stepTaken({ numbers: old }: Parts, { numbers: now }: Parts): Step {
  const at = old.findIndex((number, i) => number !== now[i]);
  return at === 0 ? 'major' : at === 1 ? 'minor' : at === 2 ? 'patch' : 'none';
}

/** The lowest version that takes a step. */
export function versionAfter(step: Step, old: string): string {
  const [major, minor, patch] = partsOf(old).numbers;
  switch (step) {
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'none':
      return old;
  }
}

/** Negative where the first comes first (semver.org, 11). */
function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (const [i, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.preRelease.length === 0 || b.preRelease.length === 0) {
    return b.preRelease.length - a.preRelease.length;
  }
  for (const [i, part] of a.preRelease.entries()) {
    const twin = b.preRelease[i];
    if (twin === undefined) return 1;
    if (part === twin) continue;
    const [left, right] = [/^\d+$/.test(part), /^\d+$/.test(twin)];
    if (left && right) return Number(part) - Number(twin);
    if (left !== right) return left ? -1 : 1;
    return part < twin ? -1 : 1;
  }
  return a.preRelease.length - b.preRelease.length;
}

function partsOf(version: string): Parts {
  const [core = '', ...rest] = (version.split('+')[0] ?? '').split('-');
  const [major = 0, minor = 0, patch = 0] = core.split('.').map(Number);
  const preRelease = rest.join('-');
  return { numbers: [major, minor, patch], preRelease: preRelease === '' ? [] : preRelease.split('.') };
}

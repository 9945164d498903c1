import { suggest } from '../../finding/suggest.js';
import { nearly } from '../keys/unit-names.js';
import type { Register, RegisterUnit } from './register.js';

/** What a cell that names a unit stands for. */
export type LookedUp =
  | { readonly kind: 'unit'; readonly unit: RegisterUnit }
  /** Several units are called so. */
  | { readonly kind: 'ambiguous'; readonly units: readonly RegisterUnit[] }
  | { readonly kind: 'unknown'; readonly suggestion: string | undefined };

/** Finds the unit of a level that a text names; `within` is the id of the unit that it must belong to. */
export type LookUp = (level: string, text: string, within?: string) => LookedUp;

/**
 * Looks units up by id, then by title, then by alias, each without regard to case, accents, punctuation and spaces, and
 * each giving way to the ones before. Nothing near is taken for a match: it is offered as a suggestion.
 */
export function registerLookUp({ units }: Register): LookUp {
  const levels = byLevel(units);
  return (level, text, within) => {
    const candidates = (levels.get(level) ?? []).filter(
      ({ unit }) => within === undefined || unit.parent === undefined || unit.parent === within,
    );
    const exact = candidates.filter(({ unit }) => unit.id === text.trim());
    const wanted = nearly(text);
    const tiers = [
      exact,
      ...(['id', 'title', 'aliases'] as const).map((tier) =>
        candidates.filter((candidate) => candidate[tier].includes(wanted)),
      ),
    ];
    const found = tiers.find((tier) => tier.length > 0)?.map(({ unit }) => unit) ?? [];
    const [unit] = found;
    if (unit === undefined) {
      const names = candidates.flatMap(({ unit: { id, title, aliases } }) => [title, id, ...aliases]);
      return { kind: 'unknown', suggestion: suggest(text, names) };
    }
    return found.length === 1 ? { kind: 'unit', unit } : { kind: 'ambiguous', units: found };
  };
}

/** The text that a cell says a unit with: its title, or its id where that means another unit too. */
export function unitText(lookUp: LookUp, { id, title, level, parent }: RegisterUnit): string {
  const found = lookUp(level, title, parent);
  return found.kind === 'unit' && found.unit.id === id ? title : id;
}

/** A unit with its names as they are compared. */
interface Named {
  readonly unit: RegisterUnit;
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly aliases: readonly string[];
}

function byLevel(units: readonly RegisterUnit[]): ReadonlyMap<string, readonly Named[]> {
  const levels = new Map<string, Named[]>();
  for (const unit of units) {
    const named = {
      unit,
      id: [nearly(unit.id)],
      title: [nearly(unit.title)],
      aliases: unit.aliases.map(nearly),
    };
    const level = levels.get(unit.level);
    if (level === undefined) levels.set(unit.level, [named]);
    else level.push(named);
  }
  return levels;
}

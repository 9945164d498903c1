import type { ProfileField } from '../../questionnaire/questionnaire.js';
import { type RegisteredUnit, registeredBy } from '../registered-unit.js';

/** Who answered, as far as an attribute may look. */
export interface Described {
  readonly path: readonly string[];
  readonly profile: Readonly<Record<string, string | number>>;
}

/** What tables can be grouped by beside units: a choice of the profile, or a column of the unit register. */
export interface Attribute {
  readonly id: string;
  readonly title: string;
  /** How far in the units stand that the register says it of, from 1; `undefined` where it is for respondents to say. */
  readonly depth: number | undefined;
  /** What it can be, in the questionnaire's order; where it is not said, values come as they are met. */
  readonly order: readonly string[];
  /** Of whoever answered; `undefined` where nothing is said. */
  readonly of: (about: Described) => string | undefined;
}

type Choice = Extract<ProfileField, { type: 'choice' }>;

/** A choice of the profile, by the labels of its options. */
export function profileAttribute(
  { id, title, options }: Choice,
  units: readonly RegisteredUnit[],
): Attribute {
  const labels = new Map(options.map((option) => [option.id, option.label]));
  return {
    id,
    title,
    depth: depthIn(units, id),
    order: options.map(({ label }) => label),
    of: ({ profile }) => {
      const chosen = profile[id];
      return chosen === undefined ? undefined : (labels.get(String(chosen)) ?? String(chosen));
    },
  };
}

/** A column of the register: what it says of the unit, or of the next unit that this one belongs to. */
export function registerAttribute(id: string, units: readonly RegisteredUnit[]): Attribute {
  const find = registeredBy(units);
  return {
    id,
    title: id,
    depth: depthIn(units, id),
    order: [],
    of: ({ path }) => {
      for (let length = path.length; length > 0; length -= 1) {
        const value = find(path.slice(0, length))?.attributes[id];
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

/** How far in the innermost units stand of which the register says something in a column. */
function depthIn(units: readonly RegisteredUnit[], id: string): number | undefined {
  const depths = units.filter(({ says }) => says.includes(id)).map(({ path }) => path.length);
  return depths.length === 0 ? undefined : depths.reduce((most, depth) => Math.max(most, depth), 1);
}

/** The columns of the register that hold something. */
export function registerColumns(units: readonly RegisteredUnit[]): readonly string[] {
  return [...new Set(units.flatMap(({ attributes }) => Object.keys(attributes)))];
}

import type { Allowed } from '../finding/catalogue/response.js';
import { suggest } from '../finding/suggest.js';
import { fold } from '../questionnaire/non-answer-words.js';

/** Something that a text can stand for: a level or an option. */
export interface Labelled {
  /** A level's value or an option's id. */
  readonly key: number | string;
  readonly label: string;
  /** The question's own words for it. */
  readonly wording?: string;
}

/** What texts stand for, each tier giving way to the ones before it. */
export interface Labels {
  readonly tiers: readonly Tier[];
  readonly allowed: readonly Allowed[];
  readonly words: readonly string[];
}

interface Tier {
  readonly write: (text: string) => string;
  readonly keys: ReadonlyMap<string, number | string | undefined>;
}

/** A text that stands for two things at once. */
export const ambiguous = Symbol('ambiguous');

/** Labels of these things: their keys as written, then labels, then own wordings to the letter, then keys in any case. */
export function labelsOf(things: readonly Labelled[]): Labels {
  const wording = ({ wording: own }: Labelled) => own;
  return {
    tiers: [
      tier(things, trimmed, ({ key }) => String(key)),
      tier(things, fold, ({ label }) => label),
      tier(things, collapsed, wording),
      tier(things, fold, ({ key }) => String(key)),
    ],
    allowed: things.map(({ key, label, wording: own }) => {
      const value = String(key);
      const words = own ?? label;
      return words.trim() === value ? { value } : { value, label: words.trim() };
    }),
    words: things.flatMap(({ key, label, wording: own }) => [
      String(key),
      label,
      ...(own === undefined ? [] : [own]),
    ]),
  };
}

function tier(
  things: readonly Labelled[],
  write: (text: string) => string,
  word: (thing: Labelled) => string | undefined,
): Tier {
  const keys = new Map<string, number | string | undefined>();
  for (const thing of things) {
    const text = word(thing);
    if (text === undefined) continue;
    const written = write(text);
    keys.set(written, keys.has(written) && keys.get(written) !== thing.key ? undefined : thing.key);
  }
  return { write, keys };
}

/** What the text stands for, if anything. */
export function lookUp({ tiers }: Labels, text: string): number | string | typeof ambiguous | undefined {
  for (const { write, keys } of tiers) {
    const written = write(text);
    if (keys.has(written)) return keys.get(written) ?? ambiguous;
  }
  return undefined;
}

/** The word that was most likely meant: a near miss, or the only one that the text begins with or holds whole. */
export function nearest({ words }: Labels, text: string): string | undefined {
  // One or two characters are near to anything.
  const near = text.trim().length < 3 ? undefined : suggest(text, words);
  if (near !== undefined) return near;
  const padded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const held = words.filter((word) => padded.includes(` ${fold(word).replace(/[^\p{L}\p{N}]+/gu, ' ')} `));
  return held.find((word) => word.length > 1) ?? (held.length === 1 ? held[0] : undefined);
}

function trimmed(text: string): string {
  return text.trim();
}

function collapsed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

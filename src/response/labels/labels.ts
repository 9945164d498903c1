import type { Allowed } from '../../finding/catalogue/response.js';
import { suggest } from '../../finding/suggest.js';
import { fold } from '../../questionnaire/non-answer-words.js';

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

/**
 * Labels of these things: their keys as written, then labels, then own wordings to the letter, then keys in any case;
 * then labels and wordings by their words alone, with the key before them or without, as form tools and people write them.
 */
export function labelsOf(things: readonly Labelled[]): Labels {
  return {
    tiers: [
      tier(things, trimmed, ({ key }) => [String(key)]),
      tier(things, fold, ({ label }) => [label]),
      tier(things, collapsed, ({ wording }) => (wording === undefined ? [] : [wording])),
      tier(things, fold, ({ key }) => [String(key)]),
      tier(things, wordsOf, (thing) => textsOf(thing)),
      tier(things, wordsOf, (thing) => textsOf(thing).map((text) => `${thing.key} ${text}`)),
    ],
    allowed: things.map(({ key, label, wording: own }) => {
      const value = String(key);
      const words = own ?? label;
      if (words.trim() === value) return { value };
      return { value, label: words.trim(), ...(own === undefined ? {} : { short: label }) };
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
  texts: (thing: Labelled) => readonly string[],
): Tier {
  const keys = new Map<string, number | string | undefined>();
  for (const thing of things) {
    for (const text of texts(thing)) {
      const written = write(text);
      if (written === '') continue;
      keys.set(written, keys.has(written) && keys.get(written) !== thing.key ? undefined : thing.key);
    }
  }
  return { write, keys };
}

function textsOf({ label, wording }: Labelled): readonly string[] {
  return wording === undefined ? [label] : [label, wording];
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

/** The words of a text: without case, punctuation and more than single spaces; signs such as `<`, `£` or `-1` stay. */
export function wordsOf(text: string): string {
  const kept = text.normalize('NFKC').toLowerCase().replace(/['’]/gu, '');
  return kept.replace(/(?:[^\p{L}\p{N}\p{S}-]|-(?!\p{N}))+/gu, ' ').trim();
}

function trimmed(text: string): string {
  return text.trim();
}

function collapsed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

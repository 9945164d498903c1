import type { Heading, Repeat } from './layout.js';
import type { NameIndex } from './name-index.js';
import { nameOf, type Target } from './targets.js';

/** Finds headings of one title: as they came, or with 2, 3 and so on behind all but the first, as some tools write them. */
export function repeatsOf(
  texts: readonly string[],
  writing: 'alike' | 'numbered',
): readonly (Repeat | undefined)[] {
  const byTitle = new Map<string, number[]>();
  const next = new Map<string, string>();
  for (const [at, text] of texts.entries()) {
    if (text === '') continue;
    const title = (writing === 'alike' ? undefined : next.get(text)) ?? text;
    const places = byTitle.get(title) ?? [];
    places.push(at);
    byTitle.set(title, places);
    next.set(`${title}${places.length + 1}`, title);
  }
  const repeats: (Repeat | undefined)[] = texts.map(() => undefined);
  for (const [title, places] of byTitle) {
    if (places.length === 1) continue;
    for (const [nth, at] of places.entries()) repeats[at] = { title, nth, times: places.length };
  }
  return repeats;
}

/** What a heading stands for that is one of several: as many things must be called so, and are taken in their order. */
export function inOrder(names: NameIndex, repeat: Repeat | undefined): Target | undefined {
  if (repeat === undefined) return undefined;
  const all = names.all(repeat.title);
  return all.length === repeat.times ? all[repeat.nth] : undefined;
}

/** The titles that were taken in their order, each once, at the first of its headings. */
export function takenInOrder(
  names: NameIndex,
  headings: readonly Heading[],
): readonly { readonly at: number; readonly title: string; readonly ids: readonly string[] }[] {
  return headings.flatMap(({ at, use }) => {
    if (use.kind !== 'named' || use.repeat?.nth !== 0) return [];
    const { repeat } = use;
    if (use.names.some((name) => names.find(name) !== undefined) || inOrder(names, repeat) === undefined) {
      return [];
    }
    return [{ at, title: repeat.title, ids: names.all(repeat.title).map(nameOf) }];
  });
}

import type { Sight } from '../screens/page.js';

/** What is in focus in a list, and how far it is scrolled. */
export interface Focused {
  readonly focus: number | undefined;
  readonly scroll: number;
}

/**
 * One step down or up: to the next item where it is in sight, and else by nearly a screen, so that no row of a long text is
 * passed over.
 */
export function stepped({ focus, scroll }: Focused, sight: Sight, step: 1 | -1): Focused {
  const { items, height } = sight;
  const [top, end, most] = [sight.scroll, sight.scroll + height - 1, Math.max(0, sight.total - height)];
  const page = Math.max(1, height - 1);
  const here = focus === undefined ? undefined : items[focus];
  if (step === 1) {
    if (here !== undefined && here.last > end) {
      return { focus, scroll: Math.min(top + page, here.last - height + 1) };
    }
    const nth = (focus ?? -1) + 1;
    const next = items[nth];
    if (next !== undefined && next.first <= end + 1) return { focus: nth, scroll };
    return { focus, scroll: Math.min(most, top + page) };
  }
  if (here !== undefined && here.first < top) return { focus, scroll: Math.max(here.first, top - page) };
  const nth = focus === undefined ? -1 : focus - 1;
  const previous = items[nth];
  if (previous !== undefined && previous.last >= top - 1) return { focus: nth, scroll };
  return { focus, scroll: Math.max(0, top - page) };
}

/** A screen down or up in a list: as many items as fit. */
export function paged({ focus, scroll }: Focused, sight: Sight, step: 1 | -1): Focused {
  const { items, height } = sight;
  const page = Math.max(1, height - 1);
  const most = Math.max(0, sight.total - height);
  const here = focus === undefined ? undefined : items[focus];
  if (here === undefined) return { focus, scroll: Math.max(0, Math.min(most, sight.scroll + step * page)) };
  const wanted = here.first + step * page;
  const nth =
    step === 1
      ? items.findLastIndex(({ first }) => first <= wanted)
      : items.findIndex(({ last }) => last >= wanted);
  return { focus: Math.max(0, nth), scroll };
}

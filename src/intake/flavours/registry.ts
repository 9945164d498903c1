import type { Layout, TableHead, TurnedLayout } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import { canonical } from './canonical.js';
import type { Flavour } from './flavour.js';
import { googleForms } from './google-forms.js';
import { handFilled } from './hand-filled.js';
import { microsoftForms } from './microsoft-forms.js';
import type { FlavourName } from './names.js';

/**
 * In the order in which they are asked whether a table is theirs: form tools first, whose own columns are plain even where
 * the questions bear ids, and what people have made last.
 */
const byName: Readonly<Record<FlavourName, Flavour>> = {
  'google-forms': googleForms,
  'microsoft-forms': microsoftForms,
  canonical,
  'hand-filled': handFilled,
};
const flavours: readonly Flavour[] = Object.values(byName);

export interface Recognised {
  readonly flavour: Flavour;
  readonly layout: Layout | TurnedLayout;
}

/** Which flavour a table has: the one that was said, or the first whose signature it bears, else the canonical one. */
export function recognise(head: TableHead, names: NameIndex, said?: FlavourName): Recognised {
  if (said !== undefined) return { flavour: byName[said], layout: byName[said].layOut(head, names) };
  for (const flavour of flavours) {
    const layout = flavour.recognise(head, names);
    if (layout !== undefined) return { flavour, layout };
  }
  return { flavour: canonical, layout: canonical.layOut(head, names) };
}

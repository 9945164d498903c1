import type { Layout, TableHead } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import { canonical } from './canonical.js';
import type { Flavour } from './flavour.js';
import type { FlavourName } from './names.js';

const byName: Readonly<Record<FlavourName, Flavour>> = { canonical };

/** In the order in which they are asked whether a table is theirs. */
const flavours: readonly Flavour[] = Object.values(byName);

export interface Recognised {
  readonly flavour: Flavour;
  readonly layout: Layout;
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

import type { Layout, SourceRow, TableHead, TurnedLayout } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import { isBlankCell } from '../rows/special-cells.js';
import { canonical } from './canonical.js';
import type { Flavour } from './flavour.js';
import { form } from './form.js';
import { googleForms } from './google-forms.js';
import { handFilled } from './hand-filled.js';
import { kobo } from './kobo.js';
import { limesurvey } from './limesurvey.js';
import { microsoftForms } from './microsoft-forms.js';
import type { FlavourName } from './names.js';
import { qualtrics } from './qualtrics.js';
import { surveymonkey } from './surveymonkey.js';

/**
 * In the order in which they are asked whether a table is theirs: form tools first, whose own columns are plain even where
 * the questions bear ids, and what people have made last.
 */
const byName: Readonly<Record<FlavourName, Flavour>> = {
  form,
  surveymonkey,
  qualtrics,
  limesurvey,
  kobo,
  'google-forms': googleForms,
  'microsoft-forms': microsoftForms,
  canonical,
  'hand-filled': handFilled,
};
const flavours: readonly Flavour[] = Object.values(byName);

/** Whose table it is, and how it is laid out. */
export interface Recognised {
  readonly flavour: Flavour;
  readonly layout: Layout | TurnedLayout;
  /** How many of the head's rows stand above the table and are none of it, such as a title. */
  readonly above: number;
}

/**
 * Which flavour a table has: the one that was said, or the first whose signature it bears, from the topmost row on that
 * may be its header. A header without a signature that names questions is a canonical one.
 */
export function recognise(head: TableHead, names: NameIndex, said?: FlavourName): Recognised | undefined {
  const asked = said === undefined ? flavours : [byName[said]];
  for (const above of headerPlaces(head)) {
    const rest = above === 0 ? head : { ...head, rows: head.rows.slice(above) };
    for (const flavour of asked) {
      const layout = flavour.recognise(rest, names);
      if (layout !== undefined) return below(above, flavour, layout);
    }
    if (said === undefined && namesQuestions(rest, names)) {
      return below(above, canonical, canonical.layOut(rest, names));
    }
  }
  return undefined;
}

/** The table as the flavour that was said has it, or the canonical one, signature or not. */
export function taken(head: TableHead, names: NameIndex, said: FlavourName = 'canonical'): Recognised {
  return below(0, byName[said], byName[said].layOut(head, names));
}

/** A layout of the rows from this one on; a turned table is made of all of them. */
function below(above: number, flavour: Flavour, layout: Layout | TurnedLayout): Recognised {
  if ('turn' in layout) return { flavour, layout, above: 0 };
  return { flavour, layout: { ...layout, firstRow: layout.firstRow + above }, above };
}

/** The rows that may be the header: the first, and those with more cells filled than any above, as a title has few. */
function headerPlaces({ rows }: TableHead): readonly number[] {
  let most = 0;
  return rows.flatMap((row, place) => {
    const filled = filledCells(row);
    const more = filled > most;
    most = Math.max(most, filled);
    return more ? [place] : [];
  });
}

function filledCells({ cells }: SourceRow): number {
  return cells.filter((cell) => !isBlankCell(cell)).length;
}

function namesQuestions({ rows: [header] }: TableHead, names: NameIndex): boolean {
  return (
    header?.cells.some((cell) => typeof cell === 'string' && names.find(cell.trim())?.kind === 'question') ??
    false
  );
}

import { type Finding, finding, type Place } from '../../finding/finding.js';
import { columnLetter } from '../../finding/words.js';

/** The names of units so far, by field. */
export interface UnitNames {
  /** Notes a name; tells, once a pair, that it is nearly that of another unit. */
  readonly note: (field: string, name: string, place: Place) => Finding | undefined;
}

interface Known {
  readonly name: string;
  readonly place: Place;
  readonly variants: Set<string>;
}

/** Names of the levels left out are told apart by other means. */
export function unitNames(leftOut: ReadonlySet<string> = new Set()): UnitNames {
  const fields = new Map<string, Map<string, Known>>();
  return {
    note: (field, name, place) => {
      if (leftOut.has(field)) return undefined;
      let names = fields.get(field);
      if (names === undefined) {
        names = new Map();
        fields.set(field, names);
      }
      const folded = nearly(name);
      const known = names.get(folded);
      if (known === undefined) {
        names.set(folded, { name, place, variants: new Set([name]) });
        return undefined;
      }
      if (known.variants.has(name)) return undefined;
      known.variants.add(name);
      const line = placeText(known.place, place.file);
      return finding('near-equal-units', place, { field, name, other: known.name, line });
    },
  };
}

/** What is left of a name without case, accents, punctuation and spaces; the name itself where that is nothing. */
export function nearly(name: string): string {
  const bare = name.normalize('NFKD').toLowerCase().replaceAll('&', 'and');
  return bare.replace(/[^\p{L}\p{N}]+/gu, '') || name;
}

function placeText({ file, cell, path }: Place, here: string): string {
  if (cell?.sheet !== undefined) {
    return `${file === here ? '' : `${file}!`}${cell.sheet}!${columnLetter(cell.column ?? 0)}${cell.line}`;
  }
  const where = cell === undefined ? `response ${Number(path?.[0] ?? 0) + 1}` : `line ${cell.line}`;
  return file === here ? where : `${where} of ${file}`;
}

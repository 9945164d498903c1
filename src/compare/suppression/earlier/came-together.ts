import type { Term } from '../knowledge.js';

/** The figure of so many who came to a unit since, beside that of the `n` who are there now. */
export interface CameTo {
  readonly now: number;
  readonly n: number;
  readonly came: number;
  readonly cell: number;
}

/** What a row's figure is made of. */
export interface Parts {
  readonly whole: number;
  readonly terms: readonly Term[];
}

/**
 * What rows are made of beside what their units were then: of a unit that was told of, those who came, as much as they count there. With
 * the table given out before, a row tells the figure of all these together, and of what small parts it has besides. Of a unit
 * that was told of several times, the fewest who came.
 */
export function cameTogether(rows: readonly Parts[], all: readonly CameTo[]): readonly (readonly Term[])[] {
  const came = new Map<number, CameTo>();
  for (const one of all) {
    const known = came.get(one.now);
    if (known === undefined || one.came < known.came) came.set(one.now, one);
  }
  if (came.size === 0) return [];
  const termsOf = new Map(rows.map(({ whole, terms }) => [whole, terms]));
  const since = new Map<number, readonly Term[] | undefined>();
  /** What a figure is made of since; nothing where nobody is told to have come. */
  const partsOf = (terms: readonly Term[]): readonly Term[] | undefined => {
    const parts = terms.map((term) => {
      const found = ofCell(term.cell);
      return { term, found: found?.map(({ cell, factor }) => ({ cell, factor: term.factor * factor })) };
    });
    return parts.some(({ found }) => found !== undefined)
      ? parts.flatMap(({ term, found }) => found ?? [term])
      : undefined;
  };
  const ofCell = (cell: number): readonly Term[] | undefined => {
    const own = came.get(cell);
    if (own !== undefined) return [{ cell: own.cell, factor: own.came / own.n }];
    if (!since.has(cell)) {
      since.set(cell, undefined);
      since.set(cell, partsOf(termsOf.get(cell) ?? []));
    }
    return since.get(cell);
  };
  return rows.flatMap(({ terms }) => {
    const found = partsOf(terms);
    return found === undefined ? [] : [found];
  });
}

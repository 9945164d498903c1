/** Ways in which unknown figures can be, kept from one audit to the next: what two of them showed to be wide stays so. */
export interface Ways {
  /** Ways for some cells that hang together, each a figure a cell; what a way says nothing of is unchanged, or follows. */
  readonly of: (cells: readonly number[]) => readonly ReadonlyMap<number, number>[];
  /** Instead of what was kept for these cells; each way a figure a cell, in their order. */
  readonly keep: (cells: readonly number[], ways: readonly Float64Array[]) => void;
}

interface Group {
  readonly places: ReadonlyMap<number, number>;
  readonly ways: readonly Float64Array[];
}

/** Nothing is kept of cells for which `isKept` says so. */
export function keptWays(isKept: (cell: number) => boolean = () => true): Ways {
  const groups = new Map<number, Group>();
  return {
    of: (cells) => {
      // Cells that used to hang together by themselves move by themselves: one way of each is one of all.
      const all: Map<number, number>[] = [];
      for (const cell of cells) {
        const found = groups.get(cell);
        const place = found?.places.get(cell);
        if (found === undefined || place === undefined) continue;
        for (const [i, way] of found.ways.entries()) {
          all[i] ??= new Map();
          all[i]?.set(cell, way[place] ?? Number.NaN);
        }
      }
      return all;
    },
    keep: (cells, ways) => {
      const group = { places: new Map(cells.map((cell, place) => [cell, place])), ways };
      for (const cell of cells) if (isKept(cell)) groups.set(cell, group);
    },
  };
}

/** The same, for a part that has its own places for cells. */
export function waysWithin(ways: Ways, cells: readonly number[]): Ways {
  const placeOf = new Map(cells.map((cell, place) => [cell, place]));
  const whole = (own: readonly number[]) => own.map((place) => cells[place] ?? -1);
  return {
    of: (own) =>
      ways
        .of(whole(own))
        .map((way) => new Map([...way].map(([cell, figure]) => [placeOf.get(cell) ?? -1, figure]))),
    keep: (own, found) => ways.keep(whole(own), found),
  };
}

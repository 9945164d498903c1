/** Ways in which unknown figures can be, kept from one audit to the next: what two of them showed to be wide stays so. */
export interface Ways {
  /** Ways for some cells that hang together, each a figure a cell, in their order; NaN where a way says nothing of one. */
  readonly of: (cells: readonly number[]) => readonly Float64Array[];
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
      const all: Float64Array[] = [];
      for (const [at, cell] of cells.entries()) {
        const found = groups.get(cell);
        const place = found?.places.get(cell);
        if (found === undefined || place === undefined) continue;
        for (const [i, way] of found.ways.entries()) {
          const whole = all[i] ?? new Float64Array(cells.length).fill(Number.NaN);
          all[i] = whole;
          whole[at] = way[place] ?? Number.NaN;
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
  const whole = (own: readonly number[]) => own.map((place) => cells[place] ?? -1);
  return {
    of: (own) => ways.of(whole(own)),
    keep: (own, found) => ways.keep(whole(own), found),
  };
}

import type { Knowledge, Relation } from './knowledge.js';

/** Cells that hang together by relations, and those relations; each by its place. */
export interface Component {
  readonly cells: readonly number[];
  readonly relations: readonly number[];
}

/** What can be looked at by itself even while more is shown: what follows without a relation joins cells too. */
export function tiedComponents(
  { relations, derivations }: Knowledge,
  isUnknown: (cell: number) => boolean,
): readonly Component[] {
  const ties = derivations.map(
    ({ from, to }): Relation => ({
      terms: [...from, to].map((cell) => ({ cell, factor: 0 })),
      low: 0,
      high: 0,
    }),
  );
  return components([...relations, ...ties], isUnknown).map((component) => ({
    cells: component.cells,
    relations: component.relations.filter((at) => at < relations.length),
  }));
}

/** What can be looked at by itself: unknown cells that no relation joins tell nothing of each other. */
export function components(
  relations: readonly Relation[],
  isUnknown: (cell: number) => boolean,
): readonly Component[] {
  const parents = new Map<number, number>();
  const root = (cell: number): number => {
    let at = cell;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up);
      at = up;
    }
    return at;
  };
  const firsts = relations.map(({ terms }) => {
    let first: number | undefined;
    for (const { cell } of terms) {
      if (!isUnknown(cell)) continue;
      if (!parents.has(cell)) parents.set(cell, cell);
      if (first === undefined) first = cell;
      else parents.set(root(cell), root(first));
    }
    return first;
  });
  const found = new Map<number, { cells: number[]; relations: number[] }>();
  const of = (cell: number) => {
    const key = root(cell);
    const component = found.get(key) ?? { cells: [], relations: [] };
    found.set(key, component);
    return component;
  };
  for (const cell of [...parents.keys()].sort((a, b) => a - b)) of(cell).cells.push(cell);
  for (const [i, first] of firsts.entries()) if (first !== undefined) of(first).relations.push(i);
  return [...found.values()];
}

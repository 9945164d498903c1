import { components } from './components.js';
import { isHidden, isKept, type Knowledge } from './knowledge.js';

/** A part of what is known that the rest has nothing to do with, and which cells it has, by their places in the whole. */
export interface Block {
  readonly knowledge: Knowledge;
  readonly cells: readonly number[];
}

/** Cuts up what is known as far as it does not hang together, and leaves out what has no secrets. */
export function blocks({ cells, relations, derivations, sums = [] }: Knowledge): readonly Block[] {
  const ties = derivations.map(({ from, to }) => ({
    terms: [...from, to].map((cell) => ({ cell, factor: 0 })),
    low: 0,
    high: 0,
  }));
  const alone = cells.map((_, cell) => ({ terms: [{ cell, factor: 0 }], low: 0, high: 0 }));
  const [first, second] = [relations.length, relations.length + ties.length];
  return components([...relations, ...ties, ...alone], () => true).flatMap((component) => {
    const own = component.cells.map((cell) => cells[cell]).filter((cell) => cell !== undefined);
    if (!own.some((cell) => isHidden(cell) && isKept(cell))) return [];
    const places = new Map(component.cells.map((cell, i) => [cell, i]));
    const at = (cell: number) => places.get(cell) ?? -1;
    const found = component.relations;
    const rows = new Map(found.map((i, row) => [i, row]));
    const rowOf = (i: number) => rows.get(i) ?? -1;
    const isWhole = (sum: number) => {
      const { whole = -1, parts = [] } = sums[sum] ?? {};
      return [whole, ...parts].every((i) => rows.has(i));
    };
    const inside = [...new Set(found.flatMap((i) => relations[i]?.sums ?? []))].filter(isWhole);
    const sumPlaces = new Map(inside.map((sum, i) => [sum, i]));
    return [
      {
        cells: component.cells,
        knowledge: {
          cells: own,
          relations: found.flatMap((i) => {
            const relation = i < first ? relations[i] : undefined;
            if (relation === undefined) return [];
            const terms = relation.terms.map(({ cell, factor }) => ({ cell: at(cell), factor }));
            const own = relation.sums?.flatMap((sum) => sumPlaces.get(sum) ?? []);
            return [own === undefined ? { ...relation, terms } : { ...relation, terms, sums: own }];
          }),
          derivations: found.flatMap((i) => {
            const derivation = i >= first && i < second ? derivations[i - first] : undefined;
            return derivation === undefined ? [] : [{ from: derivation.from.map(at), to: at(derivation.to) }];
          }),
          sums: inside.flatMap((i) => {
            const { whole, parts } = sums[i] ?? {};
            return whole === undefined || parts === undefined
              ? []
              : [{ whole: rowOf(whole), parts: parts.map(rowOf) }];
          }),
        },
      },
    ];
  });
}

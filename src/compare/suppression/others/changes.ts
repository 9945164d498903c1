import { type FewInChange, fewInStep, type LevelsKnown } from '../../waves/few-in-step.js';
import type { WaveStep } from '../../waves/wave-step.js';
import { figureKey } from '../hidden.js';
import { addFigure, type OtherFigures } from './other-figures.js';

/**
 * What a change is made of, and the matched change, as one figure of a unit and a node, or of a unit alone where it is about few in
 * all nodes. Only those about few are looked at: where one is withheld, so is that of every unit around, and there is nothing left that
 * it, or several of them together, could be taken from. So they hang together with no other figure.
 */
export function changeFigures(steps: () => readonly WaveStep[], levels: LevelsKnown): OtherFigures {
  return {
    tieUnits: false,
    add: (cells, { isFew, since }) => {
      const fewest = new Map<string, FewInChange>();
      for (const few of steps().flatMap((step) => fewInStep(step, levels, isFew))) {
        // Under several rubrics the same units have the same figures.
        const key = figureKey('change', few.place, ...aboutOf(few));
        const known = fewest.get(key);
        if (known === undefined || few.people < known.people) fewest.set(key, few);
      }
      for (const few of fewest.values()) {
        addFigure(cells, {
          kind: 'change',
          about: aboutOf(few),
          whose: few.place,
          value: 0,
          range: { min: 0, max: 0 },
          people: few.people,
          isShown: true,
        });
      }
      for (const { before, after, nodes, changes } of steps()) {
        for (const change of changes) {
          const found = change.after ?? change.before;
          if (found === undefined) continue;
          const whose = { ...found, wave: after.name };
          for (const { id } of since.isClosed({ kind: 'change', whose }) ? nodes : []) {
            const about = [before.name, id];
            if (since.isGiven({ kind: 'change', whose, about })) continue;
            const figure = { value: 0, range: { min: 0, max: 0 }, people: 0, isShown: true };
            addFigure(cells, { kind: 'change', about, whose, ...figure });
          }
        }
      }
      return { relations: [], derivations: [], mixtures: [] };
    },
  };
}

function aboutOf({ from, node }: FewInChange): readonly string[] {
  return node === undefined ? [from] : [from, node];
}

import type { Plan } from '../../../rubric/plan.js';
import { hull, type Range } from '../../../rubric/range.js';
import { allUnits, type NodeAmbition, type UnitAmbition } from '../../ambition/ambition.js';
import { unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import { nodeQuestions } from '../../node-questions.js';
import { type Relation, relation, type Term } from '../knowledge.js';
import { dependencies } from '../reader/dependencies.js';
import { nests } from './nested.js';
import { addFigure, addNothing, type OtherFigures, tieUnits } from './other-figures.js';

/**
 * Targets and what is missing to them, added up over answers: both add up over units, and where each answer has a target, they
 * are what the unit's target and score come to.
 */
export function ambitionFigures(units: readonly UnitAmbition[], plan: Plan): OtherFigures {
  const ranges = rangesOf(plan);
  const bonds = bondsOf(plan);
  return {
    tieUnits: tieUnits(units.map(({ place }) => place)),
    add: (cells, { tables, isFew }) => {
      const relations: Relation[] = [];
      const mixtures: (readonly Term[])[] = [];
      const table = tables.find(({ comparison }) => comparison.plan === plan);
      const rows = new Map(table?.rows.map((row) => [unitKey(row), row]));
      const placed = units.flatMap(({ place, nodes }) =>
        nodes.map((node) => ({ place, node, cells: added(place, node) })),
      );
      function added(
        whose: UnitAmbition['place'],
        { node, answers, shortfall, targets, people }: NodeAmbition,
      ) {
        const { min, max } = ranges.get(node.id) ?? { min: 0, max: 0 };
        const each = { about: [node.id], whose, people, isShown: true };
        return [
          addFigure(cells, {
            ...each,
            kind: 'shortfall',
            value: shortfall,
            range: { min: 0, max: answers * (max - min) },
          }),
          addFigure(cells, {
            ...each,
            kind: 'targets',
            value: targets,
            range: { min: answers * min, max: answers * max },
          }),
        ] as const;
      }
      for (const { place, people, asked, nodes } of units) {
        for (const node of isFew(people) ? asked : []) {
          if (nodes.some((each) => each.node === node)) continue;
          for (const kind of ['shortfall', 'targets'] as const) {
            addNothing(cells, { kind, about: [node.id], whose: place, people, isShown: true });
          }
        }
      }
      for (const { place, node, cells: own } of placed) {
        if (place.level === allUnits) continue;
        const row = rows.get(unitKey(place));
        const [score, target] = (['scores', 'target'] as const).map((measure) =>
          row === undefined ? undefined : table?.find(row, node.node.slot, measure),
        );
        if (target === undefined) continue;
        const [shortfall, targets] = own;
        const wanted = { cell: target, factor: -node.answers };
        relations.push(relation([{ cell: targets, factor: 1 }, wanted], 0, cells));
        if (score === undefined) continue;
        const reached = { cell: score, factor: node.answers };
        relations.push(relation([{ cell: shortfall, factor: 1 }, wanted, reached], 0, cells));
      }
      for (const inUnit of grouped(placed, ({ place }) => unitKey(place)).values()) {
        const own = new Map(inUnit.map((each) => [each.node.node.id, each.cells]));
        for (const bond of bonds) {
          for (const i of [0, 1]) {
            // Where nobody has a target there is nothing to add up.
            const terms = bond.flatMap(({ node, factor }) => {
              const cell = own.get(node)?.[i];
              return cell === undefined ? [] : [{ cell, factor }];
            });
            if (terms.length > 1) relations.push(relation(terms, 0, cells));
          }
        }
      }
      for (const same of grouped(placed, ({ node }) => node.node.id).values()) {
        for (const { whole, parts } of nests(same, ({ place }) => place)) {
          for (const [i, cell] of whole.cells.entries()) {
            const terms = parts.map((part) => ({ cell: part.cells[i] ?? -1, factor: 1 }));
            relations.push(relation([...terms, { cell, factor: -1 }], 0, cells));
            mixtures.push(terms);
          }
        }
      }
      return { relations, derivations: [], mixtures };
    },
  };
}

/** Which sums of nodes, by their ids, add up to nothing: nodes are made of the same questions. */
function bondsOf(plan: Plan): readonly (readonly { readonly node: string; readonly factor: number }[])[] {
  const asked = plan.questionnaire.questions.filter(({ ask }) => ask.includes('target'));
  const nodes = nodeQuestions(plan).map(({ node, questions }) => ({
    id: node.id,
    sums: new Map(asked.flatMap(({ index }) => (questions.has(index) ? [[index, 1] as const] : []))),
  }));
  const some = nodes.filter(({ sums }) => sums.size > 0);
  return dependencies(some.map(({ sums }) => sums)).map((dependency) =>
    dependency.map(({ of, factor }) => ({ node: some[of]?.id ?? '', factor })),
  );
}

/** What an answer's score can be, by node. */
function rangesOf(plan: Plan): ReadonlyMap<string, Range> {
  return new Map(
    nodeQuestions(plan).map(({ node, questions }) => {
      const inside = plan.terms.filter(({ question }) => questions.has(question.index));
      return [node.id, hull(inside.map(({ answers, to }) => to ?? answers))];
    }),
  );
}

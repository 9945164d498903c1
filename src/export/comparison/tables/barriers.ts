import { barrierNodes } from '../../../compare/barriers/barrier-nodes.js';
import type { NodeBarrier, UnitBarriers } from '../../../compare/barriers/barriers.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import { text } from '../cells.js';
import { count, label, number, shownUnless, titled, unitColumns, words } from './cells.js';
import type { ComparisonTable, TableSettings, WaveGroup } from './comparison-table.js';
import { placedRows } from './placed-table.js';

export const barriers: ComparisonTable = {
  describe: 'which barriers are named, by unit and node',
  needs: ['barriers'],
  sortedBy: ['node', 'barrier', 'named', 'responses'],
  wide: {
    about: [
      { id: 'node', title: 'title' },
      { id: 'barrier', title: 'label' },
    ],
    figure: 'named',
    beside: ['responses'],
    order: (plan) => [
      barrierNodes(plan).map(({ id }) => id),
      plan.questionnaire.barriers.map(({ id }) => id),
    ],
    withoutZeros: true,
  },
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
    const rows = groups.flatMap((group) =>
      group.gathered.barriers.flatMap((each) => {
        const names = unit.cells(each.place);
        return namedIn(each, group, settings).map(({ node, barrier, responses: times, isWithheld }) => ({
          place: each.place,
          cells: [
            ...names,
            text(node.id),
            text(node.title),
            text(barrier.id),
            text(barrier.label),
            ...shownUnless(isWithheld, [number(times)]),
            number(each.responses),
          ],
        }));
      }),
    );
    return {
      title: titled(groups, 'barriers'),
      columns: [
        ...unit.columns,
        label('node', 'Node'),
        words('title', 'Title'),
        label('barrier', 'Barrier'),
        words('label', 'Label'),
        count('named', 'Responses that name it'),
        count('responses', 'Responses'),
      ],
      ...placedRows(rows),
      notes: ['A response counts once for each barrier that it names in a node.'],
    };
  },
};

interface TableBarrier extends NodeBarrier {
  readonly isWithheld: boolean;
}

/**
 * What is named in a unit, node by node. Where any count of a node is withheld, every barrier stands there, those that nobody
 * names too: which are left out would tell of the counts. With one row a unit every one has its place.
 */
function namedIn(
  { place, named, nodes }: UnitBarriers,
  { plans: [plan] }: WaveGroup,
  { hidden, layout }: TableSettings,
): readonly TableBarrier[] {
  const all = plan?.questionnaire.barriers ?? [];
  const isWide = layout === 'wide';
  if (hidden.size === 0 && !isWide) return named.map((each) => ({ ...each, isWithheld: false }));
  return nodes.flatMap((node): readonly TableBarrier[] => {
    const own = named.filter((each) => each.node === node);
    const withheld = new Set(
      all.filter(({ id }) => isHidden(hidden, 'barriers', place, node.id, id)).map(({ id }) => id),
    );
    if (withheld.size === 0 && !isWide) return own.map((each) => ({ ...each, isWithheld: false }));
    const shown = own.filter(({ barrier }) => !withheld.has(barrier.id));
    const nobody = all.filter(
      ({ id }) => !withheld.has(id) && !shown.some(({ barrier }) => barrier.id === id),
    );
    return [
      ...shown.map((each) => ({ ...each, isWithheld: false })),
      ...nobody.map((barrier) => ({ node, barrier, responses: 0, isWithheld: false })),
      ...all
        .filter(({ id }) => withheld.has(id))
        .map((barrier) => ({ node, barrier, responses: 0, isWithheld: true })),
    ];
  });
}

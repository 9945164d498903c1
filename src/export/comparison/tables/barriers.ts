import type { TableCell } from '../../table.js';
import { text } from '../cells.js';
import { count, label, number, shownFor, titled, unitColumns, words } from './cells.js';
import type { ComparisonTable } from './comparison-table.js';

export const barriers: ComparisonTable = {
  describe: 'which barriers are named, by unit and node',
  needs: ['barriers'],
  make: (groups, settings) => {
    const unit = unitColumns(groups, settings);
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
      rows: groups.flatMap(({ gathered: { barriers: units } }) =>
        units.flatMap(({ place, responses, people, named }) =>
          named.map(({ node, barrier, responses: times }): readonly TableCell[] => [
            ...unit.cells(place),
            text(node.id),
            text(node.title),
            text(barrier.id),
            text(barrier.label),
            ...shownFor(settings.mayShow, people, [number(times)]),
            number(responses),
          ]),
        ),
      ),
      notes: ['A response counts once for each barrier that it names in a node.'],
    };
  },
};

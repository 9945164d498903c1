import { longTable } from '../long.js';
import { wideTable } from '../wide.js';
import type { ComparisonTable } from './comparison-table.js';
import { joinTables } from './join.js';

export const scores: ComparisonTable = {
  describe: 'where units stand',
  needs: [],
  make: (groups, settings) =>
    joinTables(
      groups.map(({ gathered: { comparisons } }) =>
        settings.layout === 'long'
          ? longTable(comparisons, settings)
          : wideTable(comparisons, { ...settings, withWave: settings.waves.length > 1 }),
      ),
    ),
};

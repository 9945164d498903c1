import { agreement } from './agreement.js';
import { alpha } from './alpha.js';
import { ambition } from './ambition.js';
import { barriers } from './barriers.js';
import type { ComparisonTable } from './comparison-table.js';
import { exchange } from './exchange.js';
import type { ComparisonTableName } from './names.js';
import { roles } from './roles.js';
import { scores } from './scores.js';
import { talk } from './talk.js';
import { waves } from './waves.js';

/** Every table that `compare` can make; `--tables` chooses. */
export const comparisonTables: Readonly<Record<ComparisonTableName, ComparisonTable>> = {
  scores,
  waves,
  agreement,
  alpha,
  talk,
  roles,
  ambition,
  exchange,
  barriers,
};

import { agreement } from './agreement.js';
import { alpha } from './alpha.js';
import { ambition } from './ambition.js';
import { barriers } from './barriers.js';
import type { ComparisonTable } from './comparison-table.js';
import { exchange } from './exchange.js';
import type { ComparisonTableName, OtherTableName } from './names.js';
import { roles } from './roles.js';
import { talk } from './talk.js';
import { waves } from './waves.js';

/** Every table that `compare` can make beside that of scores; `--tables` chooses. */
export const otherTables: Readonly<Record<OtherTableName, ComparisonTable>> = {
  waves,
  agreement,
  alpha,
  talk,
  roles,
  ambition,
  exchange,
  barriers,
};

export function isTableName(name: string): name is ComparisonTableName {
  return name === 'scores' || Object.hasOwn(otherTables, name);
}

import type { Bars } from './charts/bars.js';
import type { Changes } from './charts/changes.js';
import type { Dumbbells } from './charts/dumbbell.js';
import type { Ratings } from './charts/ratings.js';
import type { Spread } from './charts/spread.js';

/** What a chart is to show, by the kind of chart that it is for. */
export type ChartData =
  | ({ readonly kind: 'spread' } & Spread)
  | ({ readonly kind: 'dumbbell' } & Dumbbells)
  | ({ readonly kind: 'changes' } & Changes)
  | ({ readonly kind: 'bars' } & Bars)
  | ({ readonly kind: 'ratings' } & Ratings);

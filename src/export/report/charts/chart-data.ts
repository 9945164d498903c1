import type { Bars } from './bars.js';
import type { Changes } from './changes.js';
import type { Dumbbells } from './dumbbell.js';
import type { Ratings } from './ratings.js';
import type { Spread } from './spread.js';

/** What a chart is to show, by the kind of chart that it is for. */
export type ChartData =
  | ({ readonly kind: 'spread' } & Spread)
  | ({ readonly kind: 'dumbbell' } & Dumbbells)
  | ({ readonly kind: 'changes' } & Changes)
  | ({ readonly kind: 'bars' } & Bars)
  | ({ readonly kind: 'ratings' } & Ratings);

import { ambition } from './ambition.js';
import { asked } from './asked.js';
import { barriers } from './barriers.js';
import { changes } from './changes.js';
import { disagreement } from './disagreement.js';
import { exchange } from './exchange.js';
import { made } from './made.js';
import { matrix } from './matrix.js';
import { nextLevel } from './next-level.js';
import { notes } from './notes.js';
import { ownStanding } from './own-standing.js';
import type { ReportPart } from './part.js';
import { spread } from './spread.js';
import { standings } from './standings.js';

/** Every part of a report, in the order of its story; the key names it on the page. */
export const reportParts = {
  asked,
  standing: ownStanding,
  standings,
  spread,
  matrix,
  ambition,
  changes,
  disagreement,
  'next-level': nextLevel,
  exchange,
  barriers,
  notes,
  made,
} satisfies Readonly<Record<string, ReportPart>>;

import { adjustmentLines } from './adjustment-lines.js';
import { carriedLines } from './carried-lines.js';
import type { Explanation } from './explanation.js';
import type { Line } from './line.js';
import { nextBandLines } from './next-band-lines.js';
import { unitLines } from './unit-lines.js';
import { statusWords } from './words.js';

/** What an explanation is headed with: the figure, whose it is, and what it came to. */
export function heading({ derivation, subject, wave, plan }: Explanation): string {
  const { title, id, kind } = derivation;
  const of = `${title} (${id}) of ${subject}${wave === '' ? '' : `, ${wave}`}`;
  if (kind === 'question') return `${of}: ${derivation.score ?? 'no score'}`;
  const { rounding, band, status } = derivation;
  const result = rounding === null ? statusWords[status] : String(rounding.rounded);
  const by = plan.rubric.id === plan.questionnaire.id ? '' : ` (${plan.rubric.title})`;
  return `${of}${by}: ${result}${band === null ? '' : `, ${band.label}`}`;
}

/** Everything under the heading, the way to the next band last. */
export function explanationLines({
  derivation,
  nextBand,
  adjustments = [],
  carried = [],
  plan,
}: Explanation): readonly Line[] {
  return [
    ...unitLines(derivation, plan.rounding),
    ...adjustmentLines(adjustments),
    ...carriedLines(carried),
    ...(nextBand === undefined ? [] : nextBandLines(nextBand)),
  ];
}

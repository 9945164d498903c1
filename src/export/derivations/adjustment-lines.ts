import type { AdjustmentBehind } from '../../compare/explain/adjustments-behind.js';
import { count } from '../../finding/words.js';
import { type Line, line } from './line.js';
import { answerWords } from './words.js';

const kinds: Readonly<Record<AdjustmentBehind['kind'], string>> = {
  correction: 'corrected',
  moderation: 'moderated',
};

/** Which answers behind a figure are not as they were given, why, and who changed them. */
export function adjustmentLines(adjustments: readonly AdjustmentBehind[]): readonly Line[] {
  if (adjustments.length === 0) return [];
  const head = `${count(adjustments.length, 'adjustment')} of answers ${adjustments.length === 1 ? 'stands' : 'stand'} behind this figure:`;
  return [line(head, adjustments.map(adjustmentLine))];
}

function adjustmentLine(adjustment: AdjustmentBehind): Line {
  const { response, title, question, from, to, kind, because, by, on, version } = adjustment;
  const said = `${answerWords(to)} instead of ${answerWords(from)}`;
  const where = version === undefined ? '' : `, in version ${version}`;
  return line(
    `${response}, ${title} (${question}): ${said}; ${kinds[kind]} by ${by} on ${on}${where}: ${because}`,
  );
}

import type { DimensionBehaviour } from './dimension-tally.js';
import type { QuestionTallied } from './question-tally.js';
import { thresholds } from './thresholds.js';

/** What about a question is worth a look; shares are of 0 to 1. */
export type QuestionFlag =
  | {
      readonly kind: 'dont_know' | 'unanswered' | 'refused' | 'not_applicable' | 'floor' | 'ceiling';
      readonly share: number;
    }
  | { readonly kind: 'same'; readonly answer: string; readonly share: number }
  | { readonly kind: 'unused'; readonly answers: readonly string[] }
  | { readonly kind: 'item_rest'; readonly correlation: number };

/** What about a dimension is worth a look. */
export type DimensionFlag =
  | { readonly kind: 'floor' | 'ceiling'; readonly share: number }
  | { readonly kind: 'alpha_low' | 'alpha_high'; readonly alpha: number };

const rates = [
  ['dont_know', thresholds.dontKnow],
  ['unanswered', thresholds.blank],
  ['refused', thresholds.refused],
  ['not_applicable', thresholds.notApplicable],
] as const;

/** What is worth a look, once enough were asked; `itemRest` only where it rests on enough complete responses. */
export function questionFlags(
  tallied: QuestionTallied,
  itemRest: number | undefined,
): readonly QuestionFlag[] {
  const { counts, responses, chosen } = tallied;
  const asked = responses - counts.not_asked;
  if (asked < thresholds.fewestAnswers) return [];
  const flags: QuestionFlag[] = rates
    .map(([kind, most]) => ({ kind, share: counts[kind] / asked, most }))
    .filter(({ share, most }) => share > most)
    .map(({ kind, share }) => ({ kind, share }));
  if (counts.value >= thresholds.fewestAnswers) flags.push(...answerFlags(tallied));
  if (chosen.length > 0 && counts.value >= thresholds.answersForEach * chosen.length) {
    const unused = chosen.filter(({ count }) => count === 0).map(({ label }) => label);
    if (unused.length > 0) flags.push({ kind: 'unused', answers: unused });
  }
  if (itemRest !== undefined && itemRest < thresholds.itemRest) {
    flags.push({ kind: 'item_rest', correlation: itemRest });
  }
  return flags;
}

/** Answers that crowd at one end, or at one answer. */
function answerFlags({
  question,
  counts,
  chosen,
  lowest,
  highest,
}: QuestionTallied): readonly QuestionFlag[] {
  const floor = (lowest ?? 0) / counts.value;
  const ceiling = (highest ?? 0) / counts.value;
  if (floor > thresholds.end) return [{ kind: 'floor', share: floor }];
  if (ceiling > thresholds.end) return [{ kind: 'ceiling', share: ceiling }];
  if (question.type === 'choices') return [];
  return chosen
    .map(({ label, count }) => ({ kind: 'same' as const, answer: label, share: count / counts.value }))
    .filter(({ share }) => share > thresholds.same);
}

export function dimensionFlags({
  complete,
  alpha,
  floor,
  ceiling,
}: DimensionBehaviour): readonly DimensionFlag[] {
  if (complete < thresholds.fewestComplete) return [];
  const flags: DimensionFlag[] = [];
  if (floor !== undefined && floor > thresholds.endOfDimension) flags.push({ kind: 'floor', share: floor });
  if (ceiling !== undefined && ceiling > thresholds.endOfDimension) {
    flags.push({ kind: 'ceiling', share: ceiling });
  }
  if (alpha !== undefined && alpha < thresholds.alpha.least) flags.push({ kind: 'alpha_low', alpha });
  if (alpha !== undefined && alpha > thresholds.alpha.most) flags.push({ kind: 'alpha_high', alpha });
  return flags;
}

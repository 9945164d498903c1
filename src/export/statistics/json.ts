import type { Minutes, WordCount } from '../../questionnaire/statistics/minutes.js';
import type { Burden } from '../../questionnaire/statistics/statistics.js';
import type { WeightCell, WeightRow } from '../../rubric/influence/weight-matrix.js';
import type { ItemAnalysis } from '../../rubric/item-analysis/item-analysis.js';
import { roundedOrNull, shareOf } from './cells.js';
import type { Described } from './described.js';
import { dimensionFlagText, questionFlagText } from './flag-words.js';

/** Statistics as the JSON of a report has them: shares are of 0 to 1, minutes have one decimal, what is none is null. */
export function statisticsRecord({ statistics, weights, shares }: Described): object {
  const { types, questions, parts, whole } = statistics;
  return {
    types,
    whole: burdenRecord(whole),
    parts: parts.map(({ kind, id = null, title = null, ...burden }) => ({
      kind,
      id,
      title,
      ...burdenRecord(burden),
    })),
    questions: questions.map(({ question, words, minutes, readingEase }) => ({
      id: question.id,
      type: question.type,
      conditional: question.when !== undefined,
      themes: question.themes,
      words: wordRecord(words),
      minutes: minuteRecord(minutes),
      reading_ease: roundedOrNull(readingEase, 1),
      share: figure(shares?.get(question.id)),
    })),
    weights: [...weights.rows, weights.whole].map((row) => weightRecord(row, weights.themes)),
  };
}

/** How questions behave, in the same way. */
export function itemAnalysisRecord({ responses, questions, dimensions }: ItemAnalysis): object {
  return {
    responses,
    questions: questions.map(
      ({ question, counts, notes, chosen, mean, spread, lowest, highest, itemRest, flags, responses }) => ({
        id: question.id,
        type: question.type,
        asked: responses - counts.not_asked,
        answered: counts.value,
        dont_know: counts.dont_know,
        unanswered: counts.unanswered,
        refused: counts.refused,
        not_applicable: counts.not_applicable,
        not_asked: counts.not_asked,
        notes,
        mean: figure(mean),
        standard_deviation: figure(spread),
        floor: figure(shareOf(lowest, counts.value)),
        ceiling: figure(shareOf(highest, counts.value)),
        chosen: chosen.map(({ answer, label, count }) => ({
          answer,
          label,
          count,
          share: figure(shareOf(count, counts.value)),
        })),
        item_rest: figure(itemRest),
        flags: flags.map((flag) => ({ kind: flag.kind, text: questionFlagText(flag) })),
      }),
    ),
    dimensions: dimensions.map(({ node, questions: members, complete, alpha, floor, ceiling, flags }) => ({
      id: node.id,
      title: node.title,
      questions: members.map((index) => questions[index]?.question.id),
      complete,
      alpha: figure(alpha),
      floor: figure(floor),
      ceiling: figure(ceiling),
      flags: flags.map((flag) => ({ kind: flag.kind, text: dimensionFlagText(flag) })),
    })),
  };
}

function burdenRecord({ questions, words, least, most, readingEase }: Burden): object {
  return {
    questions,
    words: wordRecord(words),
    minutes: { least: minuteRecord(least), most: minuteRecord(most) },
    reading_ease: roundedOrNull(readingEase, 1),
  };
}

function wordRecord({ read, aloud }: WordCount): object {
  return { read, read_out: aloud };
}

function minuteRecord({ selfCompletion, interview, workshop }: Minutes): object {
  return {
    self_completion: roundedOrNull(selfCompletion, 1),
    interview: roundedOrNull(interview, 1),
    workshop: roundedOrNull(workshop, 1),
  };
}

function weightRecord(
  { dimension, all, byTheme, withoutTheme }: WeightRow,
  themes: readonly { readonly id: string }[],
): object {
  const cell = ({ questions, unscored, share }: WeightCell) => ({
    questions,
    unscored,
    share: figure(share),
  });
  return {
    dimension: dimension?.id ?? null,
    ...cell(all),
    themes: themes.map(({ id }, i) => ({ theme: id, ...cell(byTheme[i] ?? withoutTheme) })),
    without_theme: cell(withoutTheme),
  };
}

/** At four decimals. */
function figure(value: number | undefined): number | null {
  return roundedOrNull(value, 4);
}

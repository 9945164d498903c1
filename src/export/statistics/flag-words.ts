import { roundHalfUp } from '../../expression/round.js';
import type { DimensionFlag, QuestionFlag } from '../../rubric/item-analysis/flags.js';
import type { ItemAnalysis } from '../../rubric/item-analysis/item-analysis.js';
import { thresholds } from '../../rubric/item-analysis/thresholds.js';

/** What is worth a look, a line a question or dimension: `data_owner: 34 % do not know (more than 20 %).` */
export function flagLines({ questions, dimensions }: ItemAnalysis): readonly string[] {
  return [
    ...questions.map(({ question, flags }) => lineOf(question.id, flags.map(questionFlagText))),
    ...dimensions.map(({ node, flags }) => lineOf(node.id, flags.map(dimensionFlagText))),
  ].flatMap((line) => line ?? []);
}

function lineOf(id: string, texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : `${id}: ${texts.join('; ')}.`;
}

/** A flag in plain words, with the threshold that it is beyond. */
export function questionFlagText(flag: QuestionFlag): string {
  switch (flag.kind) {
    case 'dont_know':
      return `${percent(flag.share)} do not know (more than ${percent(thresholds.dontKnow)})`;
    case 'unanswered':
      return `${percent(flag.share)} left it blank (more than ${percent(thresholds.blank)})`;
    case 'refused':
      return `${percent(flag.share)} would not say (more than ${percent(thresholds.refused)})`;
    case 'not_applicable':
      return `to ${percent(flag.share)} it does not apply (more than ${percent(thresholds.notApplicable)}); it may want a \`when\``;
    case 'floor':
      return `${percent(flag.share)} of answers are the lowest (more than ${percent(thresholds.end)})`;
    case 'ceiling':
      return `${percent(flag.share)} of answers are the highest (more than ${percent(thresholds.end)})`;
    case 'same':
      return `${percent(flag.share)} of answers are "${flag.answer}" (more than ${percent(thresholds.same)})`;
    case 'unused':
      return `nobody chose ${flag.answers.map((answer) => `"${answer}"`).join(', ')}`;
    case 'item_rest':
      return `it hardly goes with the other questions of its dimension (correlation ${roundHalfUp(flag.correlation, 2)}, below ${thresholds.itemRest})`;
  }
}

export function dimensionFlagText(flag: DimensionFlag): string {
  switch (flag.kind) {
    case 'floor':
      return `${percent(flag.share)} of complete responses give the lowest answer throughout (more than ${percent(thresholds.endOfDimension)})`;
    case 'ceiling':
      return `${percent(flag.share)} of complete responses give the highest answer throughout (more than ${percent(thresholds.endOfDimension)})`;
    case 'alpha_low':
      return `its questions do not measure one thing closely (alpha ${roundHalfUp(flag.alpha, 2)}, below ${thresholds.alpha.least})`;
    case 'alpha_high':
      return `its questions may ask the same thing again (alpha ${roundHalfUp(flag.alpha, 2)}, above ${thresholds.alpha.most})`;
  }
}

function percent(share: number): string {
  return `${roundHalfUp(share * 100, 0)} %`;
}

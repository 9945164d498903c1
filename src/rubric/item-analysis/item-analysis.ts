import type { Resolved } from '../../response/resolve.js';
import type { Response } from '../../response/response.js';
import type { Plan } from '../plan.js';
import { type DimensionBehaviour, dimensionTallies } from './dimension-tally.js';
import { type DimensionFlag, dimensionFlags, type QuestionFlag, questionFlags } from './flags.js';
import { type QuestionTallied, questionTally } from './question-tally.js';
import { thresholds } from './thresholds.js';

/** How the questions of a questionnaire behave. */
export interface ItemAnalysis {
  readonly responses: number;
  readonly questions: readonly AnalysedQuestion[];
  readonly dimensions: readonly AnalysedDimension[];
}

export interface AnalysedQuestion extends QuestionTallied {
  /** The correlation with the rest of the innermost dimension that is analysed. */
  readonly itemRest?: number;
  readonly flags: readonly QuestionFlag[];
}

export interface AnalysedDimension extends DimensionBehaviour {
  readonly flags: readonly DimensionFlag[];
}

/** Collects how questions are answered. Counts are kept, and no response: memory does not grow with them. */
export interface ItemAnalyser {
  readonly add: (response: Response, resolved: Resolved) => void;
  readonly finish: () => ItemAnalysis;
}

export function itemAnalyser(plan: Plan): ItemAnalyser {
  const { questions } = plan.questionnaire;
  const tallies = questions.map((question) => ({ question, tally: questionTally(question) }));
  const dimensions = dimensionTallies(plan);
  let responses = 0;
  return {
    add: (response, resolved) => {
      responses += 1;
      for (const { question, tally } of tallies) {
        const { id, index } = question;
        tally.add(resolved.states[index] ?? 'unanswered', resolved.values[index], response.answers[id]?.note);
      }
      for (const dimension of dimensions) dimension.add(resolved);
    },
    finish: () => {
      const behaviours = dimensions.map((dimension) => dimension.finish());
      // Dimensions stand before those in them: the innermost comes last.
      const innermost = (index: number) => behaviours.findLast((each) => each.questions.includes(index));
      return {
        responses,
        questions: tallies.map(({ question, tally }) => {
          const tallied = tally.finish();
          const within = innermost(question.index);
          const itemRest = within?.itemRest[within.questions.indexOf(question.index)];
          const firm = (within?.complete ?? 0) >= thresholds.fewestComplete;
          return {
            ...tallied,
            ...(itemRest === undefined ? {} : { itemRest }),
            flags: questionFlags(tallied, firm ? itemRest : undefined),
          };
        }),
        dimensions: behaviours.map((each) => ({ ...each, flags: dimensionFlags(each) })),
      };
    },
  };
}

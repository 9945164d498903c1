import type { QuestionnaireStatistics } from '../../questionnaire/statistics/statistics.js';
import type { WeightMatrix } from '../../rubric/influence/weight-matrix.js';

/** What is known of a questionnaire before any answer. */
export interface Described {
  readonly statistics: QuestionnaireStatistics;
  readonly weights: WeightMatrix;
  /** Each question's share of the overall score by its id, 0 to 1; none where there is no overall score. */
  readonly shares: ReadonlyMap<string, number> | undefined;
}

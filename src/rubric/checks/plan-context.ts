import type { CheckContext } from '../../questionnaire/checks/check-rule.js';
import type { Plan } from '../plan.js';

/** What a check of the scores sees: a questionnaire without errors, and how it is scored. */
export interface PlanContext extends CheckContext {
  readonly plan: Plan;
}

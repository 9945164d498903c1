import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../response.js';

/** A questionnaire that was answered, and the responses to it that answers can be brought over from. */
export interface Instrument {
  readonly questionnaire: Questionnaire;
  readonly responses: readonly Response[];
}

import { helpOf, textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { type Notice, problem } from '../view/step.js';

/** Why something was refused, and what to do, as a notice. */
export function problemOf(refusal: Finding): Notice {
  const help = helpOf(refusal);
  return problem(help === undefined ? textOf(refusal) : `${textOf(refusal)}. ${help}`);
}

import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';

type Targets = ReadonlyMap<number, number | string | boolean>;
const none: Targets = new Map();

/** The wanted levels of a response, by question index. */
export function targetsOf(questionnaire: Questionnaire, { answers }: Pick<Response, 'answers'>): Targets {
  let targets: Map<number, number | string | boolean> | undefined;
  for (const { id, index, ask } of questionnaire.questions) {
    if (ask.length === 0) continue;
    const target = answers[id]?.target;
    if (target === undefined) continue;
    targets ??= new Map();
    targets.set(index, target);
  }
  return targets ?? none;
}

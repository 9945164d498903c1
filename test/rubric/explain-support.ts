import { markdown } from '../../src/export/derivations/markdown.js';
import { text } from '../../src/export/derivations/text.js';
import { isError } from '../../src/finding/finding.js';
import { loadQuestionnaire } from '../../src/questionnaire/load.js';
import type { Answer, AnswerValue, Mode, Response } from '../../src/response/response.js';
import { answersOf, derive } from '../../src/rubric/derivation/derivation.js';
import type { Derivation } from '../../src/rubric/derivation/derivation-tree.js';
import { makePlan, type PlanOptions } from '../../src/rubric/make-plan.js';
import { nextBand } from '../../src/rubric/next-band/next-band.js';
import type { Plan } from '../../src/rubric/plan.js';
import { questionnaire } from '../support/questionnaire.js';

/** The plan of a definition, which must be sound; the usual head is put before it where it has none. */
export function planOf(body: string, options: PlanOptions = {}): Plan {
  const files = {
    read: () => ({ text: body.startsWith('milepost:') ? body : questionnaire(body) }),
    resolve: (_from: string, relative: string) => relative,
  };
  const loaded = loadQuestionnaire('q.yaml', files);
  if (loaded.questionnaire === undefined) throw new Error(JSON.stringify(loaded.findings, null, 1));
  const { plan, findings } = makePlan(loaded.questionnaire, loaded.locator, options);
  const errors = [...loaded.findings, ...findings].filter(isError);
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return plan;
}

/** An answer as a test writes it: a value, or the name of a non-answer after a `?`; a blank is left out. */
type Written = AnswerValue | '?dont_know' | '?not_applicable' | '?refused';

/** A response of these answers. */
export function responseOf(
  answers: Readonly<Record<string, Written>>,
  about: { readonly id?: string; readonly mode?: Mode; readonly profile?: Response['profile'] } = {},
): Response {
  const { id = 'r-1', mode, profile = {} } = about;
  return {
    milepost: 1,
    questionnaire: { id: 'sample', version: '1.0.0' },
    id,
    ...(mode === undefined ? {} : { mode }),
    profile,
    answers: Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, answerOf(value)])),
  };
}

function answerOf(written: Written): Answer {
  switch (written) {
    case '?dont_know':
      return { non_answer: 'dont_know' };
    case '?not_applicable':
      return { non_answer: 'not_applicable' };
    case '?refused':
      return { non_answer: 'refused' };
    default:
      return { value: written };
  }
}

/** The derivation of a figure that there must be. */
export function derived(plan: Plan, response: Response, id: string): Derivation {
  const derivation = derive(plan, answersOf(plan, response), id);
  if (derivation === undefined) throw new Error(`no figure ${id}`);
  return derivation;
}

/** The explanation of a response's figure as text. */
export function explained(plan: Plan, response: Response, id: string): string {
  return text.write({
    plan,
    subject: response.id,
    wave: '',
    derivation: derived(plan, response, id),
    nextBand: nextBand(plan, response, id),
  });
}

/** The formulas and figures of an explanation as they are printed, from the code spans of its Markdown. */
export function printedFormulas(plan: Plan, subject: string, derivation: Derivation): readonly string[] {
  const written = markdown.write({ plan, subject, wave: '', derivation });
  return [...written.matchAll(/`([^`]+)`/g)].map(([, formula = '']) => formula);
}

import { askedIn } from '../../questionnaire/checks/asked.js';
import { type KnownProfile, type Outcome, outcomesGiven } from '../../questionnaire/checks/reachable.js';
import type { Dimension, Questionnaire } from '../../questionnaire/questionnaire.js';
import { questionnaireStatistics } from '../../questionnaire/statistics/statistics.js';
import type { CarryOffers } from '../../response/carry/carry-offers.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import { resolve } from '../../response/resolve.js';
import { type Answer, blankAnswer, type Remarks, type Response } from '../../response/response.js';
import type { Asked, Duration, Entry, Form, FormPart } from './form.js';
import { type WhenNames, whenWords } from './when-words.js';

export interface FormOptions {
  /** Profile fields that are filled in beforehand. */
  readonly profile?: Readonly<Record<string, string | number>>;
  /** What `when` may see in these fields; questions that can then never be asked are left out. */
  readonly known?: KnownProfile;
  readonly wave?: string;
  /** A response to start from. */
  readonly response?: Response;
  /** Only what the response leaves blank, or does not know. */
  readonly only?: 'open';
  /** What was answered elsewhere, to be confirmed where the response says nothing. */
  readonly offers?: CarryOffers;
  /** The names of the units of a unit field. */
  readonly units?: (field: string) => readonly string[];
}

/** The form of a questionnaire. */
export function makeForm(questionnaire: Questionnaire, options: FormOptions = {}): Form {
  const { response, only, offers, units = () => [] } = options;
  const numbers = numbersOf(questionnaire);
  const names: WhenNames = { questionnaire, numberOf: (id) => numbers.get(id) };
  const outcomes = outcomesOf(questionnaire, options.known ?? new Map());
  const open = only === undefined ? undefined : openQuestions(questionnaire, response);
  const picked = questionnaire.questions.filter(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome !== 'never' && outcome !== 'never-by-another' && open?.has(id) !== false;
  });
  const asked = picked.map((question): Asked => {
    const conditional = question.when !== undefined && outcomes.get(question.id) !== 'always';
    const answer = response?.answers[question.id] ?? blankAnswer;
    const carried = isBlank(answer) ? offers?.answers.get(question.id) : undefined;
    return {
      kind: 'question',
      number: numbers.get(question.id) ?? '',
      question,
      when: conditional ? whenWords(question.when?.text ?? '', names) : undefined,
      answer: carried === undefined ? answer : { ...remarksIn(answer), ...carried.answer },
      carried,
    };
  });
  const byId = new Map(asked.map((each) => [each.question.id, each]));
  return {
    questionnaire,
    digest: questionnaireDigest(questionnaire),
    kind: only === undefined ? 'full' : 'open',
    wave: options.wave ?? response?.wave,
    responseId: response?.id,
    mode: response?.mode,
    participants: response?.participants?.count,
    profile: questionnaire.profile.map((field) => ({
      field,
      value: options.profile?.[field.id] ?? response?.profile[field.id],
      units: units(field.id),
    })),
    parts: questionnaire.dimensions
      .map((dimension, i): FormPart => {
        const number = String(i + 1);
        return { number, dimension, entries: entriesOf(dimension, number, byId) };
      })
      .filter(({ entries }) => entries.length > 0),
    duration: durationOf(questionnaire, asked),
  };
}

function outcomesOf(questionnaire: Questionnaire, known: KnownProfile): ReadonlyMap<string, Outcome> {
  const found = outcomesGiven(questionnaire, new Set(), known);
  const grids = new Map(
    askedIn(questionnaire).map((asked) => [asked.id, found.get(asked.question.index)] as const),
  );
  return new Map(
    questionnaire.questions.flatMap(({ id, grid }): [string, Outcome][] => {
      const outcome = grids.get(grid?.id ?? id);
      return outcome === undefined ? [] : [[id, outcome]];
    }),
  );
}

/** `2.1.3` by question id: the same whatever is left out of a form. A grid has a number, its items have one each below it. */
function numbersOf(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const number = (dimension: Dimension, own: string): void => {
    dimension.dimensions.forEach((inner, i) => {
      number(inner, `${own}.${i + 1}`);
    });
    let count = 0;
    let item = 0;
    let grid: string | undefined;
    for (const question of dimension.questions) {
      if (question.grid === undefined || question.grid.id !== grid) {
        count += 1;
        item = 0;
      }
      item += 1;
      grid = question.grid?.id;
      numbers.set(question.id, `${own}.${count}${grid === undefined ? '' : `.${item}`}`);
    }
  };
  questionnaire.dimensions.forEach((dimension, i) => {
    number(dimension, String(i + 1));
  });
  return numbers;
}

function entriesOf(
  dimension: Dimension,
  number: string,
  asked: ReadonlyMap<string, Asked>,
): readonly Entry[] {
  const inner = dimension.dimensions.flatMap((each, i): readonly Entry[] => {
    const own = `${number}.${i + 1}`;
    const entries = entriesOf(each, own, asked);
    const { title, description } = each;
    return entries.length === 0 ? [] : [{ kind: 'heading', number: own, title, description }, ...entries];
  });
  let grid: string | undefined;
  const questions = dimension.questions.flatMap((question): readonly Entry[] => {
    const each = asked.get(question.id);
    if (each === undefined) return [];
    const begins = question.grid !== undefined && question.grid.id !== grid;
    grid = question.grid?.id;
    if (question.grid === undefined || !begins) return [each];
    const { text } = question.grid;
    const { help } = question;
    return [{ kind: 'grid', number: each.number.replace(/\.\d+$/, ''), text, help, when: each.when }, each];
  });
  return [...inner, ...questions];
}

/**
 * What a response leaves open: the blank ones, those it does not know, and those that were not asked but may be once
 * these are answered.
 */
function openQuestions(questionnaire: Questionnaire, response: Response | undefined): ReadonlySet<string> {
  const { states } = resolve(questionnaire, response ?? { answers: {}, profile: {} });
  const open = new Set<string>();
  for (const { id, index, when } of questionnaire.questions) {
    const state = states[index];
    const hangs = when?.references.some(({ root, name }) => root === 'answers' && open.has(name)) === true;
    if (state === 'unanswered' || state === 'dont_know' || (state === 'not_asked' && hangs)) open.add(id);
  }
  return open;
}

/** By the estimate for those who answer alone. */
function durationOf(questionnaire: Questionnaire, asked: readonly Asked[]): Duration {
  const estimates = questionnaireStatistics(questionnaire).questions;
  const open = asked.filter(({ carried }) => carried === undefined);
  return {
    questions: open.length,
    carried: asked.length - open.length,
    minutes: open.reduce(
      (sum, { question }) => sum + (estimates[question.index]?.minutes.selfCompletion ?? 0),
      0,
    ),
  };
}

function isBlank({ value, non_answer: none }: Answer): boolean {
  return value === undefined && none === undefined;
}

function remarksIn({ value: _, non_answer: __, carried: ___, ...remarks }: Answer): Remarks {
  return remarks;
}

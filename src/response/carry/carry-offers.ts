import type { ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { isSameSaid, saidIn } from '../adjustment.js';
import { resolve } from '../resolve.js';
import type { CarriedFrom, DeclinedAnswer, GivenAnswer, Response } from '../response.js';
import type { Instrument } from './instrument.js';
import { sameQuestions } from './same-questions.js';

/** Whom answers are brought over to. */
export interface Receiver extends Pick<Response, 'profile'> {
  /** The id of the response, where it has one. */
  readonly id?: string | undefined;
  readonly wave?: string | undefined;
}

/** An answer that was given elsewhere, without its remarks, and where. */
export interface CarriedAnswer {
  readonly answer: GivenAnswer | DeclinedAnswer;
  readonly from: CarriedFrom;
  /** What the questionnaire that asked first is called. */
  readonly title: string;
}

/** A profile field that was filled in elsewhere, and where. */
export interface CarriedField {
  readonly value: string | number;
  readonly from: CarriedFrom;
  readonly title: string;
}

/** Responses of which none goes before another, and which do not say the same: none of their answers is offered. */
export interface CarryTie {
  readonly question: string;
  readonly responses: readonly string[];
}

/** What a unit has answered elsewhere that is asked again. */
export interface CarryOffers {
  /** How many responses of the unit there are. */
  readonly responses: number;
  /** By question id. */
  readonly answers: ReadonlyMap<string, CarriedAnswer>;
  /** By id of the profile field. */
  readonly profile: ReadonlyMap<string, CarriedField>;
  readonly ties: readonly CarryTie[];
}

export type OffersFor = (receiver: Receiver) => CarryOffers;

/** A response that answers can be brought over from. */
interface Candidate {
  readonly response: Response;
  readonly title: string;
  /** 1 where the same response answers both instruments, else 0. */
  readonly isSame: number;
  /** 1 where its mode speaks for the rest of its unit, else 0. */
  readonly isPreferred: number;
  readonly said: (question: Question) => GivenAnswer | DeclinedAnswer | undefined;
}

/**
 * Finds what has been answered in other instruments, or in another wave of this one. Responses are of the same unit where
 * all unit fields that both questionnaires have say the same; where they have none, the same response id tells. Of several, the
 * one of the same response id goes first, then those of the mode that the roll-up prefers, then official ones, then the one
 * completed last. A don't know and a refusal are no answers to bring over.
 */
export function carryOffers(now: Questionnaire, instruments: readonly Instrument[]): OffersFor {
  const sources = instruments.map((instrument) => sourceOf(now, instrument));
  return (receiver) => {
    const found = sources.map((source) => ({ source, candidates: source.of(receiver) }));
    const answers = new Map<string, CarriedAnswer>();
    const ties: CarryTie[] = [];
    for (const question of now.questions) {
      const said = found
        .filter(({ source }) => source.questions.has(question.id))
        .flatMap(({ candidates }) => candidates)
        .flatMap((candidate) => {
          const answer = candidate.said(question);
          return answer === undefined ? [] : [{ candidate, answer }];
        })
        .toSorted((one, other) => inOrder(one.candidate, other.candidate));
      const [first] = said;
      if (first === undefined) continue;
      const { candidate, answer } = first;
      const level = said.filter((other) => inOrder(candidate, other.candidate) === 0);
      if (level.every((other) => isSameSaid(saidIn(answer), saidIn(other.answer)))) {
        answers.set(question.id, { answer, from: originOf(candidate.response), title: candidate.title });
      } else {
        ties.push({
          question: question.id,
          responses: level.map(({ candidate: { response } }) => response.id),
        });
      }
    }
    return {
      responses: found.reduce((sum, { candidates }) => sum + candidates.length, 0),
      answers,
      profile: new Map(now.profile.flatMap((field) => fieldOffer(field, found))),
      ties,
    };
  };
}

interface CarrySource {
  /** Ids of the questions that it asks alike. */
  readonly questions: ReadonlySet<string>;
  /** Ids of the profile fields that it asks alike. */
  readonly fields: ReadonlySet<string>;
  readonly of: (receiver: Receiver) => readonly Candidate[];
}

function sourceOf(now: Questionnaire, { questionnaire, responses }: Instrument): CarrySource {
  const prefer = questionnaire.rubric.body.rollup?.prefer;
  const own = new Set(unitFields(now).map(({ id }) => id));
  const units = unitFields(questionnaire)
    .map(({ id }) => id)
    .filter((id) => own.has(id));
  const keyOf = ({ profile, id }: Receiver) =>
    units.length === 0 ? (id ?? '') : JSON.stringify(units.map((unit) => unitText(profile[unit])));
  const nobody = units.length === 0 ? '' : JSON.stringify(units.map(() => ''));
  const byKey = new Map<string, Response[]>();
  for (const response of responses) {
    const key = keyOf(response);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [response]);
    else known.push(response);
  }
  return {
    questions: new Set(sameQuestions(now, questionnaire).same.map(({ id }) => id)),
    fields: new Set(
      now.profile
        .filter((field) => questionnaire.profile.some((other) => isAlike(field, other)))
        .map(({ id }) => id),
    ),
    of: (receiver) => {
      const key = keyOf(receiver);
      if (key === nobody) return [];
      // What was said in this very wave of this very questionnaire was said by somebody else, or is this response itself.
      const isElsewhere = ({ wave }: Response) => questionnaire.id !== now.id || wave !== receiver.wave;
      return (byKey.get(key) ?? []).filter(isElsewhere).map((response) => ({
        response,
        title: questionnaire.title.trim(),
        isSame: Number(response.id === receiver.id),
        isPreferred: Number(prefer !== undefined && response.mode === prefer),
        said: saidTo(questionnaire, response),
      }));
    },
  };
}

/** What a response says to a question, as far as it was asked there. */
function saidTo(questionnaire: Questionnaire, response: Response): Candidate['said'] {
  const { states } = resolve(questionnaire, response);
  const indices = new Map(questionnaire.questions.map(({ id, index }) => [id, index]));
  return ({ id, nonAnswers }) => {
    const state = states[indices.get(id) ?? -1];
    const value = response.answers[id]?.value;
    if (state === 'value') return value === undefined ? undefined : { value };
    return state === 'not_applicable' && nonAnswers.includes(state) ? { non_answer: state } : undefined;
  };
}

function inOrder(one: Candidate, other: Candidate): number {
  return (
    other.isSame - one.isSame ||
    other.isPreferred - one.isPreferred ||
    Number(other.response.official ?? false) - Number(one.response.official ?? false) ||
    compareTexts(other.response.completed ?? '', one.response.completed ?? '')
  );
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function originOf({ questionnaire: { id, version }, id: response, wave, completed }: Response): CarriedFrom {
  return {
    questionnaire: id,
    version,
    response,
    ...(wave === undefined ? {} : { wave }),
    ...(completed === undefined ? {} : { completed }),
  };
}

/** A field that is filled in alike wherever it goes first; personal ones are nobody's to pass on. */
function fieldOffer(
  { id, personal }: ProfileField,
  found: readonly { readonly source: CarrySource; readonly candidates: readonly Candidate[] }[],
): readonly (readonly [string, CarriedField])[] {
  if (personal) return [];
  const said = found
    .filter(({ source }) => source.fields.has(id))
    .flatMap(({ candidates }) => candidates)
    .filter(({ response }) => Object.hasOwn(response.profile, id))
    .toSorted(inOrder);
  const [first] = said;
  const value = first?.response.profile[id];
  if (first === undefined || value === undefined) return [];
  const level = said.filter((other) => inOrder(first, other) === 0);
  if (!level.every(({ response }) => response.profile[id] === value)) return [];
  return [[id, { value, from: originOf(first.response), title: first.title }]];
}

/** Whether a profile field is filled in with the same things. */
function isAlike(one: ProfileField, other: ProfileField): boolean {
  if (one.id !== other.id || one.type !== other.type || one.personal || other.personal) return false;
  if (one.type !== 'choice' || other.type !== 'choice') return true;
  const ids = ({ options }: typeof one) => JSON.stringify(options.map(({ id, label }) => [id, label]));
  return ids(one) === ids(other);
}

function unitText(value: string | number | undefined): string {
  return String(value ?? '')
    .trim()
    .replace(/\s+/g, ' ');
}

import type { Pair } from '../../questionnaire/diff/align.js';
import { align } from '../../questionnaire/diff/align.js';
import type { Alignment } from '../../questionnaire/diff/alignment.js';
import { alignLevels } from '../../questionnaire/diff/answer-sets.js';
import { bare } from '../../questionnaire/diff/wording.js';
import type { Option, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { type AnswerReader, answerReaders, readValue } from '../reading/read-answer.js';
import { type Answer, type AnswerValue, blankAnswer, type Response } from '../response.js';

/** A response as far as another version of its questionnaire has a place for it. */
export interface CarriedOver {
  /** By `Question.index` of the other version. */
  readonly answers: readonly Answer[];
  readonly profile: Response['profile'];
}

/**
 * Reads responses to the old version as responses to the new one, to see how scores would move: answers to questions,
 * levels and options that only have another id are answers to these; what the new version does not permit is a blank.
 */
export function carryOver(now: Questionnaire, alignment: Alignment): (response: Response) => CarriedOver {
  const readers = answerReaders(now);
  const ways = alignment.answers.pairs.flatMap((pair) => {
    const reader = readers[pair.new.index];
    return reader === undefined
      ? []
      : { from: pair.old.id, to: pair.new.index, carry: carrier(pair, reader) };
  });
  const fields = alignment.profile.pairs;
  const blanks: readonly Answer[] = now.questions.map(() => blankAnswer);
  return (response) => {
    const answers = [...blanks];
    for (const { from, to, carry } of ways) {
      const answer = response.answers[from];
      if (answer !== undefined) answers[to] = carry(answer);
    }
    const profile: Record<string, string | number> = {};
    for (const { old, new: field } of fields) {
      const value = response.profile[old.id];
      if (value !== undefined) profile[field.id] = value;
    }
    return { answers, profile };
  };
}

function carrier(pair: Pair<Question>, reader: AnswerReader): (answer: Answer) => Answer {
  const translate = translator(pair);
  const { id, nonAnswers } = pair.new;
  return ({ value, non_answer }) => {
    if (non_answer !== undefined) return nonAnswers.includes(non_answer) ? { non_answer } : blankAnswer;
    const carried = value === undefined ? undefined : translate(value);
    if (carried === undefined) return blankAnswer;
    const read = readValue(reader, carried, { place: { file: '' }, name: id });
    return read.kind === 'value' ? { value: read.value } : blankAnswer;
  };
}

type Translate = (value: AnswerValue) => AnswerValue | undefined;

/** What a value is called now; nothing for one that is gone, or that a question of another type has no place for. */
function translator({ old, new: now }: Pair<Question>): Translate {
  if (old.type === 'level' && now.type === 'level') {
    const { pairs } = alignLevels(old.scale, now.scale);
    const known = new Map<AnswerValue, number>(pairs.map((level) => [level.old.value, level.new.value]));
    return (value) => known.get(value);
  }
  if (
    (old.type === 'choice' && now.type === 'choice') ||
    (old.type === 'choices' && now.type === 'choices')
  ) {
    return options(old.options, now.options);
  }
  return old.type === now.type ? (value) => value : () => undefined;
}

function options(old: readonly Option[], now: readonly Option[]): Translate {
  const { pairs } = align(old, now, ({ label }) => bare(label));
  const known = new Map(pairs.map((pair) => [pair.old.id, pair.new.id]));
  return (value) => {
    if (typeof value === 'string') return known.get(value);
    if (!Array.isArray(value)) return undefined;
    const left = value.flatMap((each: string) => known.get(each) ?? []);
    return left.length === 0 ? undefined : left;
  };
}

import { within } from '../../../checks/asked.js';
import type { NumberQuestion, Question } from '../../../questionnaire.js';
import { defineChange, given, type ReturnedAnswer } from '../../change.js';

export const limitsNarrowed = defineChange({
  id: 'limits-narrowed',
  reason: `An answer that was permitted may be outside the limits now, and refused. A new \`pattern\` counts as narrower: what
two patterns have in common cannot be told. Where it is wider on one side and narrower on the other, this is told.`,
  before:
    '- { id: staff, text: How many people?, type: number, min: 0, max: 500, score: "value", range: [0, 1000] }',
  after:
    '- { id: staff, text: How many people?, type: number, min: 0, max: 100, score: "value", range: [0, 1000] }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const { narrower, key } = limitChanges(old.question, now.question);
      if (narrower.length === 0) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, key),
        new: within(now.origin, key),
        args: { id: now.id, limits: narrower },
        touches: { questions: old.items.map(({ id }) => id), are: outside(now.question) },
      };
    }
  },
});

export const limitsWidened = defineChange({
  id: 'limits-widened',
  reason: `Whatever came back stays valid. Answers can come back now that could not before.`,
  before:
    '- { id: staff, text: How many people?, type: number, min: 0, max: 100, score: "value", range: [0, 1000] }',
  after:
    '- { id: staff, text: How many people?, type: number, min: 0, max: 500, score: "value", range: [0, 1000] }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const { narrower, wider, key } = limitChanges(old.question, now.question);
      if (narrower.length > 0 || wider.length === 0 || rescaled(old.question, now.question)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, key),
        new: within(now.origin, key),
        args: { id: now.id, limits: wider },
      };
    }
  },
});

/** Whether a number is its own score, which then reaches from one limit to the other. */
function rescaled(old: Question, now: Question): boolean {
  return old.type === 'number' && now.type === 'number' && isOwnScore(old) && isOwnScore(now);
}

function isOwnScore({ score }: NumberQuestion): boolean {
  return score.by === 'itself';
}

interface LimitChanges {
  readonly narrower: readonly string[];
  readonly wider: readonly string[];
  /** The first key that changed. */
  readonly key: string;
}

interface Limit {
  readonly key: string;
  readonly old: string | number | boolean | undefined;
  readonly new: string | number | boolean | undefined;
  /** Whether the one permits more than the other; neither of two patterns does. */
  readonly isWider: (a: string | number | boolean, b: string | number | boolean) => boolean;
}

function limitChanges(old: Question, now: Question): LimitChanges {
  const narrower: string[] = [];
  const wider: string[] = [];
  const keys: string[] = [];
  for (const limit of limitsOf(old, now)) {
    if (limit.old === limit.new) continue;
    const is = limit.new === undefined || (limit.old !== undefined && limit.isWider(limit.new, limit.old));
    const text = `\`${limit.key}\` ${limit.new ?? 'none'} (was ${limit.old ?? 'none'})`;
    (is ? wider : narrower).push(text);
    keys.push(limit.key);
  }
  return { narrower, wider, key: keys[0] ?? 'id' };
}

function limitsOf(old: Question, now: Question): readonly Limit[] {
  const lower: Limit['isWider'] = (a, b) => a < b;
  const higher: Limit['isWider'] = (a, b) => a > b;
  const never: Limit['isWider'] = () => false;
  if (old.type === 'number' && now.type === 'number') {
    return [
      { key: 'min', old: old.min, new: now.min, isWider: lower },
      { key: 'max', old: old.max, new: now.max, isWider: higher },
      { key: 'integer', old: old.integer || undefined, new: now.integer || undefined, isWider: never },
    ];
  }
  if (old.type === 'text' && now.type === 'text') {
    return [
      { key: 'pattern', old: old.pattern, new: now.pattern, isWider: never },
      { key: 'max_length', old: old.maxLength, new: now.maxLength, isWider: higher },
    ];
  }
  if (old.type === 'date' && now.type === 'date') {
    return [
      { key: 'min', old: old.min, new: now.min, isWider: lower },
      { key: 'max', old: old.max, new: now.max, isWider: higher },
    ];
  }
  return [];
}

/** Whether an answer is one that the question no longer permits. */
function outside(question: Question): (answer: ReturnedAnswer) => boolean {
  switch (question.type) {
    case 'number': {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer } = question;
      return ({ value }) =>
        typeof value === 'number' && (value < min || value > max || (integer && !Number.isInteger(value)));
    }
    case 'date': {
      const { min = '', max = '9' } = question;
      return ({ value }) => typeof value === 'string' && (value < min || value > max);
    }
    case 'text': {
      const { maxLength = Number.POSITIVE_INFINITY, pattern } = question;
      const permitted = pattern === undefined ? undefined : new RegExp(pattern, 'u');
      return ({ value }) =>
        typeof value === 'string' && ([...value].length > maxLength || permitted?.test(value) === false);
    }
    default:
      return given;
  }
}

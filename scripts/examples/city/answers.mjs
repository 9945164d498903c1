// What somebody answers to a question of any questionnaire, by how far along the unit is that they have in mind.

import { dice, hash } from '../dice.mjs';
import {
  contacts,
  dissents,
  evidence,
  filled,
  notes,
  otherEvidence,
  otherNotes,
  otherPractices,
  practices,
} from './texts.mjs';

const seed = 20260302;

/** Dice of its own for everything that is thrown, so that a change of one thing leaves all else as it was. */
export function diceFor(...parts) {
  return dice(seed ^ hash(parts.join(' ')));
}

/** Which barriers are named at which dimension, besides what stands in an authority's own way. */
const usualBarriers = {
  corporate_strategy: ['central_grant', 'capacity', 'leadership', 'decisions', 'reorganisation'],
  ict_provision: ['legacy_contracts', 'legacy_systems', 'procurement', 'interoperability', 'central_grant'],
  technology_adoption: ['capacity', 'skills', 'procurement', 'legacy_systems', 'appetite'],
  data_governance: ['data_quality', 'data_sharing', 'ig_clearance', 'interoperability', 'skills'],
  culture: ['capacity', 'appetite', 'leadership', 'skills'],
};

/** Questions are not equally hard: some are about what few have. */
function difficulty(question) {
  return diceFor('difficulty', question.id).normal(0.18);
}

function strengthOf(respondent, question, thrown) {
  const { lean } = respondent;
  return respondent.at + (lean[question.dimensionId] ?? 0) - difficulty(question) + thrown.normal(0.42);
}

/** The place on a scale of `count` steps, from 0. */
function stepAt(strength, count) {
  const place = Math.round((0.43 + 0.31 * strength) * (count - 1));
  return Math.min(count - 1, Math.max(0, place));
}

function nonAnswer(respondent, question, { chance }) {
  const may = (kind) => question.nonAnswers.includes(kind);
  if (chance(respondent.skips)) return 'blank';
  if (may('refused') && chance(respondent.role === 'frontline' ? 0.12 : 0.02)) return 'refused';
  if (may('dont_know') && chance(respondent.unsure)) return 'dont_know';
  return may('not_applicable') && chance(0.01) ? 'not_applicable' : undefined;
}

function given(respondent, question, thrown) {
  const strength = strengthOf(respondent, question, thrown);
  switch (question.type) {
    case 'level': {
      const { levels } = question.scale;
      return levels[stepAt(strength, levels.length)].value;
    }
    case 'yes_no':
      return strength + 0.5 > 0.25;
    case 'choice': {
      const best = question.options.toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0));
      const scored = question.options.every(({ score }) => score !== undefined);
      return (scored ? best[stepAt(strength, best.length)] : thrown.pick(question.options)).id;
    }
    case 'choices': {
      const open = question.options.filter(({ exclusive }) => !exclusive);
      const alone = question.options.find(({ exclusive }) => exclusive);
      const taken = open.filter(({ score }) => thrown.chance(0.5 + 0.22 * strength - 0.08 * (score ?? 0)));
      if (taken.length > 0) return taken.map(({ id }) => id);
      return [(alone ?? thrown.pick(open)).id];
    }
    case 'number': {
      const [low, high] = [question.min ?? 0, question.max ?? (question.min ?? 0) + 40];
      const share = Math.min(1, Math.max(0, 0.72 + 0.11 * strength));
      const number = low + (high - low) * share;
      return question.integer === true || high - low > 20 ? Math.round(number) : Math.round(number * 10) / 10;
    }
    case 'date': {
      const year = 2026 + thrown.between(0, 3);
      const date = `${year}-${String(thrown.between(1, 12)).padStart(2, '0')}-${thrown.pick(['01', '30', '15'])}`;
      const sound = date.endsWith('-02-30') ? date.replace('-30', '-28') : date;
      if (question.min !== undefined && sound < question.min) return question.min;
      return question.max !== undefined && sound > question.max ? question.max : sound;
    }
    default:
      throw new Error(`No answers are made up for a ${question.type} question (${question.id}).`);
  }
}

/** How far up an answer is, from 0 to 1; in the middle where nobody can say. */
function shareOf(question, value) {
  switch (value === undefined ? undefined : question.type) {
    case 'level': {
      const { levels } = question.scale;
      return levels.findIndex((level) => level.value === value) / Math.max(1, levels.length - 1);
    }
    case 'yes_no':
      return value ? 1 : 0;
    case 'choices':
      return Math.min(1, value.length / 3);
    case 'number':
      return value > 75 ? 1 : 0;
    default:
      return 0.5;
  }
}

/** What several people voted, and what it came to: their median, or the lower level between two. */
function votesOn(respondent, question, thrown) {
  const { levels } = question.scale;
  const common = strengthOf(respondent, question, thrown);
  const votes = Array.from({ length: respondent.people }, () =>
    thrown.chance(0.04) && question.nonAnswers.includes('dont_know')
      ? 'dont_know'
      : levels[stepAt(common + thrown.normal(0.5), levels.length)].value,
  );
  const given = votes.filter((vote) => vote !== 'dont_know').toSorted((one, other) => one - other);
  return { votes, given, value: given[Math.floor((given.length - 1) / 2)] };
}

function textOf(bank, other, question, isHigh) {
  const own = bank[question.id] ?? other;
  return Array.isArray(own) ? own : own[isHigh ? 'high' : 'low'];
}

/** What a respondent says to a question, with what accompanies it; nothing where it is left blank without a word. */
export function answerTo(respondent, question, barriers) {
  const thrown = diceFor(respondent.key, question.id);
  const { department, mode, talkative } = respondent;
  const { chance, pick, between } = thrown;
  const asks = (key) => question.ask.includes(key);
  const answer = {};
  const declined = nonAnswer(respondent, question, thrown);
  const tally =
    mode === 'workshop' && question.type === 'level' ? votesOn(respondent, question, thrown) : undefined;
  if (tally?.value !== undefined) answer.value = tally.value;
  else if (declined === undefined) answer.value = given(respondent, question, thrown);
  else if (declined !== 'blank') answer.non_answer = declined;
  else return undefined;

  const levels = question.scale?.levels ?? [];
  const place = levels.findIndex(({ value }) => value === answer.value);
  const share = shareOf(question, answer.value);
  const isKnown = answer.value !== undefined;
  if (asks('target') && place >= 0 && chance(mode === 'self_completion' ? 0.6 : 0.9)) {
    answer.target = levels[Math.min(levels.length - 1, place + pick([0, 1, 1, 2]))].value;
  }
  if (asks('evidence') && isKnown && share >= 0.5 && chance(0.25 * talkative)) {
    answer.evidence = filled(pick(textOf(evidence, otherEvidence, question)), thrown, department);
  }
  if (asks('barriers') && isKnown && share < 1 && chance(0.55)) {
    const usual = usualBarriers[question.dimensionId] ?? barriers;
    const pool = [...respondent.held, ...respondent.held, ...usual].filter((id) => barriers.includes(id));
    const named = new Set(Array.from({ length: between(1, 2) }, () => pick(pool)));
    answer.barriers = barriers.filter((id) => named.has(id));
  }
  if (asks('confidence') && isKnown && chance(0.6))
    answer.confidence = pick(['low', 'medium', 'medium', 'high']);
  if (asks('best_practice') && share > 0.5 && chance(0.06 * talkative)) {
    const own = practices[question.id] ?? otherPractices;
    const bank = Array.isArray(own) ? own : own[department.id];
    answer.best_practice = filled(pick(bank), thrown, department);
    answer.share = chance(0.75) ? 'yes' : 'no';
    if (answer.share === 'yes') answer.contact = pick([department.lead, department.lead, ...contacts]);
  }
  if (chance(0.022 * talkative)) {
    answer.note = filled(pick(textOf(notes, otherNotes, question, share >= 0.5)), thrown, department);
  }
  if (tally?.value !== undefined) {
    answer.votes = tally.votes;
    const [low, high] = [tally.given[0], tally.given.at(-1)];
    if (levels.length > 2 && high - low >= 2 && chance(0.3)) {
      answer.dissent = filled(pick(dissents), thrown, department, { low: String(low), high: String(high) });
    }
  }
  return answer;
}

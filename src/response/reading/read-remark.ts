import { type Finding, finding } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { ambiguous, type Labels, labelsOf, lookUp, nearest } from '../labels/labels.js';
import { confidences, type RemarkKey, type Remarks } from '../response.js';
import { yesNoOf } from '../texts/plain-values.js';
import { type AnswerReader, readAnswer, type Spot } from './read-answer.js';

/** Remarks while they are read. */
export type RemarksDraft = { -readonly [K in keyof Remarks]: Remarks[K] };

const confidenceLabels = labelsOf(confidences.map((key) => ({ key, label: key })));
const yesNoLabels = labelsOf(['yes', 'no'].map((key) => ({ key, label: key })));

/** The barriers of a questionnaire, for reading. */
export function barrierLabels({ barriers }: Pick<Questionnaire, 'barriers'>): Labels {
  return labelsOf(barriers.map(({ id, label }) => ({ key: id, label })));
}

/** What may accompany an answer to the question: a note, what it asks for, and what a workshop adds. */
export function remarksOf(question: Question): readonly RemarkKey[] {
  const keys: RemarkKey[] = ['note', ...question.ask];
  if (question.ask.includes('best_practice')) keys.push('share', 'contact');
  if (canBeVotedOn(question)) keys.push('votes');
  return [...keys, 'dissent'];
}

/** Whether a vote on it is one value that votes can agree on. */
function canBeVotedOn({ type }: Question): boolean {
  return type === 'level' || type === 'yes_no' || type === 'choice' || type === 'number';
}

/**
 * Reads a follow-up from a cell's text or a typed value into the draft; a blank leaves it as it is. Words for a
 * non-answer are text in a text, and mean that there is none everywhere else.
 */
export function readRemark(
  reader: AnswerReader,
  barriers: Labels,
  key: RemarkKey,
  written: unknown,
  spot: Spot,
  draft: RemarksDraft,
): Finding | undefined {
  if (written === null || written === undefined || (typeof written === 'string' && written.trim() === '')) {
    return undefined;
  }
  switch (key) {
    case 'note':
    case 'evidence':
    case 'best_practice':
    case 'contact':
    case 'dissent':
      return readText(key, written, spot, draft);
    case 'target':
      return readTarget(reader, written, spot, draft);
    case 'barriers':
      return readBarriers(reader, barriers, written, spot, draft);
    case 'confidence': {
      const found = readWord(reader, confidenceLabels, written, spot);
      if (typeof found === 'object') return found;
      const confidence = confidences.find((word) => word === found);
      if (confidence !== undefined) draft.confidence = confidence;
      return undefined;
    }
    case 'share': {
      const said = typeof written === 'boolean' ? written : yesNoOf(String(written));
      const found = said === undefined ? readWord(reader, yesNoLabels, written, spot) : said ? 'yes' : 'no';
      if (typeof found === 'object') return found;
      if (found === 'yes' || found === 'no') draft.share = found;
      return undefined;
    }
    case 'votes':
      return readVotes(reader, written, spot, draft);
  }
}

function readText(
  key: 'note' | 'evidence' | 'best_practice' | 'contact' | 'dissent',
  written: unknown,
  { place, name }: Spot,
  draft: RemarksDraft,
): Finding | undefined {
  if (typeof written !== 'string') {
    return finding('answer-wrong-kind', place, { name, found: written, needed: 'a text' });
  }
  if (written.includes('\0')) return finding('answer-nul', place, { name });
  draft[key] = written.trim();
  return undefined;
}

function readTarget(
  reader: AnswerReader,
  written: unknown,
  spot: Spot,
  draft: RemarksDraft,
): Finding | undefined {
  if (typeof written === 'string' && reader.words.has(fold(written))) return undefined;
  const reading = readAnswer(reader, written, spot);
  if (reading.kind === 'fault') return reading.finding;
  if (reading.kind === 'value' && typeof reading.value === 'number') draft.target = reading.value;
  return undefined;
}

function readBarriers(
  reader: AnswerReader,
  barriers: Labels,
  written: unknown,
  spot: Spot,
  draft: RemarksDraft,
): Finding | undefined {
  const whole = typeof written === 'string' ? lookUp(barriers, written) : undefined;
  const parts = Array.isArray(written)
    ? written
    : whole === undefined
      ? String(written).split(';')
      : [written];
  const ids = new Set<string>();
  for (const part of parts) {
    if (String(part).trim() === '') continue;
    const found = readWord(reader, barriers, part, spot);
    if (typeof found === 'object') return found;
    if (found !== undefined) ids.add(found);
  }
  if (ids.size > 0) draft.barriers = [...ids];
  return undefined;
}

function readVotes(
  reader: AnswerReader,
  written: unknown,
  spot: Spot,
  draft: RemarksDraft,
): Finding | undefined {
  if (!Array.isArray(written)) {
    return finding('answer-wrong-kind', spot.place, {
      name: spot.name,
      found: written,
      needed: 'a list of votes',
    });
  }
  const votes: (number | string | boolean)[] = [];
  for (const vote of written) {
    // As a blank one is written.
    if (vote === 'unanswered') {
      votes.push(vote);
      continue;
    }
    const reading = readAnswer(reader, vote, spot);
    if (reading.kind === 'fault') return reading.finding;
    if (reading.kind === 'blank') votes.push('unanswered');
    else if (reading.kind === 'non_answer') votes.push(reading.non_answer);
    else if (typeof reading.value !== 'object') votes.push(reading.value);
  }
  draft.votes = votes;
  return undefined;
}

/** The word that was meant, nothing for a non-answer, or what is wrong with it. */
function readWord(
  reader: AnswerReader,
  labels: Labels,
  written: unknown,
  { place, name }: Spot,
): string | Finding | undefined {
  const text = typeof written === 'string' ? written : '';
  if (reader.words.has(fold(text))) return undefined;
  const found = lookUp(labels, text);
  if (found === ambiguous) {
    return finding('answer-ambiguous', place, { name, found: text, allowed: labels.allowed });
  }
  if (found !== undefined) return String(found);
  const suggestion = nearest(labels, text);
  return finding('answer-unknown', place, {
    name,
    found: written,
    allowed: labels.allowed,
    nonAnswers: [],
    suggestion,
  });
}

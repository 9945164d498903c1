import { textOf } from '../../finding/catalogue.js';
import { type Finding, finding } from '../../finding/finding.js';
import { shown } from '../../finding/words.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import { isSameAdjustment, isSameSaid, saidIn, saidText, withSaid } from '../../response/adjustment.js';
import { missingRequired, resolve } from '../../response/resolve.js';
import type { Answer, Response } from '../../response/response.js';
import { type Accepted, type Batch, emptyBatch } from '../batch.js';
import type { Session } from '../session.js';
import { countOne, type Tally, talliedFindings } from '../tally.js';
import type { AdjustmentCounts, Adjustments, PlacedAdjustment } from './adjustments.js';

/**
 * Applies adjustments to the responses that they are meant for, each as a whole: what it says after all of its own must be
 * valid again, or it stays as it was. An adjusted response bears the record. What is left over, and why, comes last.
 */
export async function* adjust(
  session: Session,
  adjustments: Adjustments,
  batches: AsyncIterable<Batch>,
): AsyncGenerator<Batch> {
  const waiting = new Map<string, PlacedAdjustment[]>();
  for (const one of adjustments.placed) {
    const key = keyOf(one);
    waiting.set(key, [...(waiting.get(key) ?? []), one]);
  }
  const near = nearResponses(adjustments.placed);
  const course = openCourse(adjustments);
  const take = (accepted: Accepted): Accepted => {
    near.note(accepted.response);
    const key = keyOf(accepted.response);
    const own = waiting.get(key);
    if (own === undefined) return accepted;
    waiting.delete(key);
    return adjusted(session, accepted, own, course);
  };
  for await (const batch of batches) {
    for (const { row } of batch.rejected) if (row !== undefined) near.noteRefused(row.id);
    yield batch.accepted.length === 0 ? batch : { ...batch, accepted: batch.accepted.map(take) };
  }
  for (const { id, wave, places } of [...waiting.values()].flat()) {
    course.refused += 1;
    const args = { id, wave, near: near.to(id), wasRefused: near.wasRefused(id) };
    course.findings.push(finding('adjustment-without-response', places.id, args));
  }
  yield { ...emptyBatch(adjustments.file), findings: closing(course), adjusted: countsOf(course) };
}

/** What became of the adjustments so far. */
interface Course {
  readonly of: Adjustments;
  readonly applied: { correction: number; moderation: number };
  readonly before: PlacedAdjustment[];
  refused: number;
  readonly findings: Finding[];
  readonly notAsked: Tally;
}

function openCourse(of: Adjustments): Course {
  const { refused, findings } = of;
  const applied = { correction: 0, moderation: 0 };
  return { of, applied, before: [], refused, findings: [...findings], notAsked: new Map() };
}

function adjusted(
  session: Session,
  accepted: Accepted,
  own: readonly PlacedAdjustment[],
  course: Course,
): Accepted {
  const { response } = accepted;
  const fitting = own.filter((one) => fits(response, one, course));
  const [first] = fitting;
  if (first === undefined) return accepted;
  const made = withAdjustments(response, fitting);
  const faults = faultsOf(session, made, first);
  if (faults.length > 0) {
    course.refused += fitting.length;
    const args = { id: response.id, adjustments: fitting.length, faults: faults.map(textOf) };
    course.findings.push(finding('adjustment-not-valid', first.places.row, args));
    return accepted;
  }
  for (const { adjustment } of fitting) course.applied[adjustment.kind] += 1;
  const resolved = resolve(session.questionnaire, made);
  noteNotAsked(session, accepted, resolved, first, course);
  return { ...accepted, response: made, resolved };
}

/** Whether the answer is still the one to be adjusted; if it is not, it is noted what becomes of the adjustment. */
function fits({ id, answers, adjustments = [] }: Response, one: PlacedAdjustment, course: Course): boolean {
  const { adjustment, places } = one;
  const { question, from } = adjustment;
  if (adjustments.some((known) => isSameAdjustment(known, adjustment))) {
    course.before.push(one);
    return false;
  }
  const found = saidIn(answers[question] ?? {});
  if (isSameSaid(found, from)) return true;
  course.refused += 1;
  const args = { id, question, from: saidText(from), found: saidText(found) };
  course.findings.push(finding('adjustment-from-differs', places.from, args));
  return false;
}

function withAdjustments(response: Response, adjustments: readonly PlacedAdjustment[]): Response {
  const answers: Record<string, Answer> = { ...response.answers };
  for (const { adjustment } of adjustments) {
    const { question, to } = adjustment;
    answers[question] = withSaid(answers[question] ?? {}, to);
  }
  const own = adjustments.map(({ adjustment }) => adjustment);
  return { ...response, answers, adjustments: [...(response.adjustments ?? []), ...own] };
}

/** What would be wrong with an adjusted response. */
function faultsOf(
  { questionnaire, validator }: Session,
  response: Response,
  { places }: PlacedAdjustment,
): readonly Finding[] {
  if (!validator.accepts(response)) return validator.findings(response, () => places.row, []);
  const missing = missingRequired(questionnaire, resolve(questionnaire, response), response.ask_again);
  return missing.flatMap((index) => {
    const question = questionnaire.questions[index];
    if (question === undefined) return [];
    return [finding('answer-missing', places.row, { name: question.id, permitted: question.nonAnswers })];
  });
}

/** Tells of answers that are not asked for any more, as of those that never were. */
function noteNotAsked(
  { questionnaire }: Session,
  before: Accepted,
  { answeredNotAsked }: Accepted['resolved'],
  { places }: PlacedAdjustment,
  { notAsked }: Course,
): void {
  for (const index of answeredNotAsked) {
    const question = questionnaire.questions[index]?.id ?? '';
    if (before.resolved.answeredNotAsked.includes(index)) continue;
    countOne(notAsked, question, (responses) =>
      finding('answered-not-asked', places.row, { question, responses }),
    );
  }
}

function closing({ findings, before, notAsked }: Course): readonly Finding[] {
  const [first] = before;
  const lines = before.map(({ places }) => places.row.cell?.line ?? 0);
  return [
    ...findings,
    ...talliedFindings(notAsked),
    ...(first === undefined
      ? []
      : [finding('adjustments-applied-before', first.places.row, { adjustments: before.length, lines })]),
  ];
}

function countsOf({ of: { file, read }, applied, before, refused }: Course): AdjustmentCounts {
  return { file, read, applied, applied_before: before.length, refused };
}

/** What is known of responses that are called nearly as those to be adjusted: for what is to be said if there is none. */
interface NearResponses {
  readonly note: (response: Response) => void;
  readonly noteRefused: (id: string) => void;
  /** `"r1" of wave "2026"` */
  readonly to: (id: string) => string | undefined;
  readonly wasRefused: (id: string) => boolean;
}

function nearResponses(placed: readonly PlacedAdjustment[]): NearResponses {
  const wanted = new Set(placed.map(({ id }) => fold(id)));
  const near = new Map<string, string>();
  const refused = new Set<string>();
  return {
    note: ({ id, wave }) => {
      const folded = fold(id);
      if (!wanted.has(folded) || near.has(folded)) return;
      near.set(folded, `${shown(id)} of ${wave === undefined ? 'no wave' : `wave ${shown(wave)}`}`);
    },
    noteRefused: (id) => {
      if (wanted.has(fold(id))) refused.add(id);
    },
    to: (id) => near.get(fold(id)),
    wasRefused: (id) => refused.has(id),
  };
}

function keyOf({ wave, id }: Pick<Response, 'id'> & { readonly wave?: string | undefined }): string {
  return JSON.stringify([wave ?? '', id]);
}

import { type Finding, finding } from '../../finding/finding.js';
import { unitNameIn } from '../../questionnaire/unit-name.js';
import { isSameSaid, saidIn, saidText } from '../../response/adjustment.js';
import type { CarryOffers, OffersFor } from '../../response/carry/carry-offers.js';
import { originWords } from '../../response/carry/origin-words.js';
import { missingRequired, type Resolved, resolve } from '../../response/resolve.js';
import type { Answer, Response } from '../../response/response.js';
import { type Accepted, type Batch, emptyBatch } from '../batch.js';
import type { Session } from '../session.js';
import { countOne, type Tally, talliedFindings } from '../tally.js';
import type { CarryCounts } from './carry-counts.js';

/** Fills blanks where a question is asked with what was answered elsewhere. What was returned stays; each answer says where it is from. */
export async function* carryIn(
  session: Session,
  offersFor: OffersFor,
  batches: AsyncIterable<Batch>,
): AsyncGenerator<Batch> {
  const course: Course = { counts: { ...none }, tally: new Map(), strangers: new Map(), findings: [] };
  let file = '';
  for await (const batch of batches) {
    file = batch.source.file;
    yield batch.accepted.length === 0
      ? batch
      : {
          ...batch,
          accepted: batch.accepted.map((accepted) => filled(session, accepted, offersFor, course)),
        };
  }
  const { counts, tally, strangers, findings } = course;
  const unknown = [...strangers].map(([file, units]) =>
    finding('carry-no-unit', { file }, { units: [...units] }),
  );
  yield {
    ...emptyBatch(file),
    findings: [...findings, ...talliedFindings(tally), ...unknown],
    carried: counts,
  };
}

interface Course {
  readonly counts: { -readonly [K in keyof CarryCounts]: CarryCounts[K] };
  readonly tally: Tally;
  /** Names of units that answered nothing elsewhere, by the file that they came in. */
  readonly strangers: Map<string, Set<string>>;
  readonly findings: Finding[];
}

const none: CarryCounts = { filled: 0, responses: 0, same: 0, different: 0, tied: 0, without_unit: 0 };

function filled(session: Session, accepted: Accepted, offersFor: OffersFor, course: Course): Accepted {
  const { response, place } = accepted;
  const offers = offersFor(response);
  const { counts, tally, strangers, findings } = course;
  if (offers.responses === 0) {
    counts.without_unit += 1;
    const known = strangers.get(place.file) ?? new Set();
    strangers.set(place.file, known.add(unitNameIn(session.questionnaire, response.profile)));
    return accepted;
  }
  for (const { id } of session.questionnaire.questions) compare(accepted, id, offers, course);
  const made = carriedInto(session, accepted, offers);
  for (const { question, responses } of offers.ties) {
    const index = session.reader.byId.get(question)?.question.index ?? -1;
    if (made.resolved.states[index] !== 'unanswered') continue;
    counts.tied += 1;
    const unit = unitNameIn(session.questionnaire, response.profile);
    countOne(tally, `tie ${question} ${unit}`, () =>
      finding('carry-tie', place, { question, unit, responses }),
    );
  }
  if (made.filled === 0) return accepted;
  const [missing] = missingRequired(session.questionnaire, made.resolved, response.ask_again);
  if (missing !== undefined) {
    const question = session.questionnaire.questions[missing]?.id ?? '';
    findings.push(finding('carry-not-valid', place, { id: response.id, question }));
    return accepted;
  }
  counts.filled += made.filled;
  counts.responses += 1;
  return { ...accepted, response: { ...response, answers: made.answers }, resolved: made.resolved };
}

/** Whether an answer that was given says what was said elsewhere. */
function compare(
  { response, place }: Accepted,
  question: string,
  { answers }: CarryOffers,
  { counts, tally }: Course,
): void {
  const carried = answers.get(question);
  const own = saidIn(response.answers[question] ?? {});
  if (carried === undefined || (own.value === undefined && own.non_answer === undefined)) return;
  if (isSameSaid(own, saidIn(carried.answer))) {
    counts.same += 1;
    return;
  }
  counts.different += 1;
  const { id } = response;
  const [said, before] = [saidText(own), saidText(saidIn(carried.answer))];
  const from = originWords(carried.from, carried.title);
  countOne(tally, `conflict ${question}`, (responses) =>
    finding('carry-conflict', place, { question, responses, id, said, carried: before, from }),
  );
}

interface Made {
  readonly answers: Response['answers'];
  readonly resolved: Resolved;
  readonly filled: number;
}

/** An answer that is carried may be what another question hangs on, which may have been answered elsewhere too. */
function carriedInto(
  { questionnaire }: Session,
  { response, resolved: before }: Accepted,
  offers: CarryOffers,
): Made {
  const answers: Record<string, Answer> = { ...response.answers };
  let resolved = before;
  let filled = 0;
  for (;;) {
    const open = questionnaire.questions.flatMap(({ id, index }) => {
      const carried = resolved.states[index] === 'unanswered' ? offers.answers.get(id) : undefined;
      return carried === undefined ? [] : [{ id, carried }];
    });
    if (open.length === 0) return { answers, resolved, filled };
    for (const { id, carried } of open) {
      const { value: _, non_answer: __, carried: ___, ...remarks } = answers[id] ?? {};
      answers[id] = { ...remarks, ...carried.answer, carried: carried.from };
    }
    filled += open.length;
    resolved = resolve(questionnaire, { answers, profile: response.profile });
  }
}

import type { Finding } from '../../finding/finding.js';
import type { Batch } from '../../intake/batch.js';
import { noRows, type RowCounts, withBatch } from '../../intake/ledger/row-counts.js';
import type { Resolved } from '../../response/resolve.js';
import type { Response } from '../../response/response.js';
import { type Answers, type Scorecard, scorer } from '../../rubric/score.js';
import { targetReader } from '../../rubric/scoring/targets.js';
import type { Prepared } from './prepare.js';
import { problemFindings } from './score-problems.js';

/** One accepted response with its scorecard under each plan; the cards last until the next one. */
export interface Scored {
  readonly response: Response;
  readonly resolved: Resolved;
  readonly answers: Answers;
  readonly cards: readonly Scorecard[];
}

/** What became of the rows that came back. */
export interface Tally {
  /** Rows that were read, by file. */
  readonly read: ReadonlyMap<string, number>;
  readonly rows: RowCounts;
  readonly findings: readonly Finding[];
}

/** Reads every response and scores it by every plan; `plainScorer` will do where only scores are looked at. */
export async function scoreAll(
  prepared: Pick<Prepared, 'questionnaire' | 'plans'>,
  batches: AsyncIterable<Batch>,
  each: (scored: Scored) => void,
  makeScorer: typeof scorer = scorer,
): Promise<Tally> {
  const { questionnaire, plans } = prepared;
  const score = plans.map((plan) => makeScorer(plan));
  const targetsOf = targetReader(questionnaire);
  const findings: Finding[] = [];
  const problems = problemFindings(plans);
  const read = new Map<string, number>();
  let rows = noRows;
  for await (const batch of batches) {
    read.set(batch.source.file, (read.get(batch.source.file) ?? 0) + batch.read);
    for (const { response, resolved } of batch.accepted) {
      const answers = { given: resolved, states: resolved.states, targets: targetsOf(response) };
      const cards = score.map((by) => by(answers));
      for (const [i, card] of cards.entries()) {
        if (card.problems.length > 0) problems.note(i, `response \`${response.id}\``, card.problems);
      }
      each({ response, resolved, answers, cards });
    }
    for (const row of batch.rejected) findings.push(...row.findings);
    rows = withBatch(rows, batch);
    findings.push(...batch.findings);
  }
  findings.push(...problems.findings());
  return { read, rows, findings };
}

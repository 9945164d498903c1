import { collector } from '../../compare/collect.js';
import { type Moves, movesOf } from '../../export/comparison/moves.js';
import type { Finding } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import type { RowCounts } from '../../intake/ledger/row-counts.js';
import type { Alignment } from '../../questionnaire/diff/alignment.js';
import type { ReturnedAnswers } from '../../questionnaire/diff/change.js';
import { answerCounts } from '../../response/diff/answer-counts.js';
import { carryOver } from '../../response/diff/carry-over.js';
import { resolveAnswers } from '../../response/resolve.js';
import { questionsMoving } from '../../rubric/diff/questions-moving.js';
import type { Plan } from '../../rubric/plan.js';
import { scorer } from '../../rubric/score.js';
import type { Host } from '../host.js';
import { responseInputs } from '../returns/inputs.js';
import { scoreAll } from '../scoring/scoring.js';

/** What returned answers tell of two versions. */
export interface Returned {
  readonly answers: ReturnedAnswers;
  readonly moves: Moves;
  readonly rows: RowCounts;
  readonly findings: readonly Finding[];
}

/** Reads answers to the old version, and scores them under both. */
export async function readReturned(
  old: Plan,
  now: Plan,
  alignment: Alignment,
  paths: readonly string[],
  host: Host,
): Promise<Returned> {
  const counts = answerCounts(old.questionnaire);
  const [before, after] = [collector(old), collector(now)];
  const carried = carryOver(now.questionnaire, alignment);
  const score = scorer(now);
  const prepared = { questionnaire: old.questionnaire, plans: [old], findings: [] };
  const batches = intake(old.questionnaire, await responseInputs(host, paths));
  const tally = await scoreAll(prepared, batches, ({ response, cards }) => {
    counts.add(response);
    const [card] = cards;
    if (card !== undefined) before.add(response, card);
    const { answers, profile } = carried(response);
    const resolved = resolveAnswers(now.questionnaire, answers, profile);
    after.add({ ...response, profile }, score({ given: resolved, states: resolved.states }));
  });
  return {
    ...tally,
    answers: { count: counts.count, behind: questionsMoving(old, alignment.renames) },
    moves: movesOf(before.finish(), after.finish(), alignment.renames),
  };
}

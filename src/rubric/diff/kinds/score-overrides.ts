import { defineChange, picks } from '../../../questionnaire/diff/change.js';
import { inRubric, type RubricDiffContext } from '../rubric-context.js';

export const scoreOverrideChanged = defineChange<'score-override-changed', RubricDiffContext>({
  id: 'score-override-changed',
  reason: `A rubric can give answers other scores than the questionnaire does: by another one the same answer scores something
else.`,
  before: 'rubric: { questions: { owner: { scores: { 1: 0, 4: 10 } } } }',
  after: 'rubric: { questions: { owner: { scores: { 1: 0, 4: 20 } } } }',
  *compare({ old, new: now, renames }) {
    const [before, after] = [old.rubric.body.questions ?? {}, now.rubric.body.questions ?? {}];
    const older = new Map(Object.keys(before).map((id) => [renames.get(id) ?? id, id]));
    for (const id of new Set([...older.keys(), ...Object.keys(after)])) {
      const oldId = older.get(id) ?? id;
      const [from, to] = [before[oldId]?.scores ?? {}, after[id]?.scores ?? {}];
      for (const answer of new Set([...Object.keys(from), ...Object.keys(to)])) {
        if (from[answer] === to[answer]) continue;
        yield {
          subject: { what: 'question', id },
          old: inRubric(old, 'questions', oldId, 'scores', answer),
          new: inRubric(now, 'questions', id, 'scores', answer),
          args: { id, answer, from: said(from[answer]), to: said(to[answer]) },
          touches: { questions: [oldId], are: picks(picked(answer)) },
        };
      }
    }
  },
});

function said(score: number | undefined): string {
  return score === undefined ? 'no score of its own' : `the score ${score}`;
}

/** An answer's key is a level's value or an option's id. */
function picked(answer: string): number | string {
  return /^-?\d/.test(answer) ? Number(answer) : answer;
}

import { type Question, questionsBelow } from '../../../questionnaire/questionnaire.js';
import type { NodeKind } from '../../plan.js';
import type { RubricContext } from '../rubric-context.js';
import { policiesOf } from '../terms/dimension-policies.js';
import type { Terms } from '../terms/terms.js';
import type { Finish } from './finish-node.js';
import { childOfTerm, type NodeEntry, poolShares } from './outline.js';

/** What to score beside the dimensions, themes and `overall`: the cells of dimensions × themes, or single questions. */
export type Detail = 'cells' | 'questions';

/** Makes the nodes that pool questions whatever dimension they stand in: themes, and cells or single questions. */
export function makePooled(
  context: RubricContext,
  terms: Terms,
  finish: Finish,
  also: Detail | undefined,
): void {
  const { questionnaire, rubric } = context;
  const { body } = rubric;
  const pooled = (
    { id, title, kind, parent }: { id: string; title: string; kind: NodeKind; parent?: string },
    entry: NodeEntry,
    questions: readonly Question[],
  ): void => {
    const pool = questions.flatMap((question) => {
      const term = terms.of(question, [entry.missing, ...policiesOf(question, context), body.missing]);
      // On its own a question counts in full, whatever its weight among others.
      return term === undefined ? [] : kind === 'question' ? { ...term, weight: 1 } : term;
    });
    if (pool.length === 0) return;
    finish.node({
      id,
      title,
      kind,
      depth: 0,
      ...(parent === undefined ? {} : { parent }),
      entry,
      path: ['themes'],
      children: pool.map(childOfTerm),
      shares: poolShares(pool),
      below: new Map(pool.map((term) => [term.question.id, childOfTerm(term)])),
      written: [entry.missing, body.missing],
    });
  };

  const asThemes: NodeEntry = body.themes ?? {};
  for (const { id, title } of questionnaire.themes) {
    const questions = questionnaire.questions.filter((question) => question.themes.includes(id));
    pooled({ id, title, kind: 'theme' }, asThemes, questions);
  }
  if (also === 'questions') {
    // A single question has no bands, and no policies but those of its dimensions.
    const asItself: NodeEntry = { method: 'mean', bands: [] };
    for (const question of questionnaire.questions) {
      pooled({ id: question.id, title: question.text, kind: 'question' }, asItself, [question]);
    }
  }
  if (also === 'cells') {
    for (const dimension of questionnaire.dimensions) {
      for (const theme of questionnaire.themes) {
        const id = `${dimension.id}__${theme.id}`;
        const title = `${dimension.title} × ${theme.title}`;
        const both = questionsBelow(dimension).filter((question) => question.themes.includes(theme.id));
        pooled({ id, title, kind: 'cell', parent: dimension.id }, asThemes, both);
      }
    }
  }
}

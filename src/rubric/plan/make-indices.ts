import type { Expression } from '../../expression/expression.js';
import { type Namespace, namespace } from '../../questionnaire/build/namespace.js';
import type { Part } from '../../questionnaire/build/part.js';
import type { Dimension } from '../../questionnaire/questionnaire.js';
import { figureExpression, isAboveResponses } from '../expressions/figure-expression.js';
import type { Figure } from '../expressions/scope.js';
import type { Band, Frame, PlanIndex } from '../plan.js';
import { makeBands } from './make-bands.js';
import type { Reporting, RubricContext } from './rubric-context.js';
import { writtenRange } from './written-range.js';

/** Each index sees those before it, so that none can depend on itself. */
export function makeIndices(
  figures: ReadonlyMap<string, Figure>,
  nextSlot: () => number,
  context: RubricContext,
): readonly PlanIndex[] {
  const definitions = context.rubric.body.indices ?? [];
  checkIds(context);
  const known = new Map(figures);
  const made: PlanIndex[] = [];
  for (const [i, { id, title, score, range: written, bands }] of definitions.entries()) {
    const path = ['indices', i];
    const range = writtenRange(written, path, context);
    const later = new Set(definitions.slice(i).map((definition) => definition.id));
    const seen = { known, broken: context.broken, later };
    const expression = figureExpression(score, 'number', [...path, 'score'], seen, context);
    const index = {
      id,
      title,
      slot: nextSlot(),
      ...(range === undefined || range === 'refused' ? {} : { range }),
      bands: makeBands(bands, [...path, 'bands'], context),
    };
    known.set(id, index);
    if (expression !== undefined) {
      made.push({
        ...index,
        expression,
        isClass: isClass(expression, index.bands),
        aboveResponses: isAboveResponses(expression, context.questionnaire),
      });
    }
  }
  return made;
}

function isClass({ outcomes }: Expression<Frame>, bands: readonly Band[]): boolean {
  return (
    outcomes !== undefined &&
    outcomes.length > 1 &&
    outcomes.every((outcome) => bands.some(({ from, exclusive }) => from === outcome && !exclusive))
  );
}

/**
 * The indices of a rubric in a file of its own take their ids beside those of the questionnaire; those of an inline one
 * took them when the questionnaire was read.
 */
function checkIds(context: RubricContext): void {
  const { questionnaire, rubric } = context;
  if (rubric.origin.path.length > 0) return;
  const names = namespace();
  const part = partOfRubric(context);
  const walk = ({ id, origin, dimensions }: Dimension): void => {
    names.claim(id, 'dimension', origin, part);
    dimensions.forEach(walk);
  };
  for (const { id, origin } of questionnaire.profile) names.claim(id, 'profile field', origin, part);
  for (const { id, origin } of questionnaire.themes) names.claim(id, 'theme', origin, part);
  questionnaire.dimensions.forEach(walk);
  for (const { id, origin } of questionnaire.questions) names.claim(id, 'question', origin, part);
  claimIndices(names, context);
}

/** Takes the ids of the indices of a rubric in a file of its own. */
export function claimIndices(names: Namespace, reporting: Reporting): void {
  const { rubric } = reporting;
  const part = partOfRubric(reporting);
  for (const [i, { id }] of (rubric.body.indices ?? []).entries()) {
    names.claim(id, 'index', { file: rubric.origin.file, path: ['indices', i, 'id'] }, part);
  }
}

function partOfRubric({ rubric, reportAt }: Reporting): Part {
  return {
    file: rubric.origin.file,
    broken: new Set<string>(),
    origin: () => rubric.origin,
    report: reportAt,
    reportWithin: () => undefined,
  };
}

import type { Finding } from '../finding/finding.js';
import { suggestion } from '../finding/suggest.js';
import { isBroken } from '../questionnaire/broken.js';
import type { Locator } from '../questionnaire/load.js';
import type { Questionnaire, RubricSource } from '../questionnaire/questionnaire.js';
import { reportUnreachableBands } from './checks/while-planning/unreachable-band.js';
import { reportUnreachableMaximum } from './checks/while-planning/unreachable-maximum.js';
import { makeBands } from './plan/make-bands.js';
import { makeGates } from './plan/make-gates.js';
import { makeIndices } from './plan/make-indices.js';
import { makeRollup } from './plan/make-rollup.js';
import { makeNodes } from './plan/nodes/make-nodes.js';
import type { Detail } from './plan/nodes/make-pooled.js';
import { type RubricContext, rubricContext } from './plan/rubric-context.js';
import { scoredQuestions } from './plan/terms/scored-questions.js';
import type { Plan, PluginMethod } from './plan.js';

export interface PlanOptions {
  /** The rubric to score by, if not the questionnaire's own. */
  readonly rubric?: RubricSource;
  readonly plugins?: ReadonlyMap<string, PluginMethod>;
  readonly also?: Detail;
  /** Names that were defined with errors: using them is no error of its own. */
  readonly broken?: ReadonlySet<string>;
}

/** Makes a plan of a questionnaire and a rubric. Where a finding is an error, the plan must not be used to score. */
export function makePlan(
  questionnaire: Questionnaire,
  locator: Locator,
  options: PlanOptions = {},
): { readonly plan: Plan; readonly findings: readonly Finding[] } {
  const { rubric = questionnaire.rubric, plugins = new Map(), also, broken = new Set() } = options;
  const findings: Finding[] = [];
  const context = rubricContext(questionnaire, rubric, broken, plugins, locator, findings);
  const { body } = rubric;
  if (rubric.for !== undefined && rubric.for !== questionnaire.id) {
    context.report('rubric-not-for-this', ['for'], {
      rubric: rubric.id,
      for: rubric.for,
      questionnaire: questionnaire.id,
    });
  }
  checkEntries(context);
  makeBands(body.bands, ['bands'], context);
  // Figures come first, so that a card can be kept without the terms that it was made of.
  let figureSlots = 0;
  const nextFigure = () => figureSlots++;
  let slots = mostFigures(questionnaire, also) + (body.indices?.length ?? 0);
  const nextTerm = () => slots++;
  const { terms, nodes, order } = makeNodes(
    context,
    scoredQuestions(context),
    { nextFigure, nextTerm },
    also,
  );
  const figures = new Map(
    nodes.filter(({ kind }) => kind !== 'question' && kind !== 'cell').map((node) => [node.id, node]),
  );
  const gates = makeGates(figures, context);
  const indices = makeIndices(figures, nextFigure, context);
  const plan: Plan = {
    questionnaire,
    rubric: { id: rubric.id, version: rubric.version, title: rubric.title },
    terms: terms.all,
    presences: terms.presences,
    nodes,
    order,
    indices,
    gates,
    rounding: {
      digits: body.round?.digits ?? 2,
      at: body.round?.at ?? 'output',
      mode: body.round?.mode ?? 'half_up',
    },
    ranking: { on: body.rank?.on ?? 'rounded', ties: body.rank?.ties ?? 'competition' },
    rollup: makeRollup(nodes, context),
    figureSlots,
    slots,
  };
  reportUnreachableBands(plan, context);
  for (const question of questionnaire.questions) reportUnreachableMaximum(question, context);
  return { plan, findings };
}

/** How many nodes there can be at the most. */
function mostFigures({ dimensions, themes, questions }: Questionnaire, also: Detail | undefined): number {
  const count = (below: Questionnaire['dimensions']): number =>
    below.reduce((sum, dimension) => sum + 1 + count(dimension.dimensions), 0);
  const all = count(dimensions);
  const more = also === 'questions' ? questions.length : also === 'cells' ? all * themes.length : 0;
  return all + themes.length + more + 1;
}

function checkEntries({ questionnaire, rubric, broken, report }: RubricContext): void {
  const known = new Set<string>();
  const walk = (dimensions: Questionnaire['dimensions']): void => {
    for (const dimension of dimensions) {
      known.add(dimension.id);
      walk(dimension.dimensions);
    }
  };
  walk(questionnaire.dimensions);
  for (const id of Object.keys(rubric.body.dimensions ?? {})) {
    if (known.has(id) || isBroken(broken, id)) continue;
    report('rubric-unknown-dimension', ['dimensions', id], { id, ...suggestion(id, known) }, 'key');
  }
}

import { compile, type Expression } from '../expression/expression.js';
import type { Finding, Path } from '../finding/finding.js';
import type { Locator } from '../questionnaire/load.js';
import { type Questionnaire, type RubricSource, unitFields } from '../questionnaire/questionnaire.js';
import { checkReach } from './checks/reach.js';
import { makeBands } from './make-bands.js';
import { type Detail, makeNodes } from './make-nodes.js';
import { makeRollup } from './make-rollup.js';
import { at15Digits } from './numerics.js';
import type { Frame, Plan, PlanGate, PlanIndex, PluginMethod } from './plan.js';
import { type RubricContext, rubricContext, suggestion } from './rubric-context.js';
import { answers, bands, type Figure, type Figures, profile, ratings, scores } from './scope.js';
import { scoredQuestions } from './scored-questions.js';

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
  let slots = 0;
  const nextSlot = () => slots++;
  const { terms, nodes, order } = makeNodes(context, scoredQuestions(context), nextSlot, also);
  const figures = new Map<string, Figure>(
    nodes.filter(({ kind }) => kind !== 'question' && kind !== 'cell').map((node) => [node.id, node]),
  );
  const gates = (body.gates ?? []).flatMap((gate, i): PlanGate[] => {
    const on = nodes.find((node) => node.id === gate.on);
    const path = ['gates', i];
    if (on === undefined && !broken.has(gate.on)) {
      const known = nodes.map((node) => node.id);
      context.report('unknown-gate-node', [...path, 'on'], { id: gate.on, ...suggestion(gate.on, known) });
    }
    const expression = figureExpression(
      gate.if,
      'bool',
      [...path, 'if'],
      { known: figures, broken },
      context,
      at15Digits,
    );
    if (on === undefined || expression === undefined) return [];
    return [
      {
        on,
        expression,
        cap: gate.cap,
        because: gate.because,
        aboveResponses: isAbove(expression, questionnaire),
      },
    ];
  });
  const indices = makeIndices(figures, nextSlot, context);
  const plan: Plan = {
    questionnaire,
    rubric: { id: rubric.id, version: rubric.version, title: rubric.title },
    terms: terms.all,
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
    rollup: makeRollup(context),
    slots,
  };
  checkReach(plan, context);
  return { plan, findings };
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
    if (known.has(id) || broken.has(id)) continue;
    report('rubric-unknown-dimension', ['dimensions', id], { id, ...suggestion(id, known) }, 'key');
  }
}

/** Compiles an expression over finished figures: scores as `seen`, bands, ratings, answers and profile. */
function figureExpression(
  text: string,
  expected: 'number' | 'bool',
  path: Path,
  figures: Figures,
  context: RubricContext,
  seen?: (score: number) => number,
): Expression<Frame> | undefined {
  const roots = {
    scores: scores(figures, seen),
    bands: bands(figures),
    ratings: ratings(figures),
    answers: answers(context),
    profile: profile(context),
  };
  const { expression, problems } = compile(text, { roots }, expected);
  for (const problem of problems) context.reportWithin(problem, path, text);
  return expression;
}

/** Each index sees those before it, so that none can depend on itself. */
function makeIndices(
  figures: ReadonlyMap<string, Figure>,
  nextSlot: () => number,
  context: RubricContext,
): readonly PlanIndex[] {
  const definitions = context.rubric.body.indices ?? [];
  const known = new Map(figures);
  const made: PlanIndex[] = [];
  for (const [i, { id, title, score, range, bands: list }] of definitions.entries()) {
    const path = ['indices', i];
    if (range !== undefined && range[0] >= range[1]) {
      context.report('range-empty', [...path, 'range'], { min: range[0], max: range[1] });
    }
    const later = new Set(definitions.slice(i).map((definition) => definition.id));
    const seen = { known, broken: context.broken, later };
    const expression = figureExpression(score, 'number', [...path, 'score'], seen, context);
    const index = {
      id,
      title,
      slot: nextSlot(),
      ...(range === undefined ? {} : { range: { min: range[0], max: range[1] } }),
      bands: makeBands(list, [...path, 'bands'], context),
    };
    known.set(id, index);
    if (expression !== undefined) {
      made.push({ ...index, expression, aboveResponses: isAbove(expression, context.questionnaire) });
    }
  }
  return made;
}

/** Whether units have what the expression reads: no answers, and of the profile only unit fields. */
function isAbove(expression: Expression<Frame>, questionnaire: Questionnaire): boolean {
  const units = new Set(unitFields(questionnaire).map((field) => field.id));
  return expression.references.every(
    ({ root, name }) => root !== 'answers' && (root !== 'profile' || units.has(name)),
  );
}

import { resolve } from '../../response/resolve.js';
import type { Response } from '../../response/response.js';
import { figuresByName, type NameReader, nameReader, namesOf } from '../expressions/expression-names.js';
import type { CountedChild, Part } from '../methods/method.js';
import { stageResults } from '../methods/staged.js';
import { at15Digits, reaches } from '../numerics.js';
import type { Child, Frame, Plan, PlanIndex, PlanNode, Term } from '../plan.js';
import type { Range } from '../range.js';
import { type Answers, type Scorecard, scorer } from '../score.js';
import { frameOf } from '../scoring/frame-of.js';
import { targetReader } from '../scoring/targets.js';
import type {
  Absent,
  ChildDerivation,
  Derivation,
  IndexDerivation,
  MethodDerivation,
  NodeDerivation,
  QuestionDerivation,
} from './derivation-tree.js';
import { finishOf } from './derive-finish.js';
import { deriveTerm, deriveUnscored, known } from './derive-question.js';

/** The answers of a response, ready to score. */
export function answersOf({ questionnaire }: Plan, response: Response): Answers {
  const resolved = resolve(questionnaire, response);
  return { given: resolved, states: resolved.states, targets: targetReader(questionnaire)(response) };
}

/** How a figure of one response came about: a node, an index, or a single question. Nothing where there is no such id. */
export function derive(plan: Plan, answers: Answers, id: string): Derivation | undefined {
  const card = scorer(plan)(answers);
  const frame = frameOf(plan, answers, card);
  const walk: Walk = {
    plan,
    card,
    frame,
    finished: { ...frame, scores: card.scores },
    bySlot: new Map<number, Term | PlanNode>([...plan.terms, ...plan.nodes].map((each) => [each.slot, each])),
    names: nameReader(plan),
    conditions: nameReader(plan, at15Digits),
    followed: new Set(),
  };
  const node = plan.nodes.find((each) => each.id === id);
  if (node !== undefined) return deriveNode(node, walk);
  const index = plan.indices.find((each) => each.id === id);
  return index === undefined ? deriveAnswer(id, walk) : deriveIndex(index, walk);
}

/** What a derivation is read from. */
interface Walk {
  readonly plan: Plan;
  readonly card: Scorecard;
  /** With the scores before gates. */
  readonly frame: Frame;
  /** With the scores after gates, and indices. */
  readonly finished: Frame;
  readonly bySlot: ReadonlyMap<number, Term | PlanNode>;
  readonly names: NameReader;
  /** Names as gates see them. */
  readonly conditions: NameReader;
  /** The indices that were followed already: one that several others name is followed once. */
  readonly followed: Set<PlanIndex>;
}

function deriveNode(node: PlanNode, walk: Walk): NodeDerivation {
  const { plan, card, frame, conditions } = walk;
  const { id, title, kind, slot, minimum } = node;
  const ungated = known(card.ungated[slot]);
  const covered = known(card.coverage[slot]);
  return {
    kind: 'node',
    id,
    title,
    nodeKind: kind,
    method: deriveMethod(node, walk),
    coverage: { share: covered, minimum, reached: covered === null || reaches(covered, minimum) },
    exact: ungated === null ? null : exactly(node, plan, frame, ungated),
    ungated,
    ...finishOf(node, card, plan, frame, conditions),
  };
}

/** What the method gives before any rounding. */
function exactly(node: PlanNode, { rounding }: Plan, frame: Frame, ungated: number): number {
  return rounding.at === 'output' ? ungated : node.evaluate({ ...frame, problems: [] });
}

function deriveMethod(node: PlanNode, walk: Walk): MethodDerivation {
  const { method } = node;
  switch (method.kind) {
    case 'combining': {
      const { name, describe, arithmetic, parts } = method.method;
      const counted = countedChildren(node, walk);
      const figures = [...counted.values()];
      const ofEach = parts(figures);
      const partOf = new Map([...counted.keys()].map((child, i) => [child, ofEach[i] ?? null]));
      return {
        kind: 'combining',
        name,
        describe,
        arithmetic: figures.length === 0 ? null : arithmetic(figures),
        children: node.children.map((child) => deriveChild(child, partOf.get(child) ?? null, walk)),
      };
    }
    case 'plugin':
      return {
        kind: 'plugin',
        name: method.name,
        describe: method.method.describe,
        children: node.children.map((child) => deriveChild(child, null, walk)),
      };
    case 'staged': {
      const results = stageResults(method.stages, walk.frame);
      return {
        kind: 'staged',
        passed: results.filter(({ passed }) => passed).length,
        stages: results.map(({ stage, passed, holds, holdsBelow, share, members }) => ({
          id: stage.id,
          title: stage.title,
          passed,
          holds,
          holdsBelow,
          share: share ?? null,
          needed: stage.share,
          members: members.flatMap(({ member, applies, met, metBelow }) => {
            const below = deriveSlot(member.slot, walk);
            const { weight, threshold, belowThreshold } = member;
            return below === undefined
              ? []
              : [{ weight, threshold, belowThreshold, applies, met, metBelow, below }];
          }),
        })),
      };
    }
    case 'expression':
      return {
        kind: 'expression',
        expression: walk.names(method.expression, walk.frame),
        below: namesOf(method.expression.references).flatMap(({ root, name }) => {
          const below = root === 'answers' ? deriveGiven(name, walk) : deriveNamedNode(name, walk);
          return below ?? [];
        }),
      };
  }
}

function countedChildren(node: PlanNode, walk: Walk): ReadonlyMap<Child, CountedChild> {
  const counted = new Map<Child, CountedChild>();
  for (const child of node.children) {
    const score = known(walk.frame.scores[child.slot]);
    if (score === null) continue;
    counted.set(child, { score, weight: child.weight, range: rangeAt(child.slot, walk) });
  }
  return counted;
}

function rangeAt(slot: number, { bySlot }: Walk): Range {
  return bySlot.get(slot)?.range ?? { min: 0, max: 0 };
}

function deriveChild({ slot, weight }: Child, part: Part | null, walk: Walk): ChildDerivation {
  const below = deriveSlot(slot, walk);
  if (below === undefined) throw new Error(`nothing has the slot ${slot}`);
  const absent = Number.isNaN(walk.frame.scores[slot] ?? Number.NaN) ? whyAbsent(below) : null;
  return { weight, part, absent, below };
}

function whyAbsent(below: NodeDerivation | QuestionDerivation): Absent {
  if (below.kind === 'question') return below.answer.state === 'value' ? 'no_score' : 'excluded';
  return below.status === 'not_applicable' ? 'not_applicable' : 'insufficient';
}

function deriveSlot(slot: number, walk: Walk): NodeDerivation | QuestionDerivation | undefined {
  const found = walk.bySlot.get(slot);
  if (found === undefined) return undefined;
  return 'question' in found ? deriveTerm(found, walk.frame) : deriveNode(found, walk);
}

function deriveNamedNode(id: string, walk: Walk): NodeDerivation | undefined {
  const figure = figuresByName(walk.plan).get(id);
  return figure !== undefined && 'method' in figure ? deriveNode(figure, walk) : undefined;
}

function deriveAnswer(id: string, walk: Walk): QuestionDerivation | undefined {
  const { plan, frame } = walk;
  const term = plan.terms.find(({ question }) => question.id === id);
  return term === undefined ? deriveGiven(id, walk) : deriveTerm(term, frame);
}

/** An answer as expressions see it, whatever it scores elsewhere. */
function deriveGiven(id: string, { plan, frame }: Walk): QuestionDerivation | undefined {
  const question = plan.questionnaire.questions.find((each) => each.id === id);
  return question === undefined ? undefined : deriveUnscored(question, frame);
}

function deriveIndex(index: PlanIndex, walk: Walk): IndexDerivation {
  const { plan, card, finished, names } = walk;
  const { id, title, expression } = index;
  const below = new Map<string, Derivation>();
  const references = walk.followed.has(index) ? [] : namesOf(expression.references);
  walk.followed.add(index);
  for (const { root, name } of references) {
    if (root === 'profile') continue;
    const found = root === 'answers' ? deriveGiven(name, walk) : deriveFigure(name, walk);
    if (found !== undefined) below.set(name, found);
  }
  return {
    kind: 'index',
    id,
    title,
    expression: names(expression, finished),
    below: [...below.values()],
    ...finishOf(index, card, plan, finished, names),
  };
}

function deriveFigure(id: string, walk: Walk): NodeDerivation | IndexDerivation | undefined {
  const figure = figuresByName(walk.plan).get(id);
  if (figure === undefined) return undefined;
  return 'method' in figure ? deriveNode(figure, walk) : deriveIndex(figure, walk);
}

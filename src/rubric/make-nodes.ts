import type { Path } from '../finding/finding.js';
import type {
  DimensionEntryDefinition,
  MissingDefinition,
  NodeEntryDefinition,
  OverallDefinition,
} from '../generated/definitions.js';
import type { Dimension, Question } from '../questionnaire/questionnaire.js';
import { makeBands } from './make-bands.js';
import { type MadeMethod, makeMethod } from './make-method.js';
import type { Child, NodeKind, PlanNode, Term } from './plan.js';
import type { Range } from './range.js';
import type { RubricContext } from './rubric-context.js';
import type { Figure } from './scope.js';
import type { ScoredQuestion } from './scored-questions.js';
import { collectTerms, type Terms } from './terms.js';

/** How a node is scored where it is said for itself. */
export type NodeEntry = NodeEntryDefinition & Pick<DimensionEntryDefinition, 'weight'>;

/** A child while nodes are made: what its parent must know of it. */
export interface MadeChild extends Child {
  readonly range: Range | undefined;
  readonly optional: boolean;
  readonly bounded: boolean;
  readonly term?: Term;
}

/** A node before its method is made. */
export interface NodeOutline {
  readonly id: string;
  readonly title: string;
  readonly kind: NodeKind;
  readonly depth: number;
  readonly parent?: string;
  readonly entry: NodeEntry;
  /** Where its entry stands in the rubric. */
  readonly path: Path;
  readonly children: readonly MadeChild[];
  /** Terms below by share. */
  readonly shares: ReadonlyMap<Term, number>;
  /** Scored questions and dimensions below, by id. */
  readonly below: ReadonlyMap<string, MadeChild>;
  /** `missing` as written from here to the rubric, nearest first. */
  readonly written: readonly (MissingDefinition | undefined)[];
}

export interface MadeNodes {
  readonly terms: Terms;
  readonly nodes: readonly PlanNode[];
  readonly order: readonly PlanNode[];
}

interface Built {
  readonly child: MadeChild;
  readonly shares: ReadonlyMap<Term, number>;
  readonly below: ReadonlyMap<string, MadeChild>;
  readonly pool: readonly Term[];
}

/** What to score beside the dimensions, themes and `overall`: the cells of dimensions × themes, or single questions. */
export type Detail = 'cells' | 'questions';

/** Makes every node of the plan, with the terms that they need. */
export function makeNodes(
  context: RubricContext,
  scored: ReadonlyMap<string, ScoredQuestion>,
  nextSlot: () => number,
  also: Detail | undefined,
): MadeNodes {
  const { questionnaire, rubric } = context;
  const { body } = rubric;
  const terms = collectTerms(scored, nextSlot);
  const display: PlanNode[] = [];
  const order: PlanNode[] = [];
  const figures = new Map<string, Figure>();

  const finish = (outline: NodeOutline, at: number): PlanNode => {
    const node = finishNode(outline, nextSlot(), context, terms, figures);
    display.splice(at, 0, node);
    order.push(node);
    figures.set(node.id, node);
    return node;
  };

  const build = (
    dimension: Dimension,
    depth: number,
    parent: string | undefined,
    outer: readonly (MissingDefinition | undefined)[],
  ): Built | undefined => {
    const entry: NodeEntry = body.dimensions?.[dimension.id] ?? {};
    const written = [entry.missing, ...outer];
    const at = display.length;
    const inner = dimension.dimensions.flatMap(
      (child) => build(child, depth + 1, dimension.id, written) ?? [],
    );
    const own = questionTerms(dimension.questions, terms, written);
    const pool = [...inner.flatMap((each) => each.pool), ...own];
    if (pool.length === 0) {
      context.report('nothing-scored', [], { node: dimension.id });
      return undefined;
    }
    const over = entry.over ?? body.over ?? 'children';
    const below = new Map<string, MadeChild>();
    for (const each of inner) {
      for (const [id, child] of each.below) below.set(id, child);
      below.set(each.child.id, each.child);
    }
    for (const term of own) below.set(term.question.id, childOfTerm(term));
    const children =
      over === 'questions'
        ? pool.map(childOfTerm)
        : [...inner.map((each) => each.child), ...own.map(childOfTerm)];
    const shares = over === 'questions' ? poolShares(pool) : childShares([...inner, ...own.map(builtTerm)]);
    const node = finish(
      {
        id: dimension.id,
        title: dimension.title,
        kind: 'dimension',
        depth,
        ...(parent === undefined ? {} : { parent }),
        entry,
        path: ['dimensions', dimension.id],
        children,
        shares,
        below,
        written,
      },
      at,
    );
    const child: MadeChild = {
      id: node.id,
      title: node.title,
      kind: 'node',
      slot: node.slot,
      weight: entry.weight ?? dimension.weight,
      range: node.range,
      optional: node.optional,
      bounded: node.bounded,
    };
    return { child, shares, below, pool };
  };

  const tops = questionnaire.dimensions.flatMap(
    (dimension) => build(dimension, 1, undefined, [body.missing]) ?? [],
  );
  const pooled = (
    id: string,
    title: string,
    kind: NodeKind,
    questions: readonly Question[],
    parent?: string,
  ) => {
    // A single question has no bands, and no policies but those of its dimensions.
    const themeEntry: NodeEntry = kind === 'question' ? { bands: [] } : (body.themes ?? {});
    const pool = questions.flatMap((question) => {
      const dimensions = policiesOf(question, context);
      return terms.of(question, [themeEntry.missing, ...dimensions, body.missing]) ?? [];
    });
    if (pool.length === 0) return;
    finish(
      {
        id,
        title,
        kind,
        depth: 0,
        ...(parent === undefined ? {} : { parent }),
        entry: themeEntry,
        path: ['themes'],
        children: pool.map(childOfTerm),
        shares: poolShares(pool),
        below: new Map(pool.map((term) => [term.question.id, childOfTerm(term)])),
        written: [themeEntry.missing, body.missing],
      },
      display.length,
    );
  };
  for (const theme of questionnaire.themes) {
    pooled(
      theme.id,
      theme.title,
      'theme',
      questionnaire.questions.filter((q) => q.themes.includes(theme.id)),
    );
  }
  if (also === 'questions') {
    for (const question of questionnaire.questions) {
      pooled(question.id, question.text, 'question', [question]);
    }
  }
  if (also === 'cells') {
    for (const dimension of questionnaire.dimensions) {
      for (const theme of questionnaire.themes) {
        const both = questionsBelow(dimension).filter((q) => q.themes.includes(theme.id));
        pooled(
          `${dimension.id}__${theme.id}`,
          `${dimension.title} × ${theme.title}`,
          'cell',
          both,
          dimension.id,
        );
      }
    }
  }
  const overall = overallEntry(body.overall);
  if (overall !== undefined && tops.length > 0) {
    const over = overall.over ?? body.over ?? 'children';
    const pool =
      overall.missing === undefined
        ? tops.flatMap((each) => each.pool)
        : questionnaire.questions.flatMap(
            (question) =>
              terms.of(question, [...policiesOf(question, context), overall.missing, body.missing]) ?? [],
          );
    const below = new Map<string, MadeChild>();
    for (const each of tops) {
      for (const [id, child] of each.below) below.set(id, child);
      below.set(each.child.id, each.child);
    }
    finish(
      {
        id: 'overall',
        title: 'Overall',
        kind: 'overall',
        depth: 0,
        entry: overall,
        path: ['overall'],
        children: over === 'questions' ? pool.map(childOfTerm) : tops.map((each) => each.child),
        shares: over === 'questions' ? poolShares(pool) : childShares(tops),
        below,
        written: [overall.missing, body.missing],
      },
      display.length,
    );
  }
  return { terms, nodes: display, order };
}

function overallEntry(definition: OverallDefinition | undefined): NodeEntry | undefined {
  return typeof definition === 'string' ? undefined : (definition ?? {});
}

function questionTerms(
  questions: readonly Question[],
  terms: Terms,
  written: readonly (MissingDefinition | undefined)[],
): readonly Term[] {
  return questions.flatMap((question) => terms.of(question, written) ?? []);
}

/** The policies written at the dimensions that a question stands in, nearest first; up to `outermost`, if that is one of them. */
export function policiesOf(
  question: Question,
  { questionnaire, rubric }: RubricContext,
  outermost?: string,
): readonly MissingDefinition[] {
  const chain: Dimension[] = [];
  const search = (dimension: Dimension): boolean => {
    if (!dimension.questions.includes(question) && !dimension.dimensions.some(search)) return false;
    chain.push(dimension);
    return true;
  };
  questionnaire.dimensions.some(search);
  const end = chain.findIndex(({ id }) => id === outermost);
  return chain
    .slice(0, end === -1 ? undefined : end + 1)
    .flatMap(({ id }) => rubric.body.dimensions?.[id]?.missing ?? []);
}

function questionsBelow(dimension: Dimension): readonly Question[] {
  return [...dimension.dimensions.flatMap(questionsBelow), ...dimension.questions];
}

function childOfTerm(term: Term): MadeChild {
  return {
    id: term.question.id,
    title: term.question.text,
    kind: 'question',
    slot: term.slot,
    weight: term.weight,
    range: term.range,
    optional: term.optional,
    bounded: true,
    term,
  };
}

function builtTerm(term: Term): Pick<Built, 'child' | 'shares'> {
  return { child: childOfTerm(term), shares: new Map([[term, 1]]) };
}

function poolShares(pool: readonly Term[]): ReadonlyMap<Term, number> {
  return childShares(pool.map(builtTerm));
}

function childShares(children: readonly Pick<Built, 'child' | 'shares'>[]): ReadonlyMap<Term, number> {
  const total = children.reduce((sum, { child }) => sum + child.weight, 0);
  const result = new Map<Term, number>();
  for (const { child, shares } of children) {
    for (const [term, share] of shares) {
      result.set(term, (result.get(term) ?? 0) + (total === 0 ? 0 : (share * child.weight) / total));
    }
  }
  return result;
}

function finishNode(
  outline: NodeOutline,
  slot: number,
  context: RubricContext,
  terms: Terms,
  figures: ReadonlyMap<string, Figure>,
): PlanNode {
  const { id, title, kind, depth, parent, entry, path, children } = outline;
  const { body } = context.rubric;
  if (children.length > 0 && children.every((child) => child.weight === 0)) {
    context.report('all-weights-zero', path, { node: id });
  }
  const made: MadeMethod = makeMethod(outline, context, terms, figures);
  const bands =
    entry.bands !== undefined
      ? makeBands(entry.bands, [...path, 'bands'], context)
      : (made.bands ?? makeBands(body.bands, ['bands'], { ...context, report: () => undefined }));
  const shares = [...outline.shares].filter(([, share]) => share > 0);
  const minimum = entry.coverage ?? body.coverage ?? 0;
  const { range } = made;
  return {
    id,
    title,
    kind,
    depth,
    ...(parent === undefined ? {} : { parent }),
    slot,
    method: made.method,
    children: children.map(({ id, title, kind, slot, weight }) => ({ id, title, kind, slot, weight })),
    coverage: { slots: shares.map(([term]) => term.slot), shares: shares.map(([, share]) => share) },
    minimum,
    bands,
    ...(range === undefined ? {} : { range }),
    optional: made.optional || (minimum > 0 && children.some((child) => child.optional)),
    bounded: made.bounded,
    evaluate: made.evaluate,
  };
}

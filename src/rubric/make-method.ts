import { compile } from '../expression/expression.js';
import type { MissingDefinition } from '../generated/definitions.js';
import { makeBands } from './make-bands.js';
import { type MadeChild, type NodeOutline, policiesOf } from './make-nodes.js';
import type { CombiningMethod, RangedChild } from './methods/method.js';
import { runPlugin } from './methods/plugin.js';
import { combiningMethod, combiningMethods } from './methods/registry.js';
import { stagesPassed } from './methods/staged.js';
import type { Band, Frame, Member, NodeMethod, PluginMethod, Stage, Threshold } from './plan.js';
import { excludedBy } from './policies.js';
import type { Range } from './range.js';
import { type RubricContext, suggestion } from './rubric-context.js';
import { answers, type Figure, scores } from './scope.js';
import type { Terms } from './terms.js';

/** A node's method with its children put in, and what is known of its results beforehand. */
export interface MadeMethod {
  readonly method: NodeMethod;
  readonly evaluate: (frame: Frame) => number;
  readonly range: Range | undefined;
  readonly optional: boolean;
  readonly bounded: boolean;
  /** The bands that come with the method. */
  readonly bands?: readonly Band[];
}

export function makeMethod(
  outline: NodeOutline,
  context: RubricContext,
  terms: Terms,
  figures: ReadonlyMap<string, Figure>,
): MadeMethod {
  const { entry, path } = outline;
  const name = entry.method ?? context.rubric.body.method ?? 'mean';
  if (name === 'staged') return makeStaged(outline, context, terms);
  if (name === 'expression') return makeExpression(outline, context, figures);
  if (name.startsWith('plugin:')) return makePlugin(name.slice('plugin:'.length), outline, context);
  const method = combiningMethod(name);
  if (method === undefined) {
    const known = combiningMethods.map((each) => each.name);
    context.report('unknown-method', [...path, 'method'], {
      method: name,
      known,
      ...suggestion(name, known),
    });
    return unusable();
  }
  return makeCombining(method, outline, context);
}

/** Stands for a method that was reported, so that the rest can be checked. */
function unusable(): MadeMethod {
  const method = combiningMethods[0];
  if (method === undefined) throw new Error('there are no methods');
  return {
    method: { kind: 'combining', method },
    evaluate: () => Number.NaN,
    range: undefined,
    optional: true,
    bounded: false,
  };
}

/** The children with their ranges; reports those that have none, which nothing but the author can give. */
function rangedChildren(outline: NodeOutline, context: RubricContext): readonly RangedChild[] | undefined {
  const ranged: RangedChild[] = [];
  for (const { id, weight, range, optional } of outline.children) {
    if (range !== undefined) ranged.push({ weight, range, optional });
    else if (!context.broken.has(id)) {
      context.report('range-needed', ['dimensions', id], { node: id, parent: outline.id }, 'key');
    }
  }
  return ranged.length === outline.children.length ? ranged : undefined;
}

function makeCombining(method: CombiningMethod, outline: NodeOutline, context: RubricContext): MadeMethod {
  const { children, id, path } = outline;
  const ranged = rangedChildren(outline, context);
  const made = {
    method: { kind: 'combining', method } as const,
    bounded: children.every((child) => child.bounded),
  };
  if (ranged === undefined) return { ...unusable(), ...made, bounded: false };
  if (method.needsNonNegative === true) {
    const min = Math.min(...ranged.map((child) => child.range.min));
    if (min < 0)
      context.report('negative-under-mean', methodPath(outline), { method: method.name, node: id, min });
  }
  reportMixedRanges(method, outline, ranged, context, path);
  return {
    ...made,
    evaluate: combine(method, children),
    range: method.range(ranged),
    optional: children.every((child) => child.optional || child.weight === 0),
  };
}

function methodPath({ entry, path }: NodeOutline): readonly (string | number)[] {
  return entry.method === undefined ? ['method'] : [...path, 'method'];
}

function reportMixedRanges(
  method: CombiningMethod,
  outline: NodeOutline,
  ranged: readonly RangedChild[],
  context: RubricContext,
  path: readonly (string | number)[],
): void {
  if (['sum', 'share'].includes(method.name)) return;
  const ranges = [
    ...new Set(
      ranged.filter(({ weight }) => weight > 0).map(({ range }) => `${trim(range.min)}–${trim(range.max)}`),
    ),
  ];
  if (ranges.length > 1) {
    context.report('mixed-ranges', path, { node: outline.id, method: method.name, ranges });
  }
}

function trim(x: number): string {
  return String(Number(x.toPrecision(4)));
}

/** Gathers the children that have a score, in file order, and combines them. */
function combine(method: CombiningMethod, children: readonly MadeChild[]): (frame: Frame) => number {
  const n = children.length;
  const slots = Int32Array.from(children, (child) => child.slot);
  const weights = Float64Array.from(children, (child) => child.weight);
  const ranges = children.map((child) => child.range ?? { min: 0, max: 0 });
  const someScores = new Float64Array(n);
  const someWeights = new Float64Array(n);
  return (frame) => {
    const { scores } = frame;
    let count = 0;
    for (let i = 0; i < n; i++) {
      const score = scores[slots[i] ?? 0] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      someScores[count] = score;
      someWeights[count] = weights[i] ?? 0;
      count++;
    }
    if (count === n) return method.combine(someScores, weights, n, ranges);
    if (count === 0) return Number.NaN;
    const someRanges =
      method.readsRanges === true
        ? ranges.filter((_, i) => !Number.isNaN(scores[slots[i] ?? 0] ?? Number.NaN))
        : ranges;
    return method.combine(someScores, someWeights, count, someRanges);
  };
}

function makeExpression(
  outline: NodeOutline,
  context: RubricContext,
  figures: ReadonlyMap<string, Figure>,
): MadeMethod {
  const { entry, path, below, id } = outline;
  const nodesBelow = new Map([...figures].filter(([name]) => below.get(name)?.kind === 'node'));
  const text = entry.score ?? '';
  const scope = {
    roots: { scores: scores({ known: nodesBelow, broken: context.broken }), answers: answers(context) },
  };
  const { expression, problems } = compile(text, scope, 'number');
  for (const problem of problems) context.reportWithin(problem, [...path, 'score'], text);
  const range = writtenRange(outline, context);
  if (expression === undefined) return { ...unusable(), range: range ?? { min: 0, max: 1 } };
  return {
    method: { kind: 'expression', expression },
    range,
    optional: true,
    bounded: false,
    evaluate: (frame) => {
      const result = expression.evaluate(frame);
      if (typeof result !== 'number') {
        if (expression.isComplete(frame))
          frame.problems.push({ kind: 'not-finite', node: id, found: 'no finite number' });
        return Number.NaN;
      }
      return inRange(result, range, id, frame);
    },
  };
}

function inRange(score: number, range: Range | undefined, node: string, frame: Frame): number {
  if (range === undefined || Number.isNaN(score) || (score >= range.min && score <= range.max)) return score;
  frame.problems.push({ kind: 'outside-range', node, found: score, range });
  return Number.NaN;
}

function writtenRange({ entry, path }: NodeOutline, context: RubricContext): Range | undefined {
  if (entry.range === undefined) return undefined;
  const [min, max] = entry.range;
  if (min < max) return { min, max };
  context.report('range-empty', [...path, 'range'], { min, max });
  return undefined;
}

function makePlugin(name: string, outline: NodeOutline, context: RubricContext): MadeMethod {
  const { id, children } = outline;
  const method = context.plugins.get(name);
  if (method === undefined) {
    const known = [...context.plugins.keys()];
    const written = outline.entry.method === undefined ? ['method'] : [...outline.path, 'method'];
    context.report('unknown-method', written, {
      method: `plugin:${name}`,
      known,
      ...suggestion(name, known),
    });
    return { ...unusable(), range: { min: 0, max: 1 } };
  }
  const ranged = rangedChildren(outline, context) ?? [];
  const range = writtenRange(outline, context) ?? pluginRange(method, ranged);
  return {
    method: { kind: 'plugin', name, method },
    range,
    optional: true,
    bounded: false,
    evaluate: (frame) => {
      const given = children.map((child) => {
        const score = frame.scores[child.slot] ?? Number.NaN;
        const { id, weight, range = { min: 0, max: 0 } } = child;
        return { id, weight, range, score: Number.isNaN(score) ? undefined : score };
      });
      return inRange(runPlugin(method, given, id, frame.problems), range, id, frame);
    },
  };
}

function pluginRange(method: PluginMethod, children: readonly RangedChild[]): Range | undefined {
  try {
    return method.range?.(children);
  } catch {
    return undefined;
  }
}

function makeStaged(outline: NodeOutline, context: RubricContext, terms: Terms): MadeMethod {
  const { entry, path, below, children } = outline;
  const memberBands = makeBands(entry.member_bands, [...path, 'member_bands'], context);
  const threshold = (written: number | string, at: readonly (string | number)[]): Threshold => {
    if (typeof written === 'number') return { from: written, exclusive: false };
    const band = memberBands.find(({ id }) => id === written);
    if (band !== undefined) return band;
    const known = memberBands.map(({ id }) => id);
    context.report('unknown-threshold', at, { id: written, known, ...suggestion(written, known) });
    return { from: 0, exclusive: false };
  };
  const atLeast = threshold(entry.at_least ?? 0, [...path, 'at_least']);
  const belowAtLeast =
    entry.below_at_least === undefined
      ? undefined
      : threshold(entry.below_at_least, [...path, 'below_at_least']);
  const stages: Stage[] = (entry.stages ?? []).map((stage, i) => {
    const members: Member[] = [];
    const written = Array.isArray(stage.members)
      ? stage.members.map((id, j) => ({ id, own: undefined, at: ['members', j] }))
      : Object.entries(stage.members).map(([id, own]) => ({ id, own, at: ['members', id] }));
    for (const { id, own, at } of written) {
      const place = [...path, 'stages', i, ...at];
      const child = below.get(id);
      if (child === undefined) {
        if (!context.broken.has(id)) {
          context.report(
            'staged-unknown-member',
            place,
            { id, node: outline.id, ...suggestion(id, below.keys()) },
            'key',
          );
        }
        continue;
      }
      const own_ = own === undefined ? atLeast : threshold(own, place);
      members.push({
        ...memberOf(child, outline, terms, context),
        threshold: own_,
        belowThreshold: belowAtLeast ?? own_,
      });
    }
    return { id: stage.id, title: stage.title, members, share: stage.share ?? 1 };
  });
  return {
    method: { kind: 'staged', stages },
    evaluate: (frame) => stagesPassed(stages, frame),
    range: { min: 0, max: stages.length },
    optional: children.every((child) => child.optional),
    bounded: stages.every((stage) => stage.members.every((member) => below.get(member.id)?.bounded === true)),
    bands: stages.map(({ id, title }, i) => ({ id, label: title, from: i + 1, exclusive: false })),
  };
}

/**
 * A member as the stages see it. Where `missing` under this node says nothing of a blank, a don't know or a refusal,
 * it counts as not met, whatever the rubric says elsewhere.
 */
function memberOf(
  child: MadeChild,
  outline: NodeOutline,
  terms: Terms,
  context: RubricContext,
): Omit<Member, 'threshold' | 'belowThreshold'> {
  const { id, weight, slot, term } = child;
  if (term === undefined) return { id, slot, weight, excludes: [] };
  const dimensions = policiesOf(term.question, context, outline.id);
  const under = outline.kind === 'dimension' ? dimensions : [...dimensions, outline.entry.missing];
  const inherited = outline.written.slice(1).map(closedOnly);
  const own = terms.of(term.question, [...under, ...inherited]) ?? term;
  return { id, slot: own.slot, weight, excludes: excludedBy(under), question: term.question.index };
}

/** What a policy says of answers that could not have been given. */
function closedOnly(missing: MissingDefinition | undefined): MissingDefinition {
  const { not_applicable, not_asked } = missing ?? {};
  return {
    ...(not_applicable === undefined ? {} : { not_applicable }),
    ...(not_asked === undefined ? {} : { not_asked }),
  };
}

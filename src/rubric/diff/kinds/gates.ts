import type { GateDefinition } from '../../../generated/definitions.js';
import { defineChange } from '../../../questionnaire/diff/change.js';
import { comparable } from '../../../questionnaire/diff/expression-text.js';
import { inRubric, type RubricDiffContext, type RubricVersion } from '../rubric-context.js';

const gate = (body: string) => `rubric:
  gates:
    - ${body}`;
const before = gate('{ on: overall, if: scores.data < 2, cap: 2, because: No score above 2 without data. }');

export const gateAdded = defineChange<'gate-added', RubricDiffContext>({
  id: 'gate-added',
  reason: `Scores that meet the condition are capped that were not before.`,
  before: 'rubric: { gates: [] }',
  after: before,
  *compare(context) {
    for (const gate of gatePairs(context).added) {
      const { on: node, if: when, cap } = gate;
      yield {
        subject: { what: 'node', id: node },
        new: at(context.new, gate, 'if'),
        args: { node, when, cap },
      };
    }
  },
});

export const gateRemoved = defineChange<'gate-removed', RubricDiffContext>({
  id: 'gate-removed',
  reason: `Scores that meet the condition are no longer capped.`,
  before,
  after: 'rubric: { gates: [] }',
  *compare(context) {
    for (const gate of gatePairs(context).removed) {
      const { on: node, if: when, cap } = gate;
      yield {
        subject: { what: 'node', id: node },
        old: at(context.old, gate, 'if'),
        args: { node, when, cap },
      };
    }
  },
});

export const gateChanged = defineChange<'gate-changed', RubricDiffContext>({
  id: 'gate-changed',
  reason: `Other scores are capped, or at another height. Two gates on one node are taken for one that changed where nothing else
on that node could be meant.`,
  before,
  after: gate('{ on: overall, if: scores.data < 2, cap: 3, because: No score above 2 without data. }'),
  *compare(context) {
    for (const { old, new: now } of gatePairs(context).pairs) {
      const [from, to] = [said(old, context.renames), said(now, new Map())];
      if (from === to) continue;
      const node = now.on;
      yield {
        subject: { what: 'node', id: node },
        old: at(context.old, old, old.cap === now.cap ? 'if' : 'cap'),
        new: at(context.new, now, old.cap === now.cap ? 'if' : 'cap'),
        args: { node, from, to },
      };
    }
  },
});

export const gateReworded = defineChange<'gate-reworded', RubricDiffContext>({
  id: 'gate-reworded',
  reason: `The reason is for people to read.`,
  before,
  after: gate('{ on: overall, if: scores.data < 2, cap: 2, because: Data come first. }'),
  *compare(context) {
    for (const { old, new: now } of gatePairs(context).pairs) {
      if (old.because.trim() === now.because.trim()) continue;
      const node = now.on;
      yield {
        subject: { what: 'node', id: node },
        old: at(context.old, old, 'because'),
        new: at(context.new, now, 'because'),
        args: { node, from: old.because, to: now.because },
      };
    }
  },
});

interface GatePairs {
  readonly pairs: readonly { readonly old: GateDefinition; readonly new: GateDefinition }[];
  readonly removed: readonly GateDefinition[];
  readonly added: readonly GateDefinition[];
}

/** Gates have no ids: the same node and condition are the same gate, then what is left on one node in its order. */
function gatePairs({ old, new: now, renames }: RubricDiffContext): GatePairs {
  const left = [...(old.rubric.body.gates ?? [])];
  const twins = new Map<GateDefinition, GateDefinition>();
  const on = (gate: GateDefinition) => renames.get(gate.on) ?? gate.on;
  const fresh = now.rubric.body.gates ?? [];
  const isSame = (a: GateDefinition, b: GateDefinition) =>
    on(a) === b.on && comparable(a.if, renames) === comparable(b.if, new Map());
  for (const fits of [isSame, (a: GateDefinition, b: GateDefinition) => on(a) === b.on]) {
    for (const gate of fresh) {
      if (twins.has(gate)) continue;
      const at = left.findIndex((other) => fits(other, gate));
      const [twin] = at === -1 ? [] : left.splice(at, 1);
      if (twin !== undefined) twins.set(gate, twin);
    }
  }
  return {
    pairs: [...twins].map(([gate, twin]) => ({ old: twin, new: gate })),
    removed: left,
    added: fresh.filter((gate) => !twins.has(gate)),
  };
}

function said({ if: condition, cap }: GateDefinition, renames: ReadonlyMap<string, string>): string {
  return `at most ${cap} where \`${comparable(condition, renames)}\``;
}

function at(version: RubricVersion, gate: GateDefinition, key: string) {
  return inRubric(version, 'gates', (version.rubric.body.gates ?? []).indexOf(gate), key);
}

import type { StageDefinition } from '../../../generated/definitions.js';
import { defineChange } from '../../../questionnaire/diff/change.js';
import { entryPairs, type RubricDiffContext } from '../rubric-context.js';
import { atStage, stagePairs } from '../stage-pairs.js';

const basic = '{ id: basic, title: Basic, members: [owner] }';
const managed = '{ id: managed, title: Managed, members: { quality: 3 } }';
const staged = (atLeast: number, ...stages: readonly string[]) => `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four }
      - { id: quality, text: How good are the data?, scale: four }
rubric:
  dimensions:
    data:
      method: staged
      at_least: ${atLeast}
      stages:
${stages.map((stage) => `        - ${stage}`).join('\n')}`;

export const stageAdded = defineChange<'stage-added', RubricDiffContext>({
  id: 'stage-added',
  reason: `The score is the number of stages passed in a row: with another stage in the row it counts otherwise.`,
  before: staged(2, basic),
  after: staged(2, basic, managed),
  *compare(context) {
    for (const { pair, stages } of stagePairs(context)) {
      for (const stage of stages.added) {
        const { node } = pair;
        yield {
          subject: { what: 'node', id: node },
          new: atStage(pair.new, stage, 'id'),
          args: { node, stage: stage.id },
        };
      }
    }
  },
});

export const stageRemoved = defineChange<'stage-removed', RubricDiffContext>({
  id: 'stage-removed',
  reason: `The score is the number of stages passed in a row: without one of them it counts otherwise.`,
  before: staged(2, basic, managed),
  after: staged(2, basic),
  *compare(context) {
    for (const { pair, stages } of stagePairs(context)) {
      for (const stage of stages.removed) {
        const { node } = pair;
        yield {
          subject: { what: 'node', id: node },
          old: atStage(pair.old, stage, 'id'),
          args: { node, stage: stage.id },
        };
      }
    }
  },
});

export const stageChanged = defineChange<'stage-changed', RubricDiffContext>({
  id: 'stage-changed',
  reason: `The same answers pass the stage, or do not, by other members, thresholds or shares.`,
  before: staged(2, basic, managed),
  after: staged(2, basic, '{ id: managed, title: Managed, members: { quality: 4 } }'),
  *compare(context) {
    for (const { pair, stages } of stagePairs(context)) {
      const shared = stages.pairs.map(({ new: now }) => now.id);
      const before = (pair.old.entry.stages ?? []).filter(({ id }) => shared.includes(id));
      for (const { old, new: now } of stages.pairs) {
        const what = [
          ...differences(members(old, context.renames), members(now, new Map())),
          ...((old.share ?? 1) === (now.share ?? 1)
            ? []
            : [`share ${now.share ?? 1} (was ${old.share ?? 1})`]),
          ...(before.indexOf(old) === shared.indexOf(now.id) ? [] : ['it comes in another order']),
        ];
        if (what.length === 0) continue;
        const { node } = pair;
        yield {
          subject: { what: 'node', id: node },
          old: atStage(pair.old, old, 'members'),
          new: atStage(pair.new, now, 'members'),
          args: { node, stage: now.id, what },
        };
      }
    }
  },
});

export const thresholdChanged = defineChange<'threshold-changed', RubricDiffContext>({
  id: 'threshold-changed',
  reason: `The same answers pass stages, or do not, by another threshold.`,
  before: staged(2, basic),
  after: staged(3, basic),
  *compare(context) {
    for (const { node, old, new: now } of entryPairs(context)) {
      for (const key of ['at_least', 'below_at_least', 'member_bands'] as const) {
        const [from, to] = [written(old.entry[key]), written(now.entry[key])];
        // What comes or goes with stages is told with the method.
        if (from === to || old.entry.stages === undefined || now.entry.stages === undefined) continue;
        yield {
          subject: { what: 'node', id: node },
          old: old.at(key),
          new: now.at(key),
          args: { node, key, from, to },
        };
      }
    }
  },
});

function members(
  { members }: StageDefinition,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const entries: readonly (readonly [string, string])[] = Array.isArray(members)
    ? members.map((id): [string, string] => [id, ''])
    : Object.entries(members).map(([id, own]) => [id, ` from ${own}`]);
  return new Map(entries.map(([id, own]) => [renames.get(id) ?? id, own]));
}

function differences(old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [from, to] = [old.get(id), now.get(id)];
    if (from === to) return [];
    if (from === undefined) return [`with \`${id}\`${to}`];
    return to === undefined
      ? [`without \`${id}\``]
      : [`\`${id}\`${to || ' as all'} (was${from || ' as all'})`];
  });
}

function written(value: unknown): string {
  return value === undefined ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

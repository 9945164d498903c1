import type { RollupLevelDefinition } from '../../../generated/definitions.js';
import { defineChange, type Version } from '../../../questionnaire/diff/change.js';
import { type RubricBody, unitFields } from '../../../questionnaire/questionnaire.js';
import { inRubric, type RubricDiffContext } from '../rubric-context.js';

const profile = `profile:
  - { id: organisation, title: Organisation, unit: true, required: true }
  - { id: department, title: Department, unit: true, required: true }
`;

export const rollupChanged = defineChange<'rollup-changed', RubricDiffContext>({
  id: 'rollup-changed',
  reason: `The same responses come to other figures of departments and organisations.`,
  before: `${profile}rubric: { rollup: { organisation: { method: mean } } }`,
  after: `${profile}rubric: { rollup: { organisation: { method: median } } }`,
  *compare({ old, new: now, renames, questionnaires }) {
    const report = (node: string, key: string, from: string, to: string, oldNode = node) => ({
      subject: { what: 'node' as const, id: node },
      old: inRubric(old, 'rollup', ...(node === '' ? [] : [oldNode]), key),
      new: inRubric(now, 'rollup', ...(node === '' ? [] : [node]), key),
      args: { node, key, from, to },
    });
    const [before, after] = [old.rubric.body.rollup ?? {}, now.rubric.body.rollup ?? {}];
    if (before.prefer !== after.prefer) {
      yield report('', 'prefer', before.prefer ?? 'none', after.prefer ?? 'none');
    }
    const older = new Map(unitsOf(before).map((id) => [renames.get(id) ?? id, id]));
    for (const unit of new Set([...older.keys(), ...unitsOf(after)])) {
      const oldUnit = older.get(unit) ?? unit;
      const [from, to] = [inForce(before[oldUnit], renames), inForce(after[unit], new Map())];
      // What nothing is said of follows the unit fields, which are told by themselves.
      if (from.of !== undefined || to.of !== undefined) {
        const [one, other] = [
          from.of ?? nextIn(oldUnit, questionnaires?.old, renames),
          to.of ?? nextIn(unit, questionnaires?.new, new Map()),
        ];
        if (one !== other) yield report(unit, 'of', one, other, oldUnit);
      }
      for (const key of ['method', 'weight', 'min_children'] as const) {
        if (from[key] !== to[key]) yield report(unit, key, from[key], to[key], oldUnit);
      }
    }
  },
});

type Rollup = NonNullable<RubricBody['rollup']>;

function unitsOf(rollup: Rollup): readonly string[] {
  return Object.keys(rollup).filter((key) => key !== 'prefer');
}

function inForce(written: Rollup[string], renames: ReadonlyMap<string, string>) {
  const level: RollupLevelDefinition = typeof written === 'object' ? written : {};
  const { method = 'mean', of, weight = 'none', min_children = 1 } = level;
  const renamed = (id: string) => renames.get(id) ?? id;
  return {
    method,
    of: of === undefined ? undefined : renamed(of),
    weight: renamed(weight),
    min_children: String(min_children),
  };
}

/** What a unit is made of where its entry does not say: the next unit field in, or responses. */
function nextIn(unit: string, version: Version | undefined, renames: ReadonlyMap<string, string>): string {
  if (version === undefined) return 'the next level in';
  const fields = unitFields(version.questionnaire).map(({ id }) => id);
  const inner = fields[fields.indexOf(unit) + 1] ?? 'responses';
  return renames.get(inner) ?? inner;
}

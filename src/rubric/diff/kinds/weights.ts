import { within } from '../../../questionnaire/checks/asked.js';
import { defineChange, given, type Touches } from '../../../questionnaire/diff/change.js';
import type { Origin } from '../../../questionnaire/questionnaire.js';
import { inRubric, type RubricDiffContext, type RubricVersion } from '../rubric-context.js';

export const questionWeightChanged = defineChange<'question-weight-changed', RubricDiffContext>({
  id: 'question-weight-changed',
  reason: `The question counts for more or for less among the others. It is the weight in force that is compared, the rubric's
where it has one; writing down a weight of 1 is no change.`,
  before: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: four }`,
  after: `- { id: owner, text: Is there an owner?, scale: four }
- { id: quality, text: How good are the data?, scale: four, weight: 2 }`,
  *compare(context) {
    for (const { id, from, to, old, new: now, touches } of questionWeights(context)) {
      const subject = { what: 'question', id } as const;
      if (from !== to) {
        yield {
          subject,
          old,
          new: now,
          args: { id, from, to },
          ...(touches === undefined ? {} : { touches }),
        };
      }
    }
  },
});

export const dimensionWeightChanged = defineChange<'dimension-weight-changed', RubricDiffContext>({
  id: 'dimension-weight-changed',
  reason: `The dimension counts for more or for less in what stands above it. It is the weight in force that is compared.`,
  before: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
  - { id: people, title: People, questions: [{ id: skills, text: How skilled are you?, scale: four }] }`,
  after: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
  - { id: people, title: People, weight: 2, questions: [{ id: skills, text: How skilled are you?, scale: four }] }`,
  *compare(context) {
    for (const { id, from, to, old, new: now } of dimensionWeights(context)) {
      if (from !== to) {
        yield { subject: { what: 'dimension', id }, old, new: now, args: { id, from, to } };
      }
    }
  },
});

interface Weights {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly old: Origin;
  readonly new: Origin;
  readonly touches?: Touches;
}

/** The weights in force of what both versions have; in a rubric by itself, those that it gives. */
function questionWeights(context: RubricDiffContext): readonly Weights[] {
  const { old, new: now, questionnaires, renames } = context;
  const own = (version: RubricVersion, id: string) => version.rubric.body.questions?.[id]?.weight;
  if (questionnaires === undefined) {
    return alone(old, now, renames, 'questions').map(({ id, oldId }) => ({
      id,
      from: String(own(old, oldId) ?? "the questionnaire's"),
      to: String(own(now, id) ?? "the questionnaire's"),
      old: inRubric(old, 'questions', oldId, 'weight'),
      new: inRubric(now, 'questions', id, 'weight'),
    }));
  }
  const { questions, answers } = questionnaires.alignment;
  const said = new Set<string>();
  return answers.pairs.flatMap((pair): readonly Weights[] => {
    const [before, after] = [own(old, pair.old.id), own(now, pair.new.id)];
    // A grid's items have its weight: without weights of their own they are told once.
    const isOwn = before !== undefined || after !== undefined;
    const id = isOwn ? pair.new.id : (pair.new.grid?.id ?? pair.new.id);
    if (said.has(id)) return [];
    said.add(id);
    const grid = questions.pairs.find((each) => each.new.id === id);
    const at = (written: number | undefined, version: RubricVersion, question: string, origin: Origin) =>
      written === undefined ? within(origin, 'weight') : inRubric(version, 'questions', question, 'weight');
    return [
      {
        id,
        from: String(before ?? pair.old.weight),
        to: String(after ?? pair.new.weight),
        old: at(before, old, pair.old.id, grid?.old.origin ?? pair.old.origin),
        new: at(after, now, pair.new.id, grid?.new.origin ?? pair.new.origin),
        touches: {
          questions: isOwn ? [pair.old.id] : (grid?.old.items ?? [pair.old]).map((each) => each.id),
          are: given,
        },
      },
    ];
  });
}

function dimensionWeights(context: RubricDiffContext): readonly Weights[] {
  const { old, new: now, questionnaires, renames } = context;
  const own = (version: RubricVersion, id: string) => version.rubric.body.dimensions?.[id]?.weight;
  if (questionnaires === undefined) {
    return alone(old, now, renames, 'dimensions').map(({ id, oldId }) => ({
      id,
      from: String(own(old, oldId) ?? "the questionnaire's"),
      to: String(own(now, id) ?? "the questionnaire's"),
      old: inRubric(old, 'dimensions', oldId, 'weight'),
      new: inRubric(now, 'dimensions', id, 'weight'),
    }));
  }
  return questionnaires.alignment.dimensions.pairs.map((pair) => {
    const [before, after] = [own(old, pair.old.id), own(now, pair.new.id)];
    return {
      id: pair.new.id,
      from: String(before ?? pair.old.dimension.weight),
      to: String(after ?? pair.new.dimension.weight),
      old:
        before === undefined
          ? within(pair.old.dimension.origin, 'weight')
          : inRubric(old, 'dimensions', pair.old.id, 'weight'),
      new:
        after === undefined
          ? within(pair.new.dimension.origin, 'weight')
          : inRubric(now, 'dimensions', pair.new.id, 'weight'),
    };
  });
}

function alone(
  old: RubricVersion,
  now: RubricVersion,
  renames: ReadonlyMap<string, string>,
  key: 'questions' | 'dimensions',
): readonly { readonly id: string; readonly oldId: string }[] {
  const older = new Map(Object.keys(old.rubric.body[key] ?? {}).map((id) => [renames.get(id) ?? id, id]));
  const ids = new Set([...older.keys(), ...Object.keys(now.rubric.body[key] ?? {})]);
  return [...ids].map((id) => ({ id, oldId: older.get(id) ?? id }));
}

import { everyUnit, type Unit, unitName } from '../../compare/comparison.js';
import type { Plan } from '../../rubric/plan.js';
import type { Figure } from './figure.js';
import type { Showing } from './shown.js';

/** What is to be known of the rows of a comparison, of which a table shows some figures of each rubric. */
export function comparisonNotes(
  { byRubric, keys }: Showing,
  figuresOf: (plan: Plan) => readonly Figure[],
): readonly string[] {
  const rows = byRubric[0]?.rows ?? [];
  return [
    ...byRubric.flatMap(({ comparison }) => roundsNotes(comparison)),
    ...rows
      .filter((unit) => unit.minChildren > 1 && unit.children.length < unit.minChildren)
      .map((unit) => `${unitName(unit)}: ${unit.children.length} of at least ${unit.minChildren} needed.`),
    ...keys.flatMap((key) => {
      const group = rows.find(({ level }) => level === key.id);
      return key.kind !== 'attribute' || group === undefined
        ? []
        : [`${key.title}: each is made of ${partsOf(group, byRubric[0]?.comparison.plan)}.`];
    }),
    ...rows
      .filter(({ level }) => level === everyUnit)
      .slice(0, 1)
      .map((unit) => `${everyUnit}: made of all ${partsOf(unit, byRubric[0]?.comparison.plan)}.`),
    ...new Set(
      byRubric.flatMap(({ comparison: { plan }, companions }) =>
        companions.flatMap(({ notes }) => notes(figuresOf(plan))),
      ),
    ),
  ];
}

function roundsNotes({
  plan,
  passedOver,
  withoutWeight,
}: Showing['byRubric'][number]['comparison']): readonly string[] {
  const { prefer, levels } = plan.rollup;
  const weights = [...new Set(levels.flatMap((level) => level.weight ?? []))].join(', ');
  return [
    ...(passedOver > 0
      ? [`${passedOver} responses are passed over: for their units, responses of mode ${prefer} speak.`]
      : []),
    ...(withoutWeight.length > 0
      ? [`Counted with weight 0 for want of ${weights}: ${withoutWeight.join(', ')}.`]
      : []),
  ];
}

/** `its Authority units, each alike` */
function partsOf({ children }: Unit, plan: Plan | undefined): string {
  const level = children[0]?.level ?? 'response';
  if (level === 'response') return 'its responses';
  const title = plan?.questionnaire.profile.find(({ id }) => id === level)?.title ?? level;
  return `its units of the level “${title}”, combined as the roll-up combines them`;
}

import type { Plan } from '../../../../rubric/plan.js';
import { allUnits, type UnitAmbition } from '../../../ambition/ambition.js';
import { nodeQuestions } from '../../../node-questions.js';
import type { EarlierFigure } from '../earlier-figure.js';
import { fewestPeople, isAsPrinted, type ToldRow } from '../told-row.js';
import { type JsonRow, numberAt, textAt } from './earlier-document.js';
import type { EarlierPlace } from './earlier-place.js';
import { rowsBy, type ToldReading } from './told-reading.js';

/** The columns without which a table of ambition cannot be read. */
export const ambitionColumns: readonly string[] = [
  'node',
  'answers',
  'score',
  'target',
  'shortfall',
  'targets',
];

/** Whose a row of ambition is: one is of all units of a wave, where no row of all units was asked for. */
export function ambitionPlaces(
  placeOf: (row: JsonRow) => EarlierPlace | undefined,
): (row: JsonRow) => EarlierPlace | undefined {
  return (row) =>
    textAt(row, 'level') === allUnits
      ? { level: allUnits, path: [], wave: textAt(row, 'wave') ?? '' }
      : placeOf(row);
}

/** What a table of ambition told of shortfalls and targets. A node of which there is no row nobody had a target in. */
export function readAmbition(
  reading: ToldReading,
  units: readonly UnitAmbition[],
  plan: Plan,
): readonly ToldRow[] {
  const find = rowsBy(reading, (row) => textAt(row, 'node'));
  const asked = new Map(
    nodeQuestions(plan).map(({ node, questions }) => [
      node.id,
      plan.questionnaire.questions.filter(({ index, ask }) => questions.has(index) && ask.includes('target'))
        .length,
    ]),
  );
  const { digits } = plan.rounding;
  return units.flatMap((unit) =>
    unit.asked.flatMap((node): readonly ToldRow[] => {
      const [row] = find(unit.place, node.id);
      const own = unit.nodes.find((each) => each.node === node);
      if (own === undefined && row === undefined) return [];
      const before = row === undefined ? 0 : (numberAt(row, 'answers') ?? undefined);
      const now = own?.answers ?? 0;
      const perPerson = reading.mayBeOfficial(unit.place)
        ? Number.POSITIVE_INFINITY
        : Math.max(1, asked.get(node.id) ?? 1);
      return (['shortfall', 'targets'] as const).map((kind) => {
        const printed = row === undefined ? null : numberAt(row, kind);
        return {
          document: reading.document,
          kind,
          whose: unit.place,
          about: [node.id],
          before,
          now,
          isShown: printed !== null,
          isSame: isAsPrinted(printed, own?.[kind], digits),
          people: fewestPeople(before, now, perPerson),
        };
      });
    }),
  );
}

/** The scores and targets in a table of ambition. Of how many responses they are it does not say. */
export function readAmbitionScores(
  { document, rows, placeOf }: Pick<ToldReading, 'document' | 'rows' | 'placeOf'>,
  plan: Plan,
): readonly EarlierFigure[] {
  const ids = new Set(plan.nodes.map(({ id }) => id));
  return rows.flatMap((row): readonly EarlierFigure[] => {
    const [place, node] = [placeOf(row), textAt(row, 'node')];
    if (place === undefined || node === undefined || !ids.has(node)) return [];
    const figure = {
      ...place,
      document,
      table: 'ambition',
      node,
      responses: undefined,
      counts: 'all',
    } as const;
    return [
      { ...figure, measure: 'scores', value: numberAt(row, 'score') },
      { ...figure, measure: 'target', value: numberAt(row, 'target') },
    ];
  });
}

import type { Plan } from '../../../../rubric/plan.js';
import { type Unit, unitName } from '../../../comparison.js';
import type { EarlierOffer } from '../../../exchange/earlier-offers.js';
import { grouped } from '../../../grouped.js';
import type { EarlierFigure } from '../earlier-figure.js';
import { type JsonRow, numberAt, textAt } from './earlier-document.js';

/** The columns without which a table of exchange cannot be read. */
export const exchangeColumns: readonly string[] = [
  'node',
  'learner',
  'score',
  'target',
  'from',
  'their_score',
];

/** Who offered what, by the rows of a table of exchange. */
export function readOffers(rows: readonly JsonRow[]): readonly EarlierOffer[] {
  return rows.flatMap((row): readonly EarlierOffer[] => {
    const [node, from] = [textAt(row, 'node'), textAt(row, 'from')];
    if (node === undefined || from === undefined) return [];
    return [{ node, from, what: textAt(row, 'practice'), wave: textAt(row, 'wave') ?? '' }];
  });
}

/** The scores and targets in a table of exchange, of all units that its names may be of. It does not say how many responses they are of. */
export function readStandings(
  rows: readonly JsonRow[],
  { nodes }: Plan,
  units: readonly Unit[],
  document: string,
): readonly EarlierFigure[] {
  const byName = grouped(units, unitName);
  const ids = new Set(nodes.map(({ id }) => id));
  return rows.flatMap((row): readonly EarlierFigure[] => {
    const node = textAt(row, 'node');
    const wave = textAt(row, 'wave') ?? '';
    if (node === undefined || !ids.has(node)) return [];
    const told = [
      { name: textAt(row, 'learner'), measure: 'scores', value: numberAt(row, 'score') },
      { name: textAt(row, 'learner'), measure: 'target', value: numberAt(row, 'target') },
      { name: textAt(row, 'from'), measure: 'scores', value: numberAt(row, 'their_score') },
    ] as const;
    return told.flatMap(({ name, measure, value }) =>
      (byName.get(name ?? '') ?? [])
        .filter((unit) => wave === '' || unit.wave === wave)
        .map(({ level, path, response, wave: own }): EarlierFigure => {
          const whose = { level, path, wave: wave === '' ? wave : own };
          return {
            document,
            table: 'exchange',
            ...whose,
            ...(response === undefined ? {} : { response }),
            node,
            measure,
            value,
            responses: undefined,
            counts: 'all',
          };
        }),
    );
  });
}

import { everyUnit, type Unit, unitKey } from '../../../compare/comparison.js';
import type { CellPlace, FigurePlace, OtherKind } from '../../../compare/suppression/reader/table-cells.js';
import { withheldCells } from '../../tables/absence.js';
import { mainFigures } from '../figures/figures.js';
import type { Block, Part, ReportTable } from '../model/report.js';
import { levelOf, type ReportSource } from './source.js';

/** Which of the figures that are withheld a part would tell. */
export type Tells = (place: CellPlace, source: ReportSource) => boolean;

/** Whether figures that a part would tell are withheld. */
export function isAnyWithheld(source: ReportSource, tells: Tells): boolean {
  return source.withheldOf((place) => tells(place, source), 0).length > 0;
}

/**
 * The blocks of a part, with what is said of withheld figures under its tables: how many cells of each. Where figures that it would tell
 * are in no cell, the first says that they are left out.
 */
export function sayingWithheld(
  blocks: readonly Block[],
  source: ReportSource,
  tells: Tells | undefined,
): readonly Block[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const isNowhere = tells !== undefined && tables.every((table) => withheldCells(table) === 0);
  const notesOn = (table: ReportTable) => {
    const cells = withheldCells(table);
    if (cells === 0 && !(isNowhere && table === tables[0])) return [];
    return source.withheldOf((place) => (tells ?? isOfPage)(place, source), cells);
  };
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const { table } = block;
    return {
      kind: 'table',
      table: { ...table, notes: [...table.notes, ...notesOn(table).map((note) => [note])] },
    };
  });
}

/** How many cells of parts are withheld. */
export function withheldInParts(parts: readonly Pick<Part, 'blocks'>[]): number {
  return parts
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.kind === 'table' ? withheldCells(block.table) : 0), 0);
}

/** Main figures of scorecards, of the units whose rows the table of scores has, or of the unit whose page it is. */
export function tellsOfCards(...measures: readonly FigurePlace['measure'][]): Tells {
  return (place, source) =>
    isOnCards(place, source) &&
    measures.includes(place.measure) &&
    mainFigures(source.plan).some(({ id }) => id === place.figure.id);
}

/** The same of scores where dimensions and themes meet, and of those by theme. */
export const tellsOfCells: Tells = (place, source) =>
  isOnCards(place, source) &&
  place.measure === 'scores' &&
  source.plan.nodes.some(({ id, kind }) => id === place.figure.id && (kind === 'cell' || kind === 'theme'));

function isOnCards(place: CellPlace, { own, wave }: ReportSource): place is FigurePlace {
  if (place.kind !== 'figure' || place.unit.wave !== wave) return false;
  return own === undefined ? place.unit.level !== everyUnit : isOwn(place.unit, own.unit);
}

/** As on the page of all units: a part may tell of others on a unit's own page too. */
export function ofEverybody({ own: _, ...source }: ReportSource): ReportSource {
  return source;
}

/** Figures of tables beside that of scores, of the wave that is told of. */
export function tellsOfOthers(kind: OtherKind): Tells {
  return (place, { own, wave, showing }) => {
    if (place.kind !== 'other' || place.what !== kind || place.whose.wave !== wave) return false;
    return own === undefined ? place.whose.level === levelOf({ showing }) : isOwn(place.whose, own.unit);
  };
}

/** What is said on a unit's own page of figures that are of it. */
export function isOfPage(place: CellPlace, { own }: Pick<ReportSource, 'own'>): boolean {
  if (own === undefined) return true;
  return isOwn(place.kind === 'figure' ? place.unit : place.whose, own.unit);
}

/** In any wave. Most are of other units, which their names tell soonest. */
function isOwn(place: Pick<Unit, 'level' | 'path' | 'response' | 'groups' | 'wave'>, own: Unit): boolean {
  if (place.level !== own.level || place.path.at(-1) !== own.path.at(-1)) return false;
  return unitKey({ ...place, wave: own.wave }) === unitKey(own);
}

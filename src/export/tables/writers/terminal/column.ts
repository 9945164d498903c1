import { visible } from '../../../text/visible.js';
import { widest } from '../../../text/width.js';
import type { WhyAbsent } from '../../absence.js';
import { cellFigure } from '../../cell-figure.js';
import type { Column, Table, TableBand, TableCell } from '../../table.js';
import { barWidth, type Signs } from './signs.js';

/** How much is told of a score besides the figure: its band's mark; its band's name; that, and a bar. */
export type Detail = 'mark' | 'name' | 'bar';

/** What a cell shows: a text, and of a score its band and how far along it is. */
export interface Face {
  readonly text: string;
  readonly why?: WhyAbsent;
  readonly band?: TableBand;
  readonly along?: number;
}

/** A column as a terminal shows it, measured. */
export interface TerminalColumn {
  readonly title: string;
  /** Names the row, and so is repeated where the columns do not fit side by side. */
  readonly label: boolean;
  /** Stands left and may be cut; figures stand right and may not. */
  readonly text: boolean;
  /** Has room for more detail than marks. */
  readonly headline: boolean;
  /** Whether any of its cells has a bar. */
  readonly bars: boolean;
  readonly faces: readonly Face[];
  /** Of the texts or figures alone. */
  readonly width: number;
  /** Of what follows the figures, in each detail. */
  readonly tails: Readonly<Record<Detail, number>>;
}

/** The columns of a table, ready to be laid out. */
export function terminalColumns({ columns, rows }: Table, signs: Signs): readonly TerminalColumn[] {
  const headline = headlineOf(columns);
  return columns.map((column, at) => {
    const faces = rows.map((row) => faceOf(row[at], column, signs));
    const bars = faces.some(({ along }) => along !== undefined);
    return {
      title: visible(column.title.trim().replace(/\s+/g, ' ')),
      label: column.kind === 'label',
      text: column.kind === 'label' || column.kind === 'text',
      headline: at === headline,
      bars,
      faces,
      width: widest(faces.map(({ text }) => text)),
      tails: tailsOf(faces, bars ? barWidth : 0, signs),
    };
  });
}

/** The last score, where it sums the others up or is the only one. */
function headlineOf(columns: readonly Column[]): number | undefined {
  const scores = columns.flatMap(({ kind, key }, at) => (kind === 'score' ? [{ key, at }] : []));
  const last = scores.at(-1);
  return last !== undefined && (scores.length === 1 || /^overall(__|$)/.test(last.key)) ? last.at : undefined;
}

function faceOf(cell: TableCell | undefined, column: Column, signs: Signs): Face {
  if (cell?.kind === 'text') return { text: visible(cell.text) };
  if (cell?.kind === 'number') {
    if (cell.isClass && cell.band !== undefined) return { text: visible(cell.band.label) };
    return {
      text: cellFigure(cell, column),
      ...(cell.band === undefined ? {} : { band: { ...cell.band, label: visible(cell.band.label) } }),
      ...(cell.along === undefined ? {} : { along: cell.along }),
    };
  }
  return cell?.why === undefined ? { text: '' } : { text: signs.absent(cell.why), why: cell.why };
}

function tailsOf(faces: readonly Face[], bar: number, signs: Signs): TerminalColumn['tails'] {
  const bands = faces.flatMap(({ band }) => (band === undefined ? [] : [band]));
  const name = widest(bands.map(({ label }) => label));
  return {
    mark: widest(bands.map(signs.band)),
    name,
    bar: bar > 0 && name > 0 ? bar + 1 + name : bar + name,
  };
}

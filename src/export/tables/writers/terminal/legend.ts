import type { Ink } from '../../../text/ink.js';
import { displayWidth, wrap } from '../../../text/width.js';
import { absences, type WhyAbsent } from '../../absence.js';
import type { TableBand } from '../../table.js';
import type { TerminalColumn } from './column.js';
import type { Block } from './layout.js';
import type { Signs } from './signs.js';

/** One sign and what it stands for. */
interface Entry {
  readonly text: string;
  readonly drawn: string;
}

/** The columns in which each mark stands for one and the same band. */
interface BandSet {
  readonly titles: string[];
  readonly bands: Map<string, TableBand>;
}

/** Explains every sign that stands in the blocks, in lines of at most the width. */
export function legend(blocks: readonly Block[], width: number, ink: Ink, signs: Signs): readonly string[] {
  const columns = [...new Set(blocks.flat().map(({ column }) => column))];
  const marked = blocks.flat().some(({ column, detail }) => detail === 'mark' && column.tails.mark > 0);
  const sets = marked ? bandSets(columns, signs) : [];
  const absent = absentEntries(columns, signs);
  return [
    ...sets.flatMap(({ titles, bands }) => {
      const entries = [...bands]
        .sort(([, a], [, b]) => height(a) - height(b))
        .map(([mark, band]) => entry(mark, band.label, ink.band(band)));
      return sets.length === 1
        ? flow(entries, width)
        : flow([same(`${titles.join(', ')}:`), ...entries], width);
    }),
    ...(absent.length === 0 ? [] : flow(absent, width)),
  ];
}

function bandSets(columns: readonly TerminalColumn[], signs: Signs): readonly BandSet[] {
  const sets: BandSet[] = [];
  for (const { title, faces } of columns) {
    const bands = new Map<string, TableBand>();
    for (const { band } of faces) {
      if (band === undefined) continue;
      const mark = signs.band(band);
      const known = bands.get(mark);
      const labels = known?.label.split(' / ') ?? [];
      const label = labels.includes(band.label) ? labels : [...labels, band.label];
      bands.set(mark, { ...band, label: label.join(' / ') });
    }
    if (bands.size === 0) continue;
    const set = sets.find((set) =>
      [...bands].every(([mark, { label }]) => (set.bands.get(mark)?.label ?? label) === label),
    );
    if (set === undefined) sets.push({ titles: [title], bands });
    else {
      set.titles.push(title);
      for (const [mark, band] of bands) set.bands.set(mark, band);
    }
  }
  return sets;
}

function height({ step, steps }: TableBand): number {
  return steps > 1 ? step / (steps - 1) : 1;
}

function absentEntries(columns: readonly TerminalColumn[], signs: Signs): readonly Entry[] {
  const seen = new Set(columns.flatMap(({ faces }) => faces.map(({ why }) => why)));
  const reasons: readonly WhyAbsent[] = ['insufficient', 'not_applicable', 'withheld'];
  return reasons
    .filter((why) => seen.has(why))
    .map((why) => entry(signs.absent(why), absences[why].meaning, (sign) => sign));
}

function entry(sign: string, meaning: string, paint: (text: string) => string): Entry {
  return { text: `${sign} ${meaning}`, drawn: `${paint(sign)} ${meaning}` };
}

function same(text: string): Entry {
  return { text, drawn: text };
}

function flow(entries: readonly Entry[], width: number): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  let line = '';
  for (const { text, drawn } of entries) {
    const size = displayWidth(text);
    if (size > width) {
      lines.push(...(line === '' ? [] : [line]), ...wrap(text, width));
      line = '';
      continue;
    }
    if (line !== '' && used + 3 + size > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? size : used + 3 + size;
    line = line === '' ? drawn : `${line}   ${drawn}`;
  }
  return line === '' ? lines : [...lines, line];
}

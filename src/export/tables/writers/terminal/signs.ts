import { absenceOf, type WhyAbsent } from '../../absence.js';
import type { TableBand } from '../../table.js';

/** What is drawn besides figures and texts, in Unicode or in ASCII. */
export interface Signs {
  readonly ellipsis: string;
  readonly line: string;
  /** One character for a band, higher for a higher one. */
  readonly band: (band: TableBand) => string;
  readonly absent: (why: WhyAbsent) => string;
  /** The filled and the empty part of a bar. */
  readonly bar: (along: number) => readonly [string, string];
}

/** How many characters a bar has. */
export const barWidth = 10;

const blocks = '▁▂▃▄▅▆▇█';

export function signsFor(unicode: boolean): Signs {
  const [full, none] = unicode ? ['█', '░'] : ['#', '.'];
  return {
    ellipsis: unicode ? '…' : '...',
    line: unicode ? '─' : '-',
    band: (band) => (unicode && band.steps <= blocks.length ? blockOf(band) : letterOf(band)),
    absent: (why) => absenceOf(why)?.[unicode ? 'mark' : 'ascii'] ?? '',
    bar: (along) => {
      const filled = Math.round(Math.min(1, Math.max(0, along)) * barWidth);
      return [full.repeat(filled), none.repeat(barWidth - filled)];
    },
  };
}

function blockOf({ step, steps }: TableBand): string {
  return blocks[steps > 1 ? Math.round((step / (steps - 1)) * (blocks.length - 1)) : blocks.length - 1] ?? '';
}

function letterOf({ step }: TableBand): string {
  return step < 26 ? String.fromCharCode(0x61 + step) : String(step + 1);
}

import { Chalk } from 'chalk';
import type { Severity } from '../../finding/finding.js';
import { shade } from '../tables/shade.js';
import type { TableBand } from '../tables/table.js';

/** Puts colour on a text, or hands it back as it is. */
export type Paint = (text: string) => string;

/** What colours stand for. None of them is ever the only sign of it. */
export interface Ink {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly band: (band: TableBand) => Paint;
  readonly severity: (severity: Severity) => Paint;
}

/** From orange over grey to blue: told apart with every colour vision, legible on black and on white. */
const bands = [166, 172, 245, 68, 33] as const;
const severities: Readonly<Record<Severity, number>> = { error: 160, warning: 172, info: 33 };

/** Ink for a terminal with 256 colours, or none. */
export function inkFor(color: boolean): Ink {
  const chalk = new Chalk({ level: color ? 2 : 0 });
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    band: (band) => (text) => chalk.ansi256(bands[shade(band)])(text),
    severity: (severity) => (text) => chalk.bold.ansi256(severities[severity])(text),
  };
}

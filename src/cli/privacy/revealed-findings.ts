import type { Suppression } from '../../compare/suppression/suppress.js';
import { fixed } from '../../export/text/decimal.js';
import { type Finding, finding } from '../../finding/finding.js';

/** Which withheld figures can be worked out, and how. */
export function revealedFindings({ revealed }: Suppression, questionnaireFile: string): readonly Finding[] {
  const shown = (bound: number) => fixed(bound, Number.isInteger(bound) ? 0 : 3);
  return revealed.map(({ figure, low, high, by }) =>
    finding(
      'withheld-derivable',
      { file: questionnaireFile },
      { figure, low: shown(low), high: shown(high), by },
    ),
  );
}

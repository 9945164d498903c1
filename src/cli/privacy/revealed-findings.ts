import { unitKey, unitName } from '../../compare/comparison.js';
import type { RevealedOffer } from '../../compare/exchange/earlier-offers.js';
import type { Suppression } from '../../compare/suppression/suppress.js';
import { fixed } from '../../export/text/decimal.js';
import { type Finding, finding } from '../../finding/finding.js';

/** Which withheld figures can be worked out, and how. */
export function revealedFindings({ revealed }: Suppression, questionnaireFile: string): readonly Finding[] {
  return revealed.map(({ figure, low, high, by }) => {
    const digits = Number.isInteger(low) && Number.isInteger(high) ? 0 : 3;
    const bounds = { low: fixed(low, digits), high: fixed(high, digits) };
    return finding('withheld-derivable', { file: questionnaireFile }, { figure, ...bounds, by });
  });
}

/** Which offers of small units are told already, each unit and node once. */
export function revealedOffers(
  revealed: readonly RevealedOffer[],
  questionnaireFile: string,
): readonly Finding[] {
  const named = new Map(revealed.map(({ unit, node }) => [`${unitKey(unit)} ${node}`, { unit, node }]));
  return [...named.values()].map(({ unit, node }) =>
    finding('offer-derivable', { file: questionnaireFile }, { unit: unitName(unit), node }),
  );
}

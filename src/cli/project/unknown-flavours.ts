import { type Finding, finding } from '../../finding/finding.js';
import { suggestion } from '../../finding/suggest.js';
import { flavourTitles, isFlavourName } from '../../intake/flavours/names.js';
import type { WrittenConfig } from '../../questionnaire/load-definition.js';

/** The flavours that a config names for its sources and that there are not. */
export function unknownFlavours({ definition, place }: WrittenConfig): readonly Finding[] {
  return (definition.sources ?? []).flatMap(({ flavour: found }, i) => {
    if (found === undefined || isFlavourName(found)) return [];
    const allowed = Object.keys(flavourTitles);
    const args = { found, allowed, ...suggestion(found, allowed) };
    return [finding('config-unknown-flavour', place(['sources', i, 'flavour']), args)];
  });
}

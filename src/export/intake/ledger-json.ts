import type { Ledger } from '../../intake/ledger/ledger.js';

/** A file that was read or written, as a ledger names it. */
export interface LedgerFile {
  readonly file: string;
  readonly bytes: number;
  /** `sha256:…` of its bytes. */
  readonly digest: string;
}

export interface LedgerDocument {
  readonly questionnaire: { readonly id: string; readonly version: string; readonly digest: string };
  readonly inputs: readonly LedgerFile[];
  /** What the inputs were read with: a map, a table of adjustments. */
  readonly readWith: readonly LedgerFile[];
  readonly outputs: readonly LedgerFile[];
  readonly ledger: Ledger;
}

/** The ledger as a JSON document; the same inputs give the same bytes. */
export function ledgerJson({ questionnaire, inputs, readWith, outputs, ledger }: LedgerDocument): string {
  const { totals, sources, adjustments, carried } = ledger;
  const document = {
    milepost: 1,
    questionnaire,
    totals,
    sources,
    adjustments,
    carried,
    inputs,
    read_with: readWith.length === 0 ? undefined : readWith,
    outputs,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

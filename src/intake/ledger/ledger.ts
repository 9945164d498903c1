import type { RuleId } from '../../finding/catalogue.js';
import type { Place } from '../../finding/finding.js';
import type { AdjustmentCounts } from '../after/adjustments.js';
import type { CarryCounts } from '../after/carry-counts.js';
import type { Batch, Source } from '../batch.js';
import type { LeftOutReason } from '../columns/layout.js';
import type { FlavourName } from '../flavours/names.js';
import { isDuplicate } from './row-counts.js';

/** What became of the rows of one file, or one sheet: read = accepted + refused + duplicates + left out. */
export interface SourceCounts extends Source {
  /** Whose table it was taken for; none for JSON. */
  readonly flavour?: FlavourName;
  readonly read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly left_out: number;
  /** The refused by their first reason. */
  readonly because: Readonly<Partial<Record<RuleId, number>>>;
  readonly left_out_because: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** What became of every row that came back. */
export interface Ledger {
  readonly sources: readonly SourceCounts[];
  readonly totals: Totals;
  /** What became of the adjustments, where there were any to apply. */
  readonly adjustments?: AdjustmentCounts;
  /** What became of answers from elsewhere, where there were any to carry. */
  readonly carried?: CarryCounts;
}

export type Totals = Pick<SourceCounts, 'read' | 'accepted' | 'refused' | 'duplicates' | 'left_out'>;

/** A ledger while it is kept. */
export interface LedgerBook {
  readonly enter: (batch: Batch) => void;
  /** The ledger so far. Rows that do not add up are a fault of this program. */
  readonly close: () => Ledger;
}

interface Draft extends Source {
  flavour: FlavourName | undefined;
  read: number;
  accepted: number;
  refused: number;
  duplicates: number;
  left_out: number;
  readonly because: Map<RuleId, number>;
  readonly left_out_because: Map<LeftOutReason, number>;
}

export function openLedger(): LedgerBook {
  const drafts = new Map<string, Draft>();
  let adjustments: AdjustmentCounts | undefined;
  let carried: CarryCounts | undefined;
  const draftOf = ({ file, sheet }: Source): Draft => {
    const key = JSON.stringify([file, sheet ?? null]);
    let draft = drafts.get(key);
    if (draft === undefined) {
      draft = {
        file,
        ...(sheet === undefined ? {} : { sheet }),
        flavour: undefined,
        ...nothing,
        because: new Map(),
        left_out_because: new Map(),
      };
      drafts.set(key, draft);
    }
    return draft;
  };
  return {
    enter: (batch) => {
      adjustments = batch.adjusted ?? adjustments;
      carried = batch.carried ?? carried;
      for (const { flavour, ...source } of batch.opened) draftOf(source).flavour = flavour;
      if (batch.read > 0) draftOf(batch.source).read += batch.read;
      for (const { place } of batch.accepted) draftOf(sourceOf(place)).accepted += 1;
      for (const { place } of batch.superseded) draftOf(sourceOf(place)).duplicates += 1;
      for (const { place, because } of batch.rejected) {
        const draft = draftOf(sourceOf(place));
        if (isDuplicate({ because })) draft.duplicates += 1;
        else {
          draft.refused += 1;
          draft.because.set(because, (draft.because.get(because) ?? 0) + 1);
        }
      }
      for (const { place, because } of batch.leftOut) {
        const draft = draftOf(sourceOf(place));
        draft.left_out += 1;
        draft.left_out_because.set(because, (draft.left_out_because.get(because) ?? 0) + 1);
      }
    },
    close: () => {
      const sources = [...drafts.values()].map(closed);
      for (const counts of sources) {
        const { file, sheet, read, accepted, refused, duplicates, left_out } = counts;
        if (read === accepted + refused + duplicates + left_out) continue;
        const where = sheet === undefined ? file : `${file}, sheet ${sheet}`;
        throw new Error(
          `of ${read} rows read in ${where}, ${accepted} were accepted, ${refused} refused, ${duplicates} duplicates and ${left_out} left out: these do not add up`,
        );
      }
      if (adjustments !== undefined) addUp(adjustments);
      return {
        sources,
        totals: totalsOf(sources),
        ...(adjustments === undefined ? {} : { adjustments }),
        ...(carried === undefined ? {} : { carried }),
      };
    },
  };
}

function addUp({ file, read, applied, applied_before: before, refused }: AdjustmentCounts): void {
  const { correction, moderation } = applied;
  if (read === correction + moderation + before + refused) return;
  throw new Error(
    `of ${read} adjustments read in ${file}, ${correction + moderation} were applied, ${before} had been before, and ${refused} refused: these do not add up`,
  );
}

const nothing = { read: 0, accepted: 0, refused: 0, duplicates: 0, left_out: 0 } satisfies Totals;

function closed({ flavour, because, left_out_because: leftOut, ...counts }: Draft): SourceCounts {
  return {
    ...counts,
    ...(flavour === undefined ? {} : { flavour }),
    because: Object.fromEntries(because),
    left_out_because: Object.fromEntries(leftOut),
  };
}

function totalsOf(sources: readonly SourceCounts[]): Totals {
  const totals = { ...nothing };
  for (const source of sources) {
    for (const key of ['read', 'accepted', 'refused', 'duplicates', 'left_out'] as const) {
      totals[key] += source[key];
    }
  }
  return totals;
}

function sourceOf({ file, cell }: Place): Source {
  return cell?.sheet === undefined ? { file } : { file, sheet: cell.sheet };
}

import { count } from '../../finding/words.js';
import type { AdjustmentCounts } from '../../intake/after/adjustments.js';
import type { CarryCounts } from '../../intake/after/carry-counts.js';
import { flavourTitles } from '../../intake/flavours/names.js';
import type { Ledger, SourceCounts } from '../../intake/ledger/ledger.js';

/** What became of every row, for a person: a line a file or sheet, and one for all where there are several. */
export function ledgerLines({ sources, totals, adjustments, carried }: Ledger): string {
  const lines = sources.map((source) => `${nameOf(source)}: ${sum(source)}`);
  if (sources.length !== 1) lines.push(`In all: ${sum(totals)}`);
  if (carried !== undefined) lines.push(carriedLine(carried));
  if (adjustments !== undefined) lines.push(adjustmentsLine(adjustments));
  return `${lines.join('\n')}\n`;
}

function carriedLine({ filled, responses, same, different, tied, without_unit: none }: CarryCounts): string {
  const parts = [
    `${count(filled, 'blank')} filled in ${count(responses, 'response')}`,
    `${same.toLocaleString('en-GB')} answered alike`,
    ...(different === 0 ? [] : [`${different.toLocaleString('en-GB')} answered otherwise, as returned`]),
    ...(tied === 0 ? [] : [`${tied.toLocaleString('en-GB')} left blank, since several say different things`]),
    ...(none === 0 ? [] : [`${count(none, 'response')} of units that answered nothing elsewhere`]),
  ];
  return `Carried: ${parts.join('; ')}.`;
}

function adjustmentsLine({ file, read, applied, applied_before: before, refused }: AdjustmentCounts): string {
  const parts = [
    count(applied.correction, 'correction'),
    count(applied.moderation, 'moderation'),
    ...(before === 0 ? [] : [`${before.toLocaleString('en-GB')} applied before`]),
    ...(refused === 0 ? [] : [`${refused.toLocaleString('en-GB')} refused`]),
  ];
  return `${file}: ${count(read, 'adjustment')} read = ${parts.join(' + ')}.`;
}

function nameOf({ file, sheet, flavour }: SourceCounts): string {
  const name = sheet === undefined ? file : `${file}, sheet ${sheet}`;
  return flavour === undefined ? name : `${name} (${flavourTitles[flavour]})`;
}

function sum({ read, accepted, refused, duplicates, left_out }: Ledger['totals']): string {
  const number = (count: number) => count.toLocaleString('en-GB');
  const parts = [
    `${number(accepted)} accepted`,
    ...(refused === 0 ? [] : [`${number(refused)} refused`]),
    ...(duplicates === 0 ? [] : [`${number(duplicates)} duplicate${duplicates === 1 ? '' : 's'}`]),
    ...(left_out === 0 ? [] : [`${number(left_out)} left out by rule`]),
  ];
  return `${number(read)} row${read === 1 ? '' : 's'} read = ${parts.join(' + ')}.`;
}

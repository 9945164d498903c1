import type { RuleId } from '../../finding/catalogue.js';
import type { Account } from '../../response/migrate/account.js';
import { isTold, type LedgerRow, type MigrationLedger } from '../../response/migrate/ledger.js';
import type { Response } from '../../response/response.js';
import { jsonText } from '../text/json-text.js';

/** A file, and the SHA-256 of its bytes; null where it was not read to its end. */
export interface DigestedFile {
  readonly file: string;
  readonly sha256: string | null;
}

interface VersionReference extends DigestedFile {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** A row that was refused, by its place and the first reason. */
export interface RefusedRow {
  readonly file: string;
  readonly line?: number;
  readonly response?: number;
  readonly because: RuleId;
}

export interface LedgerHead {
  readonly from: VersionReference;
  readonly to: VersionReference;
  readonly map: DigestedFile | null;
}

export interface LedgerEnd {
  readonly inputs: readonly DigestedFile[];
  readonly refused: readonly RefusedRow[];
  readonly ledger: MigrationLedger;
}

/**
 * The ledger of a migration as JSON text, written bit by bit: entries for what is not simply kept, one a line, then the
 * counts, which are of everything.
 */
export interface LedgerWriter {
  readonly head: (head: LedgerHead) => string;
  readonly entries: (response: Response, accounts: readonly Account[]) => string;
  readonly end: (end: LedgerEnd) => string;
}

export function ledgerWriter(): LedgerWriter {
  let first = true;
  return {
    head: ({ from, to, map }) =>
      `{\n${member('milepost', 1)}${member('from', from)}${member('to', to)}${member('map', map)}"entries": [`,
    entries: ({ id, wave }, accounts) => {
      let text = '';
      for (const account of accounts) {
        if (!isTold(account)) continue;
        const { kind, id: subject, to, followUp, outcome, because, was, now } = account;
        const entry = {
          response: id,
          wave,
          [kind === 'profile' ? 'profile' : 'question']: subject,
          to: to === subject ? undefined : to,
          follow_up: followUp,
          ask_again: kind === 'open' ? true : undefined,
          outcome,
          because,
          was,
          now,
        };
        text += `${first ? '' : ','}\n${jsonText(entry)}`;
        first = false;
      }
      return text;
    },
    end: ({ inputs, refused, ledger }) => {
      const { responses, totals, renamed, questions, profile } = ledger;
      const read = responses + refused.length;
      return [
        '\n],\n',
        member('inputs', inputs),
        member('refused', refused),
        member('responses', { read, migrated: responses, refused: refused.length }),
        member('totals', { ...totals, renamed }),
        `"questions": ${rows(questions)},\n`,
        `"profile": ${rows(profile)}\n}\n`,
      ].join('');
    },
  };
}

function member(key: string, value: unknown): string {
  return `${jsonText(key)}: ${jsonText(value)},\n`;
}

function rows(all: readonly LedgerRow[]): string {
  return `[${all.map((row) => `\n${jsonText(row)}`).join(',')}\n]`;
}

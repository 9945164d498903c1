import type { VersionMap } from '../questionnaire/load-map.js';
import type { OffersFor } from '../response/carry/carry-offers.js';
import type { Adjustments } from './after/adjustments.js';
import type { DuplicatePolicy } from './after/duplicates.js';
import type { ColumnsMap } from './columns/returns-map.js';
import type { FlavourName } from './flavours/names.js';
import type { DateOrder } from './local/date-orders.js';
import type { Register } from './register/register.js';

/** How all files of one intake are read. */
export interface IntakeOptions {
  /** Ids of personal profile fields that are kept; the others are dropped. */
  readonly keep?: ReadonlySet<string>;
  /** In which order dates are written whose day and month could be either; by default the file must show it. */
  readonly dates?: DateOrder | undefined;
  /** What becomes of responses with one key; by default all but the first are refused. */
  readonly duplicates?: DuplicatePolicy;
  /** Which units there are; without one, units are what respondents call them. */
  readonly register?: Register | undefined;
  /** What is changed of single answers when it is settled which responses count. */
  readonly adjustments?: Adjustments | undefined;
  /** What was answered elsewhere, to fill blanks with. */
  readonly carry?: OffersFor | undefined;
  /** Whether responses of a wave are read; empty where they name none. Those of others are passed over, unread. */
  readonly isRead?: ((wave: string) => boolean) | undefined;
}

/** How one file is read, where that is not to be found out. */
export interface FileOptions {
  readonly flavour?: FlavourName;
  /** Of columns and values; and from another version of the questionnaire, for forms of that. */
  readonly map?: ColumnsMap & VersionMap;
}

export const noOptions: Required<IntakeOptions> = {
  keep: new Set(),
  dates: undefined,
  duplicates: 'refuse',
  register: undefined,
  adjustments: undefined,
  carry: undefined,
  isRead: undefined,
};

import { type Response, remarkKeys } from '../response.js';
import { type Account, type AccountKind, accountKinds, type Outcome, outcomes } from './account.js';
import type { Migrated } from './apply.js';
import type { How, MigrationPlan } from './plan.js';

/** How much was read, and what became of it: `read` is the sum of the others. */
export type Counts = Readonly<Record<'read' | Outcome, number>>;

/** What became of all that was said to one question, or in one profile field. */
export interface LedgerRow {
  readonly id: string;
  /** The id in the new version; none where it is dropped. */
  readonly to?: string;
  readonly how: How;
  /** The line of the map that decides it. */
  readonly line?: number;
  readonly counts: Readonly<Partial<Record<AccountKind, Counts>>>;
}

/** What accounts for everything that the responses of a migration said. */
export interface MigrationLedger {
  readonly responses: number;
  /** Over all questions and fields. */
  readonly totals: Readonly<Record<AccountKind, Counts>>;
  /** Of the answers kept, those that stand under another id now. */
  readonly renamed: number;
  readonly questions: readonly LedgerRow[];
  readonly profile: readonly LedgerRow[];
}

export interface LedgerKeeper {
  readonly add: (old: Response, migrated: Migrated) => void;
  /** The ledger, once it is seen to balance. An imbalance would be an answer lost: a bug, and so an exception. */
  readonly close: () => MigrationLedger;
}

type Draft = Record<'read' | Outcome, number>;

export function ledgerKeeper(plan: MigrationPlan): LedgerKeeper {
  const drafts: Readonly<Record<AccountKind, Map<string, Draft>>> = {
    answer: new Map(),
    follow_up: new Map(),
    profile: new Map(),
    open: new Map(),
  };
  let responses = 0;
  const draftOf = (kind: AccountKind, id: string): Draft => {
    let draft = drafts[kind].get(id);
    if (draft === undefined) {
      draft = emptyCounts();
      drafts[kind].set(id, draft);
    }
    return draft;
  };
  const rowOf = ({
    from: { id },
    how,
    line,
    ...step
  }: (typeof plan.questions | typeof plan.fields)[number]) => {
    const counts: Partial<Record<AccountKind, Counts>> = {};
    for (const kind of accountKinds) {
      const found = drafts[kind].get(id);
      if (found !== undefined) counts[kind] = found;
    }
    const to = step.kind === 'move' ? step.to.id : undefined;
    return {
      id,
      ...(to === undefined ? {} : { to }),
      how,
      ...(line === undefined ? {} : { line }),
      counts,
    };
  };
  return {
    add: (old, { accounts }) => {
      responses += 1;
      countRead(old, (kind, id) => {
        draftOf(kind, id).read += 1;
      });
      for (const { kind, id, outcome } of accounts) draftOf(kind, id)[outcome] += 1;
    },
    close: () => {
      const questions = plan.questions.map(rowOf);
      const profile = plan.fields.filter(({ from }) => !from.personal).map(rowOf);
      const rows = [...questions, ...profile];
      const listed = new Set([...questions, ...profile].map(({ id }) => id));
      for (const kind of accountKinds) {
        for (const [id, counts] of drafts[kind]) {
          balance(`${kind} ${id}`, listed.has(id) ? counts : { ...emptyCounts(), read: counts.read });
        }
      }
      const renamed = questions.filter(({ id, to }) => to !== undefined && to !== id);
      return {
        responses,
        totals: {
          answer: sum(rows, 'answer'),
          follow_up: sum(rows, 'follow_up'),
          profile: sum(rows, 'profile'),
          open: sum(rows, 'open'),
        },
        renamed: sum(renamed, 'answer').kept,
        questions,
        profile,
      };
    },
  };
}

/** Accounts that are worth a line of their own: everything but what is kept as it was. */
export function isTold({ outcome }: Account): boolean {
  return outcome !== 'kept';
}

/** Counts what a response says, by itself: by nothing that the migration made of it. */
function countRead(
  { answers, profile, ask_again: askAgain }: Response,
  one: (kind: AccountKind, id: string) => void,
): void {
  for (const [id, answer] of Object.entries(answers)) {
    if (answer.value !== undefined || answer.non_answer !== undefined) one('answer', id);
    for (const key in answer) if (isRemark(key)) one('follow_up', id);
  }
  for (const id of Object.keys(profile)) one('profile', id);
  for (const id of Object.keys(askAgain ?? {})) one('open', id);
}

function isRemark(key: string): boolean {
  return remarkKeys.some((remark) => remark === key);
}

function emptyCounts(): Draft {
  return { read: 0, kept: 0, mapped: 0, ask_again: 0, dropped: 0, removed: 0 };
}

function sum(rows: readonly LedgerRow[], kind: AccountKind): Counts {
  const total = emptyCounts();
  for (const { counts } of rows) {
    const some = counts[kind];
    if (some === undefined) continue;
    for (const key of ['read', ...outcomes] as const) total[key] += some[key];
  }
  balance(kind, total);
  return total;
}

function balance(what: string, counts: Counts): void {
  const accounted = outcomes.reduce((total, outcome) => total + counts[outcome], 0);
  if (accounted !== counts.read) {
    throw new Error(
      `the ledger does not balance: ${what} has ${counts.read} read and ${accounted} accounted for`,
    );
  }
}

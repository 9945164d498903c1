import { type Finding, finding } from '../../finding/finding.js';
import type { Account } from './account.js';
import type { Migrated } from './apply.js';
import { levelsOf } from './level-targets.js';
import type { FieldStep, MigrationPlan, QuestionStep } from './plan.js';

/** What is to be said of the answers that are carried over, once a question and value, with a count. */
export interface Told {
  readonly note: (migrated: Migrated) => void;
  readonly findings: () => readonly Finding[];
}

interface Counted {
  count: number;
  readonly tell: (count: number) => Finding;
}

export function migrationTold(plan: MigrationPlan): Told {
  const counted = new Map<string, Counted>();
  const steps = new Map<string, QuestionStep | FieldStep>(
    [...plan.questions, ...plan.fields].map((step) => [step.from.id, step]),
  );
  /** Counts what is told of one account, and of one response but once. */
  const count = (seen: Set<string>, key: string, tell: (count: number) => Finding) => {
    if (seen.has(key)) return;
    seen.add(key);
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { count: 1, tell });
    else known.count += 1;
  };
  return {
    note: ({ accounts, open }) => {
      const seen = new Set<string>();
      for (const account of accounts) {
        if (account.outcome === 'kept') continue;
        const step = steps.get(account.id);
        if (step === undefined) continue;
        for (const [key, tell] of tellings(account, step, plan)) count(seen, key, tell);
      }
      for (const question of open) {
        count(seen, `open ${question}`, (responses) =>
          finding('migrate-required-open', plan.placeOfNew(question), { question, responses }),
        );
      }
    },
    findings: () => [...counted.values()].map(({ count: n, tell }) => tell(n)),
  };
}

type Telling = readonly [key: string, tell: (count: number) => Finding];

/** What there is to say of something that is not as it was. What the map says in so many words needs no telling. */
function tellings(account: Account, step: QuestionStep | FieldStep, plan: MigrationPlan): readonly Telling[] {
  const { kind, id, to = id, outcome } = account;
  const { place } = step;
  if (outcome === 'removed') return [removed(account, step, plan)];
  if (kind === 'follow_up') return followUp(account, to, step);
  const { because } = account;
  if (kind !== 'answer' || outcome !== 'ask_again') return [];
  switch (because) {
    case 'changed':
    case 'unmapped':
    case 'not_valid':
    case 'not_permitted': {
      const hasLevels = isAboutLevels(step);
      const value = because === 'changed' ? undefined : (account.level ?? wordOf(account, step));
      return [
        [
          `again ${because} ${to} ${value}`,
          (answers) =>
            finding('migrate-ask-again', place, { question: to, because, value, hasLevels, answers }),
        ],
      ];
    }
    default:
      return [];
  }
}

function followUp(
  { outcome, because, followUp: key = 'note', was, now }: Account,
  question: string,
  { place }: QuestionStep | FieldStep,
): readonly Telling[] {
  if (because === 'no_such_barrier') {
    const left = new Set(listOf(now));
    return listOf(was)
      .filter((barrier) => !left.has(barrier))
      .map((barrier) => [
        `barrier ${barrier}`,
        (responses) => finding('migrate-barrier-dropped', place, { barrier, responses }),
      ]);
  }
  const args = { question, followUp: key };
  if (because === 'not_asked_for') {
    return [
      [
        `follow-up ${question} ${key}`,
        (responses) => finding('migrate-follow-up-dropped', place, { ...args, responses }),
      ],
    ];
  }
  // What goes with its answer is told of with that.
  if (outcome !== 'ask_again' || because === undefined || because === 'decided') return [];
  return [
    [
      `follow-up again ${question} ${key}`,
      (responses) => finding('migrate-follow-up-again', place, { ...args, responses }),
    ],
  ];
}

function removed(
  { kind, id, to, was }: Account,
  step: QuestionStep | FieldStep,
  plan: MigrationPlan,
): Telling {
  const { place } = step;
  if (kind === 'profile' && to !== undefined) {
    const value = String(was);
    return [
      `value ${to} ${value}`,
      (responses) => finding('migrate-profile-value', place, { field: to, value, responses }),
    ];
  }
  const what = kind === 'profile' ? 'profile field' : 'question';
  const suggestion = step.kind === 'removed' ? step.suggestion : undefined;
  const { version } = plan.to;
  return [
    `removed ${id}`,
    (responses) => finding('migrate-removed', place, { what, id, version, responses, suggestion }),
  ];
}

/** The level, option or non-answer that was the answer, where it is one. */
function wordOf({ was }: Account, step: QuestionStep | FieldStep): string | undefined {
  if (typeof was !== 'object' || was === null) return undefined;
  if ('non_answer' in was) return String(was.non_answer);
  if (!('value' in was)) return undefined;
  const { value } = was;
  if (typeof value === 'object' || !isAboutLevels(step)) return undefined;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** Whether its answers can be mapped one by one. */
function isAboutLevels({ from }: QuestionStep | FieldStep): boolean {
  return 'text' in from && levelsOf({ kind: 'question', question: from }) !== undefined;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

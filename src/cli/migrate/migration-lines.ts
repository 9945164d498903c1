import { count } from '../../finding/words.js';
import type { AccountKind } from '../../response/migrate/account.js';
import type { Counts, MigrationLedger } from '../../response/migrate/ledger.js';

const nouns: readonly (readonly [AccountKind, string, string])[] = [
  ['answer', 'answer', 'answers'],
  ['follow_up', 'follow-up', 'follow-ups'],
  ['profile', 'profile value', 'profile values'],
  ['open', 'question left open before', 'questions left open before'],
];

/** What became of everything, a line a kind: `42 answers: 30 kept (2 of them renamed), 9 mapped, 3 to ask again.` */
export function migrationLines({ totals, renamed }: MigrationLedger): readonly string[] {
  return nouns.flatMap(([kind, one, many]) => {
    const counts = totals[kind];
    if (counts.read === 0) return [];
    return [
      `${count(counts.read, one, many)}: ${parts(counts, kind === 'answer' ? renamed : 0).join(', ')}.`,
    ];
  });
}

function parts({ kept, mapped, ask_again: again, dropped }: Counts, renamed: number): readonly string[] {
  const number = (n: number) => n.toLocaleString('en-GB');
  const under = renamed === 0 ? '' : ` (${number(renamed)} of them under another id)`;
  return [
    `${number(kept)} kept${under}`,
    ...(mapped === 0 ? [] : [`${number(mapped)} mapped`]),
    ...(again === 0 ? [] : [`${number(again)} to ask again`]),
    ...(dropped === 0 ? [] : [`${number(dropped)} dropped`]),
  ];
}

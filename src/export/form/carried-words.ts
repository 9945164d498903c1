import { count } from '../../finding/words.js';
import type { CarriedAnswer, CarryOffers } from '../../response/carry/carry-offers.js';
import { originWords } from '../../response/carry/origin-words.js';

/** What a form says beside an answer that was brought over. */
export function toConfirm({ from, title }: Pick<CarriedAnswer, 'from' | 'title'>): string {
  return `Brought over from ${originWords(from, title)}: please confirm or change`;
}

/** What there is to bring over for the unit that is asked, before the first question. */
export function offersWords({ answers, ties, responses }: CarryOffers): string {
  if (responses === 0) return 'Nothing that was answered elsewhere is of this unit.';
  const offered =
    answers.size === 0
      ? 'No question was answered elsewhere.'
      : `${count(answers.size, 'question')} ${answers.size === 1 ? 'was' : 'were'} answered elsewhere: the ${answers.size === 1 ? 'answer is' : 'answers are'} offered, to be confirmed or changed.`;
  if (ties.length === 0) return offered;
  const told = ties.map(({ question }) => question).join(', ');
  return `${offered} To ${told} different answers were given, and none is offered.`;
}

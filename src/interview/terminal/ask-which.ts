import type { Offer } from '../conversation.js';
import { questionsOn } from './questions.js';
import type { TerminalIo } from './terminal-io.js';

/** Asks which of some unfinished interviews to go on with. */
export async function askWhich(
  unfinished: readonly Offer[],
  io: TerminalIo,
): Promise<number | 'new' | 'interrupted'> {
  const choices = unfinished.map((offer, place) => ({ name: offerWords(offer), value: place }));
  const chosen = await questionsOn(io).choose<number | 'new'>(
    'There are unfinished interviews. Go on with one?',
    [...choices, { name: 'No, begin a new one', value: 'new' }],
    undefined,
  );
  return chosen?.value ?? 'interrupted';
}

function offerWords({ who, wave, answered, last }: Offer): string {
  const about = [who === '' ? 'nobody named yet' : who, ...(wave === undefined ? [] : [wave])].join(', ');
  return `${about}: ${answered} answered, last on ${last.slice(0, 16).replace('T', ' ')}`;
}

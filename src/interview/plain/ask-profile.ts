import type { ProfileField } from '../../questionnaire/questionnaire.js';
import type { CarriedField } from '../../response/carry/carry-offers.js';
import { originWords } from '../../response/carry/origin-words.js';
import type { Conversation, FrontEndOptions } from '../conversation.js';
import type { Talk } from './talk.js';
import { told } from './told.js';

/** Of more names than this, only the number is told. */
const mostNames = 40;

/** Asks who answers, as far as it is not known; false where there are no more lines. */
export async function askProfile(
  talk: Talk,
  conversation: Conversation,
  { unitNames, registered, keep }: FrontEndOptions,
): Promise<boolean> {
  for (const field of conversation.interview.questionnaire.profile) {
    const { profile } = conversation.state().draft;
    if (Object.hasOwn(profile, field.id) || (field.personal && !keep.has(field.id))) continue;
    const known = field.unit ? undefined : registered(profile)[field.id];
    if (known !== undefined && told(talk, conversation, { do: 'profile', field: field.id, written: known }))
      continue;
    const names = field.unit ? unitNames(field.id, profile) : namesOf(field);
    if (!(await askField(talk, conversation, field, names))) return false;
  }
  return true;
}

async function askField(
  talk: Talk,
  conversation: Conversation,
  field: ProfileField,
  names: readonly string[],
): Promise<boolean> {
  if (names.length > 0 && names.length <= mostNames) {
    talk.say('', field.title, ...names.map((name, i) => `  ${i + 1}  ${name}`));
  }
  const carried = field.unit ? undefined : conversation.offers()?.profile.get(field.id);
  const hint = carried === undefined ? blankHint(field) : carriedHint(field, carried);
  for (;;) {
    const line = await talk.ask(`${field.title}${hint}:`);
    if (line === undefined) return false;
    const text = line.trim();
    if (carried !== undefined) {
      if (text === '-' && !field.required) return true;
      if (text === '') {
        if (told(talk, conversation, { do: 'profile', field: field.id, written: carried.value })) return true;
        continue;
      }
    }
    const written = /^\d+$/.test(text) && field.type !== 'number' ? (names[Number(text) - 1] ?? text) : text;
    if (field.unit && names.length > 0 && written !== '' && !names.includes(written)) {
      talk.say(`${written} is none of the names in the register. Type a number, or a name as it is there.`);
      continue;
    }
    if (written === '' && !field.required) return true;
    if (told(talk, conversation, { do: 'profile', field: field.id, written })) return true;
  }
}

function blankHint({ required }: ProfileField): string {
  return required ? '' : ' (Enter leaves it out)';
}

/** What was said elsewhere is taken by Enter, so that to leave the field out is another key. */
function carriedHint(field: ProfileField, { value, from, title }: CarriedField): string {
  const option = field.type === 'choice' ? field.options.find(({ id }) => id === value) : undefined;
  const takes = `Enter takes ${option?.label ?? value}, as in ${originWords(from, title)}`;
  return field.required ? ` (${takes})` : ` (${takes}; - leaves it out)`;
}

function namesOf(field: ProfileField): readonly string[] {
  return field.type === 'choice' ? field.options.map(({ label }) => label) : [];
}

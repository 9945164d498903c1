import { helpOf, textOf } from '../../finding/catalogue.js';
import type { ProfileField } from '../../questionnaire/questionnaire.js';
import { originWords } from '../../response/carry/origin-words.js';
import type { Conversation, FrontEndOptions } from '../conversation.js';
import { type Questions, questionsOn } from './questions.js';
import type { TerminalIo } from './terminal-io.js';

/** Asks who is asked: the fields that are missing, or all of them with what is known filled in. */
export async function askProfile(
  conversation: Conversation,
  io: TerminalIo,
  options: FrontEndOptions,
  which: 'missing' | 'all',
): Promise<'interrupted' | undefined> {
  const { profile } = conversation.interview.questionnaire;
  const fields = profile.filter(({ id, personal }) => !personal || options.keep.has(id));
  const isKnown = ({ id }: ProfileField) => Object.hasOwn(conversation.state().draft.profile, id);
  // What may be left out was left out where an interview is gone on with.
  const isBegun = Object.keys(conversation.state().draft.answers).length > 0;
  const asked =
    which === 'all' ? fields : fields.filter((field) => !isKnown(field) && (field.required || !isBegun));
  const questions = questionsOn(io);
  for (const field of asked) {
    if (!(await isAsked(field, conversation, questions, options))) return 'interrupted';
  }
  return undefined;
}

/** Asks for a field, and writes down what was said; false where the keyboard is gone. */
async function isAsked(
  field: ProfileField,
  { state, tell, offers }: Conversation,
  questions: Questions,
  { unitNames, registered }: FrontEndOptions,
): Promise<boolean> {
  const { profile } = state().draft;
  const known = field.unit ? undefined : registered(profile)[field.id];
  if (known !== undefined && tell({ do: 'profile', field: field.id, written: known }) === undefined)
    return true;
  const said = Object.hasOwn(profile, field.id) ? profile[field.id] : undefined;
  const carried = field.unit || said !== undefined ? undefined : offers()?.profile.get(field.id);
  const before = said ?? carried?.value;
  const from = carried === undefined ? '' : ` (as in ${originWords(carried.from, carried.title)})`;
  const message = `${field.title}${field.required ? '' : ' (may be left out)'}${from}`;
  /** Writes it down, or gives why not. */
  const say = (written: string): string | undefined => {
    if (written.trim() === '' && said === undefined && !field.required) return undefined;
    const refusal = tell({ do: 'profile', field: field.id, written });
    return refusal === undefined ? undefined : [textOf(refusal), helpOf(refusal) ?? ''].join('. ');
  };
  if (field.type === 'choice') {
    const options = field.options.map(({ id, label }) => ({ name: label, value: id }));
    const none = field.required ? [] : [{ name: '(left out)', value: '' }];
    const chosen = await questions.choose(message, [...none, ...options], String(before ?? ''));
    if (chosen !== undefined) say(chosen.value);
    return chosen !== undefined;
  }
  const names = field.unit ? unitNames(field.id, profile) : [];
  if (names.length === 0) return (await questions.text(message, String(before ?? ''), say)) !== undefined;
  const name = await questions.search(message, names);
  if (name !== undefined) say(name);
  return name !== undefined;
}

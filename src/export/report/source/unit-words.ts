import { type Unit, unitKey } from '../../../compare/comparison.js';
import { given, type Words, words } from '../model/words.js';
import { levelOf, type ReportSource } from './source.js';

/** What units are called in a text. */
export interface UnitWords {
  /** `1 authority`, `12 authorities`. */
  readonly count: (n: number) => Words;
  readonly one: string;
  readonly several: string;
}

/**
 * The theme's own words, or the title of the field that units are named by, in lower case and with an English plural;
 * `units` where the questionnaire is in another language.
 */
export function unitWords(
  source: Pick<ReportSource, 'theme' | 'questionnaire' | 'showing' | 'own'>,
): UnitWords {
  const { theme, questionnaire } = source;
  const level = levelOf(source);
  const field = questionnaire.profile.find(({ id }) => id === level)?.title.trim();
  const isEnglish = /^en\b/i.test(questionnaire.language);
  const own = level === 'response' ? 'response' : isEnglish && field !== undefined ? lowered(field) : 'unit';
  const one = theme.unit ?? own;
  const several = theme.units ?? plural(one);
  return { one, several, count: (n) => words`${n} ${n === 1 ? one : several}` };
}

/** All but what is written in capitals: `NHS Trust` is an `NHS trust`. */
function lowered(text: string): string {
  return text.replace(/\p{L}+/gu, (word) =>
    word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase(),
  );
}

function plural(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `Northbridge › Housing`, each name by itself. */
export function unitNameWords({
  path,
  response,
  groups = {},
}: Pick<Unit, 'path' | 'response' | 'groups'>): Words {
  const names = [...Object.values(groups), ...path, ...(response === undefined ? [] : [response])];
  return names.flatMap((name, at): Words => (at === 0 ? [given(name)] : [' › ', given(name)]));
}

/** The same as a plain text; of others on a unit's own page, that it is another. */
export function shownName(unit: Unit, { own }: Pick<ReportSource, 'own'>): string {
  if (own !== undefined && !own.namePeers && unitKey(unit) !== unitKey(own.unit)) return 'another';
  return [...unit.path, ...(unit.response === undefined ? [] : [unit.response])].join(' › ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

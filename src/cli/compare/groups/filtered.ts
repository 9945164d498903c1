import { type CompiledFilter, compileFilter, type Filter } from '../../../compare/filter.js';
import type { RegisteredUnit } from '../../../compare/registered-unit.js';
import { suggest } from '../../../finding/suggest.js';
import { count, didYouMean } from '../../../finding/words.js';
import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import type { GivenFile } from '../../files/files.js';

/** What findings call the text of the option. */
const filterName = '--filter';

/** The option's text as a file, so that findings can show the line. */
export function filterFile(text: string | undefined): readonly GivenFile[] {
  return text === undefined ? [] : [{ file: filterName, bytes: new TextEncoder().encode(text) }];
}

/** Which responses are looked at, and how many were and were not. */
export interface ResponseFilter {
  readonly keeps: (profile: Parameters<Filter>[0]) => boolean;
  /** Units that should be there, unless the register says that they are not looked at. */
  readonly expected: (units: readonly RegisteredUnit[]) => readonly RegisteredUnit[];
  /** What is said of it to people, in lines; nothing without a filter. */
  readonly lines: () => readonly string[];
  /** ` (did you mean …?)` about a text of the filter that no profile has, where one comes near it. */
  readonly meant: () => string;
}

export function compiledFilter(
  text: string | undefined,
  questionnaire: Pick<Questionnaire, 'profile'>,
): CompiledFilter | undefined {
  return text === undefined ? undefined : compileFilter(text, filterName, questionnaire);
}

/** `text` is what was written; the filter is made of it. */
export function responseFilter(filter: Filter | undefined, text = ''): ResponseFilter {
  if (filter === undefined) {
    return { keeps: () => true, expected: (units) => units, lines: () => [], meant: () => '' };
  }
  let [kept, left, unknown] = [0, 0, 0];
  const seen = new Set<string>();
  const meant = () => {
    const strangers = textsIn(text).filter((each) => !seen.has(each));
    const [near] = strangers.flatMap((each) => suggest(each, seen) ?? []);
    return kept > 0 ? '' : didYouMean(near);
  };
  return {
    keeps: (profile) => {
      if (kept === 0) for (const value of Object.values(profile)) seen.add(String(value));
      const result = filter(profile);
      if (result === true) kept += 1;
      else if (result === false) left += 1;
      else unknown += 1;
      return result === true;
    },
    expected: (units) => units.filter(({ profile }) => filter(profile) !== false),
    lines: () => {
      const doubt =
        unknown === 0 ? '' : `; ${count(unknown, 'response')} left out because the profile does not say`;
      return [
        `${filterName}: ${kept} of ${count(kept + left + unknown, 'response')} counted${doubt}${meant() || '.'}`,
      ];
    },
    meant,
  };
}

/** The texts in quotes. */
function textsIn(expression: string): readonly string[] {
  return [...expression.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? '');
}

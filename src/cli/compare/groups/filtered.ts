import { type CompiledFilter, compileFilter, type Filter, positionIn } from '../../../compare/filter.js';
import type { RegisteredUnit } from '../../../compare/registered-unit.js';
import { type Finding, finding } from '../../../finding/finding.js';
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
  /** What is told where nobody passes, though there are responses. */
  readonly findings: () => readonly Finding[];
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
    return {
      keeps: () => true,
      expected: (units) => units,
      lines: () => [],
      meant: () => '',
      findings: () => [],
    };
  }
  let [kept, left, unknown] = [0, 0, 0];
  const said = new Map(fieldsIn(text).map((field) => [field, new Set<string>()]));
  const suggestion = () => {
    const seen = [...said.values()].flatMap((values) => [...values]);
    const strangers = textsIn(text).filter((each) => !seen.includes(each));
    return kept > 0 ? undefined : strangers.flatMap((each) => suggest(each, seen) ?? [])[0];
  };
  return {
    keeps: (profile) => {
      const result = filter(profile);
      if (result === true) kept += 1;
      else if (result === false) left += 1;
      else unknown += 1;
      if (kept === 0) for (const [field, values] of said) note(profile[field], values);
      return result === true;
    },
    expected: (units) => units.filter(({ profile }) => filter(profile) !== false),
    lines: () => {
      const doubt =
        unknown === 0 ? '' : `; ${count(unknown, 'response')} left out because the profile does not say`;
      return [`${filterName}: ${kept} of ${count(kept + left + unknown, 'response')} counted${doubt}.`];
    },
    meant: () => didYouMean(suggestion()),
    findings: () => {
      const responses = left + unknown;
      if (kept > 0 || responses === 0) return [];
      const meant = suggestion();
      const values = [...said].map(([field, each]) => ({ field, values: [...each] }));
      const place = {
        file: filterName,
        range: { start: positionIn(text, 0), end: positionIn(text, text.length) },
      };
      const args = { responses, values, ...(meant === undefined ? {} : { suggestion: meant }) };
      return [finding('filter-matches-nobody', place, args)];
    },
  };
}

function note(value: Parameters<Filter>[0][string] | undefined, values: Set<string>): void {
  if (value !== undefined) values.add(String(value));
}

/** The profile fields that an expression asks for. */
function fieldsIn(expression: string): readonly string[] {
  return [...expression.matchAll(/\bprofile\s*\.\s*([a-z]\w*)/g)].map(([, field = '']) => field);
}

/** The texts in quotes. */
function textsIn(expression: string): readonly string[] {
  return [...expression.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? '');
}

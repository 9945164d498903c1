import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { Resolved } from '../../response/resolve.js';
import type { Response } from '../../response/response.js';
import { noUnit } from '../comparison.js';
import type { CountPeople } from '../small-groups.js';

/** What is kept of a response, so that its answers can be scored anew beside those of another wave. */
export interface KeptAnswers {
  readonly response: Pick<Response, 'id' | 'mode' | 'profile'>;
  /** Its unit's names from the outermost in, as they are now. */
  readonly path: readonly string[];
  /** By `Question.index` of its own questionnaire, as are the states. */
  readonly values: Resolved['values'];
  readonly states: Resolved['states'];
  /** Those it answers for, as small-group rules count them. */
  readonly people: number;
}

/** A unit's names as they are now, where it was merged into another. */
export type Successor = (path: readonly string[]) => readonly string[];

/** Keeps answers by wave. */
export interface AnswerKeeper {
  readonly add: (response: Response, resolved: Resolved) => void;
  readonly byWave: ReadonlyMap<string, readonly KeptAnswers[]>;
}

export function answerKeeper(
  questionnaire: Pick<Questionnaire, 'profile'>,
  successor: Successor,
  people: CountPeople,
): AnswerKeeper {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const byWave = new Map<string, KeptAnswers[]>();
  return {
    byWave,
    add: (response, { values, states }) => {
      const { id, mode, profile, wave = '' } = response;
      const path = successor(fields.map((field) => String(profile[field] ?? noUnit)));
      const now = Object.fromEntries(fields.map((field, depth) => [field, path[depth] ?? noUnit]));
      const kept: KeptAnswers = {
        response: { id, ...(mode === undefined ? {} : { mode }), profile: { ...profile, ...now } },
        path,
        values,
        states,
        people: people(response),
      };
      const known = byWave.get(wave);
      if (known === undefined) byWave.set(wave, [kept]);
      else known.push(kept);
    },
  };
}

import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { Resolved } from '../../response/resolve.js';
import type { Response } from '../../response/response.js';
import { noUnit } from '../comparison.js';
import type { CountPeople } from '../small-groups.js';
import { type AllAnswers, answerStore } from './answer-store.js';

/** What is kept of a response, so that its answers can be scored anew beside those of another wave. */
export interface KeptAnswers {
  readonly response: Pick<Response, 'id' | 'mode' | 'profile'>;
  /** Its unit's names from the outermost in, as they are now: one array for all responses of it. */
  readonly path: readonly string[];
  /** Makes its answers to its own questionnaire again. */
  readonly answers: () => AllAnswers;
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
  questionnaire: Pick<Questionnaire, 'profile' | 'questions'>,
  successor: Successor,
  people: CountPeople,
): AnswerKeeper {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const store = answerStore(questionnaire.questions.length);
  const units = new Map<string, CurrentUnit>();
  const unitOf = (profile: Response['profile']): CurrentUnit => {
    const key = fields.map((field) => profile[field] ?? noUnit).join('\0');
    const known = units.get(key);
    if (known !== undefined) return known;
    const path = successor(fields.map((field) => String(profile[field] ?? noUnit)));
    const names = Object.fromEntries(fields.map((field, depth) => [field, path[depth] ?? noUnit]));
    const unit = { path, names };
    units.set(key, unit);
    return unit;
  };
  const byWave = new Map<string, KeptAnswers[]>();
  return {
    byWave,
    add: (response, resolved) => {
      const { id, mode, profile, wave = '' } = response;
      const { path, names } = unitOf(profile);
      const isNamedSo = fields.every((field) => profile[field] === names[field]);
      const kept: KeptAnswers = {
        response: {
          id,
          ...(mode === undefined ? {} : { mode }),
          profile: isNamedSo ? profile : { ...profile, ...names },
        },
        path,
        answers: store.keep(resolved),
        people: people(response),
      };
      const known = byWave.get(wave);
      if (known === undefined) byWave.set(wave, [kept]);
      else known.push(kept);
    },
  };
}

/** A unit as it is now. */
interface CurrentUnit {
  readonly path: readonly string[];
  /** The same by field. */
  readonly names: Readonly<Record<string, string>>;
}

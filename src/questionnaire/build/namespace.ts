import type { Origin } from '../questionnaire.js';
import { nonAnswers } from '../questionnaire.js';
import type { Part } from './part.js';

/** Columns and roots of our own, which no id may take. */
const reservedIds: ReadonlySet<string> = new Set([
  'overall',
  'answers',
  'profile',
  'scores',
  'bands',
  'ratings',
  'value',
  'response_id',
  'wave',
  'mode',
  'completed',
  'participants',
  'official',
  'questionnaire_version',
  'responses',
  ...nonAnswers,
  // Words of CEL, which no expression could name.
  'in',
  'true',
  'false',
  'null',
]);

/** The long table's columns, which a profile field would clash with. */
const longColumns: readonly string[] = [
  'level',
  'response_id',
  'wave',
  'rubric',
  'node',
  'title',
  'score',
  'band',
  'low',
  'high',
  'coverage',
  'responses',
  'returned',
  'expected',
  'status',
  'rank',
  'target',
  'withheld',
];

/** The one namespace of what becomes a column. */
export interface Namespace {
  /** Takes an id; reports one that is reserved or taken. */
  readonly claim: (id: string, what: string, origin: Origin, part: Part) => boolean;
}

export function namespace(): Namespace {
  const taken = new Map<string, Holder>();
  return {
    claim: (id, what, origin, part) => {
      if (reservedIds.has(id) || (what === 'profile field' && longColumns.includes(id))) {
        part.report('reserved-id', origin, { id });
        return false;
      }
      const holder = taken.get(id);
      if (holder !== undefined) {
        part.report('duplicate-id', origin, { id, first: inWords(holder, part.file) });
        return false;
      }
      taken.set(id, { what, id, file: part.file, line: () => part.line?.(origin) });
      return true;
    },
  };
}

interface Holder {
  readonly what: string;
  readonly id: string;
  readonly file: string;
  readonly line: () => number | undefined;
}

function inWords({ what, id, file, line }: Holder, here: string): string {
  const at = line();
  const name = at === undefined ? `the ${what} \`${id}\`` : `the ${what} in line ${at}`;
  return file === here ? name : `${name} of ${file}`;
}

import { suggestion as suggestionFor } from '../../finding/suggest.js';
import type { DimensionDefinition, QuestionnaireDefinition } from '../../generated/definitions.js';
import { isBroken } from '../broken.js';
import type { Origin } from '../questionnaire.js';
import type { Part } from './part.js';

/** How often each name is used of what questions and profile fields share. */
export interface References {
  readonly scale: ReadonlyMap<string, number>;
  readonly 'option list': ReadonlyMap<string, number>;
  readonly theme: ReadonlyMap<string, number>;
  /** Of question types that are written out. */
  readonly type: ReadonlyMap<string, number>;
}

export type Referable = Exclude<keyof References, 'type'>;

export function references({
  profile = [],
  dimensions,
}: Pick<QuestionnaireDefinition, 'profile' | 'dimensions'>): References {
  const questions = dimensions.flatMap(questionsIn);
  const lists = [...profile, ...questions].map(({ options }) => options);
  return {
    scale: tally(questions.map(({ scale }) => scale)),
    'option list': tally(lists.map((options) => (typeof options === 'string' ? options : undefined))),
    theme: tally(questions.flatMap(({ themes = [] }) => themes)),
    type: tally(questions.map(({ type }) => type)),
  };
}

function questionsIn({
  questions = [],
  dimensions = [],
}: DimensionDefinition): NonNullable<DimensionDefinition['questions']> {
  return [...questions, ...dimensions.flatMap(questionsIn)];
}

function tally(names: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

interface Known {
  readonly what: Referable;
  readonly defined: ReadonlyMap<string, { readonly origin: Origin }>;
  readonly used: References | undefined;
  /** Whether every file that could define the name was read. */
  readonly complete: boolean;
  /** Names known to be wrong already; learns what is reported at its definition. */
  readonly broken: Set<string>;
}

/**
 * Reports a name that nothing has. Where something near it is defined and never used, while several places use the
 * name, it is the definition that is misspelt, and said so once.
 */
export function reportUnknown(
  id: string,
  origin: Origin,
  part: Part,
  { what, defined, used, complete, broken }: Known,
): void {
  if (isBroken(broken, id) || !complete) return;
  const known = [...defined.keys()];
  const { suggestion, ...sure } = suggestionFor(id, known);
  const uses = used?.[what].get(id) ?? 0;
  const definition = suggestion === undefined ? undefined : defined.get(suggestion)?.origin;
  const isMisspelt = suggestion !== undefined && uses > 1 && used?.[what].has(suggestion) === false;
  if (isMisspelt && definition?.file === part.file) {
    broken.add(id);
    part.report('named-otherwise', definition, { what, id: suggestion, meant: id, uses, ...sure }, 'key');
    return;
  }
  const more = suggestion === undefined ? {} : { suggestion, ...sure };
  part.report(ruleOf[what], origin, { id, known, ...more });
}

const ruleOf = {
  scale: 'unknown-scale',
  'option list': 'unknown-option-list',
  theme: 'unknown-theme',
} as const;

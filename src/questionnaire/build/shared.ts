import { suggest } from '../../finding/suggest.js';
import type {
  BarrierDefinition,
  FragmentDefinition,
  LevelDefinition,
  ProfileFieldDefinition,
  ThemeDefinition,
} from '../../generated/definitions.js';
import type {
  Barrier,
  Level,
  NonAnswer,
  Option,
  Origin,
  ProfileField,
  Scale,
  Theme,
} from '../questionnaire.js';
import type { Namespace } from './namespace.js';
import { buildOptions, type OwnWords, reportNonAnswerWord } from './options.js';
import type { Part } from './part.js';

/** What fragments and the questionnaire itself define for all questions, as it is gathered. */
export interface Shared {
  readonly scales: Map<string, Scale>;
  readonly optionLists: Map<string, readonly Option[]>;
  readonly barriers: Map<string, Barrier>;
  readonly themes: Map<string, Theme>;
  readonly profile: Map<string, ProfileField>;
  readonly words: Partial<Record<NonAnswer, string[]>>;
  /** Names that were defined, but with errors: using them is no error of its own. */
  readonly broken: Set<string>;
}

export function emptyShared(): Shared {
  return {
    scales: new Map(),
    optionLists: new Map(),
    barriers: new Map(),
    themes: new Map(),
    profile: new Map(),
    words: {},
    broken: new Set(),
  };
}

type SharedDefinition = Pick<
  FragmentDefinition,
  'scales' | 'option_lists' | 'barriers' | 'themes' | 'profile' | 'non_answer_words'
>;

/** Adds one file's definitions. The words come first, since options are compared with them. */
export function addShared(shared: Shared, definition: SharedDefinition, part: Part, names: Namespace): void {
  for (const name of part.broken) shared.broken.add(name);
  for (const [meaning, words] of Object.entries(definition.non_answer_words ?? {})) {
    if (isMeaning(meaning)) shared.words[meaning] = [...(shared.words[meaning] ?? []), ...words];
  }
  for (const field of definition.profile ?? []) addProfileField(shared, field, part, names);
  for (const [id, { levels }] of Object.entries(definition.scales ?? {})) {
    const origin = part.origin(definition.scales ?? {}, id);
    if (!redefined(shared.scales, 'scale', id, origin, part)) {
      shared.scales.set(id, { id, levels: buildLevels(id, levels, part, shared.words), origin });
    }
  }
  for (const [id, options] of Object.entries(definition.option_lists ?? {})) {
    const origin = part.origin(definition.option_lists ?? {}, id);
    if (shared.optionLists.has(id)) {
      part.report('redefined', origin, { what: 'option list', id, other: 'another file' }, 'key');
    } else shared.optionLists.set(id, buildOptions(options, origin, part, shared.words));
  }
  for (const barrier of definition.barriers ?? []) addBarrier(shared, barrier, part);
  for (const theme of definition.themes ?? []) addTheme(shared, theme, part, names);
}

function isMeaning(word: string): word is Exclude<NonAnswer, 'not_asked'> {
  return ['unanswered', 'dont_know', 'not_applicable', 'refused'].includes(word);
}

function redefined(
  known: ReadonlyMap<string, { readonly origin: Origin }>,
  what: string,
  id: string,
  origin: Origin,
  part: Part,
): boolean {
  const first = known.get(id);
  if (first === undefined) return false;
  if (first.origin.file === part.file) part.report('duplicate-name', origin, { what, id }, 'key');
  else part.report('redefined', origin, { what, id, other: first.origin.file }, 'key');
  return true;
}

function addProfileField(shared: Shared, field: ProfileFieldDefinition, part: Part, names: Namespace): void {
  const origin = part.origin(field);
  const idOrigin = part.origin(field, 'id');
  if (redefined(shared.profile, 'profile field', field.id, idOrigin, part)) return;
  if (!names.claim(field.id, 'profile field', idOrigin, part)) return;
  const { id, title, required = false, unit = false, personal = false } = field;
  const base = { id, title, required, unit, personal, origin };
  if (unit && personal) part.report('unit-personal', part.origin(field, 'personal'), { id });
  if (unit && !required) part.report('unit-not-required', idOrigin, { id });
  const type = field.type ?? 'text';
  if (type !== 'choice') {
    shared.profile.set(id, { ...base, type });
    return;
  }
  const optionsOrigin = part.origin(field, 'options');
  const options =
    typeof field.options === 'string'
      ? optionListNamed(shared, field.options, optionsOrigin, part)
      : buildOptions(field.options ?? [], optionsOrigin, part, {});
  if (options === undefined) shared.broken.add(id);
  else shared.profile.set(id, { ...base, type, options });
}

export function optionListNamed(
  shared: Shared,
  id: string,
  origin: Origin,
  part: Part,
): readonly Option[] | undefined {
  const options = shared.optionLists.get(id);
  if (options === undefined && !shared.broken.has(id)) {
    const known = [...shared.optionLists.keys()];
    const suggestion = suggest(id, known);
    part.report('unknown-option-list', origin, {
      id,
      known,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  return options;
}

function buildLevels(
  scale: string,
  definitions: readonly LevelDefinition[],
  part: Part,
  words: OwnWords,
): readonly Level[] {
  const levels: Level[] = [];
  for (const definition of definitions) {
    const { value, label, score = value } = definition;
    const before = levels.at(-1);
    if (before !== undefined && value <= before.value) {
      part.report('levels-out-of-order', part.origin(definition, 'value'), { value, before: before.value });
      continue;
    }
    reportNonAnswerWord(part, part.origin(definition, 'label'), 'level label', label, words);
    levels.push({ value, label, score });
  }
  const scores = new Set(levels.map((level) => level.score));
  const first = definitions[0];
  if (scores.size === 1 && first !== undefined) {
    part.report('no-spread', part.origin(first), { what: `the scale \`${scale}\`` });
  }
  return levels;
}

function addBarrier(shared: Shared, definition: BarrierDefinition, part: Part): void {
  const { id, label } = definition;
  const origin = part.origin(definition, 'id');
  if (!redefined(shared.barriers, 'barrier', id, origin, part))
    shared.barriers.set(id, { id, label, origin });
}

function addTheme(shared: Shared, definition: ThemeDefinition, part: Part, names: Namespace): void {
  const { id, title } = definition;
  const origin = part.origin(definition, 'id');
  if (redefined(shared.themes, 'theme', id, origin, part)) return;
  if (names.claim(id, 'theme', origin, part)) shared.themes.set(id, { id, title, origin });
}

import type {
  BarrierDefinition,
  FragmentDefinition,
  ProfileFieldDefinition,
  ThemeDefinition,
} from '../../generated/definitions.js';
import { nameless } from '../broken.js';
import type {
  Barrier,
  NonAnswer,
  Option,
  OptionList,
  Origin,
  ProfileField,
  Scale,
  Theme,
} from '../questionnaire.js';
import { buildLevels } from './levels.js';
import type { Namespace } from './namespace.js';
import { buildOptions, reportTwice } from './options.js';
import type { Part } from './part.js';
import { type References, reportUnknown } from './references.js';

/** What fragments and the questionnaire itself define for all questions, as it is gathered. */
export interface Shared {
  readonly scales: Map<string, Scale>;
  readonly optionLists: Map<string, OptionList>;
  readonly barriers: Map<string, Barrier>;
  readonly themes: Map<string, Theme>;
  readonly profile: Map<string, ProfileField>;
  readonly words: Partial<Record<NonAnswer, string[]>>;
  /** Names that were defined, but with errors: using them is no error of its own. */
  readonly broken: Set<string>;
  /** How often names are used; unknown for a fragment by itself. */
  readonly used: References | undefined;
  /** Whether every file under `use:` was read: what none defines may be defined in one that was not. */
  readonly complete: boolean;
}

export function emptyShared(used?: References, complete = true): Shared {
  return {
    scales: new Map(),
    optionLists: new Map(),
    barriers: new Map(),
    themes: new Map(),
    profile: new Map(),
    words: {},
    broken: new Set(),
    used,
    complete,
  };
}

export type SharedDefinition = Pick<
  FragmentDefinition,
  'scales' | 'option_lists' | 'barriers' | 'themes' | 'profile' | 'non_answer_words'
>;

/** Adds one file's definitions, option lists before the profile fields that may name them. */
export function addShared(shared: Shared, definition: SharedDefinition, part: Part, names: Namespace): void {
  for (const name of part.broken) shared.broken.add(name);
  for (const [id, { levels: definitions }] of Object.entries(definition.scales ?? {})) {
    const origin = part.origin(definition.scales ?? {}, id);
    if (redefined(shared.scales, 'scale', id, origin, part, 'key')) continue;
    const levels = buildLevels(id, definitions, part, shared.words);
    if (levels === undefined) shared.broken.add(id);
    else shared.scales.set(id, { id, levels, origin });
  }
  for (const [id, options] of Object.entries(definition.option_lists ?? {})) {
    const origin = part.origin(definition.option_lists ?? {}, id);
    if (redefined(shared.optionLists, 'option list', id, origin, part, 'key')) continue;
    const built = buildOptions(options, part, shared.words);
    if (built === undefined) shared.broken.add(id);
    else shared.optionLists.set(id, { id, options: built, origin });
  }
  for (const field of definition.profile ?? []) addProfileField(shared, field, part, names);
  for (const barrier of definition.barriers ?? []) addBarrier(shared, barrier, part);
  for (const theme of definition.themes ?? []) addTheme(shared, theme, part, names);
}

export function isMeaning(word: string): word is Exclude<NonAnswer, 'not_asked'> {
  return ['unanswered', 'dont_know', 'not_applicable', 'refused'].includes(word);
}

function redefined(
  known: ReadonlyMap<string, { readonly origin: Origin }>,
  what: string,
  id: string,
  origin: Origin,
  part: Part,
  at: 'key' | 'value' = 'value',
): boolean {
  const first = known.get(id);
  if (first === undefined) return false;
  if (first.origin.file === part.file) reportTwice(part, origin, what, id, first.origin);
  else part.report('redefined', origin, { what, id, other: first.origin.file }, at);
  return true;
}

function addProfileField(shared: Shared, field: ProfileFieldDefinition, part: Part, names: Namespace): void {
  const origin = part.origin(field);
  const idOrigin = part.origin(field, 'id');
  if (redefined(shared.profile, 'profile field', field.id, idOrigin, part)) {
    shared.broken.add(nameless);
    return;
  }
  if (!names.claim(field.id, 'profile field', idOrigin, part)) {
    shared.broken.add(nameless);
    return;
  }
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
      : buildOptions(field.options ?? [], part, {});
  if (options === undefined) shared.broken.add(id);
  else shared.profile.set(id, { ...base, type, options });
}

export function optionListNamed(
  shared: Shared,
  id: string,
  origin: Origin,
  part: Part,
): readonly Option[] | undefined {
  const list = shared.optionLists.get(id);
  if (list === undefined) {
    reportUnknown(id, origin, part, { ...shared, what: 'option list', defined: shared.optionLists });
  }
  return list?.options;
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
  const isNew = !redefined(shared.themes, 'theme', id, origin, part);
  if (isNew && names.claim(id, 'theme', origin, part)) shared.themes.set(id, { id, title, origin });
  else shared.broken.add(nameless);
}

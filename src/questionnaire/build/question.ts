import type { QuestionDefinition } from '../../generated/definitions.js';
import { nameless } from '../broken.js';
import { reportNonAnswerWord } from '../checks/while-loading/reads-as-non-answer.js';
import type { ChoicesQuestion, GivenNonAnswer, Option, Origin, Question } from '../questionnaire.js';
import type { Namespace } from './namespace.js';
import { buildNumberScore } from './number-score.js';
import { buildOptions } from './options.js';
import type { Part } from './part.js';
import { reportUnknown } from './references.js';
import { optionListNamed, type Shared } from './shared.js';

export interface QuestionContext {
  readonly part: Part;
  readonly shared: Shared;
  readonly names: Namespace;
  readonly nonAnswers: readonly GivenNonAnswer[];
  /** Learns the ids of questions that exist but could not be built. */
  readonly broken: Set<string>;
}

/** A question that is not yet placed in the order of all, nor its `when` compiled. */
export interface Draft {
  readonly question: Unplaced;
  readonly condition: { readonly text: string; readonly origin: Origin } | undefined;
}
type Unplaced = WithoutIndex<Question>;
type WithoutIndex<Q> = Q extends Question ? Omit<Q, 'index' | 'when'> : never;

/** The questions that a definition stands for: itself, or one for each item of a grid. */
export function buildQuestion(definition: QuestionDefinition, context: QuestionContext): readonly Draft[] {
  const { part, names, broken } = context;
  const origin = part.origin(definition);
  const free = names.claim(definition.id, 'question', part.origin(definition, 'id'), part);
  const kind = buildKind(definition, context);
  const ids = definition.items?.map((item) => `${definition.id}_${item.id}`) ?? [definition.id];
  if (!free) broken.add(nameless);
  if (!free || kind === undefined) {
    for (const id of ids) broken.add(id);
    return [];
  }
  checkThemes(definition, context);
  const base = {
    id: definition.id,
    text: definition.text,
    weight: definition.weight ?? 1,
    reverse: definition.reverse ?? false,
    required: definition.required ?? false,
    nonAnswers: definition.non_answers ?? context.nonAnswers,
    themes: definition.themes ?? [],
    ask: definition.ask ?? [],
    origin,
    ...kind,
    ...(definition.help === undefined ? {} : { help: definition.help }),
    ...(definition.guidance === undefined ? {} : { guidance: definition.guidance }),
    ...(definition.minutes === undefined ? {} : { minutes: definition.minutes }),
  };
  const condition =
    definition.when === undefined
      ? undefined
      : { text: definition.when, origin: part.origin(definition, 'when') };
  if (definition.ask?.includes('target') === true && kind.type !== 'level') {
    part.report('unknown-target', part.origin(definition, 'ask'), { id: definition.id, ask: 'target' });
  }
  const { barriers, complete } = context.shared;
  if (definition.ask?.includes('barriers') === true && barriers.size === 0 && complete) {
    part.report('no-barriers', part.origin(definition, 'ask'), { id: definition.id });
  }
  if (definition.items === undefined) return [{ question: base, condition }];
  const drafts: Draft[] = [];
  for (const item of definition.items) {
    const id = `${definition.id}_${item.id}`;
    const at = part.origin(item);
    if (!names.claim(id, 'grid item', part.origin(item, 'id'), part)) {
      broken.add(nameless);
      continue;
    }
    const grid = { id: definition.id, text: definition.text, item: item.id };
    drafts.push({ question: { ...base, id, text: item.text, grid, origin: at }, condition });
  }
  return drafts;
}

type Kind = Unplaced extends infer D
  ? D extends { type: infer T }
    ? { type: T } & Omit<D, BaseKey>
    : never
  : never;
type BaseKey = Exclude<keyof WithoutIndex<ChoicesQuestion>, 'options' | 'combine'>;

function buildKind(definition: QuestionDefinition, context: QuestionContext): Kind | undefined {
  const { part } = context;
  switch (definition.type ?? 'level') {
    case 'level':
      return buildLevel(definition, context);
    case 'yes_no':
      return { type: 'yes_no' };
    case 'choice':
    case 'choices': {
      const options = optionsOf(definition, context);
      if (options === undefined) return undefined;
      if (definition.type === 'choice') {
        reportExclusive(definition, options, part);
        return { type: 'choice', options };
      }
      if (options.length > 1 && options.every((option) => option.exclusive)) {
        part.report('options-all-exclusive', part.origin(definition, 'options'), {});
      }
      return { type: 'choices', options, combine: definition.combine ?? 'share' };
    }
    case 'number': {
      const { min, max } = definition;
      if (typeof min === 'string' || typeof max === 'string') return undefined;
      if (min !== undefined && max !== undefined && min >= max) {
        part.report('min-not-below-max', part.origin(definition, 'min'), { min, max });
        return undefined;
      }
      const score = buildNumberScore(definition, min, max, part);
      if (score === undefined) return undefined;
      return {
        type: 'number',
        integer: definition.integer ?? false,
        score,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...(definition.unit === undefined ? {} : { unit: definition.unit }),
      };
    }
    case 'text': {
      const { pattern, max_length: maxLength } = definition;
      if (pattern !== undefined) {
        const fault = patternFault(pattern);
        if (fault !== undefined) {
          part.report('bad-pattern', part.origin(definition, 'pattern'), { pattern, detail: fault });
          return undefined;
        }
      }
      return {
        type: 'text',
        ...(pattern === undefined ? {} : { pattern }),
        ...(maxLength === undefined ? {} : { maxLength }),
      };
    }
    case 'date':
      return buildDate(definition, part);
  }
}

function buildDate(definition: QuestionDefinition, part: Part): Kind | undefined {
  const { min, max } = definition;
  const wrong = (['min', 'max'] as const).filter((key) => !isDay(definition[key]));
  for (const key of wrong) {
    part.report('no-such-date', part.origin(definition, key), { key, found: String(definition[key]) });
  }
  if (wrong.length > 0) return undefined;
  if (min !== undefined && max !== undefined && min >= max) {
    part.report('min-not-below-max', part.origin(definition, 'min'), { min, max });
    return undefined;
  }
  return {
    type: 'date',
    ...(min === undefined ? {} : { min: String(min) }),
    ...(max === undefined ? {} : { max: String(max) }),
  };
}

/** The schema sees to the form; the calendar has fewer days than that. */
function isDay(date: string | number | undefined): boolean {
  if (date === undefined) return true;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(String(date));
}

/** At the option itself where it is written with the question, else where the list is named. */
function reportExclusive(definition: QuestionDefinition, options: readonly Option[], part: Part): void {
  const odd = options.find((option) => option.exclusive);
  if (odd === undefined) return;
  const own =
    typeof definition.options === 'string'
      ? undefined
      : definition.options?.find((option) => option.exclusive === true);
  const origin = own === undefined ? part.origin(definition, 'options') : part.origin(own, 'exclusive');
  part.report('exclusive-in-choice', origin, { id: odd.id });
}

function buildLevel(definition: QuestionDefinition, { part, shared }: QuestionContext): Kind | undefined {
  const id = definition.scale ?? '';
  const scale = shared.scales.get(id);
  if (scale === undefined) {
    const origin = part.origin(definition, 'scale');
    reportUnknown(id, origin, part, { ...shared, what: 'scale', defined: shared.scales });
    return undefined;
  }
  const wording = new Map<number, string>();
  const known = scale.levels.map((level) => level.value);
  for (const [level, text] of Object.entries(definition.levels ?? {})) {
    const value = Number(level);
    if (wording.has(value)) {
      const origin = part.origin(definition, 'levels', level);
      part.report('duplicate-name', origin, { what: 'wording of level', id: String(value) }, 'key');
    } else if (known.includes(value)) {
      wording.set(value, text);
      reportNonAnswerWord(part, [definition, 'levels', level], 'level wording', text, shared.words);
    } else {
      part.report(
        'unknown-level',
        part.origin(definition, 'levels', level),
        { level, scale: id, known },
        'key',
      );
    }
  }
  return { type: 'level', scale, wording };
}

function optionsOf(
  definition: QuestionDefinition,
  { part, shared }: QuestionContext,
): readonly Option[] | undefined {
  const { options = [] } = definition;
  if (typeof options !== 'string') return buildOptions(options, part, shared.words);
  return optionListNamed(shared, options, part.origin(definition, 'options'), part);
}

function patternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError ? error.message.replace(/^.*: /, '') : String(error);
  }
}

function checkThemes(definition: QuestionDefinition, { part, shared }: QuestionContext): void {
  for (const [i, id] of (definition.themes ?? []).entries()) {
    if (shared.themes.has(id)) continue;
    const origin = part.origin(definition, 'themes', i);
    reportUnknown(id, origin, part, { ...shared, what: 'theme', defined: shared.themes });
  }
}

import { askedIn, within } from '../checks/asked.js';
import type {
  Barrier,
  Dimension,
  Origin,
  ProfileField,
  Question,
  Questionnaire,
  Theme,
} from '../questionnaire.js';
import { type Aligned, align, type Pair } from './align.js';
import { bare, isEdit } from './wording.js';

/** A question as it is written, a grid being one. */
export interface Written {
  readonly id: string;
  readonly text: string;
  /** Where `text` stands. */
  readonly textOrigin: Origin;
  /** The question, or the first item of the grid, which has all keys of the grid. */
  readonly question: Question;
  /** The questions that answers are given to: the items of a grid, or the question itself. */
  readonly items: readonly Question[];
  /** The dimensions that it stands in, from the outermost in. */
  readonly dimensions: readonly string[];
  readonly origin: Origin;
}

/** A dimension with the ids of those that it stands in, from the outermost in. */
export interface Placed {
  readonly id: string;
  readonly dimension: Dimension;
  readonly outer: readonly string[];
}

/** What is asked under an id: a question, a grid, or one item of it. */
export interface Wording {
  readonly id: string;
  readonly text: string;
  readonly textOrigin: Origin;
  readonly items: readonly Question[];
}

/** What in the new version is what in the old one. */
export interface Alignment {
  /** What is asked in both; a question whose id now asks something else is not among it. */
  readonly questions: Aligned<Written>;
  /** Ids that ask something else. */
  readonly replaced: readonly Pair<Wording>[];
  /** Wordings of one and the same question. */
  readonly worded: readonly Pair<Wording>[];
  /** Single questions, the items of grids among them, of what is asked in both. */
  readonly answers: Aligned<Question>;
  readonly dimensions: Aligned<Placed>;
  readonly themes: Aligned<Theme>;
  readonly profile: Aligned<ProfileField>;
  readonly barriers: Aligned<Barrier>;
  /** From an old id of a question, dimension, theme or profile field to its new one, where that is another. */
  readonly renames: ReadonlyMap<string, string>;
}

export function alignment(old: Questionnaire, now: Questionnaire): Alignment {
  const all = align(writtenIn(old), writtenIn(now), ({ text }) => bare(text));
  const questions = { ...all, pairs: all.pairs.filter(isContinued) };
  const dimensions = align(placedIn(old), placedIn(now), ({ dimension }) => bare(dimension.title));
  const titled = ({ title }: { readonly title: string }) => bare(title);
  const themes = align(old.themes, now.themes, titled);
  const profile = align(old.profile, now.profile, titled);
  const barriers = align(old.barriers, now.barriers);
  const aligned = alignAnswers(questions);
  const answers = { ...aligned, pairs: aligned.pairs.filter(isContinued) };
  const items = aligned.pairs.filter(({ new: now }) => now.grid !== undefined).map(wordings);
  const worded = [...questions.pairs, ...items.filter(isContinued)];
  const replaced = [...all.pairs, ...items].filter((pair) => !isContinued(pair));
  const renamed = [
    ...questions.renamed,
    ...answers.renamed,
    ...dimensions.renamed,
    ...themes.renamed,
    ...profile.renamed,
  ];
  const renames = new Map(renamed.map((pair) => [pair.old.id, pair.new.id]));
  return { questions, replaced, worded, answers, dimensions, themes, profile, barriers, renames };
}

function isContinued({ old, new: now }: Pair<{ readonly text: string }>): boolean {
  return isEdit(old.text, now.text);
}

function wordings({ old, new: now }: Pair<Question>): Pair<Wording> {
  const wording = (question: Question): Wording => {
    const { id, text, origin } = question;
    return { id, text, textOrigin: within(origin, 'text'), items: [question] };
  };
  return { old: wording(old), new: wording(now) };
}

/** Of grids in both versions the items by their own ids, whatever the grids are called. */
function alignAnswers(questions: Aligned<Written>): Aligned<Question> {
  const each = questions.pairs.map(({ old, new: now }): Aligned<Question> => {
    const [one, other] = [old.items[0], now.items[0]];
    if (one !== undefined && other !== undefined && one.grid === undefined && other.grid === undefined) {
      const pair = { old: one, new: other };
      return { pairs: [pair], renamed: one.id === other.id ? [] : [pair], removed: [], added: [] };
    }
    // A question that became a grid has no answers in common with it.
    if (one?.grid === undefined || other?.grid === undefined) {
      return { pairs: [], renamed: [], removed: [], added: [] };
    }
    const items = align(old.items.map(asItem), now.items.map(asItem), ({ question }) => bare(question.text));
    const pairs = items.pairs.map((pair) => ({ old: pair.old.question, new: pair.new.question }));
    return {
      pairs,
      renamed: pairs.filter((pair) => pair.old.id !== pair.new.id),
      removed: items.removed.map(({ question }) => question),
      added: items.added.map(({ question }) => question),
    };
  });
  return {
    pairs: each.flatMap(({ pairs }) => pairs),
    renamed: each.flatMap(({ renamed }) => renamed),
    removed: each.flatMap(({ removed }) => removed),
    added: each.flatMap(({ added }) => added),
  };
}

function asItem(question: Question): { readonly id: string; readonly question: Question } {
  return { id: question.grid?.item ?? question.id, question };
}

function writtenIn(questionnaire: Questionnaire): readonly Written[] {
  const homes = new Map<Question, readonly string[]>();
  for (const { dimension, outer } of placedIn(questionnaire)) {
    for (const question of dimension.questions) homes.set(question, [...outer, dimension.id]);
  }
  const items = new Map<string, Question[]>();
  for (const question of questionnaire.questions) {
    const id = question.grid?.id ?? question.id;
    items.set(id, [...(items.get(id) ?? []), question]);
  }
  return askedIn(questionnaire).map(({ question, id, text, origin }) => ({
    id,
    text,
    textOrigin: within(origin, 'text'),
    question,
    items: items.get(id) ?? [question],
    dimensions: homes.get(question) ?? [],
    origin,
  }));
}

function placedIn({ dimensions }: Questionnaire): readonly Placed[] {
  const walk = (dimension: Dimension, outer: readonly string[]): readonly Placed[] => [
    { id: dimension.id, dimension, outer },
    ...dimension.dimensions.flatMap((inner) => walk(inner, [...outer, dimension.id])),
  ];
  return dimensions.flatMap((dimension) => walk(dimension, []));
}

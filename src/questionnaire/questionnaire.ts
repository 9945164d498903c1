import type { Expression, Value } from '../expression/expression.js';
import type { Path } from '../finding/finding.js';
import type { ExampleDefinition, InlineRubricDefinition } from '../generated/definitions.js';

/** Where in which file something was defined. */
export interface Origin {
  readonly file: string;
  readonly path: Path;
}

/** A questionnaire as it is asked: fragments included, names resolved, grids written out. Nothing in it changes. */
export interface Questionnaire {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  readonly notice?: string;
  readonly licence?: string;
  readonly sources: readonly string[];
  readonly language: string;
  readonly profile: readonly ProfileField[];
  readonly scales: readonly Scale[];
  readonly optionLists: readonly OptionList[];
  readonly barriers: readonly Barrier[];
  readonly themes: readonly Theme[];
  readonly privacy: Privacy;
  readonly prompts: Readonly<Record<string, string>>;
  /** The questionnaire's own words for non-answers, and for a blank. */
  readonly nonAnswerWords: Readonly<Partial<Record<NonAnswer, readonly string[]>>>;
  /** What is permitted where a question does not say it for itself. */
  readonly nonAnswers: readonly GivenNonAnswer[];
  readonly dimensions: readonly Dimension[];
  /** Every question in file order, each item of a grid being one. */
  readonly questions: readonly Question[];
  readonly rubric: RubricSource;
  readonly examples: readonly Example[];
  readonly origin: Origin;
}

/** A rubric as it was written, inline or in a file of its own; `rubric/plan` gives it meaning. */
export interface RubricSource {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly body: RubricBody;
  /** The id of the only questionnaire that it is for, if it names ids of one. */
  readonly for?: string;
  readonly origin: Origin;
}

/** The keys of a rubric, the same inline and in a file. */
export type RubricBody = Exclude<InlineRubricDefinition, string>;

export interface Example {
  readonly definition: ExampleDefinition;
  readonly origin: Origin;
}

/** Something that can be withheld from small groups: `people` counts a workshop's participants. */
export interface Privacy {
  /** Figures about fewer than this are withheld; 0 withholds none. */
  readonly minGroup: number;
  readonly count: 'people' | 'responses';
}

interface ProfileFieldBase {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  /** A level of roll-up: a response belongs to one department, a department to one organisation. */
  readonly unit: boolean;
  /** Dropped at intake. */
  readonly personal: boolean;
  readonly origin: Origin;
}

export type ProfileField =
  | (ProfileFieldBase & { readonly type: 'text' })
  | (ProfileFieldBase & { readonly type: 'number' })
  | (ProfileFieldBase & { readonly type: 'choice'; readonly options: readonly Option[] });

export interface Scale {
  readonly id: string;
  /** Lowest first. */
  readonly levels: readonly Level[];
  readonly origin: Origin;
}

export interface Level {
  readonly value: number;
  readonly label: string;
  readonly description?: string;
  readonly score: number;
  readonly origin: Origin;
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly score?: number;
  /** Stands alone among the chosen. */
  readonly exclusive: boolean;
  readonly origin: Origin;
}

/** Options that questions and profile fields name; theirs are then these. */
export interface OptionList {
  readonly id: string;
  readonly options: readonly Option[];
  readonly origin: Origin;
}

export interface Barrier {
  readonly id: string;
  readonly label: string;
  readonly origin: Origin;
}

export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly origin: Origin;
}

export interface Dimension {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly weight: number;
  /** Either this or `questions` is empty. */
  readonly dimensions: readonly Dimension[];
  readonly questions: readonly Question[];
  readonly origin: Origin;
}

/** The ways not to answer that a respondent can choose. */
export const givenNonAnswers = ['dont_know', 'not_applicable', 'refused'] as const;
export type GivenNonAnswer = (typeof givenNonAnswers)[number];

/** All ways in which an answer can be none, kept apart all the way through. */
export const nonAnswers = ['unanswered', ...givenNonAnswers, 'not_asked'] as const;
export type NonAnswer = (typeof nonAnswers)[number];

/** What holds of each kind. */
export function perNonAnswer<T>(of: (kind: NonAnswer) => T): Readonly<Record<NonAnswer, T>> {
  return {
    unanswered: of('unanswered'),
    dont_know: of('dont_know'),
    not_applicable: of('not_applicable'),
    refused: of('refused'),
    not_asked: of('not_asked'),
  };
}

export const followUps = ['target', 'evidence', 'barriers', 'confidence', 'best_practice'] as const;
export type FollowUp = (typeof followUps)[number];

interface QuestionBase {
  readonly id: string;
  /** Its place among `Questionnaire.questions`. */
  readonly index: number;
  readonly text: string;
  readonly help?: string;
  readonly guidance?: string;
  /** ≥ 0. */
  readonly weight: number;
  readonly reverse: boolean;
  readonly required: boolean;
  readonly nonAnswers: readonly GivenNonAnswer[];
  readonly themes: readonly string[];
  readonly ask: readonly FollowUp[];
  readonly minutes?: number;
  /** Asked only where this is true; an undetermined one is not. */
  readonly when?: Condition;
  /** The grid that the question is one item of. */
  readonly grid?: { readonly id: string; readonly text: string; readonly item: string };
  readonly origin: Origin;
}

export type Question =
  | LevelQuestion
  | YesNoQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | NumberQuestion
  | TextQuestion
  | DateQuestion;

export interface LevelQuestion extends QuestionBase {
  readonly type: 'level';
  readonly scale: Scale;
  /** The question's own wording, by level value. */
  readonly wording: ReadonlyMap<number, string>;
}

export interface YesNoQuestion extends QuestionBase {
  readonly type: 'yes_no';
}

export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
}

export interface ChoicesQuestion extends QuestionBase {
  readonly type: 'choices';
  readonly options: readonly Option[];
  readonly combine: 'share' | 'sum' | 'max';
}

export interface NumberQuestion extends QuestionBase {
  readonly type: 'number';
  readonly min?: number;
  readonly max?: number;
  readonly integer: boolean;
  readonly unit?: string;
  readonly score: NumberScore;
}

/** How a number is scored: not at all, as itself, by the last step whose `from` it reaches, or by an expression over `value`. */
export type NumberScore =
  | { readonly by: 'nothing' }
  | { readonly by: 'itself' }
  | { readonly by: 'steps'; readonly steps: readonly { readonly from: number; readonly score: number }[] }
  | {
      readonly by: 'expression';
      readonly expression: Expression<number>;
      readonly range: readonly [number, number];
    };

export interface TextQuestion extends QuestionBase {
  readonly type: 'text';
  readonly pattern?: string;
  readonly maxLength?: number;
}

export interface DateQuestion extends QuestionBase {
  readonly type: 'date';
  /** ISO 8601 dates. */
  readonly min?: string;
  readonly max?: string;
}

/** What a `when` sees: a value for each question by its index, none where it has none; and the profile. */
export interface Given {
  readonly values: readonly (Value | undefined)[];
  readonly profile: Readonly<Record<string, string | number>>;
}

export type Condition = Expression<Given>;

/** The unit fields, from the outermost in. */
export function unitFields({ profile }: Pick<Questionnaire, 'profile'>): readonly ProfileField[] {
  return profile.filter((field) => field.unit);
}

/** Every question in a dimension, at any depth, in file order. */
export function questionsBelow({ dimensions, questions }: Dimension): readonly Question[] {
  return [...dimensions.flatMap(questionsBelow), ...questions];
}

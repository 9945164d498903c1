import type { Effect } from '../../finding/catalogue/changes/change-rule.js';
import { type ChangeKind, effectOf } from '../../finding/catalogue/changes.js';
import type { RuleArgs } from '../../finding/catalogue.js';
import { type Finding, finding } from '../../finding/finding.js';
import type { Locator } from '../load.js';
import type { Origin, Questionnaire } from '../questionnaire.js';
import type { Alignment } from './alignment.js';

export type { Effect };

/** What a change is about. */
export interface Subject {
  readonly what:
    | 'questionnaire'
    | 'rubric'
    | 'question'
    | 'scale'
    | 'option'
    | 'dimension'
    | 'theme'
    | 'profile field'
    | 'barrier'
    | 'node';
  readonly id: string;
}

/** One change as data: a finding whose rule is the kind of change, at its place in the new version, or else in the old. */
export type Change = Finding & { readonly effect: Effect; readonly subject: Subject };

/** An answer as far as changes look at it: a value, a non-answer, or neither, which is a blank where it was asked. */
export interface ReturnedAnswer {
  readonly value?: number | string | boolean | readonly string[];
  /** Of a blank that was not asked for, `not_asked`. */
  readonly nonAnswer?: string;
  readonly barriers?: readonly string[];
}

/**
 * The returned answers that a change touches: those to some questions, or in a profile field, for which `are` holds. A
 * question that only the new version has is a blank in every response.
 */
export interface Touches {
  readonly questions: readonly string[];
  readonly are: (answer: ReturnedAnswer) => boolean;
}

/** What returned answers can tell of changes. */
export interface ReturnedAnswers {
  /** How many of them are touched. */
  readonly count: (touches: Touches) => number;
  /** The old ids of the questions whose answers can move a figure, by the figure's id; of all figures, where it is empty. */
  readonly behind: (figure: string) => readonly string[];
}

/** One version of a questionnaire. */
export interface Version {
  readonly questionnaire: Questionnaire;
  readonly locator: Locator;
}

/** What every kind of change needs to tell places and counts. */
export interface Sides {
  readonly old: { readonly locator: Locator };
  readonly new: { readonly locator: Locator };
  /** Returned answers to the old version, where there are some to look at. */
  readonly returned?: ReturnedAnswers;
}

/** Two versions of one questionnaire side by side. */
export interface DiffContext extends Sides {
  readonly old: Version;
  readonly new: Version;
  readonly alignment: Alignment;
}

/** One thing that changed. */
export interface Report<K extends ChangeKind> {
  readonly subject: Subject;
  /** Where it stood, where it did. */
  readonly old?: Origin;
  /** Where it stands, where it does. */
  readonly new?: Origin;
  readonly args: RuleArgs<K>;
  /** Where it says nothing, what is given to the questions behind the subject. */
  readonly touches?: Partial<Touches>;
}

/** A kind of change as its file writes it. Its effect and its words stand in the catalogue, under its id. */
interface KindInput<K extends ChangeKind, C extends Sides> {
  readonly id: K;
  /** Why it has its effect, in one paragraph. */
  readonly reason: string;
  /** A part of a definition: keys of the top, or a list of questions. */
  readonly before: string;
  /** The same, changed by this and nothing else. */
  readonly after: string;
  readonly compare: (context: C) => Iterable<Report<K>>;
}

/** A kind of change, ready to be looked for. */
export interface Kind<C> {
  readonly id: ChangeKind;
  readonly effect: Effect;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  readonly run: (context: C) => readonly Change[];
}

export function defineChange<K extends ChangeKind, C extends Sides = DiffContext>(
  kind: KindInput<K, C>,
): Kind<C> {
  const { id, reason, before, after, compare } = kind;
  const effect = effectOf(id);
  return {
    id,
    effect,
    reason,
    before,
    after,
    run: (context) => Array.from(compare(context), (report) => changeOf(id, effect, report, context)),
  };
}

function changeOf<K extends ChangeKind>(
  id: K,
  effect: Effect,
  { subject, old, new: now, args, touches }: Report<K>,
  context: Sides,
): Change {
  const earlier = old === undefined ? undefined : context.old.locator.place(old);
  const here = now === undefined ? earlier : context.new.locator.place(now);
  const touched = effect === 'breaking' ? touchedBy(subject, touches, context.returned) : undefined;
  const all = { ...args, effect, ...(touched === undefined ? {} : { touched }) };
  return {
    ...finding(id, here ?? { file: '' }, all),
    ...(earlier === undefined || now === undefined ? {} : { earlier }),
    effect,
    subject,
  };
}

function touchedBy(
  subject: Subject,
  { questions, are = given }: Partial<Touches> = {},
  returned: ReturnedAnswers | undefined,
): number | undefined {
  return returned?.count({ questions: questions ?? returned.behind(figureOf(subject)), are });
}

/** The figure that a change is about; what is said of a whole definition is about all of them. */
function figureOf({ what, id }: Subject): string {
  return what === 'questionnaire' || what === 'rubric' ? '' : id;
}

/** Every answer that says something. */
export function given({ value, nonAnswer }: ReturnedAnswer): boolean {
  return value !== undefined || (nonAnswer !== undefined && nonAnswer !== 'not_asked');
}

/** What was asked and left blank. */
export function isBlank({ value, nonAnswer }: ReturnedAnswer): boolean {
  return value === undefined && nonAnswer === undefined;
}

/** Whether an answer is this level or option, or has it among what was chosen. */
export function picks(picked: number | string): (answer: ReturnedAnswer) => boolean {
  return ({ value }) => value === picked || (Array.isArray(value) && value.includes(picked));
}

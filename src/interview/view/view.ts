import type { RemarkKey } from '../../response/response.js';
import type { TextEdit } from './text-edit.js';

/** What is open on the screen, with what was done there and is not confirmed. */
export type View =
  | ChooseView
  | TypeView
  | TallyView
  | RoomView
  | WriteView
  | PickView
  | BarriersView
  | SummaryView
  | ReviewView
  | JumpView
  | ReadView
  | FinishView;

interface Scrolled {
  /** How many rows of the body are above the screen. */
  readonly scroll: number;
}

/** A list from which something is chosen, by its place or by digits. */
export interface Choosing extends Scrolled {
  /** The place in the list, from 0. */
  readonly focus: number | undefined;
  /** Digits that were typed so far. */
  readonly digits: string;
}

/** A question whose answers are listed. */
export interface ChooseView extends Choosing {
  readonly at: 'choose';
  readonly question: string;
  /** Ids of ticked options, where several can be. */
  readonly ticked: readonly string[];
  /** The key that would leave something unconfirmed, pressed once. */
  readonly warned: string | undefined;
}

/** A question whose answer is typed: a number, a date, a text. */
export interface TypeView extends Scrolled {
  readonly at: 'type';
  readonly question: string;
  readonly edit: TextEdit;
  readonly warned: string | undefined;
}

/** The room's votes on a question, before its answer. */
export interface TallyView extends Scrolled {
  readonly at: 'tally';
  readonly question: string;
  readonly edit: TextEdit;
}

/** Who is here. */
export interface RoomView extends Scrolled {
  readonly at: 'room';
  readonly field: 'count' | 'roles';
  readonly count: TextEdit;
  readonly roles: TextEdit;
  readonly behind: View | undefined;
}

/** Remarks that are written, in as many lines as it takes. */
export type WrittenRemark = Extract<RemarkKey, 'note' | 'evidence' | 'best_practice' | 'contact' | 'dissent'>;

export interface WriteView extends Scrolled {
  readonly at: 'write';
  readonly question: string;
  readonly key: WrittenRemark;
  readonly edit: TextEdit;
  /** As it was before. */
  readonly before: string;
  readonly warned: boolean;
  /** What is shown afterwards; nothing to go on to the next question. */
  readonly behind: View | undefined;
}

/** Remarks that are chosen from a list. */
export type PickedRemark = Extract<RemarkKey, 'target' | 'confidence' | 'share'>;

export interface PickView extends Choosing {
  readonly at: 'pick';
  readonly question: string;
  readonly key: PickedRemark;
  readonly behind: View;
}

export interface BarriersView extends Choosing {
  readonly at: 'barriers';
  readonly question: string;
  readonly ticked: readonly string[];
  readonly behind: View;
}

/** What a section has come to. */
export interface SummaryView extends Choosing {
  readonly at: 'summary';
  readonly section: string;
  /** Where it was called from; nothing where it is a stop of its own. */
  readonly behind: View | undefined;
}

/** Everything, before it is finished. */
export interface ReviewView extends Choosing {
  readonly at: 'review';
}

/** Where to go, searched for. */
export interface JumpView extends Scrolled {
  readonly at: 'jump';
  readonly edit: TextEdit;
  readonly focus: number | undefined;
  readonly behind: View;
}

/** Something to read: what is asked of whom, guidance and keys, or answers that have no place any more. */
export interface ReadView extends Scrolled {
  readonly at: 'read';
  readonly topic: 'welcome' | 'help' | 'set-aside';
  readonly behind: View | undefined;
}

/** Whether the response is to be written. */
export interface FinishView extends Scrolled {
  readonly at: 'finish';
}

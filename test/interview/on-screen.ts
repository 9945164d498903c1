import { type Conversation, conversationOf, type Ending } from '../../src/interview/conversation.js';
import type { KeyPress } from '../../src/interview/keys/key-press.js';
import { opening, pressed, resized } from '../../src/interview/press/pressed.js';
import { plainText } from '../../src/interview/screens/line.js';
import { type Screen, type Size, screenOf } from '../../src/interview/screens/page.js';
import { pageOf } from '../../src/interview/screens/page-of.js';
import { signsOf } from '../../src/interview/screens/signs.js';
import type { Command } from '../../src/interview/session/command.js';
import type { EarlierAnswer } from '../../src/interview/session/earlier-answers.js';
import { type Interview, startOf } from '../../src/interview/session/interview.js';
import { estimatedMinutes } from '../../src/interview/session/progress.js';
import type { FigureSoFar } from '../../src/interview/session/summary.js';
import type { Setting, Shown } from '../../src/interview/view/step.js';
import type { CarryOffers } from '../../src/response/carry/carry-offers.js';
import type { JournalEvent } from '../../src/response/journal/entry.js';
import type { SetAside } from '../../src/response/journal/replay.js';
import type { Answer, Response } from '../../src/response/response.js';

/** What is around an interview that a test looks at; all of it may be left out. */
export interface Around {
  readonly profile?: Response['profile'];
  /** What was said before the first key. */
  readonly said?: readonly Command[];
  readonly earlier?: Readonly<Record<string, EarlierAnswer>>;
  /** What was answered elsewhere. */
  readonly offers?: (profile: Response['profile']) => CarryOffers | undefined;
  readonly figure?: FigureSoFar;
  readonly setAside?: readonly SetAside[];
  readonly size?: Size;
  readonly unicode?: boolean;
  /** Fails to write an event down. */
  readonly record?: (event: JournalEvent) => ReturnType<Conversation['tell']>;
}

/** An interview on a screen without a terminal. */
export interface OnScreen {
  /** Keys by their names in the table of keys: `enter`, `ctrl+b`, `3`; one name is one key. */
  readonly press: (...names: readonly string[]) => OnScreen;
  readonly type: (text: string) => OnScreen;
  readonly paste: (text: string) => OnScreen;
  readonly resize: (columns: number, rows: number) => OnScreen;
  /** The screen's rows, without what is blank behind them. */
  readonly text: () => string;
  readonly screen: () => Screen;
  readonly view: () => Shown['view'];
  readonly notice: () => string | undefined;
  readonly answers: () => Readonly<Record<string, Answer>>;
  readonly conversation: Conversation;
  readonly end: () => Ending | 'profile' | undefined;
}

const writing: Readonly<Record<string, string>> = { space: ' ' };

export function onScreen(interview: Interview, around: Around = {}): OnScreen {
  const conversation = conversationOf(interview, startOf(interview, around.profile), {
    record: around.record ?? (() => undefined),
    minutesUsed: () => 12,
    figure: () => around.figure,
    earlier: (_, question) => around.earlier?.[question],
    offers: around.offers ?? (() => undefined),
    setAside: around.setAside ?? [],
  });
  for (const command of around.said ?? []) conversation.tell(command);
  let size = around.size ?? { columns: 80, rows: 24 };
  const estimates = estimatedMinutes(interview);
  const setting = (): Setting => ({ conversation, size, signs: signsOf(around.unicode ?? true), estimates });
  let shown: Shown = opening(setting());
  let end: Ending | 'profile' | undefined;
  const send = (key: KeyPress) => {
    const outcome = pressed(setting(), shown, key);
    shown = outcome;
    end ??= outcome.end;
  };
  const self: OnScreen = {
    press: (...names) => {
      for (const name of names) {
        const text = writing[name] ?? (name.length === 1 ? name : undefined);
        send({ kind: 'key', name, ...(text === undefined ? {} : { text }) });
      }
      return self;
    },
    type: (text) => {
      for (const character of text)
        send({ kind: 'key', name: character === ' ' ? 'space' : character, text: character });
      return self;
    },
    paste: (text) => {
      send({ kind: 'paste', text });
      return self;
    },
    resize: (columns, rows) => {
      size = { columns, rows };
      shown = resized(setting(), shown);
      return self;
    },
    screen: () => screenOf(pageOf(setting(), shown), size, setting().signs),
    text: () =>
      self
        .screen()
        .lines.map((row) => plainText(row).trimEnd())
        .join('\n'),
    view: () => shown.view,
    notice: () => shown.notice?.text,
    answers: () => conversation.state().draft.answers,
    conversation,
    end: () => end,
  };
  return self;
}

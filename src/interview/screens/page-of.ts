import type { Notice, Setting, Shown } from '../view/step.js';
import type { View } from '../view/view.js';
import { finishPage } from './finish-page.js';
import { hintLine } from './hint.js';
import { jumpPage } from './jump-page.js';
import { blankLine, type Line, wrapped } from './line.js';
import { isLow } from './measure.js';
import type { Middle } from './middle.js';
import type { Page } from './page.js';
import { choosePage, tallyPage, typePage } from './question-page.js';
import { readPage } from './read-page.js';
import { barriersPage, pickPage, writePage } from './remark-pages.js';
import { roomPage } from './room-page.js';
import { reviewPage, summaryPage } from './summary-pages.js';
import { headOf } from './where.js';

/** What is shown of an interview. */
export function pageOf(setting: Setting, { view, notice }: Shown): Page {
  const { blocks, cursor, state = blankLine } = middleOf(setting, view);
  return {
    head: headOf(setting),
    blocks,
    scroll: view.scroll,
    foot: notice === undefined ? [state] : noticeLines(setting, notice),
    hint: hintLine(setting, view),
    cursor,
  };
}

function noticeLines({ size, signs }: Setting, { text, isProblem }: Notice): readonly Line[] {
  const most = isLow(size) ? 2 : 5;
  if (!isProblem) return wrapped(text, size.columns, 'focus').slice(0, most);
  return wrapped(text, size.columns, 'warning', `${signs.warning} `, '  ').slice(0, most);
}

function middleOf(setting: Setting, view: View): Middle {
  switch (view.at) {
    case 'choose':
    case 'type':
    case 'tally':
    case 'write':
    case 'pick':
    case 'barriers':
      return atQuestion(setting, view);
    case 'room':
      return roomPage(setting, view);
    case 'summary':
      return summaryPage(setting, view);
    case 'review':
      return reviewPage(setting, view);
    case 'jump':
      return jumpPage(setting, view);
    case 'read':
      return readPage(setting, view);
    case 'finish':
      return finishPage(setting, view);
  }
}

function atQuestion(setting: Setting, view: Extract<View, { readonly question: string }>): Middle {
  const question = setting.conversation.interview.reader.byId.get(view.question)?.question;
  if (question === undefined) return { blocks: [] };
  switch (view.at) {
    case 'choose':
      return choosePage(setting, view, question);
    case 'type':
      return typePage(setting, view, question);
    case 'tally':
      return tallyPage(setting, view, question);
    case 'write':
      return writePage(setting, view, question);
    case 'pick':
      return pickPage(setting, view, question);
    case 'barriers':
      return barriersPage(setting, view, question);
  }
}

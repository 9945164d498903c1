import { answerIn } from '../../response/journal/response-draft.js';
import { remarksOf } from '../../response/reading/read-remark.js';
import type { Conversation } from '../conversation.js';
import { keyLabel } from '../keys/key-label.js';
import { type Action, type Context, type KeyRow, keyTable } from '../keys/table.js';
import { isVotedOn } from '../session/tally.js';
import { barrierItems, type Item, itemsOf, itemsToPick } from '../view/items.js';
import type { Setting } from '../view/step.js';
import type { View } from '../view/view.js';
import { type Line, type Span, span, widthOf } from './line.js';

/** Where a view's keys are pressed. */
export function contextOf(view: View): Context {
  switch (view.at) {
    case 'choose':
    case 'write':
    case 'finish':
    case 'read':
    case 'type':
    case 'pick':
      return view.at;
    case 'tally':
    case 'room':
      return 'type';
    case 'barriers':
      return 'pick';
    case 'summary':
    case 'review':
      return 'list';
    case 'jump':
      return 'search';
  }
}

/** The keys that are of use in a view, in the order of the table. */
export function usefulKeys(setting: Setting, view: View): readonly KeyRow[] {
  const context = contextOf(view);
  return keyTable.filter(
    ({ action, keys }) => keys[context] !== undefined && isUseful(action, setting, view),
  );
}

/** One row of keys: as many as fit, and always the one that shows the others. */
export function hintLine(setting: Setting, view: View): Line {
  const { columns } = setting.size;
  const context = contextOf(view);
  const useful = usefulKeys(setting, view).filter(({ action }) => !isUnderstood(action, context));
  const pieces = useful.map((row) => ({ action: row.action, spans: hintOf(row, setting, view) }));
  const help = pieces.find(({ action }) => action === 'help')?.spans ?? [];
  const kept: Span[] = [];
  let left = columns - 1 - (help.length === 0 ? 0 : widthOf(help) + 2);
  for (const { action, spans } of pieces) {
    const width = widthOf(spans) + (kept.length === 0 ? 0 : 2);
    if (action === 'help' || width > left) continue;
    kept.push(...(kept.length === 0 ? [] : [span('  ')]), ...spans);
    left -= width;
  }
  if (help.length > 0) kept.push(...(kept.length === 0 ? [] : [span('  ')]), ...help);
  return kept;
}

function hintOf({ action, keys, word }: KeyRow, setting: Setting, view: View): readonly Span[] {
  const [key = ''] = keys[contextOf(view)] ?? [];
  const label = labelOf(action, key, setting, view);
  return [span(label, 'strong'), span(` ${wordOf(action, view) ?? word}`, 'faint')];
}

function labelOf(action: Action, key: string, setting: Setting, view: View): string {
  if (action === 'digits') return digitsOf(setting, view);
  return action === 'up' ? `${setting.signs.up} ${setting.signs.down}` : keySign(key, setting);
}

/** Arrows as they are drawn here. */
function keySign(key: string, { signs }: Setting): string {
  return key === 'left' || key === 'right' || key === 'up' || key === 'down' ? signs[key] : keyLabel(key);
}

function digitsOf({ conversation }: Setting, view: View): string {
  const keys = listedIn(conversation, view).map(({ key }) => key);
  return keys.length <= 2 ? keys.join('/') : `${keys[0]}-${keys.at(-1)}`;
}

/** What can be chosen in a view by digits. */
function listedIn({ interview }: Conversation, view: View): readonly Item[] {
  if (view.at === 'barriers') return barrierItems(interview.questionnaire);
  if (view.at !== 'choose' && view.at !== 'pick') return [];
  const question = interview.reader.byId.get(view.question)?.question;
  if (question === undefined) return [];
  return view.at === 'choose' ? itemsOf(question) : itemsToPick(question, view.key);
}

/** What confirming comes to here. */
function wordOf(action: Action, view: View): string | undefined {
  if (action === 'up') return 'move';
  if (action === 'close' && view.at === 'read' && view.behind === undefined) return 'go on';
  if (action !== 'confirm') return undefined;
  switch (view.at) {
    case 'tally':
      return view.edit.text.trim() === '' ? 'no vote' : 'count';
    case 'summary':
      return view.focus === undefined || view.behind !== undefined ? 'go on' : 'go there';
    case 'review':
      return view.focus === 0 ? 'finish' : 'go there';
    case 'jump':
      return 'go there';
    case 'finish':
      return 'write the response';
    default:
      return undefined;
  }
}

/** What nobody needs to be told. */
function isUnderstood(action: Action, context: Context): boolean {
  if (action === 'up') return context !== 'list' && context !== 'search' && context !== 'read';
  return action === 'write' || action === 'down' || action === 'page-up' || action === 'page-down';
}

function isUseful(action: Action, { conversation }: Setting, view: View): boolean {
  const { interview } = conversation;
  const isWorkshop = interview.mode === 'workshop';
  if (action === 'room') return isWorkshop && view.at !== 'room';
  if (view.at === 'room') return ['write', 'confirm', 'back', 'leave', 'help'].includes(action);
  if (action === 'tick')
    return view.at === 'barriers' || (view.at === 'choose' && hasTicks(conversation, view.question));
  if (view.at !== 'choose' && view.at !== 'type' && view.at !== 'tally') return true;
  const question = interview.reader.byId.get(view.question)?.question;
  if (question === undefined) return false;
  const answer = answerIn(conversation.state().draft, question.id);
  switch (action) {
    case 'target':
    case 'evidence':
    case 'barriers':
    case 'best_practice':
    case 'confidence':
      return remarksOf(question).includes(action);
    case 'dont_know':
    case 'not_applicable':
    case 'refused':
      return question.nonAnswers.includes(action);
    case 'votes':
      return isWorkshop && isVotedOn(question) && view.at !== 'tally';
    case 'dissent':
      return isWorkshop;
    case 'agree':
      return question.type === 'level' && answer.votes !== undefined;
    case 'last-time':
      return view.at !== 'tally' && conversation.earlier(question.id)?.answer.value !== undefined;
    case 'carry':
      return view.at !== 'tally' && conversation.offers()?.answers.has(question.id) === true;
    case 'clear':
      return answer.value !== undefined || answer.non_answer !== undefined;
    default:
      return true;
  }
}

function hasTicks({ interview }: Conversation, question: string): boolean {
  return interview.reader.byId.get(question)?.question.type === 'choices';
}
